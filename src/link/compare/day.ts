import { gapDays } from "../days.ts"
import type { Days, Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

const BOTH_SHARP_NEXT_DAY = -1
const NEXT_DAY = -0.6
const WITHIN_ASSUMPTION = 0.15
const ASSUMED_SAME = 0.4
/** A report that dates an event and not its denial means the denial of that event. */
const ASSUMED_SAME_REPORT = 0.7

function length({ start, end }: Days): number {
  return end - start + 1
}

/** 1 for the same stated day; falls with the length of the longer range, since a month holds many events. */
function overlapScore(a: Days, b: Days): number {
  const longest = Math.max(length(a), length(b))
  const full = a.sharp && b.sharp ? 1 : longest <= 3 ? 0.6 : 0.4
  return longest <= 2 ? full : Math.max(0, full * (1 - Math.log2(longest / 2) / 6))
}

function score({ days: a, mention: x }: Telling, { days: b, mention: y }: Telling): number | null {
  if (a === null || b === null) return null
  if (gapDays(a, b) === 0) {
    if (!a.assumed && !b.assumed) return overlapScore(a, b)
    return x.report === y.report ? ASSUMED_SAME_REPORT : Math.min(ASSUMED_SAME, overlapScore(a, b))
  }
  const gap = gapDays(a.reach, b.reach)
  if (gap === 0) return WITHIN_ASSUMPTION
  if (gap > 1) return -1
  return a.sharp && b.sharp ? BOTH_SHARP_NEXT_DAY : NEXT_DAY
}

function printed({ mention: { when } }: Telling): string {
  if (when === null) return "no date"
  const { start, end } = when.value
  return `${start === end ? start : `${start} to ${end}`}${when.certainty === "assumed" ? " (assumed)" : ""}`
}

function words(a: Telling, b: Telling): string {
  if (a.days === null || b.days === null) return `${printed(a)} against ${printed(b)}`
  const gap = gapDays(a.days, b.days)
  if (gap > 0) return `${gap} day${gap === 1 ? "" : "s"} apart: ${printed(a)}, ${printed(b)}`
  return printed(a) === printed(b) ? `same time: ${printed(a)}` : `times overlap: ${printed(a)}, ${printed(b)}`
}

export const day: Comparator = { id: "day", about: "how well the times agree", score, words }
