import { describe, expect, test } from "vitest"
import type { GoldMention, GoldSentence } from "../../eval/gold.ts"
import { matchMentions, sameHead, sameWhen, tallyHarm, tallyHeads } from "../../eval/gold-match.ts"
import { scoreSentences } from "../../eval/gold-score.ts"
import { tally } from "../../eval/scorer.ts"
import type { Harm } from "../../src/schema/index.ts"
import { mentionOf, stated } from "./make-mention.ts"

const TEXT = "Rebels shelled Aleppo on Monday and the army fled."
const day = (start: string, end = start) => ({ start, end, precision: "day" as const })

function gold(type: GoldMention["type"], trigger: string, more: Partial<GoldMention> = {}): GoldMention {
  const none = { actors: [], targets: [], where: [], when: null, harm: [], saidBy: [] }
  return { type, trigger, modality: "actual", background: false, ...none, ...more }
}

const SENTENCE: GoldSentence = {
  id: "s",
  split: "dev",
  published: null,
  text: TEXT,
  mentions: [
    gold("shelling", "shelled", { actors: ["Rebels"], where: ["Aleppo"] }),
    gold("retreat", "fled", { optional: true }),
  ],
}

describe("heads", () => {
  test("agree by raw, name or id, in either direction, last word included", () => {
    expect(sameHead("Islamic State", ["Islamic State fighters", null])).toBe(true)
    expect(sameHead("army patrol", ["patrol"])).toBe(true)
    expect(sameHead("Syrian soldiers", ["Syrian"])).toBe(false)
    expect(sameHead("Rebels", ["rebel"])).toBe(true)
    expect(sameHead("army", ["Armenia"])).toBe(false)
  })

  test("optional heads count neither way", () => {
    const t = tally()
    tallyHeads(["army", "?rebels", "Hama"], [["the army"], ["rebels"], ["Homs"]], t)
    expect(t).toEqual({ hit: 1, extra: 1, missed: 1 })
  })
})

describe("harm and days", () => {
  const harm = (min: number | null, max: number | null, who: Harm["who"] = "people"): Harm => ({
    kind: "killed",
    who,
    min,
    max,
    approximate: false,
  })

  test("numbers must be those that were said", () => {
    const t = tally()
    tallyHarm([{ kind: "killed", who: "people", min: 12, max: null }], [harm(12, null), harm(12, 12)], t)
    tallyHarm([{ kind: "killed", who: "people", min: 12, max: 12 }], [harm(12, 12, "civilians")], t)
    tallyHarm([{ kind: "killed", who: "people", min: 12, max: 12, anyWho: true }], [harm(12, 12, "civilians")], t)
    expect(t).toEqual({ hit: 2, extra: 2, missed: 1 })
  })

  test("an assumed day is no day", () => {
    const told = stated(TEXT, "Monday", day("2020-01-06"))
    expect(sameWhen(null, null)).toBe(true)
    expect(sameWhen(null, { ...told, certainty: "assumed" })).toBe(true)
    expect(sameWhen(null, told)).toBe(false)
    expect(sameWhen(day("2020-01-06"), told)).toBe(true)
    expect(sameWhen(day("2020-01-05", "2020-01-06"), told)).toBe(true)
    expect(sameWhen(day("2020-01-07"), told)).toBe(false)
    expect(sameWhen({ ...day("2020-01-06"), optional: true }, null)).toBe(true)
  })
})

describe("mentions", () => {
  test("type and sentence must be right; optional ones are forgiven", () => {
    const right = mentionOf(TEXT, "shelled", "shelling")
    const wrong = mentionOf(TEXT, "shelled", "air-strike")
    expect(matchMentions(SENTENCE, [right, wrong])).toMatchObject({
      found: [{ mention: right }],
      missed: [],
      extra: [wrong],
    })
    expect(matchMentions(SENTENCE, [mentionOf(TEXT, "fled", "retreat")])).toMatchObject({ found: [], extra: [] })
  })

  test("a mention of another sentence is not found", () => {
    const elsewhere = mentionOf(TEXT, "fled", "shelling")
    elsewhere.quote = { start: 36, end: TEXT.length, text: TEXT.slice(36) }
    expect(matchMentions(SENTENCE, [elsewhere]).found).toEqual([])
  })

  test("scores follow from the counts", () => {
    const empty: GoldSentence = { ...SENTENCE, id: "e", mentions: [] }
    const found = mentionOf(TEXT, "shelled", "shelling", {
      actors: [stated(TEXT, "Rebels", { name: "rebels", actorId: null, kind: "rebel-group" as const })],
    })
    const score = scoreSentences("x", [SENTENCE, empty], (report) => (report.id.endsWith("-s") ? [found] : [found]))
    expect(score.n).toBe(2)
    expect(score.metrics).toMatchObject({
      precision: 0.5,
      recall: 1,
      modality: 1,
      when: 1,
      actors: 1,
      where: 0,
      noEvent: 0,
    })
  })
})
