import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

/**
 * What differs between two tellings that may still be of one event. Everything unlisted is 0: it says nothing. A denial
 * answers something that is being told, so it looks for what it denies.
 */
const PAIRS: Readonly<Record<string, number>> = {
  "actual|attempted": -0.25,
  "attempted|ongoing": -0.15,
  "actual|denied": 0.6,
  "attempted|denied": 0.6,
  "denied|ongoing": 0.6,
  "planned|threatened": -0.1,
  "hypothetical|planned": -0.2,
  "hypothetical|threatened": -0.2,
}
const ACROSS_REALMS = -0.5

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
