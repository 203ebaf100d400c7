import type { EventDetail, Harm } from "../api/shapes.ts"
import { t } from "../strings/index.ts"
import { type Claim, claimsOn } from "./claims.ts"

/** One kind of harm to one group of people, with at least two claims to set side by side. */
export interface TollGroup {
  title: string
  low: number | null
  high: number | null
  best: number | null
  claims: { claim: Claim; harm: Harm }[]
  max: number
}

/** Kinds of harm on which there is something to compare. */
export function tollGroups(detail: EventDetail): TollGroup[] {
  const all = claimsOn(detail, "harm").map((claim) => ({ claim, harm: claim.value.value as Harm }))
  return detail.event.harm.flatMap((entry) => {
    const like = entry.best ?? entry.alternatives[0]?.value
    if (like === undefined) return []
    const claims = all.filter(({ harm }) => harm.kind === like.kind && harm.who === like.who)
    const figures = claims.flatMap(({ harm }) => [harm.min, harm.max]).filter((n) => n !== null)
    if (figures.length === 0 || claims.length < 2) return []
    const title = `${like.who === "people" ? "" : `${t.harmWho[like.who]} `}${t.harm[like.kind]}`
    const best = entry.best === null ? null : (entry.best.min ?? entry.best.max)
    return [{ title, low: entry.low, high: entry.high, best, claims, max: Math.max(...figures, entry.high ?? 0) }]
  })
}
