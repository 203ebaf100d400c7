import { describe, expect, it } from "vitest"
import { link } from "../../src/link/link.ts"
import { applyReviews } from "../../src/link/review.ts"
import type { Judgement, Review } from "../../src/schema/index.ts"
import { judgement, killed, type MentionSpec, report, review, town } from "./make.ts"

const orlan = town("Orlan", 35.1, 40.4)
const strike = (quote: string, more: Partial<MentionSpec> = {}): MentionSpec => {
  return { quote, day: "2021-03-04", where: [orlan], harm: [killed(12)], ...more }
}
const coded = [
  report({ id: "rp_a", mentions: [strike("Warplanes struck the market of Orlan"), strike("Jets hit a school")] }),
  report({ id: "rp_b", mentions: [strike("Jets bombed the market in Orlan and killed twelve")] }),
  report({ id: "rp_c", mentions: [strike("A blast shook a far port", { day: "2021-07-09", where: [] })] }),
]
const [market = "", school = ""] = coded[0]?.mentions.map((m) => m.id) ?? []
const [bombed = "", port = ""] = coded.slice(1).flatMap((c) => c.mentions.map((m) => m.id))

function run(judgements: Judgement[] = [], reviews: Review[] = []) {
  const { value, issues } = link({ coded, judgements, reviews })
  const groups = value.events.map((e) => e.mentions)
  const together = (a: string, b: string) => groups.some((g) => g.includes(a) && g.includes(b))
  return { ...value, issues, together }
}

describe("judgements", () => {
  it("without any, the two market tellings are one event", () => {
    expect(run().together(market, bombed)).toBe(true)
    expect(run().together(market, school)).toBe(false)
  })

  it("different keeps apart what evidence joins, same joins what rules keep apart", () => {
    const { together, links } = run([judgement("different", market, bombed), judgement("same", market, port)])
    expect(together(market, bombed)).toBe(false)
    expect(together(market, port)).toBe(true)
    const reasons = links.flatMap((l) => l.reasons.filter((r) => r.comparator === "judgement").map((r) => r.words))
    expect(reasons.sort()).toEqual(["judged different by human:ana", "judged same by human:ana"])
  })

  it("same joins two mentions of one report, and the event can still be joined by a third", () => {
    const { together } = run([judgement("same", market, school)])
    expect(together(market, school)).toBe(true)
    expect(together(market, bombed)).toBe(true)
  })

  it("the latest word on a pair wins, in either direction of the pair", () => {
    const first = judgement("different", market, bombed)
    expect(run([first, judgement("same", bombed, market)]).together(market, bombed)).toBe(true)
    expect(run([judgement("same", bombed, port), judgement("different", port, bombed)]).together(bombed, port)).toBe(
      false,
    )
  })

  it("withdrawn undoes what it supersedes, and an older word does not come back", () => {
    const older = judgement("same", market, port)
    const newer = judgement("different", market, port, { supersedes: older.id })
    const undone = judgement("withdrawn", market, port, { supersedes: newer.id })
    expect(run([older, newer, undone]).together(market, port)).toBe(false)
    const different = judgement("different", market, bombed)
    const back = judgement("withdrawn", market, bombed, { supersedes: different.id })
    expect(run([different, back]).together(market, bombed)).toBe(true)
  })

  it("a decision cannot supersede a later one", () => {
    const late = judgement("same", market, port, { at: "2025-01-01" })
    const early = judgement("withdrawn", market, port, { at: "2024-01-01", supersedes: late.id })
    expect(run([late, early]).together(market, port)).toBe(true)
  })

  it("reports a contradiction, keeps the different apart and honours the later of two same words", () => {
    const words = [
      judgement("same", market, port),
      judgement("same", bombed, port),
      judgement("different", market, bombed),
    ]
    const { together, issues } = run(words)
    expect(together(market, bombed)).toBe(false)
    expect(together(bombed, port)).toBe(true)
    expect(together(market, port)).toBe(false)
    expect(issues.map((i) => [i.code, i.ref])).toEqual([["link/contradictory-judgements", words[0]?.id]])
  })

  it("names judgements on mentions that are not there, or on one mention", () => {
    const { issues } = run([judgement("same", market, "mn_gone"), judgement("same", market, market)])
    expect(issues.map((i) => i.code).sort()).toEqual(["link/judgement-on-one", "link/unknown-mention"])
  })
})

describe("reviews", () => {
  const reviewed = (...reviews: Review[]) => {
    const { coded: out, issues, applied } = applyReviews(coded, reviews)
    return { mention: out.flatMap((c) => c.mentions).find((m) => m.id === market), issues, applied }
  }

  it("correct replaces a value, and says whose it is", () => {
    const { mention, issues } = reviewed(
      review("correct", market, "when", { value: { start: "2021-03-03", end: "2021-03-03", precision: "day" } }),
    )
    expect(issues).toEqual([])
    expect(mention?.when).toMatchObject({ value: { start: "2021-03-03" }, certainty: "stated", by: "human:ana" })
    expect(mention?.when?.origin).toMatch(/^review:/)
  })

  it("correct takes lists, attested values, and null for an unknown day", () => {
    expect(
      reviewed(review("correct", market, "harm", { value: [killed(3), killed(1, 1, "children")] })).mention?.harm,
    ).toHaveLength(2)
    const attested = { value: killed(7), certainty: "inferred", spans: [{ start: 4, end: 9 }], raw: "seven", by: "x" }
    expect(reviewed(review("correct", market, "harm", { value: attested })).mention?.harm).toEqual([
      { ...attested, by: "human:ana" },
    ])
    expect(reviewed(review("correct", market, "when", { value: null })).mention?.when).toBeNull()
  })

  it("a value that does not fit is an issue and changes nothing", () => {
    const { mention, issues } = reviewed(review("correct", market, "type", { value: "picnic" }))
    expect(mention).toEqual(coded[0]?.mentions[0])
    expect(issues.map((i) => i.code)).toEqual(["review/bad-value"])
    const bad = [review("correct", market, "harm", { value: 12 }), review("correct", market, "mention", { value: {} })]
    expect(bad.flatMap((b) => reviewed(b).issues).map((i) => i.code)).toEqual(["review/bad-value", "review/bad-value"])
  })

  it("reject drops a value, one entry of a list, or the mention", () => {
    expect(reviewed(review("reject", market, "when")).mention?.when).toBeNull()
    expect(reviewed(review("reject", market, "harm")).mention?.harm).toEqual([])
    expect(reviewed(review("reject", market, "harm", { value: killed(12) })).mention?.harm).toEqual([])
    expect(reviewed(review("reject", market, "harm", { value: killed(99) })).issues).toMatchObject([
      { code: "review/unknown-value" },
    ])
    for (const field of ["mention", "type", "modality"] as const)
      expect(reviewed(review("reject", market, field)).mention).toBeUndefined()
    expect(run([], [review("reject", market, "mention")]).events.flatMap((e) => e.mentions)).not.toContain(market)
  })

  it("confirm changes nothing and is kept with the mention", () => {
    const confirmed = review("confirm", market, "when")
    const { mention, applied } = reviewed(confirmed)
    expect(mention).toEqual(coded[0]?.mentions[0])
    expect(applied.get(market)).toEqual([confirmed])
  })

  it("the latest review of a field wins; withdrawn gives the coder's value back", () => {
    const wrong = review("correct", market, "modality", { value: "planned" })
    const right = review("correct", market, "modality", { value: "denied" })
    expect(reviewed(right, wrong).mention?.modality.value).toBe("denied")
    const back = review("withdrawn", market, "modality", { supersedes: right.id })
    expect(reviewed(wrong, right, back).mention?.modality.value).toBe("actual")
  })

  it("a corrected day moves the event", () => {
    const day = { start: "2021-09-09", end: "2021-09-09", precision: "day" }
    expect(run([], [review("correct", market, "when", { value: day })]).together(market, bombed)).toBe(false)
  })

  it("names reviews of mentions that are not there, also after another review rejected the mention", () => {
    const { issues } = run([], [review("reject", "mn_gone", "mention")])
    expect(issues).toMatchObject([{ code: "link/unknown-mention", stage: "review" }])
  })
})
