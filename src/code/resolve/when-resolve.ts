import type {
  CalendarMeaning,
  CalendarParts,
  DateMeaning,
  Part,
  Season,
  TimeUnit,
} from "../../lang/en/dates-expression.ts"
import type { IsoDate, When } from "../../schema/index.ts"
import {
  addDays,
  daysBetween,
  isoDay,
  mondayOf,
  monthInterval,
  monthOf,
  weekdayOf,
  weekdayOnOrAfter,
  weekdayOnOrBefore,
  yearInterval,
  yearOf,
} from "./when-calendar.ts"

/**
 * The day from which relative words count. `exact`: it is the day of writing itself; otherwise the report was written
 * on it or some days after, as with the day of a caption.
 */
export interface Reference {
  day: IsoDate
  exact: boolean
}

export interface Known {
  reference: Reference | null
  /** The clause looks forward. */
  future: boolean
  /** The day told last before these words ("the next day"). */
  told: When | null
  dayFirst: boolean | null
}

type Precision = When["precision"]
const COARSENESS: readonly Precision[] = ["hour", "day", "week", "month", "year"]

function coarser(a: Precision, b: Precision): Precision {
  return COARSENESS.indexOf(a) > COARSENESS.indexOf(b) ? a : b
}

function on(day: IsoDate): When {
  return { start: day, end: day, precision: "day" }
}

function back(day: IsoDate, fromDays: number, toDays: number, precision: Precision): When {
  return { start: addDays(day, -fromDays), end: addDays(day, -toDays), precision }
}

/** Thirds of an interval: "early March" is 1 to 10, "mid" 11 to 20, "late" the rest. The precision stays that of the whole. */
function narrow(when: When, part: Part | null): When {
  if (part === null) return when
  const days = daysBetween(when.start, when.end) + 1
  const third = Math.max(1, Math.floor(days / 3))
  const bounds = { early: [0, third - 1], mid: [third, 2 * third - 1], late: [2 * third, days - 1] } as const
  const [from, to] = bounds[part]
  return { start: addDays(when.start, from), end: addDays(when.start, to), precision: when.precision }
}

/** The interval that the words name, or null where a day that they count from is not known. */
export function resolveDate(meaning: DateMeaning, known: Known): When | null {
  switch (meaning.kind) {
    case "calendar":
      return resolveCalendar(meaning, known)
    case "numeric":
      return resolveNumeric(meaning, known.dayFirst)
    case "narrative":
      return known.told && shiftDays(known.told, meaning.days)
    case "range":
      return resolveRange(meaning, known)
    default:
      return known.reference && resolveRelative(meaning, known.reference, known.future)
  }
}

function shiftDays(when: When, days: number): When {
  return { start: addDays(when.start, days), end: addDays(when.end, days), precision: when.precision }
}

function resolveRelative(
  meaning: Exclude<DateMeaning, { kind: "calendar" | "numeric" | "narrative" | "range" }>,
  reference: Reference,
  future: boolean,
): When {
  switch (meaning.kind) {
    case "weekday":
      return reference.exact
        ? resolveWeekday(meaning, reference.day, future)
        : weekdayNear(meaning.weekday, reference.day)
    case "day":
      return loosen(
        { start: addDays(reference.day, meaning.from), end: addDays(reference.day, meaning.to), precision: "day" },
        reference,
      )
    case "period":
      return loosen(resolvePeriod(meaning, reference.day, future), reference)
    case "season":
      return resolveSeason(meaning, reference.day, future)
    case "ago":
      return loosen(resolveAgo(meaning, reference.day), reference)
    case "lately":
      return loosen(resolveLately(meaning, reference.day), reference)
  }
}

/** Days counted from a caption's day, on or after which the report was written: two days of play, and only the week is known. */
function loosen(when: When, reference: Reference): When {
  if (reference.exact) return when
  return { start: when.start, end: addDays(when.end, 2), precision: coarser(when.precision, "week") }
}

function resolveWeekday(meaning: Extract<DateMeaning, { kind: "weekday" }>, day: IsoDate, future: boolean): When {
  const { weekday, week, side } = meaning
  if (week !== null) return on(addDays(mondayOf(day), 7 * week + ((weekday + 6) % 7)))
  if (side === "next") return on(weekdayOnOrAfter(addDays(day, 1), weekday))
  if (future) return on(weekdayOnOrAfter(day, weekday))
  return on(weekdayOnOrBefore(side === "last" ? addDays(day, -1) : day, weekday))
}

/** From four days before to two days after: the one week around a dated picture in which each weekday falls once. */
function weekdayNear(weekday: number, day: IsoDate): When {
  const after = (weekday - weekdayOf(day) + 7) % 7
  return on(addDays(day, after <= 2 ? after : after - 7))
}

function fullInterval(parts: CalendarParts): When | null {
  if (parts.year === null) return null
  if (parts.month === null) return { ...yearInterval(parts.year), precision: "year" }
  if (parts.day === null) return { ...monthInterval(parts.year, parts.month), precision: "month" }
  return on(isoDay(parts.year, parts.month, parts.day))
}

/** A missing year is that of the latest such day or month not after the reference; in a clause that looks forward, of the next. */
function withYear(parts: CalendarParts, known: Known, weekday: number | null = null): CalendarParts | null {
  if (parts.year !== null) return parts
  if (!known.reference || parts.month === null) return null
  const { day } = known.reference
  if (weekday !== null) {
    const matching = byWeekday(parts, weekday, day)
    if (matching) return matching
  }
  const years = known.future ? [0, 1, 2, 3, 4, 8] : [0, -1, -2, -3, -4, -8]
  for (const ahead of years) {
    const dated = { ...parts, year: yearOf(day) + ahead }
    const interval = fullInterval(dated)
    if (!interval || (parts.day !== null && monthOf(interval.start) !== parts.month)) continue
    if (known.future ? interval.end >= day : interval.start <= day) return dated
  }
  return null
}

function resolveCalendar(meaning: CalendarMeaning, known: Known): When | null {
  const last = meaning.to ? withYear(meaning.to, known) : null
  if (meaning.to && !last) return null
  const first = last && meaning.from.year === null ? beforeEnd(meaning.from, last) : dated(meaning, known)
  const from = first && fullInterval(first)
  const to = last && fullInterval(last)
  if (!from || (last && !to)) return null
  if (!to) return narrow(from, meaning.part)
  return from.start <= to.end
    ? { start: from.start, end: to.end, precision: coarser(from.precision, to.precision) }
    : null
}

/** "Friday, 14 December": the year in which that day is a Friday, from the last year to the next. */
function byWeekday(parts: CalendarParts, weekday: number, day: IsoDate): CalendarParts | null {
  const years = [0, -1, 1].map((ahead) => ({ ...parts, year: yearOf(day) + ahead }))
  const fits = years.filter((dated) => {
    const interval = fullInterval(dated)
    return interval !== null && monthOf(interval.start) === parts.month && weekdayOf(interval.start) === weekday
  })
  return fits.length === 1 ? (fits[0] ?? null) : null
}

function dated(meaning: CalendarMeaning, known: Known): CalendarParts | null {
  const { from, yearShift, side, weekday } = meaning
  if (yearShift !== null) return known.reference && { ...from, year: yearOf(known.reference.day) + yearShift }
  if (side === "last" && known.reference && monthOf(known.reference.day) === from.month)
    return { ...from, year: yearOf(known.reference.day) - 1 }
  return withYear(from, known, weekday)
}

function beforeEnd(parts: CalendarParts, last: CalendarParts): CalendarParts {
  const isLater = (parts.month ?? 0) > (last.month ?? 0)
  return { ...parts, year: last.year === null ? null : last.year - (isLater ? 1 : 0) }
}

/** With the order of day and month unknown, the interval from the one reading to the other. */
function resolveNumeric(meaning: Extract<DateMeaning, { kind: "numeric" }>, dayFirst: boolean | null): When {
  const { first, second, year } = meaning
  const [a, b] = [isoDay(year, second, first), isoDay(year, first, second)]
  if (dayFirst !== null) return on(dayFirst ? a : b)
  const [start, end] = a < b ? [a, b] : [b, a]
  return { start, end, precision: daysBetween(start, end) <= 31 ? "month" : "year" }
}

function resolveRange(meaning: Extract<DateMeaning, { kind: "range" }>, known: Known): When | null {
  const from = resolveDate(meaning.from, known)
  const near = resolveDate(meaning.to, known)
  const to = from && near && near.end < from.start ? resolveDate(meaning.to, { ...known, future: true }) : near
  if (!from || !to) return null
  const isWrapped = from.start > to.end && meaning.from.kind === "weekday"
  const start = isWrapped ? addDays(from.start, -7) : from.start
  return start <= to.end ? { start, end: to.end, precision: coarser(from.precision, to.precision) } : null
}

function resolvePeriod(meaning: Extract<DateMeaning, { kind: "period" }>, day: IsoDate, future: boolean): When {
  const { unit, shift, part } = meaning
  switch (unit) {
    case "week": {
      const monday = addDays(mondayOf(day), 7 * shift)
      return narrow({ start: monday, end: addDays(monday, 6), precision: "week" }, part)
    }
    case "weekend":
      return resolveWeekend(day, shift, future)
    case "month": {
      const interval = monthInterval(yearOf(day), monthOf(day) + shift)
      return narrow({ ...interval, precision: "month" }, part)
    }
    case "year":
      return narrow({ ...yearInterval(yearOf(day) + shift), precision: "year" }, part)
  }
}

/** Saturday and Sunday; "the weekend" is the last one begun, or the next where the clause looks forward. */
function resolveWeekend(day: IsoDate, shift: number, future: boolean): When {
  const begun = weekdayOnOrBefore(day, 6)
  const isNow = daysBetween(begun, day) <= 1
  const saturday =
    future || shift > 0 ? addDays(begun, isNow && shift <= 0 ? 0 : 7) : isNow && shift < 0 ? addDays(begun, -7) : begun
  return { start: saturday, end: addDays(saturday, 1), precision: "day" }
}

/** Meteorological seasons of the northern hemisphere; winter bears the year in which it begins. */
const SEASON_MONTHS: Readonly<Record<Season, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

function seasonOf(season: Season, year: number): When {
  const month = SEASON_MONTHS[season]
  return { start: isoDay(year, month, 1), end: isoDay(year, month + 3, 0), precision: "year" }
}

function resolveSeason(meaning: Extract<DateMeaning, { kind: "season" }>, day: IsoDate, future: boolean): When {
  if (meaning.year !== null) return narrow(seasonOf(meaning.season, meaning.year), meaning.part)
  const year = yearOf(day)
  const near = [1, 0, -1, -2].map((ahead) => seasonOf(meaning.season, year + ahead))
  const forward = near.filter((s) => s.end >= day).at(-1)
  const begun = near.find((s) => (meaning.shift < 0 ? s.end < day : s.start <= day))
  const pick = future || meaning.shift > 0 ? forward : begun
  return narrow(pick ?? seasonOf(meaning.season, year), meaning.part)
}

/** "Some" of a unit, as counts: nearest and farthest. The project's own reading of vague words, kept wide on purpose. */
const SOME: Readonly<Record<TimeUnit, readonly [number, number]>> = {
  hour: [1, 24],
  day: [2, 6],
  week: [2, 6],
  month: [2, 6],
  year: [2, 10],
}

function resolveAgo(meaning: Extract<DateMeaning, { kind: "ago" }>, day: IsoDate): When {
  const { unit, count } = meaning
  const [near, far] = count === null ? SOME[unit] : [count, count]
  switch (unit) {
    case "hour":
      return back(day, Math.ceil(far / 24), 0, "day")
    case "day":
      return back(day, far, near, near === far ? "day" : "week")
    case "week":
      return back(day, 7 * far + 3, 7 * near - 3, near === far ? "week" : "month")
    case "month":
      return monthsBack(day, far, near, near === far ? "month" : "year")
    case "year":
      return { start: isoDay(yearOf(day) - far, 1, 1), end: isoDay(yearOf(day) - near, 12, 31), precision: "year" }
  }
}

function monthsBack(day: IsoDate, far: number, near: number, precision: Precision): When {
  const start = monthInterval(yearOf(day), monthOf(day) - far).start
  return { start, end: monthInterval(yearOf(day), monthOf(day) - near).end, precision }
}

const LATELY_DAYS: Readonly<Record<TimeUnit, number>> = { hour: 1, day: 7, week: 42, month: 183, year: 1826 }
const UNIT_DAYS: Readonly<Record<TimeUnit, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30.44, year: 365.25 }

function resolveLately(meaning: Extract<DateMeaning, { kind: "lately" }>, day: IsoDate): When {
  const { unit, count, direction } = meaning
  const days = count === null ? LATELY_DAYS[unit] : Math.ceil(count * UNIT_DAYS[unit])
  const precision: Precision = days <= 6 ? "day" : days <= 14 ? "week" : days <= 61 ? "month" : "year"
  return direction < 0 ? back(day, days, 0, precision) : { start: day, end: addDays(day, days), precision }
}
