import type { Hit } from "./recognise.ts"
import { follows, type Word } from "./tokens.ts"
import { DESCRIPTOR_PREFIXES, DESCRIPTORS, DIRECTIONS, LOCATIVE, MOVING, PARTS } from "./words.ts"

/** What stands around a name. Word numbers, null where there is none. */
export interface Context {
  /** 3 a descriptor or a list under one, 2 a preposition of place, 1 one that fits parties too, 0 none. */
  readonly locative: 0 | 1 | 2 | 3
  /** The descriptor that goes with the name ("province"), as found in `DESCRIPTORS`. */
  readonly descriptor: string | null
  /** First word of "town of", "the province of". */
  readonly left: number | null
  /** Last word of a descriptor that follows the name ("Aleppo province", "Deir Ezzor air base"). */
  readonly right: number | null
  /** The preposition. */
  readonly preposition: string | null
}

const ARTICLE_WORDS = new Set([
  "the",
  "a",
  "an",
  "its",
  "their",
  "city",
  "town",
  "nearby",
  "key",
  "strategic",
  "whole",
  "entire",
])

/** Reads leftwards over articles and directions to the preposition or descriptor, rightwards to a descriptor. */
export function contextOf(words: readonly Word[], hit: Pick<Hit, "first" | "last">, listed: string | null): Context {
  const right = descriptorAfter(words, hit.last)
  const left = descriptorBefore(words, hit.first)
  const preposition = prepositionBefore(words, left?.at ?? hit.first)
  const descriptor = right?.word ?? left?.word ?? listed
  const locative = descriptor ? 3 : preposition === null ? 0 : LOCATIVE.has(preposition) ? 2 : 1
  return { locative, descriptor, left: left?.at ?? null, right: right?.at ?? null, preposition }
}

function descriptorAfter(words: readonly Word[], last: number): { word: string; at: number } | null {
  const name = words[last]
  const next = words[last + 1]
  if (!name || !next || !follows(next)) return null
  if (DESCRIPTORS.has(next.lower) && !startsOwnName(words, last + 1)) return { word: next.lower, at: last + 1 }
  const direction = name.possessive && (next.lower in DIRECTIONS || PARTS.has(next.lower)) ? 1 : 0
  const prefix = words[last + 1 + direction]
  const noun = words[last + 2 + direction]
  if (direction && prefix && DESCRIPTORS.has(prefix.lower)) return { word: prefix.lower, at: last + 2 }
  if (!prefix || !noun || !follows(prefix) || !follows(noun) || !DESCRIPTOR_PREFIXES.has(prefix.lower)) return null
  return describeTwo(prefix.lower, noun.lower, last + 2 + direction)
}

/** "at the Aleppo State Hospital": a capital after the descriptor makes it another name; none of ours. */
function startsOwnName(words: readonly Word[], at: number): boolean {
  const [descriptor, next] = [words[at], words[at + 1]]
  return descriptor?.capital === true && next?.capital === true && follows(next) && !DESCRIPTORS.has(next.lower)
}

function describeTwo(prefix: string, noun: string, at: number): { word: string; at: number } | null {
  if (noun === "base" || noun === "airport") return { word: prefix === "army" ? "base" : "airbase", at }
  if (noun === "field" || noun === "fields") return { word: prefix === "gas" ? "gasfield" : "oilfield", at }
  return DESCRIPTORS.has(noun) ? { word: noun, at } : null
}

/** "town of X", "villages of X", "Mount X", "river X". */
function descriptorBefore(words: readonly Word[], first: number): { word: string; at: number } | null {
  let at = first - 1
  if (!follows(words[first])) return null
  if (words[at]?.lower === "the") at--
  const of = words[at]?.lower === "of" || words[at]?.lower === "in"
  if (of) at--
  const word = words[at]
  if (!word || word.possessive || (at < first - 1 && !follows(words[at + 1]))) return null
  if (!DESCRIPTORS.has(word.lower)) return null
  if (
    !of &&
    ![
      "mount",
      "lake",
      "river",
      "jabal",
      "camp",
      "neighbourhood",
      "neighborhood",
      "village",
      "town",
      "city",
      "villages",
      "towns",
    ].includes(word.lower)
  )
    return null
  if (words[at + 1]?.lower === "in") return null
  return { word: word.lower, at }
}

function prepositionBefore(words: readonly Word[], first: number): string | null {
  for (let at = first - 1; at >= 0 && at >= first - 5; at--) {
    const [word, next] = [words[at], words[at + 1]]
    if (!word || !follows(next)) return null
    if (LOCATIVE.has(word.lower) || MOVING.has(word.lower)) return word.lower
    const skipped = ARTICLE_WORDS.has(word.lower) || word.lower in DIRECTIONS || PARTS.has(word.lower)
    if (!skipped) return null
  }
  return null
}
