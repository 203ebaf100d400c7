import { contains, overlaps, sliceOf, trimSpan } from "../kit/spans.ts"
import type { Resources } from "../resources.ts"
import type { Actor, Attested, EventType, Harm, Speaker, Thing, When, Where } from "../schema/index.ts"
import type { Draft, ReportView, SentenceView } from "./coder.ts"
import type { HarmHit } from "./resolve/harm.ts"
import { type Attribution, saidByOf } from "./resolve/said-by.ts"
import { chooseDate } from "./resolve/when.ts"
import { whereIn } from "./resolve/where.ts"
import { whoIn } from "./resolve/who.ts"

/** A draft with the values that its own sentence states. */
export interface Filled {
  draft: Draft
  sentence: SentenceView
  when: Attested<When> | null
  where: Attested<Where>[]
  actors: Attested<Actor>[]
  targets: Attested<Actor>[]
  things: Attested<Thing>[]
  /** Each with who says it, who may be another than who tells of the event. */
  tolls: { harm: Attested<Harm>; speakers: Attested<Speaker>[] }[]
  saidBy: Attested<Speaker>[]
}

const BEARS: Record<Harm["kind"], ReadonlySet<EventType>> = {
  killed: new Set<EventType>([
    "armed-clash",
    "air-strike",
    "shelling",
    "explosion",
    "suicide-attack",
    "chemical-attack",
    "attack-on-civilians",
    "execution",
    "riot",
    "protest",
    "siege",
    "territory-taken",
    "destruction",
    "abduction",
    "sexual-violence",
  ]),
  wounded: new Set<EventType>([
    "armed-clash",
    "air-strike",
    "shelling",
    "explosion",
    "suicide-attack",
    "chemical-attack",
    "attack-on-civilians",
    "riot",
    "protest",
    "territory-taken",
    "destruction",
  ]),
  captured: new Set<EventType>(["arrest", "abduction", "surrender", "armed-clash", "territory-taken"]),
  displaced: new Set<EventType>(["displacement", "evacuation"]),
  missing: new Set<EventType>(["abduction", "air-strike", "shelling", "explosion", "armed-clash", "displacement"]),
}

export function bearsHarm(type: EventType, kind: Harm["kind"]): boolean {
  return BEARS[kind].has(type)
}

export function fill(
  view: ReportView,
  draft: Draft,
  said: readonly Attribution[],
  resources: Resources,
  by: string,
): Filled {
  const s = view.sentences[draft.sentence] as SentenceView
  const cues = said.map((a) => a.cue)
  const ahead = draft.modality === "planned" || draft.modality === "threatened" || draft.modality === "hypothetical"
  const hit = chooseDate(s.dates, s.parse.sentence, draft.trigger, { future: ahead })
  return {
    draft,
    sentence: s,
    when: hit
      ? {
          value: hit.when,
          certainty: hit.certainty,
          spans: [hit.span],
          raw: sliceOf(view.text, hit.span),
          by,
          why: hit.why,
        }
      : null,
    where: whereIn(s, draft, cues).map((w) => ({ ...w, by })),
    actors: doers(view, s, draft, said, resources, by),
    targets: whoIn(view, s, draft.targets, resources.actors, by),
    things: thingsOf(view, draft, by),
    tolls: [],
    saidBy: saidByOf(said, draft.trigger),
  }
}

/** Deeds of armed people: a phrase beside them that names the unarmed names no doer. */
const ARMED_DEEDS = new Set<EventType>([
  "armed-clash",
  "air-strike",
  "shelling",
  "explosion",
  "chemical-attack",
  "siege",
])
const UNARMED = new Set<Actor["kind"]>(["civilians", "aid-workers", "journalists"])

/** Who did it; of what is announced without a doer ("said there would be a campaign"), who announces it. */
function doers(
  view: ReportView,
  s: SentenceView,
  draft: Draft,
  said: readonly Attribution[],
  resources: Resources,
  by: string,
): Attested<Actor>[] {
  const named = whoIn(view, s, draft.actors, resources.actors, by).filter(
    (a) => !(ARMED_DEEDS.has(draft.type) && UNARMED.has(a.value.kind)),
  )
  if (named.length > 0 || (draft.modality !== "planned" && draft.modality !== "threatened")) return named
  const announcer = said.find((a) => contains(a.scope, draft.trigger))
  if (!announcer) return []
  return whoIn(view, s, [announcer.cue], resources.actors, by)
    .filter((a) => a.value.kind !== "person" && a.value.kind !== "civilians")
    .map((a) => ({ ...a, certainty: a.certainty === "stated" ? "inferred" : a.certainty, why: "actor/announced-by" }))
}

function thingsOf(view: ReportView, draft: Draft, by: string): Attested<Thing>[] {
  const things: Attested<Thing>[] = []
  for (const { span: wide, role } of draft.things) {
    const span = trimSpan(view.text, wide)
    if (!span) continue
    const raw = sliceOf(view.text, span)
    const name = raw.replace(/^(the|a|an|their|his|its)\s+/i, "")
    if (name !== "" && !things.some((t) => t.value.name === name))
      things.push({ value: { name, role }, certainty: "stated", spans: [span], raw, by })
  }
  return things
}

/** Gives every toll of a sentence to one draft: the one with that trigger, else the nearest that can bear it, its clause first. */
export function giveHarm(
  view: ReportView,
  filled: readonly Filled[],
  said: readonly Attribution[][],
  by: string,
): void {
  for (const s of view.sentences) {
    const here = filled.filter((f) => f.sentence === s)
    for (const hit of s.harms) {
      const owner =
        ownerOf(
          hit.trigger.start,
          here,
          (f) => overlaps(f.draft.trigger, hit.trigger) && bearsHarm(f.draft.type, hit.harm.kind),
        ) ??
        ownerOf(
          hit.trigger.start,
          here,
          (f) => contains(f.draft.clause, hit.trigger) && bearsHarm(f.draft.type, hit.harm.kind),
        ) ??
        ownerOf(hit.trigger.start, here, (f) => bearsHarm(f.draft.type, hit.harm.kind))
      if (owner) addVictims(view, owner, s, hit, by)
      owner?.tolls.push({
        speakers: saidByOf(said[s.index] ?? [], hit.span),
        harm: {
          value: hit.harm,
          certainty: hit.certainty,
          spans: [hit.span],
          raw: sliceOf(view.text, hit.span),
          by,
          why: hit.why,
        },
      })
    }
  }
}

/** Who was harmed is who was hit, where the grammar of the trigger names nobody. */
function addVictims(view: ReportView, owner: Filled, s: SentenceView, hit: HarmHit, by: string): void {
  if (owner.targets.length > 0 || hit.harm.kind === "missing") return
  const victims = s.actors.filter(
    (a) =>
      overlaps(a.span, hit.span) &&
      !owner.actors.some((x) => x.value.actorId === a.actor.actorId && x.value.name === a.actor.name),
  )
  owner.targets.push(
    ...victims.map((a) => ({
      value: a.actor,
      certainty: a.certainty,
      spans: [a.span],
      raw: sliceOf(view.text, a.span),
      by,
      why: "actor/harmed",
    })),
  )
}

function ownerOf(at: number, filled: readonly Filled[], fits: (f: Filled) => boolean): Filled | undefined {
  const rank = (f: Filled) => Number(f.draft.weak) * 10_000 + Math.abs(f.draft.trigger.start - at)
  return filled.filter(fits).sort((a, b) => rank(a) - rank(b))[0]
}
