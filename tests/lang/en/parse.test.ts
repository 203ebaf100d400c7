import { describe, expect, it } from "vitest"
import { logicalObject, logicalSubject, parse } from "../../../src/lang/en/parse.ts"
import { tagEnglish } from "../../../src/lang/en/tag.ts"

function roles(text: string, verb: string): { subject: string[]; object: string[] } {
  const sentence = tagEnglish(text)[0]
  if (!sentence) throw new Error("no sentence")
  const p = parse(sentence)
  const group = p.verbs.find((v) => p.tokens[v.main]?.text === verb)
  if (!group) throw new Error(`no verb ${verb} in: ${text}`)
  const words = (list: readonly { start: number; end: number }[]) => list.map((n) => text.slice(n.start, n.end))
  return { subject: words(logicalSubject(p, group)), object: words(logicalObject(p, group)) }
}

describe("who does what to whom", () => {
  it.each([
    ["Rebels captured the bridge at dawn.", "captured", ["Rebels"], ["the bridge"]],
    ["The bridge was retaken by government forces on Sunday.", "retaken", ["government forces"], ["The bridge"]],
    ["The army surrounded the port and shelled it, killing 12 sailors.", "shelled", ["The army"], ["it"]],
    ["The army surrounded the port and shelled it, killing 12 sailors.", "killing", ["The army"], ["12 sailors"]],
    ["Rockets fired from the hills landed near a school.", "landed", ["Rockets"], []],
    ["Rockets fired from the hills landed near a school.", "fired", [], ["Rockets"]],
    ["Fighters tried to leave the valley after losing three posts.", "leave", ["Fighters"], ["the valley"]],
    ["He urged fighters to retreat.", "retreat", ["fighters"], []],
    ["The brigade succeeded in taking the entire ridge.", "taking", ["The brigade"], ["the entire ridge"]],
    ["The ministry said rebels had shelled the crossing.", "shelled", ["rebels"], ["the crossing"]],
    ["The colonel, who was wounded in the raid, died hours later.", "died", ["The colonel"], []],
    ["After losing their base, the militia retreated.", "losing", ["the militia"], ["their base"]],
    ["Villagers killed in the strike were buried on Monday.", "killed", [], ["Villagers"]],
    ["Two drivers were kidnapped by armed men.", "kidnapped", ["armed men"], ["Two drivers"]],
    ["The jets bombed a mill, a school and a clinic.", "bombed", ["The jets"], ["a mill", "a school", "a clinic"]],
  ])("%s [%s]", (text, verb, subject, object) => {
    expect(roles(text, verb)).toEqual({ subject, object })
  })

  it("keeps exact offsets and never joins lines", () => {
    const text = "First line without a stop\nThe second, with Deir ez-Zor and “quotes”."
    const sentences = tagEnglish(text)
    expect(sentences).toHaveLength(2)
    for (const s of sentences) for (const t of s.tokens) expect(text.slice(t.start, t.end)).toBe(t.text)
    expect(sentences[1]?.tokens.map((t) => t.text)).toContain("ez-Zor")
  })
})
