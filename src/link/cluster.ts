import { UnionFind } from "../kit/union-find.ts"
import type { Edge } from "./candidates.ts"
import type { Judged } from "./judgement.ts"
import { forbidding } from "./rules.ts"
import { type LinkModel, scorePair } from "./score.ts"
import type { Telling } from "./telling.ts"

/** Members of a cluster that stand for it where it is compared; evenly spread over a larger one. */
const MAX_VOICES = 24

interface Cluster {
  members: Telling[]
  /** Reports in it, those that deny apart from those that tell: each may come once. */
  reports: Set<string>
  /** Counts changes, so that a refusal is not computed twice. */
  version: number
}

/** Groups of mentions, oldest member first, groups in order of their oldest; and the edges that made them. */
export interface Clustering {
  clusters: Telling[][]
  /** Edges by which two groups were joined: together they span every group that evidence made. */
  joins: ReadonlySet<Edge>
}

interface State {
  judged: Judged
  model: LinkModel
  clusters: Map<string, Cluster>
  sets: UnionFind
}

function voices(members: readonly Telling[]): readonly Telling[] {
  if (members.length <= MAX_VOICES) return members
  return Array.from({ length: MAX_VOICES }, (_, i) => members[Math.floor((i * members.length) / MAX_VOICES)]).filter(
    (t) => t !== undefined,
  )
}

function judgedApart(a: Cluster, b: Cluster, { judged, sets }: State): boolean {
  const root = b.members[0]?.mention.id
  if (root === undefined || judged.different.size === 0) return false
  const other = sets.find(root)
  return a.members.some((m) => judged.different.get(m.mention.id)?.some((d) => sets.find(d) === other))
}

function sharesReport(a: Cluster, b: Cluster): boolean {
  const [small, large] = a.reports.size <= b.reports.size ? [a, b] : [b, a]
  for (const report of small.reports) if (large.reports.has(report)) return true
  return false
}

/** All that a human judged to be the same speaks with one voice: a rule keeps it out only if it does so for each of them. */
function everyAliasForbidden(a: Telling, b: Telling, of: (t: Telling) => readonly Telling[]): boolean {
  return of(a).every((x) => of(b).every((y) => forbidding(x, y) !== null))
}

/** Complete link over the hard rules, average link over the scores. */
function agrees(a: Cluster, b: Cluster, { judged, model }: State): boolean {
  const aliases = (t: Telling): readonly Telling[] => {
    const root = judged.same.find(t.mention.id)
    return [a, b]
      .flatMap((c) => (c.members.includes(t) ? c.members : []))
      .filter((m) => judged.same.find(m.mention.id) === root)
  }
  let [sum, count] = [0, 0]
  for (const x of voices(a.members))
    for (const y of voices(b.members)) {
      const forbidden = forbidding(x, y) !== null
      if (forbidden && everyAliasForbidden(x, y, aliases)) return false
      sum += forbidden ? 0 : scorePair(x, y, model)
      if (!forbidden) count++
    }
  return count > 0 && sum / count >= model.meanAt
}

function join(a: string, b: string, state: State): void {
  const [x, y] = [state.sets.find(a), state.sets.find(b)]
  const [left, right] = [state.clusters.get(x), state.clusters.get(y)]
  if (x === y || left === undefined || right === undefined) return
  const root = state.sets.union(x, y)
  state.clusters.delete(root === x ? y : x)
  const members = [...left.members, ...right.members].sort((p, q) => p.rank - q.rank)
  const reports = new Set([...left.reports, ...right.reports])
  state.clusters.set(root, { members, reports, version: left.version + right.version + 1 })
}

function start(tellings: readonly Telling[], judged: Judged, model: LinkModel): State {
  const state: State = { judged, model, clusters: new Map(), sets: new UnionFind() }
  for (const t of tellings) {
    state.sets.add(t.mention.id)
    state.clusters.set(t.mention.id, {
      members: [t],
      reports: new Set([`${t.denied ? "denied" : "told"} ${t.mention.report}`]),
      version: 0,
    })
  }
  for (const [first, ...rest] of judged.same.groups())
    for (const other of rest) if (first !== undefined) join(first, other, state)
  return state
}

/** One step: the two clusters of an edge, joined if nothing speaks against it. */
function tryJoin(a: string, b: string, state: State, refused: Map<string, string>): boolean {
  const [x, y] = [state.sets.find(a), state.sets.find(b)]
  const [left, right] = [state.clusters.get(x), state.clusters.get(y)]
  if (x === y || left === undefined || right === undefined) return false
  const [key, version] = [`${x}|${y}`, `${left.version}|${right.version}`]
  if (refused.get(key) === version) return false
  if (sharesReport(left, right) || judgedApart(left, right, state) || !agrees(left, right, state)) {
    refused.set(key, version)
    return false
  }
  join(x, y, state)
  return true
}

/**
 * Agglomerates from the most probable edge down. "same" judgements are joined first, "different" ones are never
 * crossed; edges of one score are taken oldest first, so that the outcome depends on nothing but the mentions.
 */
export function cluster(
  tellings: readonly Telling[],
  edges: readonly Edge[],
  judged: Judged,
  model: LinkModel,
): Clustering {
  const state = start(tellings, judged, model)
  const refused = new Map<string, string>()
  const joins = new Set<Edge>()
  const strong = edges.filter((e) => e.rule === null && e.score >= model.joinAt)
  for (const edge of strong.sort((e, f) => f.score - e.score || e.a.rank - f.a.rank || e.b.rank - f.b.rank))
    if (tryJoin(edge.a.mention.id, edge.b.mention.id, state, refused)) joins.add(edge)
  const clusters = [...state.clusters.values()].map((c) => c.members)
  return { clusters: clusters.sort((a, b) => (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0)), joins }
}
