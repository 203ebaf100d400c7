import { canonicalJson } from "../kit/hash.ts"
import { compareCertainty, type EventHarm, type Harm } from "../schema/index.ts"
import { sameHead } from "./compare/harm.ts"
import { type Claim, optionsOf, toResolved, withoutAssumed } from "./resolve.ts"

export const HARM_RULES = [
  "median-of-origins",
  "most-conservative",
  "most-precise",
  "latest",
  "trusted-outlets",
] as const
export type HarmRule = (typeof HARM_RULES)[number]

/** One report's figure. Claims come oldest first. */
export interface HarmClaim extends Claim<Harm> {
  outlet: string | null
}

/** The number that a figure stands for when figures are compared: "at least 12" counts as 12. */
function point({ value }: HarmClaim): number | null {
  return value.min ?? value.max
}

/**
 * Of several figures from one origin, that of its latest telling, since a correction replaces what it corrects; of
 * several in one telling the first, since what follows compares ("up from 19").
 */
function onePerOrigin(claims: readonly HarmClaim[]): HarmClaim[] {
  const byOrigin = new Map<number, HarmClaim>()
  for (const claim of claims)
    if (byOrigin.get(claim.origin)?.mention !== claim.mention) byOrigin.set(claim.origin, claim)
  return [...byOrigin.values()]
}

function latest(claims: readonly HarmClaim[]): HarmClaim | undefined {
  return claims.find((c) => c.mention === claims.at(-1)?.mention)
}

function byPoint(a: HarmClaim, b: HarmClaim): number {
  return (point(a) ?? 0) - (point(b) ?? 0) || compareCertainty(a.certainty, b.certainty)
}

/** The lower middle one, so that it is a figure that somebody gave. */
function median(claims: readonly HarmClaim[]): HarmClaim | undefined {
  const sorted = onePerOrigin(claims).sort(byPoint)
  return sorted[Math.floor((sorted.length - 1) / 2)]
}

/** 0 for an exact count, 1 for "around", 2 for a range, 3 for an open one. */
function vagueness({ value: h }: HarmClaim): number {
  if (h.min === null || h.max === null) return 3
  if (h.min !== h.max) return 2
  return h.approximate ? 1 : 0
}

function mostPrecise(claims: readonly HarmClaim[]): HarmClaim | undefined {
  const least = Math.min(...claims.map(vagueness))
  return median(claims.filter((c) => vagueness(c) === least))
}

function pick(claims: readonly HarmClaim[], rule: HarmRule): HarmClaim | undefined {
  if (rule === "most-conservative") return [...claims].sort(byPoint)[0]
  if (rule === "most-precise") return mostPrecise(claims)
  return rule === "latest" ? latest(claims) : median(claims)
}

function bound(claims: readonly HarmClaim[], of: (h: Harm) => number | null, fold: typeof Math.min): number | null {
  const numbers = claims.map((c) => of(c.value)).filter((n) => n !== null)
  return numbers.length === 0 ? null : fold(...numbers)
}

/** One row from all claims on one kind of harm to one group; in a folded row the tellings that name the group decide. */
function row(claims: readonly HarmClaim[], wanted: HarmRule, trusted: ReadonlySet<string>): EventHarm {
  const who = claims.find((c) => c.value.who !== "people")?.value.who ?? "people"
  const counted = claims.filter((c) => c.value.who === who && point(c) !== null)
  const firm = withoutAssumed(counted.length > 0 ? counted : claims)
  const trustedOnes = wanted === "trusted-outlets" ? firm.filter((c) => c.outlet !== null && trusted.has(c.outlet)) : []
  const rule = wanted === "trusted-outlets" && trustedOnes.length === 0 ? "median-of-origins" : wanted
  const chosen = pick(trustedOnes.length > 0 ? trustedOnes : firm, rule)
  const options = optionsOf(claims, canonicalJson)
  const best = chosen && options.find((o) => canonicalJson(o.value) === canonicalJson(chosen.value))
  return {
    ...toResolved(best, options, rule),
    low: bound(firm, (h) => h.min ?? h.max, Math.min),
    high: bound(firm, (h) => h.max ?? h.min, Math.max),
  }
}

type Rows = Map<string, HarmClaim[]>

function mentionsOf(claims: readonly HarmClaim[]): Set<string> {
  return new Set(claims.map((c) => c.mention))
}

/** "12 people killed" beside "12 civilians killed", by different tellings: one toll, once told with who they were. */
function foldsInto(general: readonly HarmClaim[], special: readonly HarmClaim[]): boolean {
  const [g, s] = [general[0]?.value, special[0]?.value]
  if (g === undefined || s === undefined || g.kind !== s.kind || g.who !== "people" || s.who === "people") return false
  if (!sameHead(g.who, s.who)) return false
  const tellers = mentionsOf(special)
  const figures = new Set(special.map(({ value }) => `${value.min}|${value.max}`))
  return general.every(
    (c) => !tellers.has(c.mention) && c.value.min !== null && figures.has(`${c.value.min}|${c.value.max}`),
  )
}

function fold(rows: Rows): Rows {
  const folded: Rows = new Map(rows)
  for (const [key, claims] of rows) {
    const home = [...folded].find(([other, special]) => other !== key && foldsInto(claims, special))
    if (home === undefined) continue
    folded.delete(key)
    folded.set(home[0], [...home[1], ...claims])
  }
  return folded
}

/** Parts ("including four children") and running totals are figures of their own, never mixed with an event's toll. */
function rowKey({ value: h }: HarmClaim): string {
  return `${h.kind}|${h.who}|${h.partOf === true ? "part" : ""}|${h.cumulative === true ? "total" : ""}`
}

/**
 * Harm of one event: one row per kind, group and sort of figure. `low` and `high` span all firm claims. Rows of one kind
 * may count the same people ("people" and "children"): they are not to be added up; `tollOf` gives the whole.
 */
export function mergeHarm(claims: readonly HarmClaim[], rule: HarmRule, trusted: ReadonlySet<string>): EventHarm[] {
  const rows: Rows = new Map()
  for (const claim of claims) rows.set(rowKey(claim), [...(rows.get(rowKey(claim)) ?? []), claim])
  const settled = [...fold(rows)].sort(([a], [b]) => (a < b ? -1 : 1))
  return settled.map(([, list]) => row(list, rule, trusted))
}

/** Groups whose members no other group of the list counts. */
const DISJOINT: readonly Harm["who"][] = ["civilians", "combatants"]

/**
 * The whole toll of one kind, without counting anyone twice: the figure for "people", else civilians plus combatants,
 * else the largest single group. Null where no figure is known. Persons.
 */
export function tollOf(
  harm: readonly EventHarm[],
  kind: Harm["kind"],
): { low: number | null; high: number | null } | null {
  const rows = harm.filter((r) => r.best?.kind === kind && r.best.cumulative !== true && r.best.partOf !== true)
  const whole = rows.find((r) => r.best?.who === "people")
  if (whole) return { low: whole.low, high: whole.high }
  const sides = rows.filter((r) => r.best !== null && DISJOINT.includes(r.best.who))
  if (sides.length > 0) return { low: total(sides.map((r) => r.low)), high: total(sides.map((r) => r.high)) }
  const widest = [...rows].sort((a, b) => (b.high ?? 0) - (a.high ?? 0))[0]
  return widest ? { low: widest.low, high: widest.high } : null
}

function total(numbers: readonly (number | null)[]): number | null {
  const known = numbers.filter((n) => n !== null)
  return known.length === 0 ? null : known.reduce((sum, n) => sum + n, 0)
}
