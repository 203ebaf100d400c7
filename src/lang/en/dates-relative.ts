import type { DateMeaning, Part, TimeUnit } from "./dates-expression.ts"
import {
  SEASONS,
  SMALL_NUMBER,
  SMALL_NUMBERS,
  TIME_UNITS,
  WEEKDAY_NAME_AFTER,
  WEEKDAY_NAME_BEFORE,
  WEEKDAYS,
} from "./dates-words.ts"

interface Relative {
  start: number
  end: number
  meaning: DateMeaning
}

/** What a keyword's reader sees: the text up to it, itself, and the text after it; both sides cut at the line. */
interface Around {
  before: string
  word: string
  after: string
}
/** How many characters of either side belong to the date, and what it means. */
interface Reading {
  left: number
  right: number
  meaning: DateMeaning
}
type Reader = (around: Around) => Reading | null

const KEYWORD =
  /\b(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:to|yester)day|tomorrow|tonight|overnight|night|morning|afternoon|evening|weekend|hours?|days?|weeks?|months?|years?|summer|winter|spring|autumn|fall)\b/gi
const SIDE_CHARS = 44

const DAYPART_AFTER = /^(?:\s+(?:morning|afternoon|evening|night|noon|midday|at (?:noon|dawn|dusk|midnight)))\b/i
const DAYPART_BEFORE =
  /(?:\b(?:early|late|earlier|later|overnight)(?:\s+on)?|\b(?:the )?(?:night|morning|evening|afternoon|early hours|dawn) of)\s+$/i

function length(match: RegExpExecArray | null): number {
  return match?.[0].length ?? 0
}

function shiftOf(word: string): -1 | 0 | 1 {
  if (/^(?:last|past)/i.test(word)) return -1
  return /^(?:next|coming)/i.test(word) ? 1 : 0
}

const readWeekday: Reader = ({ before, word, after }) => {
  const weekday = WEEKDAYS[word.toLowerCase()]
  if (weekday === undefined || !/^\p{Lu}/u.test(word)) return null
  if (WEEKDAY_NAME_BEFORE.test(before) || WEEKDAY_NAME_AFTER.test(after)) return null
  const part = length(DAYPART_AFTER.exec(after))
  const week = /^(?:,? (?:of )?(last|this|next) week|\s+(last)\b(?!\s+(?:week|month|year)))/i.exec(after.slice(part))
  const lead = /\b(?:(?:the )?(last|next|this|past|coming))\s+$/i.exec(before)
  if (/\b(?:previous|following|preceding)\s+$/i.test(before)) return null
  const right = part + length(week)
  if (week?.[1]) return { left: 0, right, meaning: { kind: "weekday", weekday, week: shiftOf(week[1]), side: null } }
  const shift = week?.[2] ? -1 : lead?.[1] ? shiftOf(lead[1]) : 0
  const left = lead ? lead[0].length : length(DAYPART_BEFORE.exec(before))
  return { left, right, meaning: { kind: "weekday", weekday, week: null, side: SIDES[shift + 1] ?? null } }
}
const SIDES = ["last", null, "next"] as const

const readDayWord: Reader = ({ before, word, after }) => {
  const right = length(DAYPART_AFTER.exec(after))
  const lead = DAYPART_BEFORE.exec(before) ?? /\b(?:earlier|later)\s+$/i.exec(before)
  const meaning = (from: number, to: number): DateMeaning => ({ kind: "day", from, to })
  const left = length(lead)
  switch (word.toLowerCase()) {
    case "yesterday": {
      const eve = /\bthe day before\s+$/i.exec(before)
      return eve ? { left: eve[0].length, right, meaning: meaning(-2, -2) } : { left, right, meaning: meaning(-1, -1) }
    }
    case "tomorrow": {
      const after2 = /\bthe day after\s+$/i.exec(before)
      return after2
        ? { left: after2[0].length, right, meaning: meaning(2, 2) }
        : { left, right, meaning: meaning(1, 1) }
    }
    case "overnight":
      return { left: 0, right: 0, meaning: meaning(-1, 0) }
    default:
      return { left, right, meaning: meaning(0, 0) }
  }
}

const readDaypart: Reader = ({ before, word }) => {
  if (/^night$/i.test(word)) {
    const last = /\b(?:late )?last\s+$/i.exec(before)
    if (last) return { left: last[0].length, right: 0, meaning: { kind: "day", from: -1, to: 0 } }
  }
  const lead =
    /\b(?:(?:earlier |late |early )?(this)|(?:the )?(same|that)|the (next|following)|the (previous))\s+$/i.exec(before)
  if (!lead) return null
  const left = lead[0].length
  if (lead[1]) return { left, right: 0, meaning: { kind: "day", from: 0, to: 0 } }
  const days = lead[2] ? 0 : lead[3] ? 1 : -1
  return { left, right: 0, meaning: { kind: "narrative", days, inSentence: false } }
}

const PERIOD_PART = /\b(earlier|later|early|mid|late|(?:the )?(?:beginning|start|middle|end) of(?: the)?)[\s-]+$/i

function partOf(words: string | undefined): Part | null {
  if (!words) return null
  if (/\bearly|beginning|start/i.test(words)) return "early"
  if (/^earlier/i.test(words)) return null
  return /mid/i.test(words) ? "mid" : "late"
}

const readPeriod: Reader = ({ before, word, after }) => {
  const unit = word.toLowerCase() as "week" | "weekend" | "month" | "year"
  const lead = /\b(?:the )?(last|this|next|coming)\s+$/i.exec(before)
  const told = unit === "week" ? /\bthe (?:(previous)|following)\s+$/i.exec(before) : null
  if (told)
    return { left: told[0].length, right: 0, meaning: { kind: "narrative", days: told[1] ? -7 : 7, inSentence: false } }
  const isSpan = lead !== null && /^the (?:last|coming)/i.test(lead[0]) && unit !== "weekend"
  if (lead?.[1] && !isSpan) return period(before, lead[0].length, unit, shiftOf(lead[1]))
  if (unit === "weekend") {
    const over = /\b(?:the)\s+$/i.exec(before)
    return over && !/^\s+(?:of|before|after)\b/i.test(after) ? period("", over[0].length, unit, 0) : null
  }
  const end = /\b(?:the )?(?:beginning|start|middle|end) of the\s+$/i.exec(before)
  if (end && !/^\s+of\b/.test(after)) return period(before, 0, unit, 0)
  return null
}

function period(before: string, lead: number, unit: "week" | "weekend" | "month" | "year", shift: number): Reading {
  const part = PERIOD_PART.exec(before.slice(0, before.length - lead))
  const meaning: DateMeaning = { kind: "period", unit, shift, part: partOf(part?.[1]) }
  return { left: lead + length(part), right: 0, meaning }
}

const COUNT_BEFORE = new RegExp(
  `\\b(?:(?:about|around|nearly|almost|some|at least|over|more than)\\s+)?(${SMALL_NUMBER})[\\s-]+$`,
  "i",
)

function countOf(words: string | undefined): number | null {
  if (words === undefined) return null
  const key = words.toLowerCase()
  if (key in SMALL_NUMBERS) return SMALL_NUMBERS[key] ?? null
  return Number(key)
}

/** "two days ago", "a day earlier", "a day after ...". */
const readAgo: Reader = ({ before, word, after }) => {
  const unit = unitOf(word)
  const tail = /^\s+(ago|earlier|later|before|after)\b/i.exec(after)
  if (!tail?.[1]) return null
  const count = COUNT_BEFORE.exec(before)
  const isBare = !count && /s$/i.test(word)
  const the = /\bthe\s+$/i.exec(before)
  if (!count && !isBare && !the) return null
  const left = count ? count[0].length : the && !isBare ? the[0].length : 0
  const number = count ? countOf(count[1]) : isBare ? null : 1
  const how = tail[1].toLowerCase()
  if (how === "ago")
    return { left, right: tail[0].length, meaning: { kind: "ago", unit, count: number, direction: -1 } }
  return told(how, unit, number, { left, right: tail[0].length }, after.slice(tail[0].length))
}

/** "two days later" counts from the day told before; "two days after the raid" says when the raid was. */
function told(
  how: string,
  unit: TimeUnit,
  count: number | null,
  size: { left: number; right: number },
  rest: string,
): Reading | null {
  const days = unit === "day" ? count : unit === "week" && count !== null ? count * 7 : unit === "hour" ? 0 : null
  if (days === null) return null
  const isFollowed = (how === "before" || how === "after") && /^\s+(?!\p{P})\S/u.test(rest)
  const forward = how === "later" || (how === "after" && !isFollowed) || (how === "before" && isFollowed)
  return { ...size, meaning: { kind: "narrative", days: forward ? days : -days, inSentence: isFollowed } }
}

const LATELY = new RegExp(
  `\\b(?:(?:in|over|during|for|within|throughout) )?(?:the |these )?(past|last|recent|previous|coming|next)(?: (${SMALL_NUMBER}))?\\s+$`,
  "i",
)
const WITHIN = new RegExp(
  `\\b(?:within|in)(?: (?:the next|a matter of|the coming))?(?: (?:about |around |less than )?(${SMALL_NUMBER}))?\\s+$`,
  "i",
)

function unitOf(word: string): TimeUnit {
  return TIME_UNITS[word.toLowerCase()] ?? "day"
}

/** "the past three days", "in recent days", "within days". */
const readLately: Reader = ({ before, word, after }) => {
  if (/^(?:\s+of\b|['’]|-)/.test(after)) return null
  const unit = unitOf(word)
  const lately = LATELY.exec(before)
  const isPlural = /s$/i.test(word)
  if (lately?.[1] && (isPlural || lately[2] || /\bthe (?:past|last|coming)\s+$/i.test(before))) {
    const direction = /coming|next/i.test(lately[1]) ? 1 : -1
    const count = lately[2] ? countOf(lately[2]) : isPlural ? null : 1
    return { left: lately[0].length, right: 0, meaning: { kind: "lately", unit, count, direction } }
  }
  const within = WITHIN.exec(before)
  if (!within || (!within[1] && !isPlural)) return null
  return {
    left: within[0].length,
    right: 0,
    meaning: { kind: "lately", unit, count: countOf(within[1]), direction: 1 },
  }
}

const readDayOfTelling: Reader = ({ before, word, after }) => {
  if (!/^day$/i.test(word)) return null
  const lead = /\b(?:(?:on )?(?:the )?(same|that)|(?:the )(next|following)|the (previous))\s+$/i.exec(before)
  if (!lead || /^\s+(?:of|when|that)\b/.test(after)) return null
  const on = /^on /i.exec(lead[0])?.[0].length ?? 0
  const left = lead[0].length - on
  const days = lead[1] ? 0 : lead[2] ? 1 : -1
  return { left, right: length(DAYPART_AFTER.exec(after)), meaning: { kind: "narrative", days, inSentence: false } }
}

const readUnit: Reader = (around) => {
  const isPeriod = /^(?:week|month|year)$/i.test(around.word)
  return readAgo(around) ?? readDayOfTelling(around) ?? readLately(around) ?? (isPeriod ? readPeriod(around) : null)
}

const SEASON_LEAD =
  /\b(?:(last|this|next)|(?:in|during|by|before|since|until|over|through|throughout) (?:the )?|(?:the )?(early|late|mid|beginning of|start of|middle of|end of)(?: the)?|the)[\s-]+$/i

const readSeason: Reader = ({ before, word, after }) => {
  const season = SEASONS[word.toLowerCase()]
  const year = /^(?:,? (?:of |in )?)((?:19|20)\d\d)\b/.exec(after)
  const seasonPart = /\b(?:the )?(early|late|mid|beginning of|start of|middle of|end of)(?: the)?[\s-]+$/i.exec(before)
  const lead = SEASON_LEAD.exec(before.endsWith(" ") || before.endsWith("-") ? before : `${before} `)
  if (!season || (!lead && !year)) return null
  if (!year && /^\p{Lu}/u.test(word)) return null
  if (!year && /^fall$/i.test(word) && !lead?.[1]) return null
  if (!year && /^(?:spring|fall)$/i.test(word) && !lead?.[1] && !/^\W/.test(after.trimStart() || ".")) return null
  const left = seasonPart ? seasonPart[0].length : lead?.[1] ? lead[0].length : 0
  const meaning: DateMeaning = {
    kind: "season",
    season,
    year: year?.[1] ? Number(year[1]) : null,
    shift: lead?.[1] ? shiftOf(lead[1]) : 0,
    part: partOf(seasonPart?.[1]),
  }
  return { left, right: length(year), meaning }
}

function readerOf(word: string): Reader {
  const key = word.toLowerCase()
  if (key in WEEKDAYS) return readWeekday
  if (/^(?:today|yesterday|tomorrow|tonight|overnight)$/.test(key)) return readDayWord
  if (/^(?:night|morning|afternoon|evening)$/.test(key)) return readDaypart
  if (key === "weekend") return readPeriod
  return key in TIME_UNITS ? readUnit : readSeason
}

/** Weekdays, relative days, periods and seasons, in text order; each keyword looks no further than its own line. */
export function readRelativeDates(text: string): Relative[] {
  const found: Relative[] = []
  for (const match of text.matchAll(KEYWORD)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const before = text.slice(Math.max(0, start - SIDE_CHARS), start)
    const after = text.slice(end, end + SIDE_CHARS)
    const around = {
      before: before.slice(before.lastIndexOf("\n") + 1),
      word: match[0],
      after: after.split("\n", 1)[0] ?? "",
    }
    const reading = readerOf(match[0])(around)
    const last = found.at(-1)
    if (!reading || (last && start - reading.left < last.end)) continue
    found.push({ start: start - reading.left, end: end + reading.right, meaning: reading.meaning })
  }
  return found
}
