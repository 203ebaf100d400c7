import { type Draft, type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf, furnitureOf } from "../features.ts"
import { isBylineText } from "./bylines.ts"

const MAX_TITLE_WORDS = 35
const MIN_TITLE_WORDS = 3
const MIN_SCORE = 3
const MAX_NAME_WORDS = 5

/** Puts the title first: the one that the page states about itself, or the line over the text that reads like one. */
export const title: Step = {
  name: "title",
  forms: ["html", "plain"],
  run(draft) {
    const stated = draft.head.title
    if (stated !== null) return withTitle(draft, stated)
    if (draft.blocks.some((block) => block.kind === "title")) return draft
    const index = headlineIndex(draft)
    const found = draft.blocks[index]
    if (found === undefined) return draft
    const over = removeBlocks(draft, "title", (block, at) => (at < index && isSectionName(block) ? "masthead" : null))
    const rest = over.blocks.filter((block) => block !== found)
    return { ...over, blocks: [{ kind: "title", text: found.text }, ...rest] }
  },
}

function withTitle(draft: Draft, text: string): Draft {
  const block: DraftBlock = { kind: "title", text }
  return { ...draft, blocks: [block, ...draft.blocks] }
}

/** The name of the outlet or of a section, over the headline. */
function isSectionName(block: DraftBlock): boolean {
  const f = featuresOf(block)
  return f.words <= MAX_NAME_WORDS && !f.sentenceEnd && block.kind === "paragraph" && !isBylineText(block.text)
}

/** Index of the best headline among the lines over the running text, or -1. */
function headlineIndex(draft: Draft): number {
  const { blocks } = draft
  const { first } = bodyRange(blocks)
  if (first < 0) return -1
  const body = new Set(
    blocks.slice(first, first + 3).flatMap((block) => featuresOf(block).key.split(" ").filter(isContent)),
  )
  let best = -1
  let most = MIN_SCORE
  for (let i = 0; i < first; i++) {
    const score = headlineScore(blocks, i, body)
    // Of equals the first stands: what follows is its sub-heading. A repetition in Every Word Capitals has lost what
    // capitals say about names.
    if (score < most || (score === most && best >= 0)) {
      if (best >= 0 && isPlainerTwin(blocks[i] as DraftBlock, blocks[best] as DraftBlock)) best = i
      continue
    }
    best = best >= 0 && isPlainerTwin(blocks[best] as DraftBlock, blocks[i] as DraftBlock) ? best : i
    most = score
  }
  return best
}

function isPlainerTwin(a: DraftBlock, b: DraftBlock): boolean {
  const [x, y] = [featuresOf(a), featuresOf(b)]
  return x.key === y.key && x.capitalShare < y.capitalShare
}

function isContent(word: string): boolean {
  return word.length >= 4
}

function headlineScore(blocks: readonly DraftBlock[], index: number, body: ReadonlySet<string>): number {
  const block = blocks[index] as DraftBlock
  const f = featuresOf(block)
  if (block.kind !== "paragraph" && block.kind !== "heading") return -1
  if (f.words < MIN_TITLE_WORDS || f.words > MAX_TITLE_WORDS || furnitureOf(block) !== null) return -1
  if (isBylineText(block.text)) return -1
  const content = f.key.split(" ").filter(isContent)
  const shared = content.filter((word) => body.has(word)).length / Math.max(1, content.length)
  const length = f.words >= 5 && f.words <= 25 ? 2 : 0
  const open = /[.;:,]$/.test(block.text) ? -1 : 2
  const after = blocks[index + 1]
  const dated = after !== undefined && isBylineText(after.text) ? 2 : 0
  return length + open + dated + shared * 3
}
