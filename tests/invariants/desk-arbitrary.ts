import fc from "fast-check"
import type { Coded, Judgement, Review } from "../../src/schema/index.ts"
import { type MentionSpec, type ReportSpec, report, town } from "../link/make.ts"

/** Random desks that are crowded on purpose: few places, days, actors and words, so that mentions meet and disagree. */

const PLACES = [
  town("Orlan", 35.1, 40.4, { admin1: "Upper Vale" }),
  town("Brisk", 35.14, 40.43, { admin1: "Upper Vale" }),
  town("Upper Vale", 35.3, 40.6, { precision: "admin1", admin1: "Upper Vale" }),
  town("Far Quay", 33.2, 36.1, { admin1: "Coast" }),
]
const WORDS = "market bridge struck shelled convoy school nine dead rebels army night dawn".split(" ")
const ACTORS = ["Ardia", "Borland", "North Front"].map((name) => ({
  name,
  actorId: `a:${name}`,
  kind: "rebel-group" as const,
}))
const GUNMEN = { name: "gunmen", actorId: null, kind: "unknown" as const }

const day = fc.constantFrom("2021-03-04", "2021-03-04", "2021-03-04", "2021-03-04", "2021-03-05", "2021-03-06")

const harm = fc.record({
  kind: fc.constantFrom("killed" as const, "wounded" as const),
  who: fc.constantFrom("people" as const, "civilians" as const),
  min: fc.constantFrom(3, 9, 12, null),
  max: fc.constant(null),
  approximate: fc.boolean(),
})

/** Mostly the value that lets mentions meet, sometimes another. */
function mostly<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(...others) })
}

const mention: fc.Arbitrary<MentionSpec> = fc.record({
  type: mostly("air-strike", "explosion", "shelling", "retreat"),
  modality: mostly("actual", "denied", "planned"),
  quote: fc.array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: 9 }).map((w) => w.join(" ")),
  day: fc.oneof(
    { weight: 8, arbitrary: day },
    { weight: 2, arbitrary: mostly<string | [string, string] | null>(null, ["2021-03-01", "2021-03-31"]) },
  ),
  dayCertainty: mostly("stated", "inferred", "assumed"),
  where: mostly([PLACES[0]], ...PLACES.map((p) => [p]), []).map((list) => list.filter((p) => p !== undefined)),
  actors: mostly([ACTORS[0]], [ACTORS[1]], [GUNMEN], [ACTORS[2], GUNMEN], []).map((l) =>
    l.filter((a) => a !== undefined),
  ),
  targets: fc.subarray(ACTORS, { maxLength: 1 }),
  harm: fc.array(harm, { maxLength: 2 }),
  background: fc.boolean(),
})

const head = fc.record({
  outlet: fc.constantFrom("Daily Bell", "Harbour Post", null),
  published: fc.constantFrom("2021-03-05", "2021-03-05T18:00:00Z", "2021-03-06T01:00:00+03:00", null),
  wire: fc.constantFrom("Reuters", null, null),
})

/** Mention ids depend on report, type and quote: two alike in one report would be one. */
function distinct(spec: ReportSpec): ReportSpec {
  return { ...spec, mentions: spec.mentions.map((m, i) => ({ ...m, quote: `${m.quote} no ${i}` })) }
}

export const desk: fc.Arbitrary<Coded[]> = fc
  .array(fc.record({ head, mentions: fc.array(mention, { minLength: 0, maxLength: 4 }) }), { maxLength: 8 })
  .map((list) => list.map(({ head: h, mentions }, i) => report(distinct({ id: `rp_${i}`, ...h, mentions }))))

export function mentionIds(coded: readonly Coded[]): string[] {
  return coded.flatMap((c) => c.mentions.map((m) => m.id))
}

const at = fc.integer({ min: 0, max: 9 }).map((m) => `2022-01-01T00:0${m}:00Z`)

/** Judgements between mentions of a desk, some of them contradicting, superseding or withdrawing others. */
export function judgementsOn(ids: readonly string[]): fc.Arbitrary<Judgement[]> {
  if (ids.length < 2) return fc.constant([])
  const one = fc.record({
    by: fc.constant("human:ana"),
    at,
    why: fc.constant(null),
    supersedes: fc.constantFrom(null, null, "j0", "j1"),
    a: fc.constantFrom(...ids),
    b: fc.constantFrom(...ids),
    verdict: fc.constantFrom(
      "same" as const,
      "same" as const,
      "different" as const,
      "different" as const,
      "unsure" as const,
      "withdrawn" as const,
    ),
  })
  return fc.array(one, { maxLength: 12 }).map((list) => list.map((j, i) => ({ id: `j${i}`, ...j })))
}

export const deskWithJudgements = desk.chain((coded) =>
  fc.record({
    coded: fc.constant(coded),
    judgements: judgementsOn(mentionIds(coded)),
    reviews: fc.constant<Review[]>([]),
  }),
)
