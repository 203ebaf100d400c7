import { type Draft, type DraftBlock, markBlocks, type Step } from "../draft.ts"
import { bodyRange } from "../features.ts"
import { findPrintedDates } from "../read/printed-date.ts"

const BY =
  /^(?:by|written by|reported by|edited by|author|автор|автори|كتب|بقلم|מאת|von|par|por|yazan|di)\s?:?\s+\p{L}[^.!?]{1,80}$/iu
const LABEL =
  /^(?:published|posted|updated|last updated|last modified|first published|date|created|issued|added|modified|опубликовано|обновлено|дата|опубліковано|نشر|نشرت|نُشر|تاريخ النشر|آخر تحديث|פורסם|עודכן|veröffentlicht|stand|aktualisiert|publié|mis à jour|publicado|actualizado|yayınlanma|güncelleme|تاریخ انتشار|pubblicato)\b/iu
const MAX_BYLINE_CHARS = 160
/** Characters that a line may have beside its date and still be a date line. */
const MAX_OTHER_CHARS = 60

/** A line that says who wrote the report or when, and nothing else. */
export function isBylineText(text: string, locale: string | null = null): boolean {
  if (text.length > MAX_BYLINE_CHARS) return false
  const words = text.split(" ").length
  if (BY.test(text) && words <= 12) return true
  const dates = findPrintedDates(text, locale)
  const first = dates[0]
  if (first === undefined) return false
  const others = text.length - dates.reduce((sum, date) => sum + date.end - date.start, 0)
  if (LABEL.test(text)) return others <= MAX_OTHER_CHARS
  return others <= MAX_OTHER_CHARS / 2 && !/[.!?]$/.test(text.slice(first.end))
}

/** A short line that calls its date the one of publication. */
export function isLabelledDate(text: string, locale: string | null = null): boolean {
  return LABEL.test(text) && isBylineText(text, locale)
}

/** Marks the lines of author and date at the ends of the report. */
export const bylines: Step = {
  name: "bylines",
  forms: ["html", "plain"],
  run(draft: Draft) {
    const { first, last } = bodyRange(draft.blocks)
    return markBlocks(draft, (block: DraftBlock, index) => {
      if (block.kind === "title" || block.kind === "caption") return null
      const edge = first < 0 || index <= first || index > last
      return edge && isBylineText(block.text, draft.head.locale) ? "byline" : null
    })
  },
}
