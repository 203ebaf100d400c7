/** A partition of items; every item in exactly one group. */
export type Partition = readonly (readonly string[])[]

export interface PrecisionRecall {
  precision: number
  recall: number
  f1: number
}

function withF1(precision: number, recall: number): PrecisionRecall {
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

function indexOf(partition: Partition): Map<string, readonly string[]> {
  return new Map(partition.flatMap((group) => group.map((item) => [item, group] as const)))
}

function sharedItems(a: readonly string[], b: readonly string[]): number {
  const set = new Set(b)
  return a.reduce((n, item) => n + (set.has(item) ? 1 : 0), 0)
}

/** B-cubed (Bagga and Baldwin 1998): the mean over items of how much of an item's group is right. */
export function bCubed(gold: Partition, system: Partition): PrecisionRecall {
  const [inGold, inSystem] = [indexOf(gold), indexOf(system)]
  let [p, r, n] = [0, 0, 0]
  for (const [item, group] of inGold) {
    const answer = inSystem.get(item) ?? [item]
    const shared = sharedItems(group, answer)
    p += shared / answer.length
    r += shared / group.length
    n++
  }
  return n === 0 ? withF1(0, 0) : withF1(p / n, r / n)
}

function mucLinks(key: Partition, answer: Partition): { found: number; all: number } {
  const inAnswer = indexOf(answer)
  let [found, all] = [0, 0]
  for (const group of key) {
    const parts = new Set(group.map((item) => inAnswer.get(item) ?? item))
    found += group.length - parts.size
    all += group.length - 1
  }
  return { found, all }
}

/** MUC (Vilain et al. 1995): links kept over links needed. Singletons count for nothing. */
export function muc(gold: Partition, system: Partition): PrecisionRecall {
  const [r, p] = [mucLinks(gold, system), mucLinks(system, gold)]
  return withF1(p.all === 0 ? 0 : p.found / p.all, r.all === 0 ? 0 : r.found / r.all)
}

/**
 * Greatest total weight of a one-to-one assignment: the Hungarian method with potentials (Kuhn 1955, Munkres 1957),
 * O(n³), on a square matrix of costs that are the negated weights.
 */
export function bestAssignment(weights: readonly (readonly number[])[]): number {
  const n = Math.max(weights.length, ...weights.map((row) => row.length), 0)
  const cost = (i: number, j: number) => -(weights[i - 1]?.[j - 1] ?? 0)
  const [u, v, match] = [new Float64Array(n + 1), new Float64Array(n + 1), new Int32Array(n + 1)]
  for (let i = 1; i <= n; i++) {
    const way = new Int32Array(n + 1)
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(n + 1)
    match[0] = i
    let column = 0
    do {
      used[column] = 1
      const row = match[column] ?? 0
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue
        const reduced = cost(row, j) - (u[row] ?? 0) - (v[j] ?? 0)
        if (reduced < (least[j] ?? 0)) {
          least[j] = reduced
          way[j] = column
        }
        if ((least[j] ?? 0) < delta) [delta, next] = [least[j] ?? 0, j]
      }
      for (let j = 0; j <= n; j++) {
        if (used[j]) {
          u[match[j] ?? 0] = (u[match[j] ?? 0] ?? 0) + delta
          v[j] = (v[j] ?? 0) - delta
        } else least[j] = (least[j] ?? 0) - delta
      }
      column = next
    } while (match[column] !== 0)
    for (; column !== 0; column = way[column] ?? 0) match[column] = match[way[column] ?? 0] ?? 0
  }
  let total = 0
  for (let j = 1; j <= n; j++) total += weights[(match[j] ?? 0) - 1]?.[j - 1] ?? 0
  return total
}

/** Similarity that entity-based CEAF sums over the best one-to-one matching of groups; for adding up over topics. */
export function ceafTotal(gold: Partition, system: Partition): number {
  return bestAssignment(gold.map((g) => system.map((s) => (2 * sharedItems(g, s)) / (g.length + s.length))))
}

/** Entity-based CEAF (Luo 2005) from the summed similarity and the numbers of groups. */
export function ceafOf(total: number, goldGroups: number, systemGroups: number): PrecisionRecall {
  return withF1(systemGroups === 0 ? 0 : total / systemGroups, goldGroups === 0 ? 0 : total / goldGroups)
}

/** Share of the pairs in one system group that gold keeps apart: how often events were glued together. */
export function overMergeRate(gold: Partition, system: Partition): number {
  const inGold = indexOf(gold)
  let [wrong, all] = [0, 0]
  for (const group of system)
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1)) {
        all++
        if (inGold.get(a) !== inGold.get(b)) wrong++
      }
  return all === 0 ? 0 : wrong / all
}
