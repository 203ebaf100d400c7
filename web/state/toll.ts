import type { EventDetail, Harm } from "../api/shapes.ts"
import { t } from "../strings/index.ts"
import { type Claim, claimsOn, sameValue } from "./claims.ts"

/** One kind of harm to one group of people, with at least two claims to set side by side. */
export interface TollGroup {
  title: string
  low: number | null
  high: number | null
  best: number | null
  claims: { claim: Claim; harm: Harm }[]
  max: number
}

/** Whether an event's figure was made from this claim; one kind of harm may have several figures (a part, a running total). */
function feeds({ claim, harm }: TollGroup["claims"][number], entry: EventDetail["event"]["harm"][number]): boolean {
  const values = [{ value: entry.best, support: entry.support }, ...entry.alternatives]
  return values.some((v) => sameValue(v.value, harm) && v.support.includes(claim.from.mention.id))
}

/** Kinds of harm on which there is something to compare. */
export function tollGroups(detail: EventDetail): TollGroup[] {
  const all = claimsOn(detail, "harm").map((claim) => ({ claim, harm: claim.value.value as Harm }))
  return detail.event.harm.flatMap((entry) => {
    const like = entry.best ?? entry.alternatives[0]?.value
    if (like === undefined) return []
    const claims = all.filter((one) => feeds(one, entry))
    const figures = claims.flatMap(({ harm }) => [harm.min, harm.max]).filter((n) => n !== null)
    if (figures.length === 0 || claims.length < 2) return []
    const title = `${like.who === "people" ? "" : `${t.harmWho[like.who]} `}${t.harm[like.kind]}`
    const best = entry.best === null ? null : (entry.best.min ?? entry.best.max)
    return [{ title, low: entry.low, high: entry.high, best, claims, max: Math.max(...figures, entry.high ?? 0) }]
  })
}
