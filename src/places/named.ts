import { ARTICLES } from "./fold.ts"
import type { Hit } from "./recognise.ts"
import { startsName } from "./recognise.ts"
import { follows, joins, type Word } from "./tokens.ts"
import {
  ACTOR_VERBS,
  BODY_NOUNS,
  DESCRIPTORS,
  DIRECTIONS,
  GIVEN_NAMES,
  LOCATIVE,
  MOVING,
  PARTS,
  TITLES,
} from "./words.ts"

/** A capitalised phrase that the words around it call a place, whether the gazetteer knows it or not. */
export interface Named {
  readonly first: number
  readonly last: number
  /** The descriptor that it stands under ("village"), null after a mere preposition. */
  readonly descriptor: string | null
}

const MAX_ITEMS = 15
const MAX_WORDS = 4

/** "town of X", "villages of A, B, C and D", "neighbourhoods of A and B": every item, in order. */
export function listedNames(words: readonly Word[]): Named[] {
  const found: Named[] = []
  words.forEach((word, i) => {
    const descriptor = DESCRIPTORS.get(word.lower)
    if (!descriptor || descriptor.gives === "line") return
    const of = words[i + 1]?.lower === "of" && joins(words[i + 1]?.gap ?? "")
    const plural = word.lower.endsWith("s")
    const bare = plural || ["village", "town", "city", "neighbourhood", "neighborhood"].includes(word.lower)
    if (word.capital && !of) return
    if (of || bare) found.push(...itemsFrom(words, of ? i + 2 : i + 1, word.lower, plural))
  })
  return found
}

function itemsFrom(words: readonly Word[], start: number, descriptor: string, plural: boolean): Named[] {
  const items: Named[] = []
  for (let at = start; at < words.length && items.length < MAX_ITEMS; ) {
    if (
      words[at]?.lower === "the" ||
      (items.length > 0 && DESCRIPTORS.has(words[at]?.lower ?? "") && words[at + 1]?.lower === "of")
    ) {
      at += words[at]?.lower === "the" ? 1 : 2
      continue
    }
    const last = phraseEnd(words, at)
    if (last === null || (items.length === 0 && !follows(words[start]))) break
    items.push({ first: at, last, descriptor })
    const next = plural ? nextItem(words, last) : null
    if (next === null) break
    at = next
  }
  return items
}

/** Word after ", ", " and ", ", and ", " as well as "; null where the list ends. */
function nextItem(words: readonly Word[], last: number): number | null {
  let at = last + 1
  while (DESCRIPTORS.has(words[at]?.lower ?? "") && joins(words[at]?.gap ?? "")) at++
  const word = words[at]
  if (!word || !/^(?:, ?| )$/.test(word.gap)) return null
  if (word.lower === "and" || word.lower === "or") return at + 1
  if (word.lower === "as" && words[at + 1]?.lower === "well") return at + 3
  return word.gap.startsWith(",") ? at : null
}

/** Last word of the capitalised phrase that starts here; null where none does. */
export function phraseEnd(words: readonly Word[], first: number): number | null {
  if (!startsName(words, first) || isOrdinary(words[first])) return null
  let last = first
  while (last - first + 1 < MAX_WORDS) {
    const [here, next] = [words[last], words[last + 1]]
    if (!here || !next || here.possessive || !joins(next.gap) || next.gap === "–") break
    const article = ARTICLES.has(next.key) && words[last + 2]?.capital === true && words[last + 2]?.gap === "-"
    if (!(next.capital || article) || DESCRIPTORS.has(next.lower) || isOrdinary(next)) break
    last++
  }
  return words[last]?.capital ? last : null
}

const NOT_NAMES =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

function isOrdinary(word: Word | undefined): boolean {
  if (!word || NOT_NAMES.test(word.lower)) return true
  return (
    TITLES.has(word.lower) ||
    BODY_NOUNS.has(word.lower) ||
    word.lower in DIRECTIONS ||
    PARTS.has(word.lower) ||
    /^\p{Lu}{2,5}$/u.test(word.text)
  )
}

const SITE_DESCRIPTORS = new Set(
  "village town district neighbourhood neighborhood region area crossroad crossroads base checkpoint hill dam bridge airport airbase camp roundabout suburb countryside hospital quarter subdistrict farms mountain valley junction".split(
    " ",
  ),
)

/** "X village", "X crossroad": the phrase before a small-letter descriptor. */
export function namesBeforeDescriptor(words: readonly Word[]): Named[] {
  const found: Named[] = []
  words.forEach((word, i) => {
    if (word.capital || !SITE_DESCRIPTORS.has(word.lower) || !joins(word.gap)) return
    let first = i - 1
    while (first > 0 && i - first < MAX_WORDS && joins(words[first]?.gap ?? "") && partOfPhrase(words, first - 1))
      first--
    if (words[first]?.opens && isOrdinary(words[first])) return
    const last = phraseEnd(words, first)
    if (last === i - 1 && !ACTOR_VERBS.has(words[first]?.lower ?? ""))
      found.push({ first, last, descriptor: word.lower })
  })
  return found
}

function partOfPhrase(words: readonly Word[], at: number): boolean {
  const word = words[at]
  if (!word || word.possessive || isOrdinary(word) || LOCATIVE.has(word.lower) || MOVING.has(word.lower)) return false
  return word.capital || (ARTICLES.has(word.key) && words[at + 1]?.gap === "-")
}

/** "in X", "near X", "from X to Y": phrases that may be known under another spelling. */
export function namesAfterPreposition(words: readonly Word[], hitAt: ReadonlyMap<number, Hit>): Named[] {
  const found: Named[] = []
  words.forEach((word, i) => {
    if (!(LOCATIVE.has(word.lower) || MOVING.has(word.lower)) || !follows(words[i + 1])) return
    let first = i + 1
    if (words[first]?.lower === "the") first++
    if (hitAt.has(first) || GIVEN_NAMES.has(words[first]?.key ?? "")) return
    const last = phraseEnd(words, first)
    if (last !== null) found.push({ first, last, descriptor: null })
  })
  return found
}
