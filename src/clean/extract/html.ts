import { parseHTML } from "linkedom"
import type { DraftBlock, PageHead } from "../draft.ts"
import { blocksOf, type NodeLike } from "./blocks.ts"
import { completed } from "./complete.ts"
import { candidateBlocks, mainContent } from "./main-content.ts"
import { type DocumentLike, readHead } from "./page-head.ts"
import { visibleDates } from "./visible-date.ts"

/** One HTML page as its article and the rest. */
export interface HtmlExtract {
  head: PageHead
  blocks: DraftBlock[]
  /** Blocks of the page that are not part of its article. */
  rest: DraftBlock[]
}

/** Parses a page and finds its article. Unbounded in time: runs in a worker that can be ended. */
export function extractHtml(html: string): HtmlExtract {
  const { document } = parseHTML(oneDocument(html))
  const head = readHead(document as unknown as DocumentLike)
  const body = (document.body ?? document.documentElement) as unknown as NodeLike | null
  const all = body === null ? [] : blocksOf(body)
  const dates = visibleDates(document as unknown as DocumentLike, all, head.title, head.locale)
  const candidates = body === null ? [] : candidateBlocks(body)
  const found = mainContent(document)
  const blocks = found === null ? candidates : completed(found, candidates, head.title)
  return { head: { ...head, ...dates }, blocks, rest: without(all, blocks) }
}

const HEAD_END = /<\/head\s{0,9}>|<body(?:\s[^<>]{0,5000})?>/i
const DOCUMENT_TAGS = /<!doctype[^<>]{0,500}>|<\/?(?:html|head|body)(?:\s[^<>]{0,2000})?>/gi

/**
 * The page as one well-formed document: pages pasted into pages bring their own html and body elements, which browsers
 * ignore and linkedom does not.
 */
function oneDocument(html: string): string {
  const end = HEAD_END.exec(html)
  const head = end === null ? "" : html.slice(0, end.index)
  const rest = end === null ? html : html.slice(end.index + end[0].length)
  const lang = /<html\s[^<>]{0,2000}?\blang\s?=\s?["']?([A-Za-z-]{2,20})/i.exec(html.slice(0, 20_000))?.[1]
  const inner = head.replace(DOCUMENT_TAGS, "")
  return `<html${lang === undefined ? "" : ` lang="${lang}"`}><head>${inner}</head><body>${rest.replace(DOCUMENT_TAGS, "")}</body></html>`
}

function without(all: readonly DraftBlock[], kept: readonly DraftBlock[]): DraftBlock[] {
  const counts = new Map<string, number>()
  for (const { text } of kept) counts.set(text, (counts.get(text) ?? 0) + 1)
  return all.filter(({ text }) => {
    const left = counts.get(text) ?? 0
    if (left > 0) counts.set(text, left - 1)
    return left === 0
  })
}
