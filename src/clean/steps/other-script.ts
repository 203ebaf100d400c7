import { removeBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf } from "../features.ts"

const MAX_WORDS = 40

/** Lines outside the running text in a script that the running text does not use: leftovers of the page's own language. */
export const otherScript: Step = {
  name: "other-script",
  forms: ["html", "plain"],
  run(draft) {
    const { first, last } = bodyRange(draft.blocks)
    if (first < 0) return draft
    const used = new Map<string, number>()
    let total = 0
    for (const block of draft.blocks.slice(first, last + 1)) {
      const { script } = featuresOf(block)
      if (script !== null) used.set(script, (used.get(script) ?? 0) + block.text.length)
      total += block.text.length
    }
    return removeBlocks(draft, "other-script", (block, index) => {
      const f = featuresOf(block)
      if (block.kind === "title" || (index >= first && index <= last)) return null
      const foreign = f.script !== null && (used.get(f.script) ?? 0) < total * 0.1
      return foreign && f.words <= MAX_WORDS ? "other-script" : null
    })
  },
}
