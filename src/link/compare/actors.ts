import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"
import { partiesScore, partiesWords } from "./parties.ts"

/** Who attacked whom in a fight depends on the teller: the same two sides with roles swapped still count for something. */
const SWAPPED = 0.3

function score(a: Telling, b: Telling): number | null {
  const straight = partiesScore(a.actors, b.actors)
  if (straight !== null && straight > 0) return straight
  const swapped = Math.max(partiesScore(a.actors, b.targets) ?? -1, partiesScore(a.targets, b.actors) ?? -1)
  return swapped > SWAPPED ? SWAPPED : straight
}

function words(a: Telling, b: Telling): string {
  const straight = partiesScore(a.actors, b.actors)
  const swapped = (straight ?? 0) <= 0 && score(a, b) === SWAPPED
  return swapped ? "the same sides with roles swapped" : partiesWords(a.actors, b.actors)
}

export const actors: Comparator = { id: "actors", about: "who is said to have done it", score, words }
