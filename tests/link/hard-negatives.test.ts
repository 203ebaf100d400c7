import { describe, expect, it } from "vitest"
import { link } from "../../src/link/link.ts"
import { type Coded, Event, Link } from "../../src/schema/index.ts"
import { actor, killed, type MentionSpec, report, town } from "./make.ts"

const orlan = town("Orlan", 35.1, 40.4, { admin1: "Upper Vale" })
const brisk = town("Brisk", 35.35, 40.7, { admin1: "Upper Vale" })
const vale = town("Upper Vale", 35.3, 40.6, { precision: "admin1", admin1: "Upper Vale" })
const city = town("Great Orlan", 36.2, 37.15, { radiusKm: 10, admin1: "Upper Vale" })
const mill = town("Mill", 36.23, 37.15, { radiusKm: 1.5, admin1: "Upper Vale" })
const tannery = town("Tannery", 36.17, 37.18, { radiusKm: 1.5, admin1: "Upper Vale" })
const air = actor("Air Force of Ardia")
const base: MentionSpec = {
  quote: "Warplanes struck the vegetable market of Orlan and killed 12 people",
  trigger: "struck",
  day: "2021-03-04",
  where: [orlan],
  actors: [air],
  harm: [killed(12)],
}

interface Case {
  name: string
  a: MentionSpec[]
  b: MentionSpec[]
  /** Groups of "a0", "b1" … expected; those not listed stand alone. */
  groups: string[][]
}

const again = "Jets bombed the market in Orlan, leaving at least 12 dead, residents said"

const CASES: Case[] = [
  { name: "one strike told by two outlets", a: [base], b: [{ ...base, quote: again }], groups: [["a0", "b0"]] },
  {
    name: "the same town on the next day",
    a: [base],
    b: [{ ...base, quote: "Warplanes struck Orlan again and killed 3 people", day: "2021-03-05", harm: [killed(3)] }],
    groups: [],
  },
  {
    name: "the same town on the next day, worded alike and with a small toll alike",
    a: [{ ...base, quote: "An air strike on Orlan killed two people", harm: [killed(2)] }],
    b: [{ ...base, quote: "An air strike on Orlan killed two people late", harm: [killed(2)], day: "2021-03-05" }],
    groups: [],
  },
  {
    name: "two towns on one day",
    a: [base],
    b: [{ ...base, quote: "Warplanes struck the vegetable market of Brisk and killed 12 people", where: [brisk] }],
    groups: [],
  },
  {
    name: "two districts of one city on one day",
    a: [
      {
        ...base,
        quote: "Rockets hit the Mill district of Great Orlan",
        where: [city, mill],
        harm: [killed(6)],
        actors: [],
      },
    ],
    b: [
      {
        ...base,
        quote: "A barrel bomb fell on the Tannery quarter",
        where: [city, tannery],
        harm: [killed(11)],
        actors: [],
      },
    ],
    groups: [],
  },
  {
    name: "a city whose paper names the district that another leaves out",
    a: [{ ...base, where: [city, mill] }],
    b: [{ ...base, quote: again, where: [city] }],
    groups: [["a0", "b0"]],
  },
  {
    name: "an anniversary",
    a: [base],
    b: [{ ...base, quote: "Mourners recalled the strike that killed 12 people in Orlan", day: "2022-03-04" }],
    groups: [],
  },
  {
    name: "the anniversary's background, dated a year ago, is the event itself",
    a: [base],
    b: [
      { ...base, quote: "Twelve people died when jets hit the Orlan market a year ago", background: true },
      { ...base, type: "protest", quote: "Hundreds marched through Orlan", day: "2022-03-04", harm: [], actors: [] },
    ],
    groups: [["a0", "b0"]],
  },
  {
    name: "a running total over the year",
    a: [base],
    b: [
      {
        ...base,
        quote: "Air strikes have killed 212 people in Orlan since January",
        day: ["2021-01-01", "2021-03-04"],
        harm: [{ ...killed(212), cumulative: true }],
      },
    ],
    groups: [],
  },
  {
    name: "a running total with no range, on the day of a strike",
    a: [base],
    b: [{ ...base, quote: "That brings the year's dead to 212", harm: [{ ...killed(212), cumulative: true }] }],
    groups: [],
  },
  {
    name: "a corrected toll is the same event",
    a: [base],
    b: [{ ...base, quote: "The toll of Thursday's strike on Orlan rose to 31, medics said", harm: [killed(31)] }],
    groups: [["a0", "b0"]],
  },
  {
    name: "a round-up of many towns does not glue them together",
    a: [base, { ...base, quote: "Jets also hit Brisk, killing five", where: [brisk], harm: [killed(5)] }],
    b: [
      {
        ...base,
        quote: "Air strikes hit Orlan, Brisk and Tamm this week",
        day: ["2021-02-28", "2021-03-06"],
        where: [orlan, brisk, town("Tamm", 35.9, 41.2)],
        harm: [],
      },
    ],
    groups: [],
  },
  {
    name: "twin attacks in one town on one day stay two, each joined to its other telling",
    a: [
      { ...base, type: "explosion", quote: "A car bomb at the bus station of Orlan killed 9", harm: [killed(9)] },
      { ...base, type: "explosion", quote: "A second blast by the courthouse killed 4 policemen", harm: [killed(4)] },
    ],
    b: [
      {
        ...base,
        type: "explosion",
        quote: "Four policemen were killed by a blast at the courthouse",
        harm: [killed(4)],
      },
      { ...base, type: "explosion", quote: "Nine died as a car bomb went off at the bus station", harm: [killed(9)] },
    ],
    groups: [
      ["a0", "b1"],
      ["a1", "b0"],
    ],
  },
  {
    name: "a plan is not the event",
    a: [base],
    b: [{ ...base, quote: "The Air Force of Ardia will strike the market of Orlan", modality: "planned", harm: [] }],
    groups: [],
  },
  {
    name: "a denial belongs to what it denies",
    a: [base],
    b: [{ ...base, quote: "Ardia denied that its warplanes struck the market of Orlan", modality: "denied", harm: [] }],
    groups: [["a0", "b0"]],
  },
  {
    name: "a denial in the same report belongs to what the report tells, and an undated one too",
    a: [
      base,
      { ...base, quote: "Ardia denied having bombed Orlan", modality: "denied", harm: [], dayCertainty: "assumed" },
    ],
    b: [{ ...base, quote: again }],
    groups: [["a0", "a1", "b0"]],
  },
  {
    name: "a retreat is not the taking of the place",
    a: [{ ...base, type: "territory-taken", quote: "Ardian troops took Orlan", harm: [] }],
    b: [{ ...base, type: "retreat", quote: "Rebels withdrew from Orlan as Ardian troops came", harm: [] }],
    groups: [],
  },
  {
    name: "one attack under two types",
    a: [{ ...base, type: "air-strike" }],
    b: [{ ...base, type: "explosion", quote: again }],
    groups: [["a0", "b0"]],
  },
  {
    name: "only the province and the day in common",
    a: [base],
    b: [{ ...base, quote: "Jets were active over the province", where: [vale], harm: [], actors: [] }],
    groups: [],
  },
  {
    name: "undated background does not become an event of today",
    a: [{ ...base, harm: [killed(40)] }],
    b: [{ ...base, quote: "In past years jets have struck Orlan's market", day: null, background: true, harm: [] }],
    groups: [],
  },
]

function idsOf(a: Coded, b: Coded): Map<string, string> {
  const name = (prefix: string, c: Coded) => c.mentions.map((m, i) => [`${prefix}${i}`, m.id] as const)
  return new Map([...name("a", a), ...name("b", b)])
}

describe("look-alike events", () => {
  it.each(CASES)("$name", ({ a, b, groups }) => {
    const [first, second] = [
      report({ id: "rp_a", published: "2021-03-05T08:00:00Z", mentions: a }),
      report({ id: "rp_b", published: "2021-03-06T08:00:00Z", mentions: b }),
    ]
    const ids = idsOf(first, second)
    const { value, issues } = link({ coded: [first, second], judgements: [], reviews: [] })
    const found = value.events.filter((e) => e.mentions.length > 1).map((e) => [...e.mentions].sort())
    const wanted = groups.map((g) => g.map((n) => ids.get(n)).sort())
    const why = value.links.map((l) => JSON.stringify(l, null, 1)).join("\n")
    expect(found.sort(), why).toEqual(wanted.sort())
    expect(issues).toEqual([])
    for (const event of value.events) expect(Event.parse(event)).toEqual(event)
    for (const l of value.links) expect(Link.parse(l)).toEqual(l)
  })
})
