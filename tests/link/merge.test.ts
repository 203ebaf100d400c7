import { describe, expect, it } from "vitest"
import { type LinkOptions, link } from "../../src/link/link.ts"
import { HARM_RULES, type HarmRule, tollOf } from "../../src/link/merge-harm.ts"
import type { Event, Harm } from "../../src/schema/index.ts"
import { actor, judgement, killed, type MentionSpec, type ReportSpec, report, speaker, town } from "./make.ts"

const orlan = town("Orlan", 35.1, 40.4, { admin1: "Upper Vale" })
const vale = town("Upper Vale", 35.3, 40.6, { precision: "admin1", admin1: "Upper Vale" })
const [ardia, borland] = [actor("Ardia"), actor("Borland")]

interface Telling extends Partial<MentionSpec> {
  from?: Partial<ReportSpec>
}

/** The event that some tellings, each of its own report and outlet, make when a human says they are one. */
function eventOf(tellings: Telling[], options: LinkOptions = {}): Event {
  const coded = tellings.map(({ from = {}, ...m }, i) =>
    report({
      id: `rp_${i}`,
      published: `2021-03-0${i + 5}`,
      ...from,
      mentions: [{ quote: `Telling number ${i} of the strike`, day: "2021-03-04", where: [orlan], ...m }],
    }),
  )
  const [first = "", ...rest] = coded.flatMap((c) => c.mentions.map((m) => m.id))
  const judgements = rest.map((id) => judgement("same", first, id))
  const { events } = link({ coded, judgements, reviews: [] }, options).value
  expect(events).toHaveLength(1)
  return events[0] as Event
}

describe("resolved values", () => {
  it("take the majority of origins, not of outlets", () => {
    const copy = { from: { wire: "Reuters" } }
    const event = eventOf([
      { ...copy, type: "explosion" },
      { ...copy, type: "explosion" },
      { ...copy, type: "explosion" },
      { type: "shelling" },
      { type: "shelling" },
    ])
    expect(event.type.best).toBe("shelling")
    expect(event.type.alternatives).toMatchObject([{ value: "explosion", support: { length: 3 } }])
    expect([event.outlets, event.origins]).toEqual([5, 3])
  })

  it("take the most precise place and time that agree with the rest", () => {
    const event = eventOf([
      { where: [vale], day: ["2021-03-01", "2021-03-07"] },
      { where: [vale] },
      { where: [orlan], day: "2021-03-04" },
    ])
    expect(event.where.best?.name).toBe("Orlan")
    expect(event.when.best).toEqual({ start: "2021-03-04", end: "2021-03-04", precision: "day" })
    expect(event.where.alternatives.map((a) => a.value.name)).toEqual(["Upper Vale"])
  })

  it("do not let many assumed days outrank a stated one, however vague", () => {
    const assumed = { day: "2021-03-04", dayCertainty: "assumed" as const }
    const event = eventOf([assumed, assumed, assumed, { day: ["2021-03-01", "2021-03-31"] }])
    expect([event.when.best?.precision, event.when.certainty]).toEqual(["month", "stated"])
  })

  it("are null where nobody says", () => {
    const event = eventOf([{ day: null, where: [] }])
    expect([event.when.best, event.where.best, event.when.certainty]).toEqual([null, null, null])
    expect([event.actors, event.harm]).toEqual([[], []])
  })

  it("keep a denial beside what it denies", () => {
    const event = eventOf([{}, {}, { modality: "denied" }])
    expect(event.modality.best).toBe("actual")
    expect(event.modality.alternatives.map((a) => a.value)).toEqual(["denied"])
  })

  it("list each actor once, and fold the unnamed into the only named one", () => {
    const gunmen = actor("gunmen", "unknown", { actorId: null })
    const event = eventOf([{ actors: [gunmen] }, { actors: [ardia] }, { actors: [ardia] }])
    expect(event.actors.map((a) => a.best?.name)).toEqual(["Ardia"])
    expect(event.actors[0]?.alternatives.map((a) => a.value.name)).toEqual(["gunmen"])
    const two = eventOf([{ actors: [gunmen] }, { actors: [ardia] }, { actors: [borland] }])
    expect(two.actors.map((a) => a.best?.name)).toEqual(["Ardia", "Borland", "gunmen"])
  })
})

describe("harm", () => {
  const tolls = (rule: HarmRule, trustedOutlets: string[] = []) =>
    eventOf(
      [
        { harm: [killed(9)], from: { outlet: "Daily Bell" } },
        { harm: [killed(30, null)], from: { outlet: "Harbour Post" } },
        { harm: [{ ...killed(15), approximate: true }], from: { outlet: "Vale Radio" } },
        { harm: [killed(12)], from: { outlet: "The Ledger" } },
      ],
      { harmRule: rule, trustedOutlets },
    ).harm[0]

  it.each([
    ["median-of-origins", 12],
    ["most-conservative", 9],
    ["most-precise", 9],
    ["latest", 12],
    ["trusted-outlets", 30],
  ] as const)("by rule %s", (rule, best) => {
    const row = tolls(rule, ["Harbour Post"])
    expect(row?.best?.min).toBe(best)
    expect([row?.low, row?.high, row?.rule]).toEqual([9, 30, rule])
  })

  it("says so when no trusted outlet gave a figure", () => {
    expect(tolls("trusted-outlets")?.rule).toBe("median-of-origins")
    expect(HARM_RULES).toHaveLength(5)
  })

  it("lets a correction replace the earlier figure of the same origin", () => {
    const wire = { wire: "Reuters" }
    const event = eventOf([
      { harm: [killed(9)], from: wire },
      { harm: [killed(31)], from: wire },
    ])
    expect(event.harm[0]?.best?.min).toBe(31)
    expect([event.harm[0]?.low, event.harm[0]?.high]).toEqual([9, 31])
  })

  it("does not mix tolls with running totals or parts, nor count anyone twice", () => {
    const figures: Harm[] = [
      killed(12),
      killed(7, 7, "civilians"),
      { ...killed(4, 4, "children"), partOf: true },
      { ...killed(212), cumulative: true },
    ]
    const event = eventOf([{ harm: figures }])
    expect(event.harm.map((r) => r.best?.min).sort()).toEqual([12, 212, 4, 7])
    expect(tollOf(event.harm, "killed")).toEqual({ low: 12, high: 12 })
    expect(tollOf(event.harm, "wounded")).toBeNull()
    const sides = eventOf([{ harm: [killed(3, 3, "civilians"), killed(5, null, "combatants")] }])
    expect(tollOf(sides.harm, "killed")).toEqual({ low: 8, high: 8 })
  })

  it("knows 12 people beside 12 civilians for one toll, but not within one telling", () => {
    const apart = eventOf([{ harm: [killed(12)] }, { harm: [killed(12, 12, "civilians")] }])
    expect(apart.harm.map((r) => r.best?.who)).toEqual(["civilians"])
    expect(apart.harm[0]?.alternatives[0]?.value.who).toBe("people")
    const both = eventOf([{ harm: [killed(12), killed(12, 12, "civilians")] }])
    expect(both.harm.map((r) => r.best?.who)).toEqual(["civilians", "people"])
  })

  it("keeps heavy losses without a number unknown", () => {
    expect(eventOf([{ harm: [killed(null)] }]).harm[0]).toMatchObject({ best: { min: null }, low: null, high: null })
    expect(eventOf([{ harm: [killed(null)] }, { harm: [killed(3)] }]).harm[0]).toMatchObject({
      best: { min: 3 },
      low: 3,
    })
  })
})

const STORY =
  "Residents of the old quarter said that two shells had landed beside the bakery shortly before dawn while people were " +
  "queueing for bread and that the owner and his brother were taken to the district clinic with wounds to the legs"

describe("origins", () => {
  const count = (...from: Telling[]) => eventOf(from).origins

  it("are shared by copies of one text, one wire, the wire itself, one outlet, or one speaker with one figure", () => {
    const observatory = speaker("Test Observatory", "monitor")
    const cites = { saidBy: [observatory], harm: [killed(12)] }
    expect(count({}, {})).toBe(2)
    expect(count({ from: { text: STORY } }, { from: { text: `${STORY} on Monday` } })).toBe(1)
    expect(count({ from: { text: STORY } }, { from: { text: STORY.split(" ").reverse().join(" ") } })).toBe(2)
    expect(count({ from: { wire: "Reuters" } }, { from: { wire: "REUTERS" } })).toBe(1)
    expect(count({ from: { wire: "Reuters" } }, { from: { outlet: "Reuters" } })).toBe(1)
    expect(count({ from: { wire: "Reuters" } }, { from: { wire: "AFP" } })).toBe(2)
    const cited = { saidBy: [speaker("Agence France-Presse", "agency", "afp")] }
    expect(count({ from: { wire: "AFP" } }, cited)).toBe(1)
    expect(count({ from: { outlet: "Daily Bell" } }, { from: { outlet: "Daily Bell" } })).toBe(1)
    const twoWires = [{ from: { outlet: "Bell", wire: "AFP" } }, { from: { outlet: "Bell", wire: "Reuters" } }]
    expect(count(...twoWires)).toBe(2)
    expect(count(cites, cites)).toBe(1)
    expect(count(cites, { ...cites, harm: [killed(13)] })).toBe(2)
  })

  it("are shared by two that cite one speaker and give no figure, not by two that quote one denial", () => {
    const ministry = { saidBy: [speaker("ministry", "military")] }
    expect(count(ministry, ministry)).toBe(1)
    const tells = { from: { outlet: "Daily Bell" } }
    const quotes = (id: string, outlet: string) => ({ ...ministry, modality: "denied" as const, from: { id, outlet } })
    expect(count(tells, { from: { outlet: "Post" } }, quotes("rp_9", "Radio"))).toBe(3)
  })

  it("are not shared by speakers whom the register knows to be nobody in particular", () => {
    const cites = { saidBy: [speaker("activists", "activist")], harm: [killed(12)] }
    expect(count(cites, cites)).toBe(1)
    expect(eventOf([cites, cites], { unnamedSpeakers: new Set(["s:activists"]) }).origins).toBe(2)
  })

  it("are not shared by two reports that each cite witnesses, or have no outlet", () => {
    const seen = { saidBy: [speaker("witnesses", "witness")], harm: [killed(12)] }
    expect(count(seen, seen)).toBe(2)
    expect(count({ from: { outlet: null } }, { from: { outlet: null } })).toBe(2)
  })
})

describe("grade", () => {
  const grade = (...tellings: Telling[]) => {
    const { grade: g, gradeWhy } = eventOf(tellings)
    return [g, gradeWhy]
  }
  const bell = { from: { outlet: "Daily Bell" } }
  const post = { from: { outlet: "Harbour Post" } }

  it("weak: one origin, however many outlets", () => {
    const wire = (outlet: string) => ({ from: { outlet, wire: "Reuters" } })
    expect(grade(wire("Bell"), wire("Post"), wire("Radio"))).toEqual(["weak", "one origin: Reuters wire (3 outlets)"])
  })

  it("fair: two independent origins", () => {
    expect(grade(bell, post)).toEqual(["fair", "two independent origins: Daily Bell, Harbour Post"])
  })

  it("confirmed: a responsible party says that it did it", () => {
    const ministry = { actors: [ardia], saidBy: [{ ...speaker("Ardia's ministry", "military"), speakerId: "a:Ardia" }] }
    expect(grade(ministry)).toEqual(["confirmed", "Ardia's ministry says that Ardia did it"])
    expect(grade({ ...ministry, actors: [borland] })[0]).toBe("weak")
    expect(grade({ ...ministry, modality: "denied" })[0]).toBe("discounted")
    const spokesman = { ...ministry, saidBy: [speaker("the spokesman", "military")] }
    expect(eventOf([spokesman]).grade).toBe("weak")
    expect(eventOf([spokesman], { actorParents: { "s:the spokesman": "a:Ardia" } }).grade).toBe("confirmed")
    const monitor = { ...ministry, saidBy: [{ ...speaker("Ardia", "monitor"), speakerId: "a:Ardia" }] }
    expect(grade(monitor)[0]).toBe("weak")
  })

  it("contested: origins name different responsible parties", () => {
    expect(grade({ ...bell, actors: [ardia] }, { ...post, actors: [borland] })).toEqual([
      "contested",
      "Daily Bell names Ardia, Harbour Post names Borland",
    ])
    const fight = grade({ ...bell, actors: [ardia], targets: [borland] }, { ...post, actors: [borland] })
    expect(fight[0]).toBe("fair")
  })

  it("discounted: at least as many origins deny it as tell it; fewer are named", () => {
    expect(grade(bell, { ...post, modality: "denied" })[0]).toBe("discounted")
    const [g, why] = grade(bell, { from: { outlet: "Vale Radio" } }, { ...post, modality: "denied" })
    expect([g, why]).toEqual(["fair", "two independent origins: Daily Bell, Vale Radio; denied by Harbour Post"])
    expect(grade({ ...bell, modality: "denied" })).toEqual(["discounted", "only denials, from one origin: Daily Bell"])
  })

  it("a report that tells it and quotes a denial still tells it", () => {
    const denial = { modality: "denied" as const, saidBy: [speaker("the ministry", "military")] }
    const one = report({
      id: "rp_1",
      outlet: "Daily Bell",
      mentions: [
        { quote: "Jets hit Orlan", day: "2021-03-04", where: [orlan] },
        { ...denial, quote: "The ministry denied it", day: "2021-03-04", where: [orlan] },
      ],
    })
    const { events } = link({ coded: [one], judgements: [], reviews: [] }).value
    expect(events.map((e) => [e.grade, e.gradeWhy])).toEqual([
      ["weak", "one origin: Daily Bell; denied by the ministry"],
    ])
  })

  it("unsupported: only plans, threats and suppositions", () => {
    expect(grade({ ...bell, modality: "planned" }, { ...post, modality: "threatened" })).toEqual([
      "unsupported",
      "only told as planned, threatened: Daily Bell, Harbour Post",
    ])
  })
})
