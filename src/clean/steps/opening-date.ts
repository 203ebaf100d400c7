import type { Draft, DraftBlock, Step } from "../draft.ts"
import { featuresOf } from "../features.ts"
import { findPrintedDates } from "../read/printed-date.ts"

const WEEKDAY = /^\p{L}{2,12}[.,]?\s{1,2}$/u
const MAX_TITLE_WORDS = 22

/**
 * Text of a feed that runs date, headline and body together ("Wed 05 Apr 2017 Headline. First sentence …"): the date
 * becomes a byline of its own, and the first sentence the title when the sentences after it take up its words.
 */
export const openingDate: Step = {
  name: "opening-date",
  forms: ["plain"],
  run(draft) {
    const [first, ...rest] = draft.blocks
    const date = first === undefined ? null : openingOf(first, draft.head.locale)
    if (first === undefined || date === null) return draft
    const body = first.text.slice(date).replace(/^[\s.:|–—-]{0,6}/, "")
    if (body === "") return draft
    return withParts(draft, first.text.slice(0, date), body, rest)
  },
}

/** Where the date that opens the block ends; null when none does, or when a sentence goes on from it. */
function openingOf(block: DraftBlock, locale: string | null): number | null {
  if (featuresOf(block).words < 20) return null
  const date = findPrintedDates(block.text.slice(0, 60), locale)[0]
  if (date === undefined) return null
  const before = block.text.slice(0, date.start)
  if (before !== "" && !WEEKDAY.test(before)) return null
  return /^[\s.:|–—-]{1,6}[\p{Lu}\p{Lo}"“‘'\d]/u.test(block.text.slice(date.end)) ? date.end : null
}

function withParts(draft: Draft, byline: string, body: string, rest: readonly DraftBlock[]): Draft {
  const end = headlineEnd(body)
  const date: DraftBlock = { kind: "byline", text: byline }
  if (end === null) return { ...draft, blocks: [date, { kind: "paragraph", text: body }, ...rest] }
  const title: DraftBlock = { kind: "title", text: body.slice(0, end).replace(/[.\s]+$/, "") }
  const text: DraftBlock = { kind: "paragraph", text: body.slice(end).trimStart() }
  return { ...draft, blocks: [title, date, text, ...rest] }
}

/** End of a first sentence of which at least half of the longer words return in the 400 characters after it. */
function headlineEnd(body: string): number | null {
  const match = /^.{15,200}?[^.\s]{3}[.!?](?=\s+\S)/u.exec(body)
  if (match === null) return null
  const content = match[0]
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 4)
  const next = body.slice(match[0].length, match[0].length + 400).toLowerCase()
  if (match[0].split(" ").length > MAX_TITLE_WORDS || content.length < 2 || next.length < 100) return null
  return content.filter((word) => next.includes(word)).length >= content.length / 2 ? match[0].length : null
}
