import type { DraftBlock, Step } from "../draft.ts"
import { featuresOf } from "../features.ts"
import { agencyOf } from "../read/agencies.ts"
import { findPrintedDates } from "../read/printed-date.ts"

/** What may stand before the date: a weekday, or words that call it the day of publication. */
const BEFORE =
  /^(?:\p{L}{2,12}[.,]?|(?:published|posted|updated|issued|released|added|created)(?: on| at)?:?|(?:date of publication|publication date|date published|release date|date):?)\s{1,2}$/iu
const GOES_ON = /^[\s.:|–—-]{1,6}(?:by\s)?[\p{Lu}\p{Lo}"“‘'(\d]/u
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?$/i
const MIN_WORDS = 20
const MAX_HEAD_CHARS = 240
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
    if (first === undefined || featuresOf(first).words < MIN_WORDS) return draft
    const blocks = withOpeningDate(first, draft.head.locale) ?? withCreditedDate(first, draft.head.locale)
    return blocks === null ? draft : { ...draft, blocks: [...blocks, ...rest] }
  },
}

/** Date, headline, body. */
function withOpeningDate(first: DraftBlock, locale: string | null): DraftBlock[] | null {
  const date = openingOf(first, locale)
  if (date === null) return null
  const body = first.text.slice(date).replace(/^[\s.:|–—-]{0,6}/, "")
  return body === "" ? null : withParts(first.text.slice(0, date), body)
}

/** Headline, agency, date, body: "Six killed in raid AFP Monday 9 Feb 2015 At least six …". */
function withCreditedDate(first: DraftBlock, locale: string | null): DraftBlock[] | null {
  const date = findPrintedDates(first.text.slice(0, MAX_HEAD_CHARS), locale)[0]
  if (date === undefined || !GOES_ON.test(first.text.slice(date.end))) return null
  const before = first.text.slice(0, date.start).trimEnd().split(" ")
  const weekday = WEEKDAY.test(before.at(-1) ?? "") ? 1 : 0
  const words = before.slice(0, before.length - weekday)
  const agency = [1, 2, 3].find((n) => agencyOf(words.slice(-n).join(" ")) !== null)
  if (agency === undefined || words.length - agency < 3) return null
  const headline = words.slice(0, -agency).join(" ")
  const byline = first.text.slice(headline.length, date.end).trim()
  return [
    { kind: "title", text: headline },
    { kind: "byline", text: byline },
    { kind: "paragraph", text: first.text.slice(date.end).trim() },
  ]
}

/** Where the date that opens the block ends; null when none does, or when a sentence goes on from it. */
function openingOf(block: DraftBlock, locale: string | null): number | null {
  const date = findPrintedDates(block.text.slice(0, 60), locale)[0]
  if (date === undefined) return null
  const before = block.text.slice(0, date.start)
  if (before !== "" && !BEFORE.test(before)) return null
  return GOES_ON.test(block.text.slice(date.end)) ? date.end : null
}

function withParts(byline: string, body: string): DraftBlock[] {
  const end = headlineEnd(body)
  const date: DraftBlock = { kind: "byline", text: byline }
  if (end === null) return [date, { kind: "paragraph", text: body }]
  const title: DraftBlock = { kind: "title", text: body.slice(0, end).replace(/[.\s]+$/, "") }
  return [title, date, { kind: "paragraph", text: body.slice(end).trimStart() }]
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
