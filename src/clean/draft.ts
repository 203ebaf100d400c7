import type { BLOCK_KINDS, Instant, Removed } from "../schema/index.ts"

export type BlockKind = (typeof BLOCK_KINDS)[number]

/** A run of text on its way to becoming a block of the report. Its white space is normalised already. */
export interface DraftBlock {
  readonly kind: BlockKind
  readonly text: string
}

/** A date that a page states about itself outside its visible text. */
export interface PageDate {
  readonly value: Instant
  readonly raw: string
  readonly origin: string
}

/** What a page says about itself outside its visible text; all null for plain text. */
export interface PageHead {
  readonly title: string | null
  readonly outlet: string | null
  readonly lang: string | null
  /** BCP 47 tag of the document ("en-US"): tells how to read 03/04/2017. */
  readonly locale: string | null
  readonly published: PageDate | null
  /** Visible words that carry a date: near the headline or labelled as publication, and elsewhere. Best first. */
  readonly near: readonly string[]
  readonly far: readonly string[]
}

/** A page between reading and reporting: blocks in order, and what was taken out and why. */
export interface Draft {
  readonly form: "html" | "plain"
  readonly head: PageHead
  /** The day that the page's address carries. */
  readonly addressDate: PageDate | null
  readonly blocks: readonly DraftBlock[]
  readonly removed: readonly Removed[]
}

export const NO_HEAD: PageHead = {
  title: null,
  outlet: null,
  lang: null,
  locale: null,
  published: null,
  near: [],
  far: [],
}

/** One step of the list: pure, from draft to draft. */
export interface Step {
  readonly name: string
  readonly forms: readonly Draft["form"][]
  run(draft: Draft): Draft
}

/** Takes out every block for which `reasonOf` names a reason, and records it. */
export function removeBlocks(
  draft: Draft,
  step: string,
  reasonOf: (block: DraftBlock, index: number) => string | null,
): Draft {
  const blocks: DraftBlock[] = []
  const removed = [...draft.removed]
  draft.blocks.forEach((block, index) => {
    const reason = reasonOf(block, index)
    if (reason === null) blocks.push(block)
    else removed.push({ step, reason, text: block.text })
  })
  return blocks.length === draft.blocks.length ? draft : { ...draft, blocks, removed }
}

/** Gives blocks another kind; `kindOf` returns null to leave one as it is. */
export function markBlocks(draft: Draft, kindOf: (block: DraftBlock, index: number) => BlockKind | null): Draft {
  const blocks = draft.blocks.map((block, index) => {
    const kind = kindOf(block, index)
    return kind === null || kind === block.kind ? block : { ...block, kind }
  })
  return { ...draft, blocks }
}
