import { normaliseWords } from "../../kit/text.ts"
import type { DraftBlock } from "../draft.ts"

/** Shorter blocks are too common to tell where one stands. */
const ANCHOR_CHARS = 40
const MIN_PROSE_WORDS = 9
const MAX_LEAD_BLOCKS = 4
/** Readability that keeps less than this share of the running text outside asides has picked the wrong part. */
const MIN_KEPT_SHARE = 0.25
const SENTENCE_END = /[.!?…。！？؟۔।][\s"'”’»)\]]*$/u

/**
 * The article with what Readability lost of it: the lead between headline and text, and paragraphs between
 * paragraphs. Where it kept only the smaller part of the page's running text, all of that from the headline on.
 * `candidates` are the page's blocks outside navigation and asides, in order.
 */
export function completed(
  found: readonly DraftBlock[],
  candidates: readonly DraftBlock[],
  title: string | null,
): DraftBlock[] {
  const first = firstAnchor(found, candidates)
  if (first < 0) return [...found]
  const headline = headlineBefore(candidates, first, title)
  if (proseChars(found) < proseChars(candidates) * MIN_KEPT_SHARE)
    return candidates.slice(headline + 1, candidates.findLastIndex(isProse) + 1)
  const kept = new Set(found.map(({ text }) => text))
  const lost = (block: DraftBlock) => isProse(block) && !kept.has(block.text)
  const lead = headline < 0 ? [] : candidates.slice(headline + 1, first).filter(lost)
  return [...lead.slice(0, MAX_LEAD_BLOCKS), ...withGapsFilled(found, candidates, first, lost)]
}

function withGapsFilled(
  found: readonly DraftBlock[],
  candidates: readonly DraftBlock[],
  first: number,
  lost: (block: DraftBlock) => boolean,
): DraftBlock[] {
  const places = placesOf(candidates)
  const out: DraftBlock[] = []
  let at = first
  for (const block of found) {
    const here = block.text.length < ANCHOR_CHARS ? undefined : places.get(block.text)?.find((place) => place >= at)
    if (here !== undefined) {
      out.push(...candidates.slice(at, here).filter(lost))
      at = here + 1
    }
    out.push(block)
  }
  return out
}

function placesOf(candidates: readonly DraftBlock[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  candidates.forEach(({ text }, i) => {
    const known = places.get(text)
    if (known === undefined) places.set(text, [i])
    else known.push(i)
  })
  return places
}

function proseChars(blocks: readonly DraftBlock[]): number {
  return blocks.reduce((sum, block) => sum + (isProse(block) ? block.text.length : 0), 0)
}

function isProse({ text, kind }: DraftBlock): boolean {
  return kind !== "caption" && SENTENCE_END.test(text.slice(-8)) && text.split(" ").length >= MIN_PROSE_WORDS
}

/** Index among the candidates of the first longer block of the article, or -1. */
function firstAnchor(found: readonly DraftBlock[], candidates: readonly DraftBlock[]): number {
  const long = new Set(found.filter(({ text }) => text.length >= ANCHOR_CHARS).map(({ text }) => text))
  return candidates.findIndex(({ text }) => long.has(text))
}

function headlineBefore(candidates: readonly DraftBlock[], first: number, title: string | null): number {
  const key = normaliseWords(title ?? "")
  if (key === "") return -1
  return candidates.findLastIndex(
    (block, i) => i < first && block.kind === "heading" && normaliseWords(block.text) === key,
  )
}
