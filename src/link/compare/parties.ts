import { akin, type Party } from "../party.ts"

/** Scores for two lists of actors in one role. Naming different actors may be a dispute about one event: no veto. */
const SAME = 1
const KIN = 0.7
const UNSPECIFIC_SAME = 0.25
const DIFFERENT = -0.6

/** -0.6 to 1; null where either list is empty, or nobody in particular is named. */
export function partiesScore(a: readonly Party[], b: readonly Party[]): number | null {
  let best: number | null = null
  for (const x of a)
    for (const y of b) {
      const s = partyScore(x, y)
      if (s !== null && (best === null || s > best)) best = s
    }
  return best
}

function partyScore(a: Party, b: Party): number | null {
  if (a.key === b.key) return a.specific ? SAME : UNSPECIFIC_SAME
  if (!a.specific || !b.specific) return null
  return akin(a, b) ? KIN : DIFFERENT
}

export function partiesWords(a: readonly Party[], b: readonly Party[]): string {
  const names = (list: readonly Party[]) => list.map((p) => p.name).join(", ") || "nobody named"
  const shared = a.filter((x) => b.some((y) => akin(x, y)))
  return shared.length > 0 ? `both name ${names(shared)}` : `${names(a)} against ${names(b)}`
}
