import { BlockIndex } from "./block.ts"
import { forbidding, type Rule } from "./rules.ts"
import { type LinkModel, scorePair } from "./score.ts"
import type { Telling } from "./telling.ts"

/** Two mentions that were compared; `a` is the older. `rule` is what keeps them apart whatever the score. */
export interface Edge {
  a: Telling
  b: Telling
  score: number
  rule: Rule | null
}

export interface Candidates {
  edges: Edge[]
  /** How often a block held more mentions than were looked at. */
  capped: number
}

/** A mention keeps this many of its best edges: a cluster needs few, a crowded block offers thousands. */
const MAX_EDGES = 24

function edgeOf(x: Telling, y: Telling, model: LinkModel): Edge | null {
  const [a, b] = x.rank < y.rank ? [x, y] : [y, x]
  const rule = forbidding(a, b)
  if (rule !== null && !rule.shown) return null
  const score = scorePair(a, b, model)
  return score < model.nearMissAt ? null : { a, b, score, rule }
}

/** Every pair that shares a block, scored; what scores under the near-miss limit is dropped. */
export function candidates(tellings: readonly Telling[], model: LinkModel): Candidates {
  const index = new BlockIndex(tellings)
  const edges: Edge[] = []
  for (const telling of tellings) {
    const mine: Edge[] = []
    for (const rank of index.next(telling)) {
      const other = tellings[rank]
      const edge = other === undefined ? null : edgeOf(other, telling, model)
      if (edge !== null) mine.push(edge)
    }
    mine.sort((e, f) => f.score - e.score || e.a.rank - f.a.rank || e.b.rank - f.b.rank)
    edges.push(...mine.slice(0, MAX_EDGES))
  }
  return { edges, capped: index.capped }
}
