import type { Event, Link } from "../../src/schema/index.ts"
import type { Processed } from "../../src/store/desk.ts"
import { backdrop } from "./fixture-backdrop.ts"
import { article, eventOf, headOf, type Told, tell } from "./fixture-build.ts"
import { hostile } from "./fixture-hostile.ts"

/** A small desk of invented incidents: disagreeing tolls, a plan, a denial, no place, right-to-left text, hostile pages. */
export interface FixtureDesk {
  told: Told[]
  events: Event[]
  links: Link[]
  /** Ids of the events that tests ask for by name. */
  named: Record<"market" | "plan" | "denial" | "nowhere" | "arabic" | "hostile", string>
}

const SAREM = { name: "Sarem", lat: 35.81, lon: 36.61, radiusKm: 2, country: "SY", admin1: "Idlib" }

function page(title: string, paragraphs: string[]): string {
  return `<!doctype html><html><head><title>${title}</title><script>window.parent.postMessage("ran","*")</script></head>
<body><nav>Home · World · Subscribe</nav><h1>${title}</h1>${paragraphs.map((p) => `<p>${p}</p>`).join("\n")}
<img src="http://tracker.example/pixel.gif" alt=""><aside>Most read: ten things</aside></body></html>`
}

function market(): { told: Told[]; event: Event } {
  const courier = article({
    outlet: "Levant Courier",
    published: "2021-03-14T18:20:00Z",
    title: "Twelve dead as shells hit Sarem market",
    paragraphs: [
      "Artillery shells struck the vegetable market of Sarem on Saturday, killing 12 people and wounding about 30, the Civil Rescue Corps said.",
      "Three stalls caught fire. Shopkeepers said government forces had fired from the ridge east of the town.",
      "The market reopens every Saturday after dawn prayers.",
    ],
    removed: [
      { step: "furniture", reason: "navigation", text: "Home · World · Subscribe" },
      { step: "furniture", reason: "related teasers", text: "Most read: ten things" },
    ],
    html: page,
  })
  const first = tell(courier, {
    type: "shelling",
    trigger: "struck",
    quote:
      "Artillery shells struck the vegetable market of Sarem on Saturday, killing 12 people and wounding about 30, the Civil Rescue Corps said.",
    when: ["on Saturday", "2021-03-13"],
    where: [["Sarem", SAREM]],
    actors: [["government forces", "Syrian government forces", "state-force"]],
    targets: [["people", "Civilians", "civilians"]],
    harm: [
      ["12 people", { kind: "killed", min: 12, max: 12 }],
      ["about 30", { kind: "wounded", min: 30, max: 30, approximate: true }],
    ],
    saidBy: [["the Civil Rescue Corps", "Civil Rescue Corps", "aid"]],
  })
  const wire = article({
    outlet: "North Ledger",
    published: "2021-03-13T22:05:00Z",
    title: "Market shelled in northern town",
    wire: "Meridian Press",
    paragraphs: [
      "SAREM (Meridian Press) - At least nine people were killed when a market in Sarem was shelled on March 13, a hospital doctor said.",
      "The doctor, who asked not to be named, said four of the dead were children.",
    ],
  })
  const second = tell(wire, {
    type: "shelling",
    trigger: "shelled",
    quote: "At least nine people were killed when a market in Sarem was shelled on March 13, a hospital doctor said.",
    when: ["March 13", "2021-03-13"],
    where: [["Sarem", SAREM]],
    targets: [["people", "Civilians", "civilians"]],
    harm: [
      ["At least nine people", { kind: "killed", min: 9, max: null }],
      ["four of the dead were children", { kind: "killed", who: "children", min: 4, max: 4, partOf: true }],
    ],
    saidBy: [["a hospital doctor", "hospital doctor", "medic"]],
  })
  const state = article({
    outlet: "State Bulletin",
    published: "2021-03-15",
    title: "Armed groups fire on their own market",
    paragraphs: [
      "A military source said armed groups shelled the Sarem market on Saturday evening, and 14 civilians died as a result.",
      "Two people of one family were among the dead.",
    ],
  })
  const third = tell(state, {
    type: "shelling",
    trigger: "shelled",
    quote:
      "A military source said armed groups shelled the Sarem market on Saturday evening, and 14 civilians died as a result.",
    when: ["on Saturday evening", "2021-03-13"],
    where: [["Sarem", SAREM]],
    actors: [["armed groups", "Opposition groups", "rebel-group"]],
    targets: [["14 civilians", "Civilians", "civilians"]],
    harm: [
      ["14 civilians", { kind: "killed", who: "people", min: 14, max: 14 }],
      ["Two people", { kind: "killed", who: "people", min: 2, max: 2, partOf: true }],
    ],
    saidBy: [["A military source", "military source", "military"]],
  })
  const event = eventOf([first, second, third], {
    grade: "contested",
    gradeWhy: "independent origins name different responsible parties: Syrian government forces; Opposition groups",
    outlets: 3,
    origins: 3,
  })
  return { told: [courier, wire, state], event }
}

function single(told: Told, telling: Parameters<typeof tell>[1], grade: Event["grade"], gradeWhy: string) {
  return { told: [told], event: eventOf([tell(told, telling)], { grade, gradeWhy, outlets: 1, origins: 1 }) }
}

function plan() {
  const told = article({
    outlet: "Levant Courier",
    published: "2021-04-02",
    title: "Minister announces operation",
    paragraphs: ["The defence minister said that troops will enter the Wadi Harun valley within days."],
  })
  return single(
    told,
    {
      type: "deployment",
      modality: "planned",
      trigger: "enter",
      quote: "The defence minister said that troops will enter the Wadi Harun valley within days.",
      when: [null, "2021-04-02", "week", "2021-04-09"],
      where: [
        [
          "Wadi Harun valley",
          { name: "Wadi Harun", lat: 36.4, lon: 40.1, radiusKm: 45, precision: "feature", country: "SY" },
        ],
      ],
      actors: [["troops", "Turkish armed forces", "state-force"]],
      saidBy: [["The defence minister", "defence minister", "official"]],
    },
    "unsupported",
    "only told as planned",
  )
}

function denial() {
  const told = article({
    outlet: "State Bulletin",
    published: "2021-05-11",
    title: "Ministry rejects claims",
    paragraphs: ["The ministry denied that its aircraft had bombed the bridge at Tell Amar on 9 May 2021."],
  })
  return single(
    told,
    {
      type: "air-strike",
      modality: "denied",
      trigger: "bombed",
      quote: "The ministry denied that its aircraft had bombed the bridge at Tell Amar on 9 May 2021.",
      when: ["9 May 2021", "2021-05-09"],
      where: [["Tell Amar", { name: "Tell Amar", lat: 33.2, lon: 43.9, radiusKm: 3, country: "IQ", admin1: "Anbar" }]],
      saidBy: [["The ministry", "Ministry of Defence", "state"]],
    },
    "discounted",
    "a credible origin says that it did not happen",
  )
}

function nowhere() {
  const told = article({
    outlet: "North Ledger",
    published: null,
    title: "Fighters said to lay down arms",
    paragraphs: ["Dozens of fighters surrendered to the border guard, an activist said."],
  })
  return single(
    told,
    {
      type: "surrender",
      trigger: "surrendered",
      quote: "Dozens of fighters surrendered to the border guard, an activist said.",
      actors: [["fighters", "fighters", "unknown"]],
      harm: [["Dozens of fighters", { kind: "captured", who: "combatants", min: 24, approximate: true }]],
      saidBy: [["an activist", "activist", "activist"]],
    },
    "weak",
    "one origin",
  )
}

function arabic() {
  const told = article({
    outlet: "صوت الشرق",
    published: "2021-05-20",
    lang: "ar",
    title: "نزوح مئات العائلات من بلدة النبع",
    paragraphs: ["نزحت مئات العائلات من بلدة النبع يوم الأربعاء بعد قصف عنيف، بحسب ناشطين محليين."],
  })
  return single(
    told,
    {
      type: "displacement",
      trigger: "نزحت",
      quote: "نزحت مئات العائلات من بلدة النبع يوم الأربعاء بعد قصف عنيف، بحسب ناشطين محليين.",
      when: ["يوم الأربعاء", "2021-05-19"],
      where: [["بلدة النبع", { name: "النبع", lat: 34.9, lon: 38.3, radiusKm: 8, precision: "near", country: "SY" }]],
      harm: [["مئات العائلات", { kind: "displaced", who: "civilians", min: null, max: null, approximate: true }]],
      saidBy: [["ناشطين محليين", "ناشطون محليون", "activist"]],
    },
    "weak",
    "one origin",
  )
}

export function fixtureDesk(): FixtureDesk {
  const stories = {
    market: market(),
    plan: plan(),
    denial: denial(),
    nowhere: nowhere(),
    arabic: arabic(),
    hostile: hostile(),
  }
  const rest = backdrop()
  const all = [...Object.values(stories), ...rest]
  return {
    told: all.flatMap((s) => s.told),
    events: all.map((s) => s.event),
    links: linksOf(stories.market.event, rest[0]?.event),
    named: Object.fromEntries(Object.entries(stories).map(([name, s]) => [name, s.event.id])) as FixtureDesk["named"],
  }
}

function linksOf(market: Event, other: Event | undefined): Link[] {
  const [a = "", b = "", c = ""] = market.mentions
  const reasons = [
    { comparator: "place", score: 1, words: "both at Sarem" },
    { comparator: "day", score: 1, words: "both on 13 March 2021" },
    { comparator: "toll", score: 0.6, words: "12 killed and at least 9 killed can both be true" },
  ]
  const far = [
    { comparator: "place", score: 0.3, words: "places 61 km apart" },
    { comparator: "day", score: 0.2, words: "days 9 apart" },
  ]
  const links: Link[] = [
    { a, b, score: 0.94, joined: true, reasons },
    { a, b: c, score: 0.81, joined: true, reasons: reasons.slice(0, 2) },
  ]
  return other === undefined
    ? links
    : [...links, { a, b: other.mentions[0] ?? "", score: 0.31, joined: false, reasons: far }]
}

export function processedOf(told: Told): Processed {
  const { page, report, mentions } = told
  return { page, report, coded: { report: report.id, head: headOf(told), mentions, issues: [] }, issues: [] }
}
