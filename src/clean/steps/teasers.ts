import { type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { bodyRange, featuresOf, furnitureOf, isProse } from "../features.ts"
import { agencyOf } from "../read/agencies.ts"

/** A quoted headline glued to the words before and after it: parts of a link box that lost their white space. */
const GLUED = /^\p{L}[\p{L}\p{N} .]{1,30}[-–—:|]?[‘“"'«][^‘’“”"«»]{10,200}[’”"'»](?=\p{Lu}\p{Ll})/u
const LEAD =
  /^(?:[>»►▶●•*\-–—\s]{0,4})(?:read|read more|read also|also read|read next|see also|see|more|related|related stories|watch|watch also|listen|background|explainer|opinion|in pictures|in video|gallery|live|don['’]t miss|اقرأ أيضا|اقرأ أيضًا|إقرأ أيضاً|اقرأ أيضاً|شاهد|شاهد أيضا|читайте также|смотрите также|читайте також|по теме|קראו גם|קרא עוד|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|ayrıca bakınız|بیشتر بخوانید|leggi anche|leia também)\s{0,2}[:|>»–—-]/iu
const MAX_TEASER_WORDS = 45

/** Links to other articles that stand among the paragraphs. */
export const teasers: Step = {
  name: "teasers",
  forms: ["html", "plain"],
  run(draft) {
    const { first, last } = bodyRange(draft.blocks)
    let listFrom = Number.POSITIVE_INFINITY
    return removeBlocks(draft, "teasers", (block, index) => {
      if (block.kind === "title" || block.kind === "byline" || block.kind === "caption") return null
      if (isTeaser(block)) {
        if (index > last && isListHeader(block)) listFrom = index
        return "related"
      }
      // Headlines under a "related articles" header that no running text follows.
      return first >= 0 && index > listFrom && !isSigned(block) ? "related" : null
    })
  },
}

/** An agency's name, or sentences: not a link to another article. */
function isSigned(block: DraftBlock): boolean {
  return agencyOf(block.text.replace(/[^\p{L}\p{N} ]/gu, "").trim()) !== null || isProse(block)
}

function isTeaser(block: DraftBlock): boolean {
  const f = featuresOf(block)
  if (f.words > MAX_TEASER_WORDS) return false
  if (GLUED.test(block.text) || LEAD.test(block.text)) return true
  return furnitureOf(block) === "related"
}

function isListHeader(block: DraftBlock): boolean {
  return furnitureOf(block) === "related" && featuresOf(block).words <= 6
}
