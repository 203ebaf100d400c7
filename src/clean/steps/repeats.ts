import { type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { featuresOf } from "../features.ts"

const MIN_KEY_CHARS = 3

/** A line that says again what one before it said, whatever its capitals and punctuation: repeated headlines, bars. */
export const repeats: Step = {
  name: "repeats",
  forms: ["html", "plain"],
  run(draft) {
    const seen = new Set<string>()
    return removeBlocks(draft, "repeats", (block: DraftBlock) => {
      const { key } = featuresOf(block)
      if (key.length < MIN_KEY_CHARS || block.text.length > 4000) return null
      if (seen.has(key)) return "repeated"
      seen.add(key)
      return null
    })
  },
}
