import type { Harm } from "../../schema/index.ts"
import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

const GROUPS_WITHIN: Readonly<Record<Harm["who"], readonly Harm["who"][]>> = {
  people: ["people", "civilians", "children", "women", "combatants", "commanders"],
  civilians: ["civilians", "children", "women"],
  children: ["children"],
  women: ["women"],
  combatants: ["combatants", "commanders"],
  commanders: ["commanders"],
}
const COMPATIBLE = 0.3
/** Tolls of one event are corrected for days: contradiction is weak evidence, and never a veto. */
const SMALL_CONTRADICTION = -0.1
const CONTRADICTION = -0.5
const SMALL_RATIO = 1.5
/** Bits of a shared figure that count in full: those of 40. */
const FULL_BITS = 5.35

/** True where one group holds the other, so that both figures can count the same people. */
export function sameHead(a: Harm["who"], b: Harm["who"]): boolean {
  return GROUPS_WITHIN[a].includes(b) || GROUPS_WITHIN[b].includes(a)
}

function exact(h: Harm): number | null {
  return h.min !== null && h.min === h.max && !h.approximate ? h.min : null
}

function lower(h: Harm): number {
  const min = h.min ?? 0
  return h.approximate ? Math.floor(min * 0.8) : min
}

function upper(h: Harm): number {
  const max = h.max ?? Number.POSITIVE_INFINITY
  return h.approximate ? Math.ceil(max * 1.25) : max
}

/** A shared 40 is telling, a shared 1 hardly: coincidences are common among small numbers. */
function sameNumber(count: number): number {
  return Math.min(1, Math.log2(count + 1) / FULL_BITS)
}

/** -0.5 to 1; null where the two do not count the same kind of harm to overlapping groups, or name no number. */
export function figuresScore(a: Harm, b: Harm): number | null {
  if (a.kind !== b.kind || !sameHead(a.who, b.who)) return null
  if ((a.min ?? a.max) === null || (b.min ?? b.max) === null) return null
  const [x, y] = [exact(a), exact(b)]
  if (x !== null && x === y) return sameNumber(x)
  if (lower(a) <= upper(b) && lower(b) <= upper(a)) return COMPATIBLE
  const [small, large] = [Math.min(upper(a), upper(b)), Math.max(lower(a), lower(b))]
  return large <= small * SMALL_RATIO + 1 ? SMALL_CONTRADICTION : CONTRADICTION
}

function readings(a: Telling, b: Telling): { a: Harm; b: Harm; score: number }[] {
  const found = []
  for (const x of a.tolls)
    for (const y of b.tolls) {
      const s = figuresScore(x, y)
      if (s !== null) found.push({ a: x, b: y, score: s })
    }
  return found
}

/** The best agreement decides: one shared figure among several outweighs a disputed one. */
function score(a: Telling, b: Telling): number | null {
  if (a.tolls.length === 0 || b.tolls.length === 0) return null
  return readings(a, b).reduce<number | null>((best, r) => (best === null || r.score > best ? r.score : best), null)
}

export function printHarm(h: Harm): string {
  const number = h.min === h.max ? `${h.min ?? "?"}` : h.max === null ? `${h.min}+` : `${h.min ?? "?"}–${h.max}`
  return `${h.approximate ? "about " : ""}${number} ${h.who} ${h.kind}`
}

function words(a: Telling, b: Telling): string {
  const best = readings(a, b).sort((x, y) => y.score - x.score)[0]
  if (best === undefined) return "no figures for the same harm"
  const [x, y] = [printHarm(best.a), printHarm(best.b)]
  return x === y ? `same figure: ${x}` : `${x}; ${y}: ${best.score > 0 ? "compatible" : "contradict each other"}`
}

export const harm: Comparator = { id: "harm", about: "whether the figures can be of one event", score, words }
