import { parseHTML } from "linkedom"
import type { DraftBlock, PageHead } from "../draft.ts"
import { blocksOf, type NodeLike } from "./blocks.ts"
import { mainContent } from "./main-content.ts"
import { type DocumentLike, readHead } from "./page-head.ts"

/** One HTML page as its article and the rest. */
export interface HtmlExtract {
  head: PageHead
  blocks: DraftBlock[]
  /** Blocks of the page that are not part of its article. */
  rest: DraftBlock[]
}

/** Parses a page and finds its article. Unbounded in time: runs in a worker that can be ended. */
export function extractHtml(html: string): HtmlExtract {
  const { document } = parseHTML(/<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`)
  const head = readHead(document as unknown as DocumentLike)
  const body = (document.body ?? document.documentElement) as unknown as NodeLike | null
  const all = body === null ? [] : blocksOf(body)
  const blocks = mainContent(document) ?? all
  return { head, blocks, rest: without(all, blocks) }
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
