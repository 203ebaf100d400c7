import { markBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf } from "../features.ts"

const MAX_HEADING_WORDS = 40

/** Lines between paragraphs that do not end like a sentence head what follows. */
export const headings: Step = {
  name: "headings",
  forms: ["plain"],
  run(draft) {
    const { first, last } = bodyRange(draft.blocks)
    return markBlocks(draft, (block, index) => {
      if (block.kind !== "paragraph" || index <= first || index >= last) return null
      const f = featuresOf(block)
      return !f.sentenceEnd && !/[,;:]$/.test(block.text) && f.words <= MAX_HEADING_WORDS ? "heading" : null
    })
  },
}
