import { performance } from "node:perf_hooks"
import { pathToFileURL } from "node:url"
import { mentionId } from "../src/kit/ids.ts"
import { link } from "../src/link/link.ts"
import { type Attested, type Coded, EVENT_TYPES, type Mention, type Where } from "../src/schema/index.ts"

export interface LinkTiming {
  mentions: number
  events: number
  links: number
  /** Wall time of one `link` call. */
  seconds: number
  /** Resident memory of the process after it. */
  rssMb: number
}

/** Park and Miller's generator: the same desk on every run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 0x7fffffff
    return state / 0x7fffffff
  }
}

const MENTIONS_PER_REPORT = 4
const TELLINGS_PER_EVENT = 3
const EVENTS_PER_DAY = 25
const PLACES = 400
const DAY_MS = 86_400_000
/** A vocabulary in which, as in language, a few words are everywhere and most are rare (Zipf). */
const WORDS = Array.from({ length: 3000 }, (_, i) => `${String.fromCharCode(97 + (i % 26))}${i.toString(36)}word`)

interface SyntheticEvent {
  type: (typeof EVENT_TYPES)[number]
  day: string
  where: Where
  actor: number
  killed: number
  words: string[]
}

function stated<T>(value: T): Attested<T> {
  return { value, certainty: "stated", spans: [{ start: 0, end: 1 }], raw: null, by: "bench@1" }
}

function pick<T>(random: () => number, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

function wordOf(random: () => number): string {
  return WORDS[Math.floor(WORDS.length ** random()) - 1] as string
}

function placeOf(random: () => number): Where {
  const n = Math.floor(random() * PLACES)
  const [lat, lon] = [32.5 + (n % 20) * 0.22, 36 + Math.floor(n / 20) * 0.3]
  const place = { name: `Place ${n}`, placeId: `p:${n}`, lat, lon, radiusKm: null, country: "SY" }
  return { ...place, precision: random() < 0.8 ? "exact" : "admin2", admin1: `Region ${n % 14}` }
}

function eventOf(random: () => number, days: number): SyntheticEvent {
  const day = new Date(Date.UTC(2014, 0, 1) + Math.floor(random() * days) * DAY_MS).toISOString().slice(0, 10)
  return {
    type: pick(random, EVENT_TYPES),
    day,
    where: placeOf(random),
    actor: Math.floor(random() * 60),
    killed: Math.floor(random() ** 3 * 80),
    words: Array.from({ length: 14 }, () => wordOf(random)),
  }
}

/** One mention in seven has no date, one in eight no place: those are the costly ones to look up. */
function mentionOf(random: () => number, event: SyntheticEvent, report: string, at: number): Mention {
  const words = event.words.map((w) => (random() < 0.3 ? wordOf(random) : w))
  const text = `${words.join(" ")} ${report} ${at}`
  const span = { start: at * 400, end: at * 400 + text.length, text }
  return {
    id: mentionId(report, event.type, text),
    report,
    type: stated(event.type),
    modality: stated(random() < 0.9 ? ("actual" as const) : ("planned" as const)),
    trigger: { ...span, end: span.start + 4, text: text.slice(0, 4) },
    quote: span,
    also: [],
    when: random() < 0.86 ? stated({ start: event.day, end: event.day, precision: "day" as const }) : null,
    where: random() < 0.88 ? [stated(event.where)] : [],
    actors: [stated({ name: `Actor ${event.actor}`, actorId: `a:${event.actor}`, kind: "rebel-group" as const })],
    targets: [],
    things: [],
    harm: [
      stated({ kind: "killed" as const, who: "people" as const, min: event.killed, max: null, approximate: false }),
    ],
    saidBy: [],
    background: false,
    by: "bench@1",
  }
}

/** Reports of synthetic mentions, three tellings an event, 25 events a day over 400 places. */
export function syntheticDesk(mentions: number, seed = 7): Coded[] {
  const random = randomFrom(seed)
  const count = Math.ceil(mentions / TELLINGS_PER_EVENT)
  const days = Math.max(1, Math.ceil(count / EVENTS_PER_DAY))
  const events = Array.from({ length: count }, () => eventOf(random, days)).sort((a, b) => (a.day < b.day ? -1 : 1))
  return Array.from({ length: Math.ceil(mentions / MENTIONS_PER_REPORT) }, (_, r) => {
    const report = `rp_${seed}_${r}`
    const told = Array.from({ length: MENTIONS_PER_REPORT }, () => {
      const near = Math.floor((r * MENTIONS_PER_REPORT) / TELLINGS_PER_EVENT + random() * 40)
      return events[Math.min(near, events.length - 1)] as SyntheticEvent
    })
    const published = `${told[0]?.day}T12:00:00Z`
    const head = { outlet: `Outlet ${r % 30}`, url: null, title: null, lang: "en", published, wire: null, sketch: [] }
    return { report, head, mentions: told.map((e, at) => mentionOf(random, e, report, at)), issues: [] }
  })
}

/** Times one `link` call on a synthetic desk of about so many mentions. */
export function benchLink(mentions: number): LinkTiming {
  const coded = syntheticDesk(mentions)
  const start = performance.now()
  const { value } = link({ coded, judgements: [], reviews: [] })
  const seconds = (performance.now() - start) / 1000
  const count = coded.reduce((sum, c) => sum + c.mentions.length, 0)
  const rssMb = process.memoryUsage().rss / 2 ** 20
  return { mentions: count, events: value.events.length, links: value.links.length, seconds, rssMb }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const sizes = process.argv.slice(2).map(Number)
  for (const size of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
    const { mentions, events, links, seconds, rssMb } = benchLink(size)
    console.log(
      `${mentions} mentions → ${events} events, ${links} links in ${seconds.toFixed(2)} s, ${rssMb.toFixed(0)} MB`,
    )
  }
}
