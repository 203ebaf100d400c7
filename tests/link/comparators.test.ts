import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { COMPARATORS } from "../../src/link/compare/index.ts"
import { MEETING_TYPES, TYPE_PAIRS } from "../../src/link/compare/type-pairs.ts"
import { RULES } from "../../src/link/rules.ts"
import { DEFAULT_MODEL, scorePair } from "../../src/link/score.ts"
import { tellingsOf } from "../../src/link/telling.ts"
import { EVENT_TYPES, type Harm, type Where } from "../../src/schema/index.ts"
import { desk } from "../invariants/desk-arbitrary.ts"
import { actor, killed, type MentionSpec, report, town } from "./make.ts"

const pairs = desk
  .map((coded) => tellingsOf(coded, { "a:North Front": "a:Borland" }))
  .filter((tellings) => tellings.length > 1)
  .chain((tellings) => fc.tuple(fc.constantFrom(...tellings), fc.constantFrom(...tellings)))

describe.each(COMPARATORS)("comparator $id", (comparator) => {
  it("is symmetric, stays from -1 to 1 and explains itself whatever it is given", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const score = comparator.score(a, b)
        expect(comparator.score(b, a)).toBe(score)
        if (score !== null) expect(Math.abs(score)).toBeLessThanOrEqual(1)
        expect(comparator.words(a, b).length).toBeGreaterThan(3)
      }),
      { numRuns: 150 },
    )
  })

  it("has a weight that gives its reason", () => {
    expect(DEFAULT_MODEL.weights[comparator.id]?.why).toMatch(/\w{4}/)
  })
})

describe("rules and score", () => {
  it.each(RULES)("rule $id is symmetric", (rule) => {
    fc.assert(fc.property(pairs, ([a, b]) => rule.forbids(a, b) === rule.forbids(b, a)))
  })

  it("knows every comparator that has a weight, and no other", () => {
    expect(Object.keys(DEFAULT_MODEL.weights).sort()).toEqual(COMPARATORS.map((c) => c.id).sort())
  })

  it("is a probability, the same from both sides", () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const p = scorePair(a, b, DEFAULT_MODEL)
        expect(p).toBeGreaterThan(0)
        expect(p).toBeLessThan(1)
        expect(scorePair(b, a, DEFAULT_MODEL)).toBeCloseTo(p, 12)
      }),
    )
  })
})

describe("the table of types", () => {
  it("lists each pair once, of two known and different types, with a reason", () => {
    const keys = TYPE_PAIRS.map((p) => [p.a, p.b].sort().join("|"))
    expect(new Set(keys).size).toBe(keys.length)
    for (const p of TYPE_PAIRS) {
      expect(EVENT_TYPES).toEqual(expect.arrayContaining([p.a, p.b]))
      expect(p.a).not.toBe(p.b)
      expect(p.why.length).toBeGreaterThan(10)
      expect(p.score > 0).toBe(p.relation === "twice")
    }
  })

  it("lets every type meet itself", () => {
    for (const type of EVENT_TYPES) expect(MEETING_TYPES[type][0]).toBe(type)
  })
})

const plain: MentionSpec = { quote: "Warplanes struck the market", day: "2021-03-04" }

function scores(a: Partial<MentionSpec>, b: Partial<MentionSpec>, id: string): number | null {
  const tell = (spec: Partial<MentionSpec>, name: string) => report({ id: name, mentions: [{ ...plain, ...spec }] })
  const [x, y] = tellingsOf([tell(a, "rp_a"), tell(b, "rp_b")], { "a:Air Force": "a:Ardia" })
  const comparator = COMPARATORS.find((c) => c.id === id)
  if (x === undefined || y === undefined || comparator === undefined) throw new Error(`no comparator ${id}`)
  return comparator.score(x, y)
}

function place(a: Where, b: Where): number {
  return scores({ where: [a] }, { where: [b] }, "place") ?? Number.NaN
}

function harm(a: Harm, b: Harm): number | null {
  return scores({ harm: [a] }, { harm: [b] }, "harm")
}

describe("day", () => {
  const day = (a: Partial<MentionSpec>, b: Partial<MentionSpec>) => scores(a, b, "day")
  it("ranks same day over overlap over assumed over next day", () => {
    const same = day({}, {})
    const week = day({}, { day: ["2021-03-01", "2021-03-07"] })
    const month = day({}, { day: ["2021-03-01", "2021-03-31"] })
    const assumed = day({}, { dayCertainty: "assumed" })
    const published = day({}, { day: "2021-03-06", dayCertainty: "assumed" })
    expect(same).toBe(1)
    for (const [more, less] of [
      [same, week],
      [week, month],
      [same, assumed],
      [assumed, published],
    ])
      expect(more).toBeGreaterThan(less as number)
    expect(published).toBeGreaterThan(0)
    expect(day({}, { day: "2021-03-05" })).toBe(-1)
    expect(day({}, { day: null })).toBeNull()
  })

  it("reaches back from an assumed day, never forward", () => {
    expect(day({ day: "2021-03-06" }, { day: "2021-03-04", dayCertainty: "assumed" })).toBeLessThan(0)
  })
})

describe("place", () => {
  const orlan = town("Orlan", 35, 40)
  const north = (km: number, more: Partial<Where> = {}) => town(`${km} km north`, 35 + km / 111.2, 40, more)

  it("weighs the distance against both precisions", () => {
    expect(place(orlan, orlan)).toBe(1)
    expect(place(orlan, north(2))).toBeGreaterThan(0.5)
    expect(place(orlan, north(9))).toBeLessThan(0)
    expect(place(orlan, north(40))).toBe(-0.8)
    expect(place(orlan, north(20, { precision: "near" }))).toBeGreaterThan(0)
    expect(place(orlan, north(200, { precision: "near" }))).toBe(-0.8)
  })

  it("takes a province for what it holds, and for little", () => {
    const vale: Partial<Where> = { admin1: "Upper Vale" }
    const province = town("Upper Vale", 36, 41, { ...vale, precision: "admin1" })
    expect(place({ ...orlan, ...vale }, province)).toBe(0.3)
    expect(place({ ...orlan, admin1: "Coast" }, province)).toBe(-0.8)
    expect(place(orlan, town("Syria", 35, 38, { precision: "country" }))).toBe(0.05)
    expect(place(orlan, town("Iraq", 33, 44, { precision: "country", country: "IQ" }))).toBe(-0.8)
  })

  it("says nothing where there is nothing to compare", () => {
    expect(scores({ where: [] }, { where: [orlan] }, "place")).toBeNull()
    const nowhere = { placeId: null, lat: null, lon: null }
    expect(scores({ where: [{ ...orlan, ...nowhere }] }, { where: [north(2)] }, "place")).toBeNull()
    expect(place({ ...orlan, ...nowhere }, { ...orlan, ...nowhere, name: "ORLAN" })).toBe(1)
  })
})

describe("harm", () => {
  it("takes a shared large figure for much, a shared one for little, contradiction for weak evidence against", () => {
    expect(harm(killed(40), killed(40))).toBe(1)
    expect(harm(killed(1), killed(1))).toBeLessThan(0.2)
    expect(harm(killed(12, null), killed(15))).toBe(0.3)
    expect(harm(killed(12), killed(14))).toBe(-0.1)
    expect(harm(killed(3), killed(40))).toBe(-0.5)
    expect(harm(killed(12), killed(12, 12, "civilians"))).toBeGreaterThan(0.5)
  })

  it("does not compare combatants with civilians, killed with wounded, or figures that count more or less", () => {
    expect(harm(killed(12, 12, "combatants"), killed(12, 12, "civilians"))).toBeNull()
    expect(harm(killed(12), { ...killed(12), kind: "wounded" })).toBeNull()
    expect(harm(killed(12), { ...killed(12), cumulative: true })).toBeNull()
    expect(harm(killed(12), { ...killed(12), partOf: true })).toBeNull()
    expect(harm(killed(null), killed(12))).toBeNull()
  })
})

describe("actors", () => {
  const [ardia, air, rebels] = [actor("Ardia"), actor("Air Force"), actor("Rebels", "rebel-group")]
  const gunmen = actor("gunmen", "unknown", { actorId: null })
  const who = (a: Partial<MentionSpec>, b: Partial<MentionSpec>) => scores(a, b, "actors")

  it("knows the same, kin, others and nobody in particular", () => {
    expect(who({ actors: [ardia] }, { actors: [ardia] })).toBe(1)
    expect(who({ actors: [ardia] }, { actors: [air] })).toBe(0.7)
    expect(who({ actors: [ardia] }, { actors: [rebels] })).toBe(-0.6)
    expect(who({ actors: [ardia] }, { actors: [gunmen] })).toBeNull()
    expect(who({ actors: [gunmen] }, { actors: [gunmen] })).toBe(0.25)
    expect(who({ actors: [ardia], targets: [rebels] }, { actors: [rebels], targets: [ardia] })).toBe(0.3)
    expect(who({ actors: [] }, { actors: [ardia] })).toBeNull()
  })

  it("takes a person for the group", () => {
    const commander = actor("Abu Test", "person", { groupId: "a:Rebels" })
    expect(who({ actors: [commander] }, { actors: [rebels] })).toBe(0.7)
  })
})
