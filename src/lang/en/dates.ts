import { Chrono, en, type ParsedComponents, type ParsedResult } from "chrono-node"
import { boundBefore, isFuture, isOwned } from "./dates-clause.ts"
import type { CalendarMeaning, CalendarParts, DateExpression, DateMeaning, Part } from "./dates-expression.ts"
import { readRelativeDates } from "./dates-relative.ts"
import { COUNTED_AFTER, DOUBTFUL_MONTHS, SHORT_WEEKDAYS, WEEKDAYS, YEAR_BEFORE } from "./dates-words.ts"

/**
 * chrono-node reads calendar dates with a named month and ISO days. Its readers of weekdays, relative expressions and
 * bare times are left out: they give a day and an hour where the words give a span, and look forward by default.
 */
const CHRONO_PARSERS = [
  "ISOFormatParser",
  "ENYearMonthDayParser",
  "ENMonthNameLittleEndianParser",
  "ENMonthNameMiddleEndianParser",
  "ENYearMonthNameParser",
  "ENMonthNameParser",
]
const CHRONO_REFINERS = ["OverlapRemovalRefiner", "ENMergeDateRangeRefiner"]

function calendarReader(): Chrono {
  const { parsers, refiners } = en.configuration.createCasualConfiguration(false)
  const reader = {
    parsers: parsers.filter((p) => CHRONO_PARSERS.includes(p.constructor.name)),
    refiners: refiners.filter((r) => CHRONO_REFINERS.includes(r.constructor.name)),
  }
  if (reader.parsers.length !== CHRONO_PARSERS.length || reader.refiners.length < CHRONO_REFINERS.length)
    throw new Error("chrono-node has renamed a parser or refiner that dates.ts picks by name")
  return new Chrono(reader)
}

const calendar = calendarReader()
/** chrono wants a day to guess from; only what it knows from the words is read, so the day has no effect. */
const NO_REFERENCE = { instant: new Date(Date.UTC(2000, 0, 1)), timezone: 0 }

const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)/g
const ISO_DAY = /\b(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}/g
const NUMERIC = /(?<![\d/.-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)/g
const YEAR = /(?<![\d.,/$€£]|(?<!\bmid)-)\b(19\d\d|20\d\d)\b(?![\d/%]|[,.]\d)/g
const BEFORE_CHARS = 30
const AFTER_CHARS = 45

/**
 * Every date that English text prints, in text order, without overlaps: words and meaning, not yet a value.
 * Numbers that are no dates (times alone, ages, model names, counts, "9/11") are left.
 */
export function readDates(text: string): DateExpression[] {
  const named = readNamedMonths(text)
  const numeric = readNumeric(text)
  const found = [...named, ...numeric.filter((n) => !named.some((m) => n.start < m.end && m.start < n.end))]
  const free = (start: number, end: number) => !found.some((f) => start < f.end && f.start < end)
  for (const hit of readRelativeDates(text)) if (free(hit.start, hit.end)) found.push(hit)
  for (const hit of readYears(text)) if (free(hit.start, hit.end)) found.push(hit)
  found.sort((a, b) => a.start - b.start)
  return joinRanges(found, text).map((raw) => ({
    ...raw,
    bound: boundBefore(text, raw.start),
    future: looksForward(text, raw),
    owned: isOwned(text, raw),
  }))
}

function looksForward(text: string, raw: RawDate): boolean {
  const { meaning } = raw
  if ("side" in meaning && meaning.side !== null) return meaning.side === "next"
  if ((meaning.kind === "ago" || meaning.kind === "lately") && meaning.direction < 0) return false
  if (meaning.kind === "period" && /^later\b/i.test(text.slice(raw.start, raw.end))) return true
  return isFuture(text, raw)
}

interface RawDate {
  start: number
  end: number
  meaning: DateMeaning
}

function calendarMeaning(from: CalendarParts, to: CalendarParts | null): CalendarMeaning {
  return { kind: "calendar", from, to, part: null, weekday: null, yearShift: null, side: null }
}

function windows(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  const at = [...text.matchAll(MONTH), ...text.matchAll(ISO_DAY)].map((m) => m.index).sort((a, b) => a - b)
  for (const index of at) {
    const line = { start: text.lastIndexOf("\n", index) + 1, end: endOfLine(text, index) }
    const window = {
      start: wordStart(text, Math.max(line.start, index - BEFORE_CHARS)),
      end: Math.min(line.end, index + AFTER_CHARS),
    }
    const last = found.at(-1)
    if (last && window.start <= last.end) last.end = Math.max(last.end, window.end)
    else found.push(window)
  }
  return found
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf("\n", from)
  return at < 0 ? text.length : at
}

function wordStart(text: string, at: number): number {
  let start = at
  while (start > 0 && /[\p{L}\p{N}]/u.test(text.charAt(start - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(start))) start--
  return start
}

const COUNT = /(?<![\d.,/-])(?:\d{1,3}(?:[,.]\d{3})+|\d{3}|\d{1,2})(?![\d.,/-]\d)(?!\d|st\b|nd\b|rd\b|th\b)/g

/** Counts in the place of a day or year ("since January 212 died", "in July 9 people", "12 March 20 people") become letters of the same length. */
function hideCounts(text: string): string {
  return text.replace(COUNT, (digits, at: number) => {
    if (digits.length > 2) return "x".repeat(digits.length)
    const isCount = COUNTED_AFTER.test(text.slice(at + digits.length, at + digits.length + 24))
    return isCount && !/\b[Oo]n \p{Lu}\p{L}{2,8}\.? $/u.test(text.slice(Math.max(0, at - 14), at))
      ? "x".repeat(digits.length)
      : digits
  })
}

function readNamedMonths(text: string): RawDate[] {
  const found: RawDate[] = []
  for (const window of windows(text))
    for (const result of calendar.parse(hideCounts(text.slice(window.start, window.end)), NO_REFERENCE)) {
      const raw = readCalendar(text, window.start, result)
      if (raw) found.push(raw)
    }
  return found.sort((a, b) => a.start - b.start)
}

function known(parts: ParsedComponents): CalendarParts {
  const get = (name: "year" | "month" | "day") => (parts.isCertain(name) ? parts.get(name) : null)
  return { year: get("year"), month: get("month"), day: get("day") }
}

function readCalendar(text: string, offset: number, result: ParsedResult): RawDate | null {
  const from = known(result.start)
  const to = result.end ? known(result.end) : null
  const lead = /^(?:on|in)\s+/i.exec(result.text)?.[0].length ?? 0
  const words = result.text.slice(lead).replace(/(?:[\s,]|\bof)+$/, "")
  const start = offset + result.index + lead
  const raw: RawDate = {
    start,
    end: start + words.length,
    meaning: calendarMeaning(from, to),
  }
  if (/\d[.,/-]?$/.test(text.slice(Math.max(0, start - 2), start))) return null
  if (from.month === null || !mendYear(text, raw, from, to)) return null
  if (from.day === null && to === null && !isMonthAlone(text, raw, from)) return null
  if (!isPossible(from) || (to && !isPossible(to))) return null
  if (from.year === null && to?.year) from.year = (to.month ?? 0) < (from.month ?? 0) ? to.year - 1 : to.year
  if (to && to.year === null) to.year = from.year
  return withPart(text, withYearWord(text, withWeekday(text, raw)))
}

/** "July last year", "last February", "this September". */
function withYearWord(text: string, raw: RawDate): RawDate {
  const { meaning } = raw
  if (meaning.kind !== "calendar" || meaning.from.year !== null || meaning.to) return raw
  const after = /^(?:,? of)? (last|this|next) year\b/i.exec(text.slice(raw.end, raw.end + 14))
  if (after?.[1])
    return { ...raw, end: raw.end + after[0].length, meaning: { ...meaning, yearShift: shiftOf(after[1]) } }
  if (meaning.from.day !== null) return raw
  const before = /\b(last|this|next|this past)\s$/i.exec(text.slice(Math.max(0, raw.start - 11), raw.start))
  if (!before?.[1]) return raw
  const start = raw.start - before[0].length
  const shift = shiftOf(before[1])
  if (shift === 0) return { ...raw, start, meaning: { ...meaning, yearShift: 0 } }
  return { ...raw, start, meaning: { ...meaning, side: shift < 0 ? "last" : "next" } }
}

function shiftOf(word: string): -1 | 0 | 1 {
  return /^(?:last|this past)$/i.test(word) ? -1 : /^next$/i.test(word) ? 1 : 0
}

/** Chrono takes any two digits after a day for a year: "on 12 March 20 people" has none. Cuts the year off the words again. */
function mendYear(text: string, raw: RawDate, from: CalendarParts, to: CalendarParts | null): boolean {
  const words = text.slice(raw.start, raw.end)
  if (from.year === null || /(?:19|20)\d\d/.test(words)) return /[A-Z]/.test(words) || /^\d/.test(words)
  const cut = /^(.*?)[\s,]+\d{1,4}$/s.exec(words)
  if (!cut?.[1]) return false
  raw.end = raw.start + cut[1].length
  from.year = null
  if (to) to.year = null
  return true
}

function isMonthAlone(text: string, raw: RawDate, from: CalendarParts): boolean {
  const words = text.slice(raw.start, raw.end)
  if (!/^[\p{Lu}\d]/u.test(words)) return false
  if (from.year !== null) return true
  const before = text.slice(Math.max(0, raw.start - 16), raw.start)
  if (/\p{L}-$/u.test(before) && !/\bmid-$/i.test(before)) return false
  if (!DOUBTFUL_MONTHS.has(words.toLowerCase().replace(".", ""))) return true
  return /\b(?:in|since|of|early|late|mid|last|next|this|by|until|from|through|to|during|before|after|between|the)[\s-]$/i.test(
    before,
  )
}

function isPossible(parts: CalendarParts): boolean {
  if (parts.month === null || parts.month < 1 || parts.month > 12) return false
  if (parts.day === null) return true
  const days = new Date(Date.UTC(parts.year ?? 2000, parts.month, 0)).getUTCDate()
  return parts.day >= 1 && parts.day <= days
}

const ANY_WEEKDAY =
  "Sun(?:day)?|Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?"
const WEEKDAY_BEFORE = new RegExp(`\\b(${ANY_WEEKDAY})(?:\\.?,?\\s+(?:the\\s+)?|\\s+\\(|\\s*,\\s*on\\s+)$`)
const WEEKDAY_AFTER = new RegExp(`^(?:,?\\s+-?\\s*|\\s*\\()(${ANY_WEEKDAY})\\b\\)?`)

function weekdayOf(name: string): number | null {
  const key = name.toLowerCase()
  return WEEKDAYS[key] ?? SHORT_WEEKDAYS[key] ?? null
}

/** "Tue, 4 Apr", "Friday (14 December)", "20 July 2018 - Friday": the weekday is part of the date. */
function withWeekday(text: string, raw: RawDate): RawDate {
  if (raw.meaning.kind !== "calendar" || raw.meaning.from.day === null) return raw
  const before = WEEKDAY_BEFORE.exec(text.slice(Math.max(0, raw.start - 18), raw.start))
  if (before?.[1]) {
    const meaning = { ...raw.meaning, weekday: weekdayOf(before[1]) }
    return { start: raw.start - before[0].length, end: raw.end, meaning }
  }
  const after = WEEKDAY_AFTER.exec(text.slice(raw.end, raw.end + 18))
  if (!after?.[1] || raw.meaning.from.year === null) return raw
  return { start: raw.start, end: raw.end + after[0].length, meaning: { ...raw.meaning, weekday: weekdayOf(after[1]) } }
}

const PART_BEFORE =
  /\b(early|mid|late|(?:the )?(?:beginning|start|middle|end|early part|latter part|first days|last days) of)(?:[\s-]+(?:in\s+)?)$/i

function partOf(words: string): Part {
  if (/^(?:the )?(?:early|beginning|start|first)/i.test(words)) return "early"
  return /^(?:the )?mid/i.test(words) ? "mid" : "late"
}

function withPart(text: string, raw: RawDate): RawDate {
  if (raw.meaning.kind !== "calendar" || raw.meaning.from.day !== null || raw.meaning.to) return raw
  const before = PART_BEFORE.exec(text.slice(Math.max(0, raw.start - 24), raw.start))
  if (!before?.[1]) return raw
  return { start: raw.start - before[0].length, end: raw.end, meaning: { ...raw.meaning, part: partOf(before[1]) } }
}

/** "15.04.2017" is day first wherever it is printed; a slash or hyphen leaves the order open unless one number is over 12. */
function readNumeric(text: string): RawDate[] {
  const found: RawDate[] = []
  for (const match of text.matchAll(NUMERIC)) {
    const [first, second] = [Number(match[1]), Number(match[3])]
    const year = Number(match[4]) < 100 ? century(Number(match[4])) : Number(match[4])
    const raw = { start: match.index, end: match.index + match[0].length }
    const dayFirst = match[2] === "." || first > 12
    const parts = dayFirst ? { year, month: second, day: first } : { year, month: first, day: second }
    const isOpen = match[2] !== "." && first <= 12 && second <= 12 && first !== second
    if (!isPossible(parts)) continue
    if (isOpen) found.push({ ...raw, meaning: { kind: "numeric", first, second, year } })
    else found.push(withWeekday(text, { ...raw, meaning: calendarMeaning(parts, null) }))
  }
  return found
}

/** True where the text's own clear dates put the day first ("20/07/2018"), false for the month; null where none is clear or they differ. */
export function dayOrderOf(text: string): boolean | null {
  const votes = [...text.matchAll(NUMERIC)].flatMap((m) => {
    if (m[2] === "." || Number(m[1]) > 12 === Number(m[3]) > 12) return []
    return [Number(m[1]) > 12]
  })
  return votes.length > 0 && votes.every((v) => v === votes[0]) ? (votes[0] ?? null) : null
}

/** POSIX rule for two digits: 69 to 99 are the 1900s. */
function century(year: number): number {
  return year >= 69 ? 1900 + year : 2000 + year
}

/** "the 2011 uprising", "its failed 2012 offensive". */
const YEAR_OWNER = /\b(?:the|a|an|its|his|her|their|that|this)\s(?:[a-z-]+\s)?$/i

/** A bare year needs a word that makes it one: "in 2011", "late 2016", "the 2011 uprising"; never "2000 people". */
function readYears(text: string): RawDate[] {
  const found: RawDate[] = []
  for (const match of text.matchAll(YEAR)) {
    const start = match.index
    const end = start + match[0].length
    const before = text.slice(Math.max(0, start - 24), start)
    const after = text.slice(end, end + 24)
    const isYear =
      (YEAR_BEFORE.test(before) && !COUNTED_AFTER.test(after)) ||
      (YEAR_OWNER.test(before) && /^ \p{Ll}{3,}/u.test(after))
    if (!isYear || COUNTED_AFTER.test(after) || /^\s*(?:ft\b|m\b|hrs?\b|GMT|:\d)/.test(after)) continue
    const from = { year: Number(match[1]), month: null, day: null }
    found.push(withPart(text, { start, end, meaning: calendarMeaning(from, null) }))
  }
  return found
}

const BETWEEN_DATES = /^\s*(?:to|until|through|till|-|–|—)\s*$/i

/** "from Monday to Wednesday", "between 3 May and 5 May" are one date. */
function joinRanges(found: RawDate[], text: string): RawDate[] {
  const joined: RawDate[] = []
  for (const raw of found) {
    const last = joined.at(-1)
    if (last && isRange(text, last, raw)) {
      const meaning: DateMeaning = { kind: "range", from: last.meaning, to: raw.meaning }
      joined[joined.length - 1] = { start: last.start, end: raw.end, meaning }
    } else joined.push(raw)
  }
  return joined
}

function isRange(text: string, a: RawDate, b: RawDate): boolean {
  if (b.start - a.end > 12 || a.meaning.kind === "range" || a.meaning.kind === "narrative") return false
  const gap = text.slice(a.end, b.start)
  const before = text.slice(Math.max(0, a.start - 9), a.start)
  if (/\bbetween\s$/i.test(before)) return /^\s*and\s*$/i.test(gap)
  return BETWEEN_DATES.test(gap) && (a.meaning.kind === b.meaning.kind || /\bfrom\s$/i.test(before))
}
