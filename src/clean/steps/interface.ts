import { type Draft, removeBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf, furnitureOf } from "../features.ts"
import type { Furniture } from "../furniture-words.ts"

const MENU_SEPARATOR = /[|»›•·→/]|\s[-–]\s|\s{2}/g
const PLACEHOLDER = /%[sd]\b|\{\{?\w+\}?\}|\[\[\w+\]\]|^[^\p{L}\p{N}]+$/u

/** Keyword lines under an article. */
const TAGS =
  /^(?:tags?|keywords?|topics?|categor(?:y|ies)|filed under|labels?|more on|الوسوم|كلمات مفتاحية|теги|метки|תגיות|schlagw(?:orte|örter)|mots[- ]clés|etiquetas|etiketler|برچسب‌?ها)\s?[:：]/iu

/** Lines of one part of a page's interface, told by their vocabulary. */
function vocabularyStep(name: string, reasons: readonly Furniture[]): Step {
  const wanted = new Set<Furniture>(reasons)
  const run = (draft: Draft): Draft =>
    removeBlocks(draft, name, (block) => {
      if (block.kind === "title") return null
      const reason = furnitureOf(block)
      return reason !== null && wanted.has(reason) ? reason : null
    })
  return { name, forms: ["html", "plain"], run }
}

/** Cookie walls, privacy and spam notices, advertisement marks, copyright lines. */
export const notices = vocabularyStep("notices", ["consent", "spam-notice", "advertisement", "copyright"])

/** Skip links, log-in bars, comment forms, share bars, subscription prompts, counters. */
export const controls = vocabularyStep("controls", [
  "skip-link",
  "login",
  "comment-form",
  "share",
  "subscribe",
  "counter",
])

/** Menus: navigation vocabulary, or a row of short capitalised items outside the running text. */
export const navigation: Step = {
  name: "navigation",
  forms: ["html", "plain"],
  run(draft) {
    const { first, last } = bodyRange(draft.blocks)
    return removeBlocks(draft, "navigation", (block, index) => {
      if (block.kind === "title" || block.kind === "caption") return null
      if (furnitureOf(block) === "navigation") return "navigation"
      if (TAGS.test(block.text) && !featuresOf(block).sentenceEnd) return "tags"
      if (PLACEHOLDER.test(block.text) && featuresOf(block).words <= 8) return "placeholder"
      const outside = first >= 0 && (index < first || index > last)
      return outside && isMenu(block.text, featuresOf(block).capitalShare) ? "navigation" : null
    })
  },
}

function isMenu(text: string, capitalShare: number): boolean {
  const items = text.split(MENU_SEPARATOR).filter((item) => item.trim() !== "")
  const words = text.split(" ").length
  return items.length >= 4 && capitalShare >= 0.6 && words / items.length <= 3 && !/[.!?]$/.test(text)
}
