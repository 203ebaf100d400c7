import { removeBlocks, type Step } from "../draft.ts"
import { bodyRange } from "../features.ts"

/** Headings under which no running text follows, and the lists of links below them, at the end of an HTML article. */
export const tailLinks: Step = {
  name: "tail-links",
  forms: ["html"],
  run(draft) {
    const { first, last } = bodyRange(draft.blocks)
    if (first < 0) return draft
    const heading = draft.blocks.findIndex((block, index) => index > last && block.kind === "heading")
    return removeBlocks(draft, "tail-links", (block, index) => {
      if (heading < 0 || index < heading) return null
      return block.kind === "heading" || block.kind === "list" ? "related" : null
    })
  },
}
