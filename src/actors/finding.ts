import type { Actor, Certainty } from "../schema/index.ts"
import { type RegisteredActor, rankOf } from "./entries.ts"

/** What a rule found: somebody over a half-open range of words. */
export interface Finding {
  from: number
  to: number
  actor: Actor
  /** The register's entry; for a person without one, that of his group. */
  entry: RegisteredActor | null
  certainty: Certainty
  generic: boolean
  loaded: boolean
  plural: boolean
  why: string
  /** For a description that the document may resolve: whom it fits. */
  fits?: string
  /** For a person whose group is the nearest fitting one before, yet to be found. */
  needsGroup?: boolean
  /** Whether the description needs no "the" to be resolved. */
  strong?: boolean
}

export function actorOf(entry: RegisteredActor): Actor {
  if (entry.kind !== "person") return { name: entry.name, actorId: entry.id, kind: entry.kind }
  const rank = rankOf(entry)
  return {
    name: entry.name,
    actorId: entry.id,
    kind: "person",
    ...(rank === null ? {} : { rank }),
    ...(entry.parent === null ? {} : { groupId: entry.parent }),
  }
}

const PEOPLE_KINDS: ReadonlySet<Actor["kind"]> = new Set([
  "civilians",
  "protesters",
  "rioters",
  "aid-workers",
  "journalists",
])

export function isPeople(kind: Actor["kind"]): boolean {
  return PEOPLE_KINDS.has(kind)
}

const NONSTATE: ReadonlySet<Actor["kind"]> = new Set(["rebel-group", "militia", "identity-militia", "private-force"])

export function isNonState(kind: Actor["kind"]): boolean {
  return NONSTATE.has(kind)
}

/** Drops what overlaps something longer, or as long and found earlier in the list; result in text order. */
export function longestFirst(findings: readonly Finding[]): Finding[] {
  const taken = new Set<number>()
  const ranked = findings.map((f, order) => ({ f, order }))
  ranked.sort((a, b) => b.f.to - b.f.from - (a.f.to - a.f.from) || a.order - b.order)
  const kept: Finding[] = []
  for (const { f } of ranked) {
    if (rangeHas(taken, f)) continue
    for (let i = f.from; i < f.to; i++) taken.add(i)
    kept.push(f)
  }
  return kept.sort((a, b) => a.from - b.from)
}

/** Those that overlap nothing of `kept`. */
export function besides(kept: readonly Finding[], more: readonly Finding[]): Finding[] {
  const taken = new Set<number>()
  for (const f of kept) for (let i = f.from; i < f.to; i++) taken.add(i)
  return more.filter((f) => !rangeHas(taken, f))
}

function rangeHas(taken: ReadonlySet<number>, f: Finding): boolean {
  for (let i = f.from; i < f.to; i++) if (taken.has(i)) return true
  return false
}
