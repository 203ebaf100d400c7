import type { Context } from "./context.ts"
import type { Place } from "./place.ts"
import { otherVotes, type Ranked, support, type Votes } from "./rank.ts"
import type { Hit } from "./recognise.ts"
import { type Reading, warningOf } from "./reject.ts"

interface Input {
  readonly hit: Hit
  readonly context: Context
  readonly ranked: readonly Ranked[]
  readonly container: Place | null
}

/** Powers of ten of population from which a name is known without help (about 200,000 people). */
const KNOWN = 5.3

/** Votes under which a text says nothing of where it plays, so that a place of our own list needs no other word for it. */
const SILENT = 0.5
/** Votes from which a text's countries are clear, so that a little-known place elsewhere is another one of that name. */
const FULL_VOTES = 3

/**
 * Whether the words are taken for the place: always for a well-known one or one that the text puts in its country or
 * division; else only where a preposition of place, a descriptor or the text's countries speak for it.
 */
export function accepts(input: Input, votes: Votes, reading: Reading): boolean {
  const best = input.ranked[0]
  if (!best) return false
  const { place, candidate } = best
  const { locative } = input.context
  if (input.container || place.kind === "country") return true
  if (warningOf(input.hit, reading)) return support(place, votes, input.hit.key) >= 0.5 && locative >= 2
  const titled = reading.titled.has(input.hit.first)
  const opens = reading.words[input.hit.first]?.opens === true && input.hit.first === input.hit.last
  const spoken = support(place, votes, input.hit.key) >= 0.3
  const knownAs = candidate.match === "primary" || (candidate.match === "alternate" && (spoken || locative >= 2))
  if (place.prominence >= KNOWN && knownAs) return true
  if (place.source === "own") return spoken || locative >= 2 || otherVotes(votes, input.hit.key).total < SILENT
  if (titled && locative === 0) return spoken && place.prominence >= 4.5
  if (locative >= 2) return spoken || (candidate.match === "primary" && votes.total < FULL_VOTES)
  if (!spoken) return false
  return locative === 1 || !opens || place.prominence >= 4.7
}
