import type { Span } from "../schema/index.ts"
import { ARTICLES, withoutArticle } from "./fold.ts"
import { type Candidate, type Gazetteer, TRANSLITERATED } from "./gazetteer.ts"
import { joins, type Word } from "./tokens.ts"
import { DESCRIPTOR_PREFIXES, DESCRIPTORS } from "./words.ts"

/** Words of the text that may name a place, with what they may mean. `first` and `last` are word numbers, both included. */
export interface Hit {
  readonly first: number
  readonly last: number
  readonly key: string
  readonly candidates: readonly Candidate[]
  /** Country of a demonym; null for a name. */
  readonly demonym: string | null
}

const MAX_WORDS = 6
const INNER = new Set(["of", "and", "the", "de", "du", "la", "sur", "e", "i"])

/** Longest names first from each word on; no overlaps; text order. Words in `barred` take no part. */
export function recognise(words: readonly Word[], gazetteer: Gazetteer, barred: ReadonlySet<number>): Hit[] {
  const hits: Hit[] = []
  for (let i = 0; i < words.length; ) {
    const hit = barred.has(i) || !startsName(words, i) ? null : longestAt(words, i, gazetteer, barred)
    if (hit) hits.push(hit)
    i = hit ? hit.last + 1 : i + 1
  }
  return hits
}

/** A capital, or a small article tied to a capital ("al-Bab"). */
export function startsName(words: readonly Word[], i: number): boolean {
  const word = words[i]
  if (!word) return false
  if (word.capital) return true
  const next = words[i + 1]
  return (
    ARTICLES.has(word.key) &&
    next?.capital === true &&
    joins(next.gap) &&
    (next.gap === "-" ||
      (word.key.length > 1 && word.key !== "as" && word.key !== "at" && word.key !== "an" && word.key !== "er"))
  )
}

function longestAt(
  words: readonly Word[],
  first: number,
  gazetteer: Gazetteer,
  barred: ReadonlySet<number>,
): Hit | null {
  let best: Hit | null = null
  let key = ""
  for (let last = first; last < words.length && last < first + MAX_WORDS; last++) {
    const word = words[last]
    if (!word || barred.has(last)) break
    if (last > first && !continuesName(words, last)) break
    key = key === "" ? word.key : `${key} ${word.key}`
    if (!word.capital && (last === first || !endsName(word))) continue
    const after = first > 0 && last === first && /^, ?$/.test(words[first]?.gap ?? "")
    const hit = (after ? containerHit(key, first, last, gazetteer) : null) ?? hitFor(key, first, last, gazetteer)
    const articled = words[first]?.gap === "-" && ARTICLES.has(words[first - 1]?.key ?? "")
    const fitting = hit && articled ? hit.candidates.filter(takesArticle) : hit?.candidates
    if (hit && fitting && (fitting.length > 0 || hit.demonym)) best = { ...hit, candidates: fitting }
  }
  return best
}

function continuesName(words: readonly Word[], at: number): boolean {
  const word = words[at]
  const previous = words[at - 1]
  if (!word || !previous || previous.possessive) return false
  if (!joins(word.gap) && !(word.gap === ". " && /^(st|ste|mt|ft|u\.s)$/.test(previous.lower))) return false
  return (
    word.capital ||
    ARTICLES.has(word.key) ||
    INNER.has(word.lower) ||
    endsName(word) ||
    DESCRIPTOR_PREFIXES.has(word.lower)
  )
}

/** "Tabqa dam", "Deir ez-Zor air base": a name may end in a small-letter noun of its kind. */
function endsName(word: Word): boolean {
  return DESCRIPTORS.has(word.lower) || word.lower === "field" || word.lower === "fields" || word.lower === "plant"
}

function takesArticle({ place }: Candidate): boolean {
  return place.country !== null && TRANSLITERATED.has(place.country)
}

/** "Monroe, La.": an abbreviation that means a division only behind a comma. */
function containerHit(key: string, first: number, last: number, gazetteer: Gazetteer): Hit | null {
  const [place] = gazetteer.containers(key)
  if (!place || gazetteer.exact(key).some((c) => c.place.id === place.id)) return null
  return { first, last, key, candidates: [{ place, match: "primary", score: 1 }], demonym: null }
}

function hitFor(key: string, first: number, last: number, gazetteer: Gazetteer): Hit | null {
  const demonym = gazetteer.demonym(key)
  if (demonym) return { first, last, key, candidates: [], demonym }
  const found = gazetteer.exact(key)
  if (found.length > 0) return { first, last, key, candidates: found, demonym: null }
  const bare = withoutArticle(key)
  const without = bare === key || gazetteer.demonym(bare) ? [] : gazetteer.exact(bare).filter(takesArticle)
  return without.length > 0 ? { first, last, key: bare, candidates: without, demonym: null } : null
}

export function spanOf(words: readonly Word[], first: number, last: number): Span {
  const [a, b] = [words[first], words[last]]
  if (!a || !b) throw new Error(`invariant: no words ${first} to ${last}`)
  return { start: a.start, end: b.end }
}
