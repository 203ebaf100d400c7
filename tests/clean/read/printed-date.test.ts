import { describe, expect, it } from "vitest"
import { findPrintedDates, readDate } from "../../../src/clean/read/printed-date.ts"

const values = (text: string, locale: string | null = null) => findPrintedDates(text, locale).map(({ value }) => value)

describe("findPrintedDates", () => {
  it.each([
    ["20 July 2017 13:25", "2017-07-20T13:25"],
    ["Fri 07 Apr 2017 at 0914 in the town", "2017-04-07T09:14"],
    ["July 20, 2017", "2017-07-20"],
    ["March 3rd, 2019 1:25 pm", "2019-03-03T13:25"],
    ["Sept. 9, 2014", "2014-09-09"],
    ["2017-07-20T13:25:00+0300", "2017-07-20T13:25:00+03:00"],
    ["Thu, 20 Jul 2017 13:25:00 GMT", "2017-07-20T13:25:00Z"],
    ["3. März 2019", "2019-03-03"],
    ["le 1er août 2016 à 18h05", "2016-08-01T18:05"],
    ["20 de julho de 2017", "2017-07-20"],
    ["15 февраля 2018", "2018-02-15"],
    ["3 березня 2019 р.", "2019-03-03"],
    ["3 مارس 2019", "2019-03-03"],
    ["٣ آذار ٢٠١٩", "2019-03-03"],
    ["20 במרץ 2019", "2019-03-20"],
    ["2019年3月5日", "2019-03-05"],
    ["13/04/2017", "2017-04-13"],
    ["04.03.2017", "2017-03-04"],
  ])("%s", (text, value) => expect(values(text)).toEqual([value]))

  it.each([
    "31 February 2019",
    "May 2019 was hot",
    "in 1439 on 7 Dhul-Qada",
    "1.2.3",
    "5 killed, 2019 wounded",
    "99/99/2019",
  ])("no date: %s", (text) => expect(values(text)).toEqual([]))

  it("reads 03/04/2017 only where the locale tells the order", () => {
    expect(values("03/04/2017")).toEqual([])
    expect(values("03/04/2017", "en-US")).toEqual(["2017-03-04"])
    expect(values("03/04/2017", "en-GB")).toEqual(["2017-04-03"])
    expect(values("03/04/2017", "fr")).toEqual(["2017-04-03"])
  })

  it("says when it guessed the order", () => {
    expect(findPrintedDates("03-04-2017")).toMatchObject([{ value: "2017-04-03", guessed: true }])
    expect(findPrintedDates("05-05-2017")).toMatchObject([{ guessed: false }])
    expect(findPrintedDates("13-04-2017")).toMatchObject([{ guessed: false }])
  })

  it("gives offsets of the words", () => {
    const text = "Published: 20 July 2017 13:25 | 4 comments"
    expect(findPrintedDates(text).map(({ start, end }) => text.slice(start, end))).toEqual(["20 July 2017 13:25"])
  })

  it("takes time linear in the length of hostile input", () => {
    const started = performance.now()
    findPrintedDates("1 may ".repeat(200_000))
    findPrintedDates("1.".repeat(500_000))
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe("readDate", () => {
  it("reads compact and fractional forms", () => {
    expect(readDate("20170720")).toBe("2017-07-20")
    expect(readDate("2017-07-20T13:25:00.123456Z")).toBe("2017-07-20T13:25:00Z")
    expect(readDate("yesterday")).toBeNull()
  })
})
