import { sha256 } from "../../src/kit/hash.ts"
import { eventId, mentionId, pageId, reportIdOfPage } from "../../src/kit/ids.ts"
import { sketchOf } from "../../src/kit/minhash.ts"
import type {
  Actor,
  Attested,
  Certainty,
  Event,
  EventType,
  Harm,
  Mention,
  Modality,
  Page,
  Report,
  ReportHead,
  Resolved,
  Span,
  Speaker,
  When,
  Where,
} from "../../src/schema/index.ts"

const BY = "fixture@1"

export interface Told {
  page: Page
  report: Report
  mentions: Mention[]
}

interface Article {
  outlet: string
  published: string | null
  title: string
  paragraphs: string[]
  lang?: string
  wire?: string
  removed?: Report["removed"]
  /** HTML around the paragraphs; plain text where absent. */
  html?: (title: string, paragraphs: string[]) => string
}

/** Page and report of an article of the fixture; the text is the title and the paragraphs. */
export function article(a: Article): Told {
  const text = [a.title, ...a.paragraphs].join("\n\n")
  const body = a.html ? a.html(a.title, a.paragraphs) : text
  const hash = sha256(body)
  const url = `https://${a.outlet.toLowerCase().replaceAll(" ", "-")}.example/${hash.slice(0, 8)}`
  const page: Page = {
    id: pageId(hash, url, a.outlet),
    url,
    outlet: a.outlet,
    fetchedAt: "2021-06-01T08:00:00Z",
    sha256: hash,
    mime: a.html ? "text/html" : "text/plain",
    body,
  }
  const report: Report = {
    id: reportIdOfPage(page.id),
    pageId: page.id,
    url,
    outlet: a.outlet,
    lang: a.lang ?? "en",
    title: a.title,
    text,
    blocks: blocksOf(a.title, a.paragraphs),
    published:
      a.published === null
        ? null
        : { value: a.published, certainty: "stated", spans: [], raw: a.published, by: BY, origin: "given" },
    removed: a.removed ?? [],
  }
  if (a.wire !== undefined) report.wire = attest(text, a.wire, a.wire)
  return { page, report, mentions: [] }
}

function blocksOf(title: string, paragraphs: string[]): NonNullable<Report["blocks"]> {
  let start = 0
  return [title, ...paragraphs].map((part, i) => {
    const block = { kind: i === 0 ? ("title" as const) : ("paragraph" as const), start, end: start + part.length }
    start = block.end + 2
    return block
  })
}

export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the fixture's text lacks "${words}"`)
  return { start, end: start + words.length }
}

function attest<T>(
  text: string,
  words: string | null,
  value: T,
  certainty: Certainty = "stated",
  why?: string,
): Attested<T> {
  const base = { value, certainty, by: BY, ...(why === undefined ? {} : { why }) }
  return words === null
    ? { ...base, certainty: "assumed", spans: [], raw: null }
    : { ...base, spans: [spanOf(text, words)], raw: words }
}

export interface Telling {
  type: EventType
  modality?: Modality
  trigger: string
  quote: string
  when?: [words: string | null, start: string, precision?: When["precision"], end?: string]
  where?: [words: string, where: Partial<Where> & { name: string }][]
  actors?: [words: string, name: string, kind: Actor["kind"]][]
  targets?: [words: string, name: string, kind: Actor["kind"]][]
  harm?: [words: string, harm: Partial<Harm> & { kind: Harm["kind"] }][]
  saidBy?: [words: string, name: string, kind: Speaker["kind"]][]
}

/** Adds a mention to a told article and returns its id. */
export function tell(told: Told, t: Telling): Mention {
  const { text, id: report } = told.report
  const quote = { ...spanOf(text, t.quote), text: t.quote }
  const inQuote = t.quote.indexOf(t.trigger)
  if (inQuote < 0) throw new Error(`the trigger "${t.trigger}" is not in its quote`)
  const trigger = { start: quote.start + inQuote, end: quote.start + inQuote + t.trigger.length, text: t.trigger }
  const mention: Mention = {
    id: mentionId(report, t.type, t.quote),
    report,
    type: {
      value: t.type,
      certainty: "stated",
      spans: [{ start: trigger.start, end: trigger.end }],
      raw: t.trigger,
      by: BY,
    },
    modality: attest(text, t.trigger, t.modality ?? "actual"),
    trigger,
    quote,
    also: [],
    when: t.when === undefined ? null : whenOf(text, t.when),
    where: (t.where ?? []).map(([words, where]) => attest(text, words, { ...NOWHERE, ...where })),
    actors: (t.actors ?? []).map(([words, name, kind]) => attest(text, words, { name, actorId: null, kind })),
    targets: (t.targets ?? []).map(([words, name, kind]) => attest(text, words, { name, actorId: null, kind })),
    things: [],
    harm: (t.harm ?? []).map(([words, harm]) => attest(text, words, { ...NO_HARM, ...harm })),
    saidBy: (t.saidBy ?? []).map(([words, name, kind]) => attest(text, words, { name, speakerId: null, kind })),
    background: false,
    by: BY,
  }
  told.mentions.push(mention)
  return mention
}

const NOWHERE: Omit<Where, "name"> = {
  placeId: null,
  lat: null,
  lon: null,
  radiusKm: null,
  precision: "exact",
  country: null,
  admin1: null,
}
const NO_HARM = { who: "people" as const, min: null, max: null, approximate: false }

function whenOf(
  text: string,
  [words, start, precision = "day", end = start]: NonNullable<Telling["when"]>,
): Attested<When> {
  const value = { start, end, precision }
  if (words === null) return attest(text, null, value, "assumed", "when/publication-day")
  return attest(text, words, value, /\d/.test(words) ? "stated" : "inferred", "when/relative")
}

export function headOf({ report }: Told): ReportHead {
  return {
    outlet: report.outlet ?? null,
    url: report.url ?? null,
    title: report.title,
    lang: report.lang,
    published: report.published?.value ?? null,
    wire: report.wire?.value ?? null,
    sketch: sketchOf(report.text),
  }
}

/** Merges mentions, oldest first, as a linker would: the most supported value is best, the others stay beside it. */
export function eventOf(mentions: Mention[], facts: Pick<Event, "grade" | "gradeWhy" | "outlets" | "origins">): Event {
  const oldest = mentions[0]
  if (oldest === undefined) throw new Error("an event has a mention")
  const all = <T>(pick: (m: Mention) => Attested<T>[]) =>
    mentions.flatMap((m) => pick(m).map((a) => [m.id, a] as const))
  return {
    id: eventId(oldest.id),
    mentions: mentions.map((m) => m.id),
    reports: [...new Set(mentions.map((m) => m.report))],
    ...facts,
    type: resolve(all((m) => [m.type])),
    modality: resolve(all((m) => [m.modality])),
    when: resolve(all((m) => (m.when === null ? [] : [m.when]))),
    where: resolve(all((m) => m.where.slice(0, 1))),
    actors: grouped(
      all((m) => m.actors),
      (a) => a.name,
    ).map(resolve),
    targets: grouped(
      all((m) => m.targets),
      (a) => a.name,
    ).map(resolve),
    harm: grouped(
      all((m) => m.harm),
      (h) => `${h.kind} ${h.who} ${h.partOf ?? false}`,
    ).map(spread),
  }
}

type Supported<T> = (readonly [string, Attested<T>])[]

function grouped<T>(claims: Supported<T>, keyOf: (value: T) => string): Supported<T>[] {
  return [...Map.groupBy(claims, ([, a]) => keyOf(a.value)).values()]
}

function resolve<T>(claims: Supported<T>): Resolved<T> {
  const groups = [...Map.groupBy(claims, ([, a]) => JSON.stringify(a.value)).values()].sort(
    (a, b) => b.length - a.length,
  )
  const values = groups.map((g) => ({ value: g[0]?.[1].value as T, support: g.map(([id]) => id) }))
  const best = values[0]
  return {
    best: best?.value ?? null,
    certainty: groups[0]?.[0]?.[1].certainty ?? null,
    rule: "most-supported",
    support: best?.support ?? [],
    alternatives: values.slice(1),
  }
}

function spread(claims: Supported<Harm>): Event["harm"][number] {
  const lows = claims.map(([, a]) => a.value.min ?? a.value.max).filter((n) => n !== null)
  const highs = claims.map(([, a]) => a.value.max ?? a.value.min).filter((n) => n !== null)
  return {
    ...resolve(claims),
    low: lows.length ? Math.min(...lows) : null,
    high: highs.length ? Math.max(...highs) : null,
  }
}
