import type { Span } from "../schema/index.ts"
import type { ActorRegister, StateWord } from "./entries.ts"
import type { Match } from "./trie.ts"
import { isCapitalised, type Word, wordsOf } from "./words.ts"

/** A text made ready for the rules. Word ranges below are half-open indexes into `words`. */
export interface Document {
  readonly text: string
  readonly register: ActorRegister
  readonly words: readonly Word[]
  /** Country names, demonyms and capitals by the word that they begin at. */
  readonly states: ReadonlyMap<number, Match<StateWord>>
  /** The country that the text is mostly about, ISO 3166-1 alpha-2, or null. */
  readonly country: string | null
  /** For each word, whether its line is set in title case or capitals, where capitals tell nothing. */
  readonly inTitle: readonly boolean[]
}

export function documentOf(text: string, register: ActorRegister, country: string | null): Document {
  const words = wordsOf(text)
  const states = findStates(words, register)
  return {
    text,
    register,
    words,
    states,
    country: country ?? mainCountry(words, states),
    inTitle: titleWords(words),
  }
}

function findStates(words: readonly Word[], register: ActorRegister): Map<number, Match<StateWord>> {
  const found = new Map<number, Match<StateWord>>()
  for (let i = 0; i < words.length; ) {
    const match = register.states.matchAt(words, i)
    if (match) found.set(i, match)
    i += match?.length ?? 1
  }
  return found
}

const SCENE_WORDS = new Set(
  "in of across inside throughout into northern southern eastern western central northeastern northwestern southeastern southwestern north south east west torn".split(
    " ",
  ),
)

/** A country named as a scene ("in northern Syria") weighs more than one named as somebody who acts. */
function mainCountry(words: readonly Word[], states: ReadonlyMap<number, Match<StateWord>>): string | null {
  const weights = new Map<string, number>()
  for (const [at, match] of states) {
    const value = match.values[0]
    if (!value) continue
    const scene = SCENE_WORDS.has(words[at - 1]?.key ?? "")
    const weight = value.use === "name" ? (scene ? 4 : 1) : scene ? 2 : 1
    weights.set(value.state.iso2, (weights.get(value.state.iso2) ?? 0) + weight)
  }
  let best: string | null = null
  for (const [iso2, weight] of weights) if (weight > (weights.get(best ?? "") ?? 0)) best = iso2
  return best
}

function titleWords(words: readonly Word[]): boolean[] {
  const flags: boolean[] = new Array(words.length).fill(false)
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && !words[to]?.gap.includes("\n")) to++
    if (isTitle(words.slice(from, to))) flags.fill(true, from, to)
    from = to
  }
  return flags
}

/** Longer words that headlines leave in lower case. */
const SMALL =
  /^(?:from|with|into|over|after|amid|than|that|near|upon|onto|this|against|during|before|under|while|when)$/

function isTitle(line: readonly Word[]): boolean {
  const long = line.filter((w) => w.text.length >= 4)
  const lower = long.filter((w) => !isCapitalised(w.text))
  return long.length >= 4 && lower.length <= 0.3 * long.length && lower.every((w) => SMALL.test(w.key))
}

/** The span of a range of words, with the bracket that closes one opened inside. */
export function spanOf(doc: Document, from: number, to: number): Span {
  const start = doc.words[from]?.start ?? 0
  const end = doc.words[to - 1]?.end ?? start + 1
  const closes = doc.text.charAt(end) === ")" && doc.text.slice(start, end).includes("(")
  return { start, end: closes ? end + 1 : end }
}
