import { UnionFind } from "../kit/union-find.ts"
import type { Issue, Judgement } from "../schema/index.ts"
import { instantMs } from "./days.ts"

/** Human decisions on pairs, ready for the linker. Keys of `byPair` come from `pairKey`. */
export interface Judged {
  byPair: ReadonlyMap<string, Judgement>
  /** Groups that "same" judgements make, without those that contradict a "different". */
  same: UnionFind
  /** For each mention, those that it must not be joined with. */
  different: ReadonlyMap<string, readonly string[]>
  issues: Issue[]
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`
}

interface Dated {
  id: string
  at: string
  supersedes: string | null
}

/** Older first; ids decide between decisions of one instant. */
export function compareDecisions(a: Dated, b: Dated): number {
  return instantMs(a.at) - instantMs(b.at) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Oldest first, without those that a later decision names as superseded. A decision cannot supersede a later one. */
export function standing<T extends Dated>(decisions: readonly T[]): T[] {
  const sorted = [...decisions].sort(compareDecisions)
  const seen = new Set<string>()
  const gone = new Set<string>()
  for (const d of sorted) {
    if (d.supersedes !== null && seen.has(d.supersedes)) gone.add(d.supersedes)
    seen.add(d.id)
  }
  return sorted.filter((d) => !gone.has(d.id))
}

function issue(code: string, message: string, ref: string): Issue {
  return { code, severity: "warning", stage: "link", message, ref }
}

function usable(judgements: readonly Judgement[], known: ReadonlySet<string>, issues: Issue[]): Judgement[] {
  return judgements.filter((j) => {
    const missing = [j.a, j.b].filter((m) => !known.has(m))
    for (const m of missing)
      issues.push(
        issue("link/unknown-mention", `judgement ${j.id} is about mention ${m}, which is not among the input`, j.id),
      )
    if (j.a === j.b) issues.push(issue("link/judgement-on-one", `judgement ${j.id} compares ${j.a} with itself`, j.id))
    return missing.length === 0 && j.a !== j.b
  })
}

/** The latest standing word per pair; a pair whose latest word is "withdrawn" has none. */
function latestPerPair(judgements: readonly Judgement[]): Map<string, Judgement> {
  const byPair = new Map<string, Judgement>()
  for (const j of standing(judgements)) byPair.set(pairKey(j.a, j.b), j)
  for (const [key, j] of byPair) if (j.verdict === "withdrawn") byPair.delete(key)
  return byPair
}

/**
 * Latest word per pair wins; "different" is never crossed, so a "same" that would cross it, even through other "same"
 * words, is left out with an issue. Later "same" words are honoured before earlier ones.
 */
export function judge(judgements: readonly Judgement[], known: ReadonlySet<string>): Judged {
  const issues: Issue[] = []
  const byPair = latestPerPair(usable(judgements, known, issues))
  const words = [...byPair.values()].sort(compareDecisions).reverse()
  const different = new Map<string, string[]>()
  for (const { a, b } of words.filter((j) => j.verdict === "different"))
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      different.set(x, [...(different.get(x) ?? []), y])
  const same = new UnionFind()
  const members = new Map<string, string[]>()
  const groupOf = (m: string) => members.get(same.find(m)) ?? [m]
  for (const j of words.filter((word) => word.verdict === "same")) {
    same.add(j.a)
    same.add(j.b)
    const [a, b] = [groupOf(j.a), groupOf(j.b)]
    const conflict = a.find((m) => different.get(m)?.some((d) => b.includes(d)))
    if (conflict !== undefined) {
      const message = `"same" on ${j.a} and ${j.b} contradicts a "different" judgement on ${conflict}; they stay apart until one of the two is withdrawn`
      issues.push(issue("link/contradictory-judgements", message, j.id))
    } else if (same.find(j.a) !== same.find(j.b)) members.set(same.union(j.a, j.b), [...a, ...b])
  }
  return { byPair, same, different, issues }
}
