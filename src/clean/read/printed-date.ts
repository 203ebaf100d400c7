import type { Instant } from "../../schema/index.ts"
import { Instant as InstantSchema } from "../../schema/index.ts"
import { monthOf } from "./month-names.ts"

/** A calendar date found in printed words; offsets are into the words given. */
export interface PrintedDate {
  start: number
  end: number
  value: Instant
  /** Day and month could be the other way round: 03-04-2017, read day first as nearly everywhere that writes hyphens. */
  guessed: boolean
}

interface Token {
  start: number
  end: number
  text: string
  digits: boolean
}

type Order = "dmy" | "mdy" | null
interface Day {
  year: number
  month: number
  day: number
  /** Index of the first token after the date. */
  next: number
}

const MAX_CHARS = 2000
const GAP = /^[\s,.\-–/|·‏‎]{0,4}$/
const FILLERS = new Set(
  "of de del d di do da st nd rd th er го р г den the année в"
    .split(" ")
    .concat(["º", "ª", "年", "月", "일", "년", "월"]),
)
const ZERO_DIGITS = [0x0660, 0x06f0, 0x0966]

/** Other decimal digits as ASCII ones; the length stays. */
function asciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (char) => {
    const code = char.charCodeAt(0)
    const zero = ZERO_DIGITS.find((z) => code >= z && code <= z + 9) ?? code
    return String(code - zero)
  })
}

/**
 * Every full calendar date (day, month and year) in `text`, in order, with its time and zone where printed.
 * `locale` decides 03/04/2017: month first for en-US, day first for other known locales; without one it is no date,
 * but 03-04-2017 is day first, `guessed`.
 */
export function findPrintedDates(text: string, locale: string | null = null): PrintedDate[] {
  const ascii = asciiDigits(text.slice(0, MAX_CHARS))
  const tokens = tokenise(ascii)
  const order = orderOf(locale)
  const found: PrintedDate[] = []
  for (let i = 0; i < tokens.length; i++) {
    const day = dayAt(tokens, i, ascii, order)
    const first = tokens[i]
    const last = day === null ? undefined : tokens[day.next - 1]
    if (day === null || first === undefined || last === undefined) continue
    const time = timeAfter(ascii, last.end)
    const value = instantOf(day, time?.value ?? "")
    if (value === null) continue
    const guessed = order === null && /^(?:0?[1-9]|1[0-2])-(?:0?[1-9]|1[0-2])-/.test(ascii.slice(first.start, last.end))
    found.push({ start: first.start, end: time?.end ?? last.end, value, guessed: guessed && !isSameDay(value) })
    i = day.next - 1
  }
  return found
}

/** 05-05-2017 is the same day in either order. */
function isSameDay(value: Instant): boolean {
  return value.slice(5, 7) === value.slice(8, 10)
}

function orderOf(locale: string | null): Order {
  if (locale === null) return null
  const tag = locale.toLowerCase().replace("_", "-")
  if (tag === "en-us") return "mdy"
  return tag === "en" ? null : "dmy"
}

function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(/\d+|[年月日년월일]|[\p{L}\p{M}ʿ'’]+/gu)) {
    const word = match[0]
    tokens.push({ start: match.index, end: match.index + word.length, text: word, digits: /^\d/.test(word) })
  }
  return tokens
}

function dayAt(tokens: readonly Token[], at: number, text: string, order: Order): Day | null {
  const run = runFrom(tokens, at, text)
  if (run.length < 3) return null
  const [a, b, c] = run as [Token, Token, Token]
  const next = tokens.indexOf(c, at) + 1
  const parts = threeParts(a, b, c, text, order)
  if (parts === null) return null
  const [year, month, day] = parts
  const valid = year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  return valid ? { year, month, day, next } : null
}

/** Up to three meaningful tokens from `at`, fillers skipped, none farther than a short gap from the one before. */
function runFrom(tokens: readonly Token[], at: number, text: string): Token[] {
  const run: Token[] = []
  let previous: Token | undefined
  for (let i = at; i < tokens.length && run.length < 3; i++) {
    const token = tokens[i] as Token
    if (previous !== undefined && !GAP.test(text.slice(previous.end, token.start))) break
    previous = token
    if (!token.digits && FILLERS.has(token.text.toLowerCase())) {
      if (run.length === 0) break
      continue
    }
    if (!token.digits && monthOf(token.text) === null) break
    run.push(token)
  }
  return run
}

function threeParts(a: Token, b: Token, c: Token, text: string, order: Order): [number, number, number] | null {
  if (a.digits && !b.digits && c.digits) return dayMonthYear(a, b, c)
  if (!a.digits && b.digits && c.digits)
    return c.text.length === 4 && b.text.length <= 2 ? [Number(c.text), monthOf(a.text) ?? 0, Number(b.text)] : null
  if (!a.digits || !b.digits || !c.digits) return null
  return numeric(a, b, c, text, order)
}

function dayMonthYear(a: Token, b: Token, c: Token): [number, number, number] | null {
  const month = monthOf(b.text) ?? 0
  if (a.text.length <= 2 && c.text.length === 4) return [Number(c.text), month, Number(a.text)]
  return a.text.length === 4 && c.text.length <= 2 ? [Number(a.text), month, Number(c.text)] : null
}

function numeric(a: Token, b: Token, c: Token, text: string, order: Order): [number, number, number] | null {
  const [first, second, third] = [Number(a.text), Number(b.text), Number(c.text)]
  const separator = text.slice(a.end, b.start).trim()
  if (/^[年년]$/.test(separator)) return [first, second, third]
  if (separator !== text.slice(b.end, c.start).trim() || b.text.length > 2) return null
  if (a.text.length === 4 && c.text.length <= 2) return [first, second, third]
  if (a.text.length > 2 || separator === "" || separator === ",") return null
  if (c.text.length === 2 && separator === ".") return [2000 + third, second, first]
  if (c.text.length !== 4) return null
  if (separator === "." || first > 12 || first === second) return [third, second, first]
  if (second > 12) return [third, first, second]
  if (order === null) return separator === "-" ? [third, second, first] : null
  return order === "mdy" ? [third, first, second] : [third, second, first]
}

const TIME =
  /^(?:T|[\s,.|–·-]{0,4}(?:at|um|à|alle|a las|в|о|الساعة|klo|kl\.?)?\s{0,2})([01]?\d|2[0-3])[:.hH]([0-5]\d)(?![\d])(?::([0-5]\d)(?:\.\d{1,9})?)?\s?([AaPp]\.?[Mm]\b\.?)?\s?(Z\b|GMT\b|UTC\b|[+-]\d\d:?\d\d\b)?/
const BARE_TIME = /^\s{0,2}at\s([01]\d|2[0-3])([0-5]\d)\b/

/** A time printed right after a date: "13:25", "at 0914", "T13:25:00+0300", "1:25 pm GMT". */
function timeAfter(text: string, from: number): { value: string; end: number } | null {
  const rest = text.slice(from, from + 60)
  const bare = BARE_TIME.exec(rest)
  if (bare !== null) return { value: `T${bare[1]}:${bare[2]}`, end: from + bare[0].length }
  const match = TIME.exec(rest)
  if (match === null) return null
  const [whole, hours = "", minutes = "", seconds, half, zone] = match
  if (whole.includes(".") && half === undefined && /[.]\d\d$/.test(whole.trim()) && !/[a-z]/i.test(whole)) return null
  const hour = hourOf(Number(hours), half)
  if (hour === null) return null
  const clock = `T${String(hour).padStart(2, "0")}:${minutes}${seconds === undefined ? "" : `:${seconds}`}`
  return { value: clock + zoneOf(zone), end: from + whole.trimEnd().length }
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ""
  if (/^[ZGU]/.test(zone)) return "Z"
  return zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`
}

function instantOf(day: Day, time: string): Instant | null {
  const date = `${day.year}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`
  if (InstantSchema.safeParse(date + time).success) return date + time
  return InstantSchema.safeParse(date).success ? date : null
}

/** The one date of a machine-readable attribute ("2017-07-20T13:25:00+0300", "Thu, 20 Jul 2017 13:25 GMT"), or null. */
export function readDate(raw: string, locale: string | null = null): Instant | null {
  const compact = /^\s*(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}Z?)?\s*$/.exec(raw)
  const words = compact === null ? raw : `${compact[1]}-${compact[2]}-${compact[3]}`
  return findPrintedDates(words, locale)[0]?.value ?? null
}
