import { type Draft, type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { featuresOf, isProse } from "../features.ts"

const COUNTED = /^\s*\(?\d{1,6}\)?\s*\p{L}+\s*$|^\s*\p{L}+\s*[([:]?\s*\d{1,6}\s*[)\]]?\s*$/u
const MAX_HEADER_WORDS = 8

/**
 * Readers' comments and the form for them: from the comment section's header, where at least half of the running text
 * stands before it, to the end of the page.
 */
export const comments: Step = {
  name: "comments",
  forms: ["html", "plain"],
  run(draft) {
    const start = commentStart(draft)
    return start < 0 ? draft : removeBlocks(draft, "comments", (_block, index) => (index >= start ? "comments" : null))
  },
}

function commentStart(draft: Draft): number {
  const chars = draft.blocks.map((block) => (isProse(block) ? block.text.length : 0))
  const total = chars.reduce((sum, n) => sum + n, 0)
  let before = 0
  return draft.blocks.findIndex((block, index) => {
    const half = before > 0 && before * 2 >= total
    before += chars[index] ?? 0
    return half && isHeader(block)
  })
}

function isHeader(block: DraftBlock): boolean {
  const f = featuresOf(block)
  if (f.furniture !== "comment-form" || f.words > MAX_HEADER_WORDS) return false
  return f.covered >= 0.5 && (f.strong >= 1 || COUNTED.test(block.text) || f.covered === 1)
}
