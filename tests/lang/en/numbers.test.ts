import { describe, expect, it } from "vitest"
import { readQuantities } from "../../../src/lang/en/numbers.ts"
import { tagEnglish } from "../../../src/lang/en/tag.ts"

type Row = [text: string, words: string, min: number | null, max: number | null, approximate?: boolean]

const QUANTITIES: Row[] = [
  ["They saw 12 men.", "12", 12, 12],
  ["They saw 1,200 men.", "1,200", 1200, 1200],
  ["Over 20.000 people came.", "Over 20.000", 20001, null],
  ["They saw 1 200 men.", "1 200", 1200, 1200],
  ["thirty-five men came", "thirty-five", 35, 35],
  ["Thirty one men came", "Thirty one", 31, 31],
  ["two hundred and fifty-three men came", "two hundred and fifty-three", 253, 253],
  ["twenty thousand men came", "twenty thousand", 20000, 20000],
  ["at least 12 men came", "at least 12", 12, null],
  ["no fewer than 9 men came", "no fewer than 9", 9, null],
  ["more than 30 men came", "more than 30", 31, null],
  ["upwards of 30 men came", "upwards of 30", 31, null],
  ["up to 40 men came", "up to 40", null, 40],
  ["fewer than 40 men came", "fewer than 40", null, 39],
  ["nearly 50 men came", "nearly 50", 50, 50, true],
  ["some 50 men came", "some 50", 50, 50, true],
  ["at least another 14 men came", "at least another 14", 14, null],
  ["between 20 and 30 men came", "between 20 and 30", 20, 30],
  ["20 to 25 men came", "20 to 25", 20, 25],
  ["20-30 men came", "20-30", 20, 30],
  ["12 or 13 men came", "12 or 13", 12, 13],
  ["12 or more men came", "12 or more", 12, null],
  ["a dozen men came", "a dozen", 12, 12, true],
  ["two dozen men came", "two dozen", 24, 24, true],
  ["half a million men came", "half a million", 500000, 500000, true],
  ["1.2 million men came", "1.2 million", 1200000, 1200000],
  ["dozens of men came", "dozens", 24, null, true],
  ["scores of men came", "scores", 40, null, true],
  ["tens of men came", "tens", 20, null, true],
  ["hundreds of men came", "hundreds", 200, null, true],
  ["tens of thousands of men came", "tens of thousands", 20000, null, true],
  ["several hundred men came", "several hundred", 300, null, true],
  ["several men came", "several", 3, null, true],
  ["a number of men came", "a number", null, null, true],
  ["nobody came", "nobody", 0, 0],
]

const NO_QUANTITY = [
  "a fire on 12 May",
  "a fire on May 12",
  "a fire in 2016",
  "the boy is 12 years old",
  "it cost $30",
  "some 45% of it",
  "under Resolution 2254",
  "the road to Homs",
]

function read(text: string) {
  return tagEnglish(text).flatMap(({ tokens }) =>
    readQuantities(tokens).map((q) => ({
      words: text.slice(tokens[q.first]?.start, tokens[q.last]?.end),
      min: q.min,
      max: q.max,
      approximate: q.approximate,
      needsNoun: q.needsNoun,
    })),
  )
}

describe("readQuantities", () => {
  it.each(QUANTITIES)("%s", (text, words, min, max, approximate = false) => {
    expect(read(text)[0]).toMatchObject({ words, min, max, approximate })
  })

  it.each(NO_QUANTITY)("finds no count in: %s", (text) => {
    expect(read(text).filter((q) => !q.needsNoun)).toEqual([])
  })

  it("keeps the ends of a rise apart", () => {
    expect(read("It rose from 20 to 70.").map((q) => q.words)).toEqual(["20", "70"])
  })
})
