import { describe, expect, it } from "vitest"
import { dayOrderOf, readDates } from "../../../src/lang/en/dates.ts"

function words(text: string): string[] {
  return readDates(text).map((d) => text.slice(d.start, d.end))
}

describe("readDates", () => {
  it.each([
    ["The base fell on Friday.", "Friday"],
    ["It was hit late on Thursday.", "late on Thursday"],
    ["It was hit on Thursday night.", "Thursday night"],
    ["On December 13, 2018 the base fell.", "December 13, 2018"],
    ["It fell on Dec. 13.", "Dec. 13"],
    ["It fell on the 5th of May 2016.", "5th of May 2016"],
    ["Tue, 4 Apr 2017", "Tue, 4 Apr 2017"],
    ["It fell in early March.", "early March"],
    ["It fell in mid-June, officers said.", "mid-June"],
    ["It fell in late 2016.", "late 2016"],
    ["It fell in the summer of 2016.", "summer of 2016"],
    ["It fell in July last year.", "July last year"],
    ["The 2011 uprising began there.", "2011"],
    ["On 12 March 20 people were killed.", "12 March"],
    ["Since January 212 have died.", "January"],
    ["In July 9 people died.", "July"],
    ["It ran from 3 to 5 May.", "3 to 5 May"],
    ["It ran between Monday and Wednesday.", "Monday and Wednesday"],
    ["It fell in recent days.", "in recent days"],
    ["It fell two days ago.", "two days ago"],
    ["It fell the next day.", "the next day"],
    ["It fell over the weekend.", "the weekend"],
  ])("%s", (text, date) => {
    expect(words(text)).toEqual([date])
  })

  it.each([
    "Two Su-34 jets and an F-16 took off.",
    "A 33-m tunnel was found.",
    "Over 20.000 persons fled.",
    "It sent 1,200 troops.",
    "The 9/11 attacks were recalled.",
    "The siren went at 10:35.",
    "A 12-year-old was hurt.",
    "Shells fell in 20 villages.",
    "It holds 2000 people in 2000 homes.",
    "They may march on the base.",
    "The Black Friday sales began.",
    "The Sunday Times wrote it.",
    "It was the fall of the city.",
    "They fought day and night for hours.",
    "The last days of the war were bitter.",
    "Rounds of 24/7 shelling.",
    "Version 1.2.3 of the report.",
  ])("finds no date in: %s", (text) => {
    expect(words(text)).toEqual([])
  })

  it("tells a clause that looks forward", () => {
    const ahead = (text: string) => readDates(text).map((d) => d.future)
    expect(ahead("Talks will resume on Monday.")).toEqual([true])
    expect(ahead("On Monday, talks will resume.")).toEqual([true])
    expect(ahead("Talks will resume, he said on Monday.")).toEqual([false])
    expect(ahead("They will appeal Monday's ruling.")).toEqual([false])
    expect(ahead("The bid, due to expire last Thursday, was extended.")).toEqual([false])
  })

  it("reads the order of day and month off a text's clear dates", () => {
    expect(dayOrderOf("20/07/2018 and 03/04/2019")).toBe(true)
    expect(dayOrderOf("07/20/2018 and 03/04/2019")).toBe(false)
    expect(dayOrderOf("03/04/2019")).toBeNull()
    expect(dayOrderOf("20/07/2018 and 07/20/2018")).toBeNull()
  })
})
