import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Coded } from "../../src/schema/index.ts"
import { codeText, mentionsOf, published } from "./open-coder.ts"

describe("coding a report", () => {
  it("says that it has no coder for a language, and keeps the report", () => {
    const coded = codeText("Quelque chose", { lang: "fr" })
    expect(coded.mentions).toEqual([])
    expect(coded.issues.map((i) => i.code)).toEqual(["code/no-coder"])
  })

  it("makes one mention of several sentences on one event", () => {
    const text =
      "Warplanes bombed a market in Idlib on Tuesday.\n\nThe strike killed 12 people, medics said. Dozens were wounded."
    const strikes = mentionsOf(text, { published: published("2019-05-01") })
    expect(strikes.map((m) => m.type.value)).toEqual(["air-strike"])
    expect(strikes[0]?.also).toHaveLength(2)
    expect(strikes[0]?.when?.value).toEqual({ start: "2019-04-30", end: "2019-04-30", precision: "day" })
    expect(strikes[0]?.harm.map((h) => `${h.value.kind} ${h.value.min}`)).toEqual(["killed 12", "wounded 24"])
  })

  it("keeps two towns apart", () => {
    const text = "The army shelled the town of Saraqib on Monday.\n\nThe army shelled the town of Hajin on Monday."
    expect(mentionsOf(text).map((m) => m.where[0]?.value.name)).toEqual(["Saraqib", "Hajin"])
  })

  it("puts history at its own date, as background", () => {
    const text = "Rebels shelled Taiz on Sunday. In March 2015 the Houthis captured Taiz airport."
    const taken = mentionsOf(text, { published: published("2018-06-04") }).find(
      (m) => m.type.value === "territory-taken",
    )
    expect(taken?.background).toBe(true)
    expect(taken?.when?.value.start).toBe("2015-03-01")
  })

  it("only assumes the publication day, and assumes none without one", () => {
    const text = "Gunmen abducted twelve pupils in Maiduguri."
    expect(mentionsOf(text, { published: published("2018-06-04") })[0]?.when?.certainty).toBe("assumed")
    expect(mentionsOf(text)[0]?.when).toBeNull()
  })

  it("holds the schema and the spans for any text, twice alike", () => {
    const words = fc.constantFrom(
      "rebels",
      "the army",
      "shelled",
      "Aleppo",
      "killed",
      "12",
      "civilians",
      "on Friday",
      ",",
      ".",
      "“",
      "”",
      "who",
      "and",
      "said",
      "not",
      "\n",
      "to flee",
      "Deir ez-Zor",
      "إدلب",
      "💥",
    )
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = parts.join(" ")
        const coded = codeText(text, { published: published("2019-05-01") })
        expect(Coded.parse(coded)).toEqual(coded)
        expect(JSON.stringify(codeText(text, { published: published("2019-05-01") }))).toBe(JSON.stringify(coded))
        for (const m of coded.mentions)
          for (const v of [...m.where, ...m.actors, ...m.targets, ...m.harm, ...m.saidBy])
            expect(v.raw).toBe(v.spans[0] ? text.slice(v.spans[0].start, v.spans[0].end) : null)
      }),
      { numRuns: 150 },
    )
  })
})
