import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

function shared(a: Telling, b: Telling): string[] {
  return [...a.things].filter((t) => b.things.has(t)).sort()
}

function score(a: Telling, b: Telling): number | null {
  if (a.things.size === 0 || b.things.size === 0) return null
  const count = shared(a, b).length
  return count === 0 ? -0.2 : Math.min(1, 0.5 + 0.25 * count)
}

function words(a: Telling, b: Telling): string {
  const both = shared(a, b)
  if (both.length > 0) return `both name: ${both.join(", ")}`
  return `${[...a.things].join(", ") || "nothing"} against ${[...b.things].join(", ") || "nothing"}`
}

export const things: Comparator = { id: "things", about: "what was hit, destroyed, seized or used", score, words }
