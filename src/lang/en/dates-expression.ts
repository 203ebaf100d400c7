import type { Span } from "../../schema/index.ts"

/** What is printed of a calendar date; null where it is not. `month` 1 to 12. */
export interface CalendarParts {
  year: number | null
  month: number | null
  day: number | null
}

export type Part = "early" | "mid" | "late"
export type TimeUnit = "hour" | "day" | "week" | "month" | "year"
export type Season = "spring" | "summer" | "autumn" | "winter"

/**
 * "13 December 2018", "3 to 5 May", "early March", "2013". `yearShift` counts years from that of writing ("July last
 * year" -1, "this September" 0); `side` is that of "last February" and "next May".
 */
export interface CalendarMeaning {
  kind: "calendar"
  from: CalendarParts
  to: CalendarParts | null
  part: Part | null
  weekday: number | null
  yearShift: number | null
  side: "last" | "next" | null
}

/** What the words of a date mean before anything is known of the day on which they were written. Weekdays: 0 is Sunday. */
export type DateMeaning =
  | CalendarMeaning
  /** "03/04/2019": which is the day and which the month is not printed. */
  | { kind: "numeric"; first: number; second: number; year: number }
  /** "on Friday"; `week` counts weeks from that of writing ("Friday last week"); `side` leaves the day of writing out ("last Friday"). */
  | { kind: "weekday"; weekday: number; week: number | null; side: "last" | "next" | null }
  /** "yesterday" -1 to -1, "overnight" -1 to 0. */
  | { kind: "day"; from: number; to: number }
  /** "last week", "this month", "the weekend". */
  | { kind: "period"; unit: "week" | "weekend" | "month" | "year"; shift: number; part: Part | null }
  /** "last summer", "the end of summer 2018". */
  | { kind: "season"; season: Season; year: number | null; shift: number; part: Part | null }
  /** "two days ago" (negative), "in three weeks" (positive); null is "some". */
  | { kind: "ago"; unit: TimeUnit; count: number | null; direction: -1 | 1 }
  /** "the past three days" (negative), "within days" (positive); null is "a few". */
  | { kind: "lately"; unit: TimeUnit; count: number | null; direction: -1 | 1 }
  /** "the next day": days from the day told before; `inSentence`: that day is named in the same sentence ("a day after ..."). */
  | { kind: "narrative"; days: number; inSentence: boolean }
  | { kind: "range"; from: DateMeaning; to: DateMeaning }

/** Which side of the date is meant: "since January", "by Friday", "before May", "after Monday". */
export type Bound = "since" | "until" | "before" | "after"

/** A date as printed. `future`: the clause looks forward; `owned`: it stands before a noun ("Friday's raid"). */
export interface DateExpression extends Span {
  meaning: DateMeaning
  bound: Bound | null
  future: boolean
  owned: boolean
}
