import { describe, expect, it } from "vitest"
import { bCubed, bestAssignment, ceafOf, ceafTotal, muc, overMergeRate } from "../../eval/coref-metrics.ts"

// The worked example of Luo 2005, section 2: twelve mentions in three entities, and a response that merges two of them.
const GOLD = ["1 2 3 4 5", "6 7", "8 9 A B C"].map((g) => g.split(" "))
const MERGED = ["1 2 3 4 5", "6 7 8 9 A B C"].map((g) => g.split(" "))
const WORSE = ["1 2 3 4 5 8 9 A B C", "6 7"].map((g) => g.split(" "))

describe("coreference metrics", () => {
  it("gives the published figures", () => {
    expect(muc(GOLD, MERGED).f1).toBeCloseTo(0.947, 3)
    expect(bCubed(GOLD, MERGED).f1).toBeCloseTo(0.865, 3)
    expect(muc(GOLD, WORSE).f1).toBeCloseTo(0.947, 3)
    expect(bCubed(GOLD, WORSE).f1).toBeCloseTo(0.737, 3)
    expect(ceafOf(ceafTotal(GOLD, MERGED), 3, 2).f1).toBeCloseTo(0.733, 3)
    expect(ceafOf(ceafTotal(GOLD, WORSE), 3, 2).f1).toBeCloseTo(0.667, 3)
  })

  it("is perfect on the gold itself", () => {
    for (const f of [bCubed(GOLD, GOLD), muc(GOLD, GOLD), ceafOf(ceafTotal(GOLD, GOLD), 3, 3)]) expect(f.f1).toBe(1)
    expect(overMergeRate(GOLD, GOLD)).toBe(0)
  })

  it("counts glued pairs", () => {
    expect(overMergeRate(GOLD, MERGED)).toBeCloseTo(10 / 31)
    expect(overMergeRate(GOLD, [])).toBe(0)
  })

  it("finds the best assignment, not the greedy one", () => {
    expect(bestAssignment([])).toBe(0)
    expect(
      bestAssignment([
        [10, 9],
        [9, 1],
      ]),
    ).toBe(18)
    expect(bestAssignment([[1, 2, 3]])).toBe(3)
    expect(bestAssignment([[5], [7], [6]])).toBe(7)
  })
})
