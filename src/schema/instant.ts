import { z } from "zod"

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const INSTANT =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/

function exists(text: string): boolean {
  const day = text.slice(0, 10)
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
}

/** An ISO 8601 calendar day, YYYY-MM-DD. */
export const IsoDate = z.string().regex(DATE).refine(exists, "no such day")
export type IsoDate = z.infer<typeof IsoDate>

/** An ISO 8601 day, or a day with a time and, where known, a zone. */
export const Instant = z.string().regex(INSTANT).refine(exists, "no such day")
export type Instant = z.infer<typeof Instant>

/** The calendar day of an instant, as printed (no zone arithmetic). */
export function dayOf(instant: Instant): IsoDate {
  return instant.slice(0, 10)
}

export const WHEN_PRECISIONS = ["hour", "day", "week", "month", "year"] as const

/** An interval of days, both ends included. `precision` is that of the words, not of the interval. */
export const When = z
  .strictObject({ start: IsoDate, end: IsoDate, precision: z.enum(WHEN_PRECISIONS) })
  .refine((w) => w.start <= w.end, "an interval does not end before it starts")
export type When = z.infer<typeof When>
