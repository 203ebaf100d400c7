import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"
import { typePair } from "./type-pairs.ts"

function score(a: Telling, b: Telling): number {
  const [x, y] = [a.mention.type.value, b.mention.type.value]
  if (x === y) return 1
  const pair = typePair(x, y)
  return pair === null ? -1 : pair.relation === "twice" ? pair.score : -0.5
}

function words(a: Telling, b: Telling): string {
  const [x, y] = [a.mention.type.value, b.mention.type.value]
  if (x === y) return `same type: ${x}`
  const pair = typePair(x, y)
  if (pair === null) return `${x} and ${y} are not told for one another`
  return pair.relation === "twice" ? `${x} and ${y}: ${pair.why}` : `${x} beside ${y}: ${pair.why}`
}

export const type: Comparator = { id: "type", about: "whether one event can be told with both types", score, words }
