import type { Telling } from "../telling.ts"
import { sharedCount } from "../words.ts"
import type { Comparator } from "./comparator.ts"

function score(a: Telling, b: Telling): number | null {
  if (a.trigger.length === 0 || b.trigger.length === 0) return null
  return sharedCount(a.trigger, b.trigger) > 0 ? 1 : 0
}

function words(a: Telling, b: Telling): string {
  const [x, y] = [a.mention.trigger.text, b.mention.trigger.text]
  return score(a, b) === 1 ? `both say "${x}"` : `"${x}" against "${y}"`
}

export const trigger: Comparator = { id: "trigger", about: "whether both use the same word for it", score, words }
