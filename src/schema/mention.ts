import { z } from "zod"
import { attested, Quote } from "./attested.ts"
import { When } from "./instant.ts"
import { Issue } from "./issue.ts"
import { ReportHead } from "./report.ts"

export const EVENT_TYPES = [
  "armed-clash",
  "territory-taken",
  "siege",
  "air-strike",
  "shelling",
  "explosion",
  "suicide-attack",
  "chemical-attack",
  "attack-on-civilians",
  "execution",
  "abduction",
  "sexual-violence",
  "arrest",
  "release",
  "retreat",
  "desertion",
  "surrender",
  "deployment",
  "displacement",
  "evacuation",
  "destruction",
  "seizure",
  "agreement",
  "negotiation",
  "threat",
  "accusation",
  "aid",
  "access-denied",
  "organisation-change",
  "protest",
  "riot",
] as const
export const EventType = z.enum(EVENT_TYPES)
export type EventType = z.infer<typeof EventType>

export const MODALITIES = ["actual", "ongoing", "attempted", "planned", "threatened", "hypothetical", "denied"] as const
export const Modality = z.enum(MODALITIES)
export type Modality = z.infer<typeof Modality>

export const WHERE_PRECISIONS = ["exact", "near", "admin3", "admin2", "admin1", "country", "feature", "waters"] as const

/** A place. `radiusKm` is how far from the point the event may be; null where the extent is unknown. WGS 84 degrees. */
export const Where = z.strictObject({
  name: z.string().min(1),
  placeId: z.string().nullable(),
  lat: z.number().min(-90).max(90).nullable(),
  lon: z.number().min(-180).max(180).nullable(),
  radiusKm: z.number().nonnegative().nullable(),
  precision: z.enum(WHERE_PRECISIONS),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  /** Name of the first-level division (governorate, province, oblast). */
  admin1: z.string().nullable(),
})
export type Where = z.infer<typeof Where>

export const ACTOR_KINDS = [
  "state-force",
  "rebel-group",
  "militia",
  "identity-militia",
  "private-force",
  "international-force",
  "civilians",
  "protesters",
  "rioters",
  "aid-workers",
  "journalists",
  "person",
  "government",
  "unknown",
] as const

/** Who did it, or to whom. Names are neutral; the report's own words stay in `raw`. */
export const Actor = z.strictObject({
  name: z.string().min(1),
  actorId: z.string().nullable(),
  kind: z.enum(ACTOR_KINDS),
  /** For a person: "field commander". */
  rank: z.string().optional(),
  /** For a person: register id of the group. */
  groupId: z.string().optional(),
})
export type Actor = z.infer<typeof Actor>

export const HARM_KINDS = ["killed", "wounded", "captured", "displaced", "missing"] as const
export const HARM_WHO = ["civilians", "children", "women", "combatants", "commanders", "people"] as const

/** "at least 12" → 12, null; "around 40" → 40, 40, approximate; "heavy casualties" → null, null. */
export const Harm = z
  .strictObject({
    kind: z.enum(HARM_KINDS),
    who: z.enum(HARM_WHO),
    min: z.int().nonnegative().nullable(),
    max: z.int().nonnegative().nullable(),
    approximate: z.boolean(),
    /** True for a total over many incidents ("since January 212 killed"). */
    cumulative: z.boolean().optional(),
    /** True where the figure is part of another of the same mention ("including four children"). */
    partOf: z.boolean().optional(),
  })
  .refine((h) => h.min === null || h.max === null || h.min <= h.max, "min is not above max")
export type Harm = z.infer<typeof Harm>

export const SPEAKER_KINDS = [
  "state",
  "military",
  "armed-group",
  "monitor",
  "agency",
  "outlet",
  "international",
  "aid",
  "medic",
  "activist",
  "witness",
  "local",
  "official",
  "person",
  "unknown",
] as const

/** Whom a report cites. */
export const Speaker = z.strictObject({
  name: z.string().min(1),
  speakerId: z.string().nullable(),
  kind: z.enum(SPEAKER_KINDS),
})
export type Speaker = z.infer<typeof Speaker>

/** What was hit, destroyed, seized or used: "tunnel", "bunker-busting bombs". */
export const Thing = z.strictObject({
  name: z.string().min(1),
  role: z.enum(["object", "instrument"]),
})
export type Thing = z.infer<typeof Thing>

/** One event as one report tells it. */
export const Mention = z.strictObject({
  id: z.string().min(1),
  report: z.string().min(1),
  type: attested(EventType),
  modality: attested(Modality),
  trigger: Quote,
  /** The telling sentence. */
  quote: Quote,
  /** Further sentences of the same report on the same event. */
  also: z.array(Quote),
  when: attested(When).nullable(),
  /** Most specific first. */
  where: z.array(attested(Where)),
  actors: z.array(attested(Actor)),
  targets: z.array(attested(Actor)),
  things: z.array(attested(Thing)),
  harm: z.array(attested(Harm)),
  /** Citation chain, nearest first. */
  saidBy: z.array(attested(Speaker)),
  /** True for history that the report tells beside its news; it then has its own, earlier date. */
  background: z.boolean(),
  by: z.string().min(1),
})
export type Mention = z.infer<typeof Mention>

/** One line per report, in input order. */
export const Coded = z.strictObject({
  report: z.string().min(1),
  head: ReportHead,
  mentions: z.array(Mention),
  issues: z.array(Issue),
})
export type Coded = z.infer<typeof Coded>
