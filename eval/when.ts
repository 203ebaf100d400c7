import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { findHarm } from "../src/code/resolve/harm.ts"
import { chooseDate, type DateHit, findDates } from "../src/code/resolve/when.ts"
import { tagEnglish } from "../src/lang/en/tag.ts"
import { readReports } from "./read-reports.ts"
import { type Score, share } from "./scorer.ts"
import { readTar } from "./tar.ts"

/** A DATE of a TimeBank document: where it stands in the bare text, and its TIMEX3 value ("1998-08-07", "1989-Q3"). */
export interface TimexDate {
  start: number
  end: number
  value: string
}

export interface TimebankDocument {
  name: string
  text: string
  /** Document creation time, used as the publication day. */
  published: string
  dates: TimexDate[]
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

/** Bare text of the TEXT element with its DATEs; null where there is no creation day. TimeML is read as the flat markup that it is. */
export function readTimeml(name: string, xml: string): TimebankDocument | null {
  const published = /functionInDocument="CREATION_TIME"[^>]*/.exec(xml)?.[0] ?? ""
  const dct = /value="(\d{4}-\d\d-\d\d)/.exec(/<TIMEX3[^>]*CREATION_TIME[^>]*>/.exec(xml)?.[0] ?? published)?.[1]
  const body = /<TEXT>([\s\S]*?)<\/TEXT>/.exec(xml)?.[1]
  if (!dct || body === undefined) return null
  const dates: TimexDate[] = []
  const open: { start: number; value: string | null }[] = []
  let text = ""
  for (const [part] of body.matchAll(/<[^>]*>|&\w+;|[^<&]+|[<&]/g)) {
    if (part.startsWith("<TIMEX3")) {
      const isDate = /type="DATE"/.test(part)
      open.push({ start: text.length, value: isDate ? (/value="([^"]*)"/.exec(part)?.[1] ?? null) : null })
    } else if (part === "</TIMEX3>") {
      const at = open.pop()
      if (at && at.value !== null && text.length > at.start)
        dates.push({ start: at.start, end: text.length, value: at.value })
    } else if (/^<[^<]/.test(part)) continue
    else text += /^&\w+;$/.test(part) ? (ENTITIES[part.slice(1, -1)] ?? " ") : part
  }
  return { name, text, published: dct, dates }
}

/** Documents of `train/timebank-*.tar.xz` (needs the `xz` program); [] where the file is absent. */
export function readTimebank(dataDir: string, file = "timebank-dev.tar.xz"): TimebankDocument[] {
  const path = join(dataDir, "train", file)
  if (!existsSync(path)) return []
  const { stdout, status } = spawnSync("xz", ["-dc", path], { maxBuffer: 256 * 1024 * 1024 })
  if (status !== 0) throw new Error(`cannot unpack ${path}: is xz installed?`)
  return [...readTar(stdout)]
    .filter(([name]) => name.endsWith(".tml"))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, bytes]) => readTimeml(name, bytes.toString("utf8")) ?? [])
}

const DAY_MS = 86_400_000

function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY_MS)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS))
  return `${year}-W${String(week).padStart(2, "0")}`
}

/** One end of the hit in the words of TIMEX3, at the granularity of the gold value. */
function valueLike(hit: DateHit, end: string, gold: string): string | null {
  const { start } = hit.when
  if (/^\d{4}-\d\d-\d\d/.test(gold))
    return start === hit.when.end || /day|month|year/.test(hit.when.precision) ? end : null
  if (/^\d{4}-W\d/.test(gold)) return isoWeek(end)
  if (/^\d{4}-\d\d$/.test(gold)) return end.slice(0, 7)
  return /^\d{4}$/.test(gold) ? end.slice(0, 4) : null
}

/** Values that Sightline's interval of days can say: days, ISO weeks, months, years. Quarters, decades and "now" are left out. */
function isComparable(value: string): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?:T.*)?$/.test(value)
}

/** "since May" runs from May to publication, where TIMEX3 marks May: either end of the interval may be the value. */
export function isRightValue(hit: DateHit, gold: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)T/.exec(gold)?.[1] ?? gold
  return [hit.when.start, hit.when.end].some((end) => valueLike(hit, end, day) === day)
}

/**
 * TIMEX3 DATEs of TimeBank with the document's creation day as publication: `found`, share of comparable values whose
 * words overlap a hit; `right`, share of those found with the gold value at the gold's granularity; `rightDay`, the same
 * for days alone; `rightOfAll`, both in one.
 */
export function scoreTimebank(dataDir: string, file?: string): Score | null {
  const documents = readTimebank(dataDir, file)
  if (documents.length === 0) return null
  const pairs = documents.flatMap((d) => {
    const hits = findDates(d.text, d.published).value
    return d.dates
      .filter((g) => isComparable(g.value))
      .map((gold) => ({ gold, hit: hits.find((h) => h.span.start < gold.end && gold.start < h.span.end) ?? null }))
  })
  const found = pairs.filter((p) => p.hit !== null)
  const right = found.filter((p) => p.hit !== null && isRightValue(p.hit, p.gold.value))
  const isDay = (p: { gold: TimexDate }) => /^\d{4}-\d\d-\d\d/.test(p.gold.value)
  return {
    name: "timebank",
    n: pairs.length,
    metrics: {
      found: share(found.length, pairs.length),
      right: share(right.length, found.length),
      rightDay: share(right.filter(isDay).length, found.filter(isDay).length),
      rightOfAll: share(right.length, pairs.length),
    },
  }
}

/**
 * How long before publication events lie, over the FA-KES reports that print the day of a killing: `sameDay`, share on the
 * day of publication; `withinAssumed`, share within the two days before that `assumedWhen` gives where no day is printed.
 */
export function scorePublicationLag(dataDir: string): Score | null {
  const lags = readReports(dataDir, "fa-kes-").flatMap(
    (row) => lagDays(String(row.content_raw ?? ""), String(row.date_best ?? "")) ?? [],
  )
  if (lags.length === 0) return null
  const within = (days: number) => share(lags.filter((l) => l >= 0 && l <= days).length, lags.length)
  return { name: "publication lag", n: lags.length, metrics: { sameDay: within(0), withinAssumed: within(2) } }
}

function lagDays(text: string, published: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(published)) return null
  const dates = findDates(text, published).value.filter((h) => h.span.start > HEADER_CHARS)
  for (const sentence of tagEnglish(text)) {
    const killed = findHarm(sentence, text).find((h) => h.harm.kind === "killed" && !h.harm.cumulative)
    const hit = killed && chooseDate(dates, sentence, killed.trigger)
    if (hit?.when.precision === "day" && hit.why !== "when/speech-day")
      return (Date.parse(published) - Date.parse(hit.when.end)) / DAY_MS
  }
  return null
}

/** The day that heads a report is not an event's. */
const HEADER_CHARS = 45

if (import.meta.main) {
  const dataDir = process.env.SIGHTLINE_DATA ?? "../shared/data"
  for (const score of [scoreTimebank(dataDir), scorePublicationLag(dataDir)])
    process.stdout.write(`${JSON.stringify(score)}\n`)
}
