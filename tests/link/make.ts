import { mentionId } from "../../src/kit/ids.ts"
import { sketchOf } from "../../src/kit/minhash.ts"
import type {
  Actor,
  Attested,
  Certainty,
  Coded,
  EventType,
  Harm,
  Judgement,
  Mention,
  Modality,
  Review,
  Speaker,
  Where,
} from "../../src/schema/index.ts"

/** Short forms for mentions and reports in the tests of linking; everything left out is unknown. */
export interface MentionSpec {
  type?: EventType
  modality?: Modality
  quote: string
  trigger?: string
  day?: string | [string, string] | null
  dayCertainty?: Certainty
  where?: Where[]
  actors?: Actor[]
  targets?: Actor[]
  harm?: Harm[]
  saidBy?: Speaker[]
  things?: string[]
  background?: boolean
}

export interface ReportSpec {
  id: string
  outlet?: string | null
  published?: string | null
  wire?: string | null
  text?: string
  mentions: MentionSpec[]
}

const BY = "test@1"

export function attest<T>(value: T, certainty: Certainty = "stated"): Attested<T> {
  return { value, certainty, spans: certainty === "assumed" ? [] : [{ start: 0, end: 1 }], raw: null, by: BY }
}

export function town(name: string, lat: number, lon: number, more: Partial<Where> = {}): Where {
  return {
    name,
    placeId: `t:${name}`,
    lat,
    lon,
    radiusKm: null,
    precision: "exact",
    country: "SY",
    admin1: null,
    ...more,
  }
}

export function actor(name: string, kind: Actor["kind"] = "state-force", more: Partial<Actor> = {}): Actor {
  return { name, actorId: `a:${name}`, kind, ...more }
}

export function speaker(name: string, kind: Speaker["kind"], speakerId: string | null = `s:${name}`): Speaker {
  return { name, speakerId, kind }
}

export function killed(min: number | null, max: number | null = min, who: Harm["who"] = "people"): Harm {
  return { kind: "killed", who, min, max, approximate: false }
}

function whenOf({ day = null, dayCertainty = "stated" }: MentionSpec): Mention["when"] {
  if (day === null) return null
  const [start, end] = typeof day === "string" ? [day, day] : day
  const days = (Date.parse(end) - Date.parse(start)) / 86_400_000
  const precision = days === 0 ? "day" : days < 8 ? "week" : days < 32 ? "month" : "year"
  return attest({ start, end, precision }, dayCertainty)
}

export function mention(report: string, spec: MentionSpec, at: number): Mention {
  const type = spec.type ?? "air-strike"
  const start = at * 1000
  const trigger = spec.trigger ?? spec.quote.split(" ")[0] ?? "x"
  return {
    id: mentionId(report, type, spec.quote),
    report,
    type: attest(type),
    modality: attest(spec.modality ?? "actual"),
    trigger: { start, end: start + trigger.length, text: trigger },
    quote: { start, end: start + spec.quote.length, text: spec.quote },
    also: [],
    when: whenOf(spec),
    where: (spec.where ?? []).map((w) => attest(w)),
    actors: (spec.actors ?? []).map((a) => attest(a)),
    targets: (spec.targets ?? []).map((a) => attest(a)),
    things: (spec.things ?? []).map((name) => attest({ name, role: "object" as const })),
    harm: (spec.harm ?? []).map((h) => attest(h)),
    saidBy: (spec.saidBy ?? []).map((s) => attest(s)),
    background: spec.background ?? false,
    by: BY,
  }
}

export function report(spec: ReportSpec): Coded {
  return {
    report: spec.id,
    head: {
      outlet: spec.outlet === undefined ? `outlet of ${spec.id}` : spec.outlet,
      url: null,
      title: null,
      lang: "en",
      published: spec.published ?? null,
      wire: spec.wire ?? null,
      sketch: spec.text === undefined ? [] : sketchOf(spec.text),
    },
    mentions: spec.mentions.map((m, i) => mention(spec.id, m, i)),
    issues: [],
  }
}

let decisions = 0

export function judgement(
  verdict: Judgement["verdict"],
  a: string,
  b: string,
  more: Partial<Judgement> = {},
): Judgement {
  decisions++
  const at = new Date(Date.UTC(2020, 0, 1) + decisions * 60_000).toISOString()
  return { id: `j${decisions}`, by: "human:ana", at, why: null, supersedes: null, a, b, verdict, ...more }
}

export function review(
  verdict: Review["verdict"],
  of: string,
  field: Review["field"],
  more: Partial<Review> = {},
): Review {
  decisions++
  const at = new Date(Date.UTC(2020, 0, 1) + decisions * 60_000).toISOString()
  return { id: `r${decisions}`, by: "ana", at, why: null, supersedes: null, mention: of, field, verdict, ...more }
}
