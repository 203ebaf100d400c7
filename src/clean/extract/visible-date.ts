import { normaliseWords } from "../../kit/text.ts"
import type { DraftBlock } from "../draft.ts"
import { normaliseSpace } from "../plain.ts"
import { findPrintedDates } from "../read/printed-date.ts"
import { isBylineText, isLabelledDate } from "../steps/bylines.ts"
import type { DocumentLike } from "./page-head.ts"

/** Blocks before and after the headline among which a date line is taken for the report's own. */
const NEAR_BEFORE = 4
const NEAR_AFTER = 8
const MAX_CHARS = 200
const SELECTOR =
  "time, [class*=date], [class*=Date], [class*=datum], [class*=publi], [class*=byline], [class*=posted], [class*=created], [class*=meta], [class*=time], [id*=date], [itemprop*=date]"

/** Visible words that may say when the report was published: near its headline (or labelled so), or anywhere. */
export interface VisibleDates {
  near: string[]
  far: string[]
}

/** `all` are the page's blocks in order, furniture included. */
export function visibleDates(
  document: DocumentLike,
  all: readonly DraftBlock[],
  title: string | null,
  locale: string | null,
): VisibleDates {
  const headline = headlineIndex(all, title)
  const after = headline < 0 ? [] : all.slice(headline + 1, headline + 1 + NEAR_AFTER)
  const before = headline < 0 ? [] : all.slice(Math.max(0, headline - NEAR_BEFORE), headline).reverse()
  const near = [...after, ...before].filter(({ text }) => hasDate(text, locale) && isBylineText(text, locale))
  const labelled = all.filter(({ text }) => text.length <= MAX_CHARS && isLabelledDate(text, locale))
  return { near: unique([...near, ...labelled].map(({ text }) => text)), far: marked(document, locale) }
}

function hasDate(text: string, locale: string | null): boolean {
  return text.length <= MAX_CHARS && findPrintedDates(text, locale).length > 0
}

function headlineIndex(all: readonly DraftBlock[], title: string | null): number {
  const key = normaliseWords(title ?? "")
  if (key === "") return -1
  const heading = all.findLastIndex((block) => block.kind === "heading" && normaliseWords(block.text) === key)
  return heading >= 0 ? heading : all.findIndex((block) => normaliseWords(block.text) === key)
}

/** Short elements whose class or id speaks of dates, in document order. */
function marked(document: DocumentLike, locale: string | null): string[] {
  const found: string[] = []
  for (const element of document.querySelectorAll(SELECTOR)) {
    const raw = element.textContent ?? ""
    if (raw.length > MAX_CHARS * 3) continue
    const text = normaliseSpace(raw)
    if (text !== "" && hasDate(text, locale)) found.push(text)
    if (found.length >= 5) break
  }
  return unique(found)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
