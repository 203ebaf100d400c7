import { type Draft, type DraftBlock, markBlocks, removeBlocks, type Step } from "../draft.ts"
import { featuresOf } from "../features.ts"

const CREDIT_WORD =
  "photos?|photo credits?|photographs?|images?|pictures?|pic|credits?|file photo|courtesy|video|фото|фотография|відео|видео|صورة|الصورة|תמונה|צילום|foto|fotos|crédit|crédito|fotoğraf|عکس"
const CREDIT_LINE = new RegExp(
  `^[\\s([]*(?:${CREDIT_WORD})(?:\\s(?:by|credit|credits|courtesy of|from|via))?\\s*[:/©|–-]\\s*\\S`,
  "iu",
)
const CREDIT_BY = new RegExp(`^[\\s([]*(?:${CREDIT_WORD})\\s(?:by|courtesy of|via|from)\\s`, "iu")
/** A credit in brackets or after a slash at the end of a longer line. */
const CREDIT_END = new RegExp(
  `[([](?:[^()[\\]]{0,40}\\b)?(?:${CREDIT_WORD})\\b[^()[\\]]{0,80}[)\\]][\\s.]*$|[([][\\p{Lu}][^()[\\]]{1,40}/[^()[\\]]{1,40}[)\\]][\\s.]*$|\\b(?:${CREDIT_WORD})\\s?:\\s?[^.:]{2,40}$|(?:/|©|via )\\s?(?:AFP|AP|Reuters|EPA|Getty Images|Anadolu|Anadolu Agency|dpa|TASS|Xinhua)[\\s.)\\]]*$`,
  "iu",
)
const DEPICTS =
  /\b(?:is|are) (?:pictured|photographed|seen here|shown here)\b|\b(?:pictured|seen here)(?: (?:above|below|in|on|at|during))|\bin this (?:\w+ ){0,3}(?:photo|image|picture|handout|screen ?grab|photograph)\b|^(?:file|file photo|archive|archive photo|archive picture|illustration)\s?[:–-]\s|^(?:a |an |the )?(?:photo|image|picture|still|video grab|screenshot)\b[^.]{0,80}\b(?:shows|showing)\b/i
const MAX_CREDIT_WORDS = 8
const MAX_CAPTION_WORDS = 70

/** Marks captions, which stay: the day that one prints is evidence. A credit alone says nothing and goes. */
export const captions: Step = {
  name: "captions",
  forms: ["html", "plain"],
  run(draft) {
    const marked = markBlocks(draft, (block) => (isCaption(block) ? "caption" : null))
    return removeCredits(marked)
  },
}

function removeCredits(draft: Draft): Draft {
  return removeBlocks(draft, "captions", (block) => (isCredit(block) ? "photo-credit" : null))
}

function isCredit(block: DraftBlock): boolean {
  if (block.kind === "title" || block.kind === "byline") return false
  const words = featuresOf(block).words
  if (words > MAX_CREDIT_WORDS) return false
  return CREDIT_LINE.test(block.text) || CREDIT_BY.test(block.text)
}

function isCaption(block: DraftBlock): boolean {
  if (block.kind !== "paragraph" && block.kind !== "list") return false
  const words = featuresOf(block).words
  if (words <= MAX_CREDIT_WORDS ? !/[.)\]]$/.test(block.text) : words > MAX_CAPTION_WORDS) return false
  if (words <= 3) return false
  return (
    CREDIT_END.test(block.text) ||
    DEPICTS.test(block.text) ||
    (CREDIT_LINE.test(block.text) && words > MAX_CREDIT_WORDS)
  )
}
