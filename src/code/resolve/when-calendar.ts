import type { IsoDate, When } from "../../schema/index.ts"

/** Calendar arithmetic on ISO days, in UTC throughout: no clock, no zone. */
const DAY_MS = 86_400_000

function toMs(day: IsoDate): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
}

function fromMs(ms: number): IsoDate {
  return new Date(ms).toISOString().slice(0, 10)
}

/** `month` may lie outside 1 to 12 and `day` outside the month: both carry over. Years 1000 to 9999. */
export function isoDay(year: number, month: number, day: number): IsoDate {
  return fromMs(Date.UTC(year, month - 1, day))
}

export function addDays(day: IsoDate, days: number): IsoDate {
  return fromMs(toMs(day) + days * DAY_MS)
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toMs(to) - toMs(from)) / DAY_MS)
}

/** 0 is Sunday. */
export function weekdayOf(day: IsoDate): number {
  return new Date(toMs(day)).getUTCDay()
}

export function yearOf(day: IsoDate): number {
  return Number(day.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(day: IsoDate): number {
  return Number(day.slice(5, 7))
}

/** The last `weekday` on or before a day. */
export function weekdayOnOrBefore(day: IsoDate, weekday: number): IsoDate {
  return addDays(day, -((weekdayOf(day) - weekday + 7) % 7))
}

/** The first `weekday` on or after a day. */
export function weekdayOnOrAfter(day: IsoDate, weekday: number): IsoDate {
  return addDays(day, (weekday - weekdayOf(day) + 7) % 7)
}

/** Monday of the ISO 8601 week of a day. */
export function mondayOf(day: IsoDate): IsoDate {
  return weekdayOnOrBefore(day, 1)
}

export function monthInterval(year: number, month: number): { start: IsoDate; end: IsoDate } {
  return { start: isoDay(year, month, 1), end: isoDay(year, month + 1, 0) }
}

export function yearInterval(year: number): { start: IsoDate; end: IsoDate } {
  return { start: isoDay(year, 1, 1), end: isoDay(year, 12, 31) }
}

/** Days that an interval covers, both ends included. */
export function lengthDays(when: When): number {
  return daysBetween(when.start, when.end) + 1
}
