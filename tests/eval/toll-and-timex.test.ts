import { describe, expect, it } from "vitest"
import { predictTollsBySentence, scoreFakesToll, type TollRecord } from "../../eval/harm.ts"
import { isRightValue, readTimeml } from "../../eval/when.ts"
import { findDates } from "../../src/code/resolve/when.ts"

function record(text: string, civilians: number, nonCivilians = 0): TollRecord {
  return { id: text, text, civilians, nonCivilians, children: 0, women: 0 }
}

function score(...records: TollRecord[]) {
  return scoreFakesToll(records, new Map(records.map((r) => [r.id, predictTollsBySentence(r.text)])))
}

describe("scoreFakesToll", () => {
  it("takes the first counted toll as the main one, before vague words and totals", () => {
    const text = "Dozens died. A raid killed 12 people. Shells killed 5 others. Since May 900 people have died."
    expect(score(record(text, 12)).metrics).toEqual({ tollAny: 1, tollMain: 1, tollFound: 1 })
    expect(score(record(text, 5)).metrics).toEqual({ tollAny: 1, tollMain: 0, tollFound: 1 })
    expect(score(record(text, 7)).metrics).toEqual({ tollAny: 0, tollMain: 0, tollFound: 1 })
  })

  it("adds up the kinds of people of one mention", () => {
    expect(score(record("Five women and a child were killed.", 6)).metrics.tollMain).toBe(1)
  })

  it("reads 'more than 30' as 30 printed", () => {
    expect(score(record("More than 30 people were killed.", 30)).metrics.tollMain).toBe(1)
  })

  it("leaves out reports without a labelled toll, and counts a missing prediction as wrong", () => {
    expect(score(record("Nothing happened.", 0)).n).toBe(0)
    expect(scoreFakesToll([record("Two died.", 2)], new Map()).metrics.tollAny).toBe(0)
  })
})

const TIMEML = `<?xml version="1.0" ?><TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2017-07-21" functionInDocument="CREATION_TIME">07/21/2017</TIMEX3></DCT>
<TEXT>The A&amp;B dam <EVENT eid="e1">fell</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2017-07-20">Thursday</TIMEX3>, after <TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>.</TEXT></TimeML>`

describe("TimeBank", () => {
  it("reads bare text and dates at their place", () => {
    const document = readTimeml("x.tml", TIMEML)
    expect(document?.text).toBe("The A&B dam fell on Thursday, after two days.")
    expect(document?.published).toBe("2017-07-21")
    expect(document?.dates).toEqual([{ start: 20, end: 28, value: "2017-07-20" }])
    expect(readTimeml("y.tml", "<TimeML><TEXT>No day.</TEXT></TimeML>")).toBeNull()
  })

  it.each([
    ["It fell on Thursday.", "2017-07-20", true],
    ["It fell on Thursday.", "2017-07-13", false],
    ["It fell last week.", "2017-W28", true],
    ["It fell in June.", "2017-06", true],
    ["It has burned since May.", "2017-05", true],
    ["It fell in 2011.", "2011", true],
    ["It fell in 2011.", "2011-05-02", false],
  ])("%s is %s: %s", (text, gold, right) => {
    const hit = findDates(text, "2017-07-21").value[0]
    expect(hit && isRightValue(hit, gold)).toBe(right)
  })
})
