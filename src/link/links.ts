import type { Judgement, Link } from "../schema/index.ts"
import type { Edge } from "./candidates.ts"
import { COMPARATORS } from "./compare/index.ts"
import { type Judged, pairKey } from "./judgement.ts"
import { forbidding } from "./rules.ts"
import { type LinkModel, scorePair } from "./score.ts"
import type { Telling } from "./telling.ts"

/** Besides the links that hold a cluster together, this many joined pairs and near misses are shown per mention. */
const MAX_JOINED = 3
const MAX_NEAR_MISSES = 3

type Reason = Link["reasons"][number]

/** What every comparator saw, those that saw nothing left out; a rule and a human's word come first. */
export function reasonsFor(a: Telling, b: Telling, judgement: Judgement | undefined): Reason[] {
  const reasons: Reason[] = []
  if (judgement !== undefined) {
    const score = judgement.verdict === "same" ? 1 : judgement.verdict === "different" ? -1 : 0
    const because = judgement.why === null ? "" : `: ${judgement.why}`
    reasons.push({ comparator: "judgement", score, words: `judged ${judgement.verdict} by ${judgement.by}${because}` })
  }
  const rule = forbidding(a, b)
  if (rule !== null) reasons.push({ comparator: rule.id, score: -1, words: rule.words })
  for (const c of COMPARATORS) {
    const score = c.score(a, b)
    if (score !== null) reasons.push({ comparator: c.id, score: round(score), words: c.words(a, b) })
  }
  return reasons
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000 || 0
}

interface Selected {
  a: Telling
  b: Telling
  score: number
  joined: boolean
}

interface Sources {
  tellings: readonly Telling[]
  edges: readonly Edge[]
  joins: ReadonlySet<Edge>
  clusterOf: ReadonlyMap<string, number>
  judged: Judged
  model: LinkModel
}

/** Pairs that a human judged, whether or not they ever met in a block. */
function judgedPairs({ tellings, clusterOf, judged, model }: Sources): Selected[] {
  if (judged.byPair.size === 0) return []
  const byId = new Map(tellings.map((t) => [t.mention.id, t]))
  const pairs: Selected[] = []
  for (const j of judged.byPair.values()) {
    const [x, y] = [byId.get(j.a), byId.get(j.b)]
    if (x === undefined || y === undefined) continue
    const [a, b] = x.rank < y.rank ? [x, y] : [y, x]
    const joined = clusterOf.get(j.a) === clusterOf.get(j.b)
    const score = j.verdict === "same" ? 1 : j.verdict === "different" ? 0 : scorePair(a, b, model)
    pairs.push({ a, b, score, joined })
  }
  return pairs
}

/** Strongest first, until both mentions of a pair have had their share; links that hold a cluster together always. */
function select(sources: Sources): Selected[] {
  const { edges, joins, clusterOf, model } = sources
  const shown = { joined: new Map<string, number>(), apart: new Map<string, number>() }
  const takes = (edge: Edge, joined: boolean): boolean => {
    const [counts, max] = joined ? [shown.joined, MAX_JOINED] : [shown.apart, MAX_NEAR_MISSES]
    const ids = [edge.a.mention.id, edge.b.mention.id]
    if (!joins.has(edge) && ids.some((id) => (counts.get(id) ?? 0) >= max)) return false
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    return true
  }
  const strongest = [...edges].sort((e, f) => f.score - e.score || e.a.rank - f.a.rank || e.b.rank - f.b.rank)
  return strongest.flatMap((edge) => {
    const joined = clusterOf.get(edge.a.mention.id) === clusterOf.get(edge.b.mention.id)
    const worth = joined || edge.score >= model.nearMissAt
    return worth && takes(edge, joined) ? [{ a: edge.a, b: edge.b, score: edge.score, joined }] : []
  })
}

/** Why mentions were joined, and which pairs nearly were, in canonical order of the pairs. */
export function linksOf(sources: Sources): Link[] {
  const key = (s: Selected) => s.a.rank * sources.tellings.length + s.b.rank
  const byKey = new Map<number, Selected>()
  for (const s of [...select(sources), ...judgedPairs(sources)]) byKey.set(key(s), s)
  return [...byKey]
    .sort(([x], [y]) => x - y)
    .map(([, { a, b, score, joined }]) => {
      const judgement = sources.judged.byPair.get(pairKey(a.mention.id, b.mention.id))
      return { a: a.mention.id, b: b.mention.id, score: round(score), joined, reasons: reasonsFor(a, b, judgement) }
    })
}
