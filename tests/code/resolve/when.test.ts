import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { assumedWhen, chooseDate, findDates } from "../../../src/code/resolve/when.ts"
import { tagEnglish } from "../../../src/lang/en/tag.ts"
import { When } from "../../../src/schema/index.ts"

/** A Friday. */
const PUBLISHED = "2017-07-21"

function read(text: string, published: string | null = PUBLISHED) {
  return findDates(text, published).value.map((h) => {
    const { start, end, precision } = h.when
    return `${text.slice(h.span.start, h.span.end)} | ${start === end ? start : `${start}..${end}`} ${precision} ${h.certainty} ${h.why}`
  })
}

function value(text: string, published: string | null = PUBLISHED): string[] {
  return findDates(text, published).value.map((h) =>
    h.when.start === h.when.end ? h.when.start : `${h.when.start}..${h.when.end}`,
  )
}

describe("findDates from the publication day", () => {
  it.each([
    ["It fell on Thursday.", "2017-07-20"],
    ["It fell on Friday.", "2017-07-21"],
    ["It fell on Saturday.", "2017-07-15"],
    ["It fell last Friday.", "2017-07-14"],
    ["It fell on Monday last week.", "2017-07-10"],
    ["It fell yesterday.", "2017-07-20"],
    ["It fell overnight.", "2017-07-20..2017-07-21"],
    ["It fell last night.", "2017-07-20..2017-07-21"],
    ["It fell earlier today.", "2017-07-21"],
    ["It fell this morning.", "2017-07-21"],
    ["It fell last week.", "2017-07-10..2017-07-16"],
    ["It fell earlier this week.", "2017-07-17..2017-07-21"],
    ["It fell last month.", "2017-06-01..2017-06-30"],
    ["It fell earlier this year.", "2017-01-01..2017-07-21"],
    ["It fell over the weekend.", "2017-07-15..2017-07-16"],
    ["It fell in recent days.", "2017-07-14..2017-07-21"],
    ["It fell during the past hours.", "2017-07-20..2017-07-21"],
    ["It fell in the last 48 hours.", "2017-07-19..2017-07-21"],
    ["It fell two days ago.", "2017-07-19"],
    ["It fell three weeks ago.", "2017-06-27..2017-07-03"],
    ["It fell two months ago.", "2017-05-01..2017-05-31"],
    ["It fell in June.", "2017-06-01..2017-06-30"],
    ["It fell in July.", "2017-07-01..2017-07-21"],
    ["It fell in September.", "2016-09-01..2016-09-30"],
    ["It fell in early March.", "2017-03-01..2017-03-10"],
    ["It fell in mid-June.", "2017-06-11..2017-06-20"],
    ["It fell in July last year.", "2016-07-01..2016-07-31"],
    ["It fell last summer.", "2016-06-01..2016-08-31"],
    ["It fell in August 2013.", "2013-08-01..2013-08-31"],
    ["It fell in 2011.", "2011-01-01..2011-12-31"],
    ["It fell on 20 July.", "2017-07-20"],
    ["It fell on 25 July.", "2016-07-25"],
    ["It fell on Tuesday, 4 April.", "2017-04-04"],
    ["It fell on 15.04.2017.", "2017-04-15"],
    ["It fell on 2017-04-15.", "2017-04-15"],
    ["It lasted from 3 to 5 May.", "2017-05-03..2017-05-05"],
    ["It lasted from 28 April to 5 May.", "2017-04-28..2017-05-05"],
    ["It lasted from Monday to Wednesday.", "2017-07-17..2017-07-19"],
    ["Since January, 212 have died.", "2017-01-01..2017-07-21"],
    ["It fell on 29 February 2016.", "2016-02-29"],
  ])("%s", (text, day) => {
    expect(value(text)).toEqual([day])
  })

  it("resolves forward what lies ahead, and says so", () => {
    expect(read("Talks will resume on Monday.")).toEqual(["Monday | 2017-07-24 day inferred when/future"])
    expect(read("They meet again next week.")).toEqual(["next week | 2017-07-24..2017-07-30 week inferred when/future"])
    expect(read("An assault will begin within days.")).toEqual([
      "within days | 2017-07-21..2017-07-28 week inferred when/future",
    ])
    expect(read("It will end by the end of summer.")[0]).toMatch(/when\/future$/)
    expect(read("They must leave by 14 August.")).toEqual([
      "14 August | 2017-07-21..2017-08-14 day inferred when/future",
    ])
    expect(read("It fell tomorrow.")).toEqual(["tomorrow | 2017-07-22 day inferred when/future"])
  })

  it("counts from the day told before", () => {
    expect(value("The base fell on Monday. The dam fell the next day.")).toEqual(["2017-07-17", "2017-07-18"])
    expect(value("The base fell on 3 May 2016. Two days later the dam fell.")).toEqual(["2016-05-03", "2016-05-05"])
    expect(read("The base fell on Monday, a day after rebels left the dam.")[1]).toBe(
      "a day after | 2017-07-16 day inferred when/narrative-of-clause",
    )
    expect(value("The dam fell the next day.")).toEqual([])
  })

  it("states full dates and infers the others", () => {
    expect(read("It fell on 3 May 2016.")).toEqual(["3 May 2016 | 2016-05-03 day stated when/printed"])
    expect(read("It fell on 3 May.")).toEqual(["3 May | 2017-05-03 day inferred when/year-inferred"])
    expect(read("It fell on Monday.")).toEqual(["Monday | 2017-07-17 day inferred when/weekday"])
    expect(read("It fell in 2011.")).toEqual(["2011 | 2011-01-01..2011-12-31 year stated when/printed"])
  })

  it("keeps both readings of a date whose order is open", () => {
    const { value: hits, issues } = findDates("It fell on 03/04/2016.", PUBLISHED)
    expect(hits[0]?.when).toEqual({ start: "2016-03-04", end: "2016-04-03", precision: "month" })
    expect(issues.map((i) => i.code)).toEqual(["when/ambiguous-day-month"])
  })

  it("takes the order from the document, or from what can have been printed by then", () => {
    expect(value("Posted 20/07/2017. It fell on 03/04/2016.")).toEqual(["2017-07-20", "2016-04-03"])
    expect(value("Posted 07/20/2017. It fell on 03/04/2016.")).toEqual(["2017-07-20", "2016-03-04"])
    expect(value("It fell on 07/09/2017.", "2017-07-11")).toEqual(["2017-07-09"])
  })

  it("says when a printed weekday is not that of its date", () => {
    const { issues } = findDates("It fell on Monday, 3 May 2016.", PUBLISHED)
    expect(issues.map((i) => i.code)).toEqual(["when/weekday-mismatch"])
  })
})

const CAPTION = "The mayor is pictured at the bridge on June 5, 2019. (Photo: J. Doe)"

describe("findDates without a publication day", () => {
  it("gives no value and an issue where the text holds no anchor", () => {
    for (const text of [
      "It fell on Friday.",
      "It fell on 25 July.",
      "It fell last week.",
      "It fell in the last days.",
    ]) {
      const { value: hits, issues } = findDates(text, null)
      expect(hits).toEqual([])
      expect(issues.map((i) => i.code)).toEqual(["when/no-anchor"])
    }
  })

  it("counts from a dateline as from the day of publication", () => {
    const text = "Rebels take dam\n\n5 June 2019 14:20\n\nThe dam fell on Tuesday."
    expect(read(text, null)[1]).toBe("Tuesday | 2019-06-04 day inferred when/anchored-on-dateline")
  })

  it("counts weekdays in the week around a picture whose own weekday the text uses", () => {
    // 5 June 2019 was a Wednesday
    const text = `On Thursday, rebels took the dam. The mayor said on Wednesday that he stays. It had begun on Saturday.\n\n${CAPTION}`
    expect(read(text, null).slice(0, 3)).toEqual([
      "Thursday | 2019-06-06 day inferred when/anchored-on-caption",
      "Wednesday | 2019-06-05 day inferred when/anchored-on-caption",
      "Saturday | 2019-06-01 day inferred when/anchored-on-caption",
    ])
  })

  it("gives only the fortnight around a picture whose weekday the text does not use", () => {
    expect(read(`On Thursday, rebels took the dam.\n\n${CAPTION}`, null)[0]).toBe(
      "Thursday | 2019-05-30..2019-06-11 week inferred when/anchored-on-caption",
    )
  })

  it("takes no archive picture, list of dates or history as anchor", () => {
    const file = "Rebels took the dam on Thursday.\n\nFile photo of the dam, pictured on June 5, 2019."
    const history = "The war began on 15 March 2011. Rebels took the dam on Thursday."
    const list = "Archive 14/02/2020 (7) 13/02/2020 (11) 12/02/2020 (9)\n\nRebels took the dam on Thursday."
    for (const text of [file, history, list])
      expect(findDates(text, null).issues.map((i) => i.code)).toContain("when/no-anchor")
  })

  it("counts from a date that names its own weekday", () => {
    const text = "The dam fell on Friday, 7 June 2019, officers said. Fires burned on Thursday."
    expect(value(text, null)).toEqual(["2019-06-07", "2019-06-06"])
  })
})

function choose(text: string, trigger: string, hints = {}) {
  const sentence = tagEnglish(text)[0]
  if (!sentence) throw new Error("no sentence")
  const start = text.indexOf(trigger)
  const hit = chooseDate(findDates(text, PUBLISHED).value, sentence, { start, end: start + trigger.length }, hints)
  return hit && `${text.slice(hit.span.start, hit.span.end)} ${hit.why}`
}

describe("chooseDate", () => {
  it.each([
    ["On Monday, rebels took the dam.", "took", "Monday when/weekday"],
    ["The army said on Tuesday that rebels took the dam on Sunday.", "took", "Sunday when/weekday"],
    ["The army said on Tuesday that rebels took the dam.", "took", "Tuesday when/speech-day"],
    ["Rebels took the dam on Sunday, the army said on Tuesday.", "took", "Sunday when/weekday"],
    ["Rebels took the dam, the army said on Tuesday.", "took", "Tuesday when/speech-day"],
    ["Rebels shelled the base on Sunday and took the dam on Tuesday.", "took", "Tuesday when/weekday"],
    ["Rebels shelled the base on Sunday and took the dam on Tuesday.", "shelled", "Sunday when/weekday"],
    ["Friday's raid killed nine.", "raid", "Friday when/weekday"],
    [
      "Rebels took the dam on Monday, a day after the army fled the base.",
      "fled",
      "a day after when/narrative-of-clause",
    ],
    ["Rebels took the dam on Monday, a day after the army fled the base.", "took", "Monday when/weekday"],
  ])("%s (%s)", (text, trigger, expected) => {
    expect(choose(text, trigger)).toBe(expected)
  })

  it("gives the day of speaking and the day before where only that is told", () => {
    const text = "The army said on Tuesday that rebels took the dam."
    const sentence = tagEnglish(text)[0]
    const hit = sentence && chooseDate(findDates(text, PUBLISHED).value, sentence, { start: 39, end: 43 })
    expect(hit?.when).toEqual({ start: "2017-07-17", end: "2017-07-18", precision: "day" })
    expect(hit?.certainty).toBe("inferred")
  })

  it("does not date what lies ahead by the day on which it was said", () => {
    expect(choose("The army said on Tuesday that it will take the dam.", "take", { future: true })).toBeNull()
  })

  it("finds nothing where the sentence has no date", () => {
    expect(choose("Rebels took the dam.", "took")).toBeNull()
  })
})

describe("assumedWhen", () => {
  it("goes back from the publication day, and stands on no words", () => {
    expect(assumedWhen("2020-03-01", "lexicon-en@1")).toEqual({
      value: { start: "2020-02-28", end: "2020-03-01", precision: "day" },
      certainty: "assumed",
      spans: [],
      raw: null,
      by: "lexicon-en@1",
      why: "when/publication-day",
    })
  })
})

describe("findDates keeps its promises", () => {
  const word = fc.constantFrom(
    ..."on Friday Monday last next this week month year yesterday since until by from to between and 3 5 May July 2016 2018, 12/04/2017 15.04.2017 early late mid-June the same day a day after before earlier two three days ago in recent will said summer weekend . \n, 31 June 30 February pictured".split(
      " ",
    ),
  )
  const published = fc.constantFrom("2017-07-21", "2016-02-29", "2018-01-01", null)

  it("for any order of date words", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), published, (words, day) => {
        const text = words.join(" ")
        const { value: hits, issues } = findDates(text, day)
        expect(findDates(text, day)).toEqual({ value: hits, issues })
        let last = 0
        for (const { span, when } of hits) {
          expect(When.safeParse(when).success).toBe(true)
          expect(span.start >= last && span.end > span.start && span.end <= text.length).toBe(true)
          expect(text.slice(span.start, span.end)).toBe(text.slice(span.start, span.end).trim())
          last = span.end
        }
      }),
      { numRuns: 500 },
    )
  })

  it("for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 150 }), published, (text, day) => {
        findDates(text, day)
      }),
      { numRuns: 300 },
    )
  })
})
