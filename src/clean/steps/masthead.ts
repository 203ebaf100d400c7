import { type Draft, type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf } from "../features.ts"
import { findPrintedDates } from "../read/printed-date.ts"

const TODAY =
  /\btoday\b|\bheute\b|aujourd['’]hui|\bhoy\b|\bbugün\b|\boggi\b|\bhoje\b|сегодня|сьогодні|اليوم|امروز|היום|今天/iu
const WEATHER = /-?\d{1,2}\s?°/
const COUNTS = /\(\s?\d{1,7}\s?\)/g
/** Years of the Islamic, Solar Hijri and Hebrew calendars after a word. */
const OTHER_CALENDAR = /\p{L}[\p{L}\p{M}ʿ'’ -]{0,30}\s(?:1[34]\d\d|57[5-9]\d|58[0-4]\d)(?!\d)/u
const TIMELINE = /\b(?:current|local)\s+time\b|\bedition\b|\blast\s+update\b/i
const LABELLED = /\b(?:published|posted|by)\b/i
const MAX_HEAD_BLOCKS = 12
const KEPT: ReadonlySet<string> = new Set(["title", "byline", "caption"])

/** The date lines at the top of a page that tell its reader's day, not the report's. */
export const masthead: Step = {
  name: "masthead",
  forms: ["html", "plain"],
  run(draft) {
    const limit = headEnd(draft)
    const dated = datedBlocks(draft, limit)
    return removeBlocks(draft, "masthead", (block, index) => {
      if (index >= limit || KEPT.has(block.kind)) return null
      return isHeaderDate(block, dated.get(block) ?? 0, index, draft) ? "header-date" : null
    })
  },
}

function headEnd(draft: Draft): number {
  const { first } = bodyRange(draft.blocks)
  return Math.min(first < 0 ? draft.blocks.length : first, MAX_HEAD_BLOCKS)
}

/** How many distinct days each of the first blocks prints. */
function datedBlocks(draft: Draft, limit: number): Map<DraftBlock, number> {
  const dated = new Map<DraftBlock, number>()
  for (const block of draft.blocks.slice(0, limit)) {
    const days = new Set(findPrintedDates(block.text, draft.head.locale).map((date) => date.value.slice(0, 10)))
    if (days.size > 0) dated.set(block, days.size)
  }
  return dated
}

function isHeaderDate(block: DraftBlock, days: number, index: number, draft: Draft): boolean {
  const { text } = block
  const f = featuresOf(block)
  if (f.words > 60 || (f.sentenceEnd && f.words > 12)) return false
  const counts = text.match(COUNTS)?.length ?? 0
  if (days === 0)
    return (OTHER_CALENDAR.test(text) && f.words <= 12) || (TODAY.test(text) && f.words <= 6 && WEATHER.test(text))
  if (days >= 3 || (days === 2 && counts >= 1)) return true
  if (TODAY.test(text) || WEATHER.test(text) || OTHER_CALENDAR.test(text) || counts >= 2) return true
  if (TIMELINE.test(text) && !LABELLED.test(text)) return true
  if (f.covered >= 0.2) return true
  return !LABELLED.test(text) && isOverAnotherDate(index, draft)
}

/** A bare date line with a headline below it and, below that, another dated line: the page's day, then the report's. */
function isOverAnotherDate(index: number, draft: Draft): boolean {
  const limit = headEnd(draft)
  const later = draft.blocks.findIndex(
    (block, at) => at > index && at <= limit && startsDated(block, draft.head.locale),
  )
  if (later < 0) return false
  return draft.blocks.slice(index + 1, later).some((block) => featuresOf(block).words >= 4)
}

function startsDated(block: DraftBlock, locale: string | null): boolean {
  const first = findPrintedDates(block.text, locale)[0]
  return first !== undefined && first.start < 40 && featuresOf(block).words <= 20
}
