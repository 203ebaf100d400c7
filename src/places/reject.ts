import type { Context } from "./context.ts"
import { ARTICLES } from "./fold.ts"
import type { Gazetteer } from "./gazetteer.ts"
import type { Hit } from "./recognise.ts"
import { joins, type Word } from "./tokens.ts"
import {
  BODY_NOUNS,
  DESCRIPTORS,
  DIRECTIONS,
  GIVEN_NAMES,
  LOCATIVE,
  MOVING,
  PARTS,
  SPEECH_VERBS,
  TITLES,
} from "./words.ts"

/** Why a hit is no place: part of a person's name, of a longer name, or a word of the language. */
export type Rejection = "person" | "longer-name" | "word"

export interface Reading {
  readonly words: readonly Word[]
  readonly gazetteer: Gazetteer
  /** For each word, the hit that it belongs to. */
  readonly hitAt: ReadonlyMap<number, Hit>
  /** Words of headings in title case, where capitals say nothing. */
  readonly titled: ReadonlySet<number>
  /** Words that stand in small letters somewhere in the text. */
  readonly small: ReadonlySet<string>
}

const DAYS = new Set(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split(
    " ",
  ),
)

export function rejectionOf(hit: Hit, context: Context, r: Reading): Rejection | null {
  if (hit.demonym) return isFamilyName(r.words, hit.first) ? "longer-name" : null
  return asWord(hit, context, r) ?? asPerson(hit, r) ?? asPartOfName(hit, context, r)
}

/** "Abu Omar al-Iraqi": a demonym under an Arabic article is a name. */
function isFamilyName(words: readonly Word[], first: number): boolean {
  return words[first]?.gap === "-" && ARTICLES.has(words[first - 1]?.key ?? "")
}

/** A name of ordinary words only ("City Hall", "The city") is as doubtful as an ordinary word. */
export function warningOf(hit: Hit, r: Pick<Reading, "words" | "gazetteer">): string | null {
  const known = r.gazetteer.warning(hit.key)
  if (known || hit.first === hit.last || hit.candidates[0]?.place.source === "own") return known
  for (let i = hit.first; i <= hit.last; i++) {
    const word = r.words[i]
    const ordinary =
      word && (r.gazetteer.warning(word.key) === "word" || DESCRIPTORS.has(word.lower) || word.lower in DIRECTIONS)
    if (!ordinary) return null
  }
  return "word"
}

const BODY_FIRST = new Set([
  "bin",
  "ibn",
  "abu",
  "umm",
  "abd",
  "abdul",
  "abdel",
  "van",
  "von",
  "de",
  "del",
  "bint",
  "ben",
])

function asWord(hit: Hit, context: Context, r: Reading): Rejection | null {
  const country = hit.candidates.some((c) => c.place.kind === "country" && c.match !== "bare")
  const warning = country ? null : warningOf(hit, r)
  const the = r.words[hit.first - 1]?.lower === "the" && r.words[hit.first]?.gap === " "
  if (warning === "word" && the && context.left === null) return "word"
  if (warning && context.locative < (warning === "org" || warning === "time" ? 3 : 2))
    return warning === "name" ? "person" : "word"
  if (hit.first !== hit.last) return null
  const word = r.words[hit.first]
  if (!word) return null
  if (word.key.length < 3 && !hit.candidates.some((c) => c.place.kind === "country")) return "word"
  if (/^\p{N}/u.test(word.text)) return "word"
  const acronym = word.key.length <= 3 && hit.candidates[0]?.place.kind === "country"
  if (acronym && /\p{Ll}/u.test(word.text) && hit.candidates[0]?.match !== "primary") return "word"
  if (country) return null
  if (r.small.has(word.lower) && context.locative < 3) return "word"
  if (GIVEN_NAMES.has(word.key) && context.locative < 2) return "person"
  return null
}

/** "Abu X al-Y", "President X", "Ali X". */
function asPerson(hit: Hit, r: Reading): Rejection | null {
  const [first, before, after] = [r.words[hit.first], r.words[hit.first - 1], r.words[hit.last + 1]]
  if (!first) return null
  const kunya = first.key === "abu" || first.key === "umm" || first.key === "abd"
  if (kunya && after && joins(after.gap) && startsFamilyName(after, r.words[hit.last + 2])) return "person"
  if (saysSomething(hit, r)) return "person"
  if (!before || !joinsName(first) || before.possessive) return null
  const country = hit.candidates.some((c) => c.place.kind === "country")
  if (TITLES.has(before.lower) && !DESCRIPTORS.has(before.lower) && (before.capital || !country)) return "person"
  if (BODY_FIRST.has(before.lower) && (before.capital || before.lower.length > 2)) return "person"
  const given = GIVEN_NAMES.has(before.key) || r.gazetteer.warning(before.key) === "name"
  if (before.capital && given && first.gap === " " && !isCountry(r.hitAt.get(hit.first - 1))) return "person"
  return null
}

/** "Renas says": a little-known place that speaks is a person; seats of power and places of our own list may speak. */
function saysSomething(hit: Hit, r: Reading): boolean {
  const next = r.words[hit.last + 1]
  const top = hit.candidates[0]?.place
  if (!top || hit.first !== hit.last || next?.gap !== " " || !SPEECH_VERBS.has(next.lower)) return false
  return !hit.candidates.some(
    ({ place }) => place.kind === "country" || place.seat === "country" || place.source === "own",
  )
}

function isCountry(hit: Hit | undefined): boolean {
  return hit?.candidates.some((c) => c.place.kind === "country") === true
}

function joinsName(word: Word): boolean {
  return word.gap === " " || word.gap === "-" || word.gap === "\n"
}

function startsFamilyName(word: Word, next: Word | undefined): boolean {
  if (DESCRIPTORS.has(word.lower) || BODY_NOUNS.has(word.lower)) return false
  return (
    word.capital || (/^(al|el|ad|as|ash|az|ar|at|an)$/.test(word.lower) && next?.capital === true && next.gap === "-")
  )
}

const STREETS = new Set(
  "street st avenue ave road rd drive boulevard blvd lane court parkway place terrace highway creek".split(" "),
)

/** A capitalised neighbour that is no place and no function word: the hit is a piece of a longer name. */
function asPartOfName(hit: Hit, context: Context, r: Reading): Rejection | null {
  const first = r.words[hit.first]
  if (!first || r.titled.has(hit.first)) return null
  const before = r.words[hit.first - 1]
  if (before && joinsName(first) && isStrange(before, hit.first - 1, r)) {
    const renowned = (hit.candidates[0]?.place.prominence ?? 0) >= 5.5 && before.opens
    if (!renowned) return before.opens || context.locative > 0 ? "person" : "longer-name"
  }
  const after = r.words[hit.last + 1]
  if (after?.capital && joinsName(after) && STREETS.has(after.lower)) return "longer-name"
  if (!after || !joinsName(after) || r.words[hit.last]?.possessive || !isStrange(after, hit.last + 1, r)) return null
  if (BODY_NOUNS.has(after.lower) || DAYS.has(after.lower)) return null
  return hit.first === hit.last && GIVEN_NAMES.has(hit.key) ? "person" : "longer-name"
}

/** Capitalised, and neither a place, a demonym, a direction, a descriptor, a day, an acronym nor a common word. */
function isStrange(word: Word, at: number, r: Reading): boolean {
  if (!word.capital || word.possessive) return false
  if (r.gazetteer.warning(word.key) === "name" && word.gap === " ") return true
  if (r.hitAt.has(at)) return false
  if (word.lower in DIRECTIONS || PARTS.has(word.lower) || DESCRIPTORS.has(word.lower)) return false
  if (LOCATIVE.has(word.lower) || MOVING.has(word.lower) || DAYS.has(word.lower)) return false
  if (r.small.has(word.lower) || r.gazetteer.warning(word.key) === "word") return false
  return !/^[\p{Lu}\p{N}]+$/u.test(word.text)
}
