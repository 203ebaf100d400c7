import type { Instant, IsoDate } from "../schema/index.ts"

const DAY_MS = 86_400_000

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber(day: IsoDate): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS)
}

/**
 * Milliseconds since 1970-01-01 UTC, for ordering only: a day without a time counts as its first moment, a time without
 * a zone as UTC, so that the order never depends on where the program runs.
 */
export function instantMs(instant: Instant): number {
  const timed = instant.includes("T")
  const zoned = timed && /(?:Z|[+-]\d\d:\d\d)$/.test(instant)
  const clock = timed ? instant : `${instant}T00:00:00`
  return Date.parse(zoned ? clock : `${clock}Z`)
}

/** How many days lie between two closed ranges; 0 when they touch or overlap. */
export function gapDays(a: DayRange, b: DayRange): number {
  return Math.max(0, a.start - b.end, b.start - a.end)
}

/** A closed range of day numbers. */
export interface DayRange {
  start: number
  end: number
}
