import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"
import { partiesScore, partiesWords } from "./parties.ts"

export const targets: Comparator = {
  id: "targets",
  about: "to whom it is said to have been done",
  score: (a: Telling, b: Telling) => partiesScore(a.targets, b.targets),
  words: (a: Telling, b: Telling) => partiesWords(a.targets, b.targets),
}
