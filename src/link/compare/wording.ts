import type { Telling } from "../telling.ts"
import { jaccard, sharedCount } from "../words.ts"
import type { Comparator } from "./comparator.ts"

const NONE = -0.3
/** Two sentences on different events of one type and place share about this much. */
const NEUTRAL = 0.12
const FULL = 0.5
const CONTAINED_FACTOR = 0.7
const MIN_WORDS = 3
/** Shorter sentences are alike by chance: their likeness counts in proportion. */
const FULL_WORDS = 8

/** Jaccard of the content words, or most of the shorter sentence's share, so that a headline can match its sentence. */
function likeness(a: Telling, b: Telling): number {
  const smaller = Math.min(a.words.length, b.words.length)
  const contained = sharedCount(a.words, b.words) / smaller
  return Math.max(jaccard(a.words, b.words), smaller >= 5 ? CONTAINED_FACTOR * contained : 0)
}

function score(a: Telling, b: Telling): number | null {
  if (a.words.length < MIN_WORDS || b.words.length < MIN_WORDS) return null
  const like = likeness(a, b)
  if (like < NEUTRAL) return NONE * (1 - like / NEUTRAL)
  const trust = Math.min(1, Math.min(a.words.length, b.words.length) / FULL_WORDS)
  return trust * Math.min(1, (like - NEUTRAL) / (FULL - NEUTRAL))
}

function words(a: Telling, b: Telling): string {
  const shared = sharedCount(a.words, b.words)
  return `${shared} content words shared of ${a.words.length} and ${b.words.length}`
}

export const wording: Comparator = { id: "wording", about: "content words that the sentences share", score, words }
