import type { Certainty, Span, When } from "../../schema/index.ts"

/**
 * A date of the text with its value. `why`: "when/printed" in full; "when/year-inferred", "when/weekday",
 * "when/relative" from the publication day; "when/narrative" and "when/narrative-of-clause" from a day told before
 * ("the next day", "a day after the raid"); "when/anchored-on-caption" and the like without a publication day;
 * "when/since", "when/until", "when/before", "when/after" for a limit; "when/future" for what lay ahead.
 */
export interface DateHit {
  span: Span
  when: When
  certainty: Certainty
  why: string
  anchor: "absolute" | "relative" | "year-inferred"
}
