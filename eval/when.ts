import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { type DateHit, findDates } from "../src/code/resolve/when.ts"
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

/** The hit in the words of TIMEX3, at the granularity of the gold value. */
function valueLike(hit: DateHit, gold: string): string | null {
  const { start, end } = hit.when
  if (/^\d{4}-\d\d-\d\d/.test(gold)) return start === end || hit.when.precision === "day" ? end : null
  if (/^\d{4}-W\d/.test(gold)) return isoWeek(end)
  if (/^\d{4}-\d\d$/.test(gold)) return end.slice(0, 7)
  return /^\d{4}$/.test(gold) ? end.slice(0, 4) : null
}

/** Values that Sightline's interval of days can say: days, ISO weeks, months, years. Quarters, decades and "now" are left out. */
function isComparable(value: string): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d)?(?:T.*)?$/.test(value)
}

export function isRightValue(hit: DateHit, gold: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)T/.exec(gold)?.[1] ?? gold
  return valueLike(hit, day) === day
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

if (import.meta.main)
  process.stdout.write(`${JSON.stringify(scoreTimebank(process.env.SIGHTLINE_DATA ?? "../shared/data"))}\n`)
