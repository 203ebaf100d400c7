import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

/** What differs between two tellings that may still be of one event. Everything unlisted is 0: it says nothing. */
const PAIRS: Readonly<Record<string, number>> = {
  "actual|attempted": -0.5,
  "attempted|ongoing": -0.3,
  "actual|denied": -0.2,
  "attempted|denied": -0.2,
  "denied|ongoing": -0.2,
  "planned|threatened": -0.2,
  "hypothetical|planned": -0.4,
  "hypothetical|threatened": -0.4,
}
const ACROSS_REALMS = -1

function score(a: Telling, b: Telling): number {
  if (a.realm !== b.realm) return ACROSS_REALMS
  return PAIRS[[a.mention.modality.value, b.mention.modality.value].sort().join("|")] ?? 0
}

function words(a: Telling, b: Telling): string {
  const [x, y] = [a.mention.modality.value, b.mention.modality.value]
  if (x === y) return `both told as ${x}`
  return a.realm === b.realm ? `told as ${x} and as ${y}` : `${x} against ${y}: a plan is not yet the event`
}

export const modality: Comparator = {
  id: "modality",
  about: "whether it is told as fact, plan or denial",
  score,
  words,
}
