import { describe, expect, it } from "vitest"
import { explainEvent, explainLink } from "../../src/link/explain.ts"
import { link } from "../../src/link/link.ts"
import { actor, killed, report, town } from "./make.ts"

const orlan = town("Orlan", 35.1, 40.4)
const told = { day: "2021-03-04", where: [orlan], actors: [actor("Ardia")] }
const { events, links } = link({
  coded: [
    report({ id: "rp_a", mentions: [{ ...told, quote: "Jets hit the market of Orlan", harm: [killed(12)] }] }),
    report({ id: "rp_b", mentions: [{ ...told, quote: "Planes bombed Orlan's market", harm: [killed(14)] }] }),
    report({
      id: "rp_c",
      mentions: [{ ...told, quote: "Ardia will bomb the market of Orlan", modality: "planned", harm: [] }],
    }),
  ],
  judgements: [],
  reviews: [],
}).value

describe("explanations", () => {
  it("name the outcome of a link and every reason with its score", () => {
    const joined = links.find((l) => l.joined)
    const lines = joined ? explainLink(joined) : []
    expect(lines[0]).toMatch(/: one event, probability 0\.\d\d$/)
    expect(lines).toContain("  +1.00 day: same time: 2021-03-04")
    expect(lines).toContain("  -0.10 harm: 12 people killed; 14 people killed: contradict each other")
  })

  it("keep a plan beside the event as a near miss, with the rule's reason", () => {
    const near = links.filter((l) => !l.joined).flatMap((l) => l.reasons.map((r) => r.comparator))
    expect(near).toContain("rule/modality")
  })

  it("say of an event where each value comes from", () => {
    const event = events.find((e) => e.mentions.length === 2)
    const text = event ? explainEvent(event, links).join("\n") : ""
    expect(text).toContain("grade: fair: two independent origins: outlet of rp_a, outlet of rp_b")
    expect(text).toContain("where: Orlan (exact), stated, by most-origins")
    expect(text).toMatch(/harm: .*min 12.*\(1 telling: mn_/)
    expect(text).toContain("  or kind killed, who people, min 14")
    expect(text).toContain("near misses:")
  })
})
