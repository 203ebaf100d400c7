import { NOUN_CLASSES, type NounClass } from "../../../lang/en/noun-classes.ts"
import { eventTypes } from "../../../ontology/index.ts"
import type { EventType } from "../../../schema/index.ts"

/** A compiled trigger pattern of the ontology; the language of patterns is described at `Triggers`. */
export interface Pattern {
  type: EventType
  subject: NounClass | null
  /** Lemmas in order; "*" is a gap. For a noun pattern, the words before the first preposition end at the phrase's head. */
  words: readonly string[]
  object: NounClass | null
  weak: boolean
  specificity: number
}

export const PREPOSITIONS: ReadonlySet<string> = new Set([
  "of",
  "on",
  "against",
  "from",
  "by",
  "with",
  "between",
  "in",
  "at",
  "to",
])

const isClass = (word: string | undefined): word is NounClass => word !== undefined && word in NOUN_CLASSES

function compile(type: EventType, source: string): Pattern {
  const weak = source.startsWith("~")
  const parts = (weak ? source.slice(1) : source).split(" ")
  const subject = isClass(parts[0]) ? parts[0] : null
  if (subject) parts.shift()
  const last = parts.at(-1)
  const object = isClass(last) ? last : null
  if (object) parts.pop()
  const words = parts.map((w) => (isClass(w) ? "*" : w))
  const constraints = Number(subject !== null) + Number(object !== null)
  return {
    type,
    subject,
    words,
    object,
    weak,
    specificity: words.filter((w) => w !== "*" && !PREPOSITIONS.has(w)).length * 2 + constraints * 1.5 - Number(weak),
  }
}

function index(
  sources: (entry: (typeof eventTypes)[number]) => readonly string[],
  keyOf: (p: Pattern) => string,
): Map<string, Pattern[]> {
  const map = new Map<string, Pattern[]>()
  for (const entry of eventTypes) {
    for (const source of sources(entry)) {
      const pattern = compile(entry.id, source)
      const key = keyOf(pattern)
      map.set(key, [...(map.get(key) ?? []), pattern])
    }
  }
  return map
}

/** The head noun of a noun pattern: the last word before its first preposition. */
export function nounHead(pattern: Pattern): string {
  const at = pattern.words.findIndex((w) => PREPOSITIONS.has(w))
  return pattern.words[(at < 0 ? pattern.words.length : at) - 1] ?? ""
}

/** Verb patterns by the lemma of their verb. */
export const verbPatterns: ReadonlyMap<string, readonly Pattern[]> = index(
  (e) => e.triggers.en.verbs,
  (p) => p.words[0] ?? "",
)

/** Noun patterns by their head noun. */
export const nounPatterns: ReadonlyMap<string, readonly Pattern[]> = index((e) => e.triggers.en.nouns, nounHead)
