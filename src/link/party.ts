import { normaliseWords } from "../kit/text.ts"
import type { Actor, Attested } from "../schema/index.ts"

/** An actor as the linker compares it. */
export interface Party {
  /** Register id, or the normalised name where the register has none. */
  key: string
  /** The key, its group and their parents: whom one could also mean by it. */
  kin: readonly string[]
  name: string
  /** False for "gunmen", "aircraft", "civilians" and the like, which name nobody in particular. */
  specific: boolean
  /** True where it is only a description ("gunmen"), which some named actor may fit. */
  described: boolean
}

/** Register id → id of the actor that it belongs to ("syrian-air-force" → "syrian-armed-forces"). */
export type Parents = Readonly<Record<string, string>>

const MAX_PARENTS = 8
const UNSPECIFIC_KINDS: ReadonlySet<string> = new Set([
  "unknown",
  "civilians",
  "protesters",
  "rioters",
  "aid-workers",
  "journalists",
])

/** An id, its group, and all that they belong to, nearest first; a circle in the register ends after eight steps. */
export function kinOf(key: string, groupId: string | undefined, parents: Parents): string[] {
  const kin = [key]
  for (const first of groupId === undefined ? [key] : [key, groupId]) {
    let at: string | undefined = first
    for (let step = 0; at !== undefined && step < MAX_PARENTS; step++) {
      if (!kin.includes(at)) kin.push(at)
      at = Object.hasOwn(parents, at) ? parents[at] : undefined
    }
  }
  return kin
}

/** True for "aircraft", "local fighters", "gunmen": names begin with a capital, in the scripts that have them. */
export function isDescription({ actorId, name, kind }: Actor): boolean {
  return actorId === null && (kind === "unknown" || /^\p{Ll}/u.test(name))
}

export function partyOf(actor: Actor, parents: Parents): Party {
  const key = actor.actorId ?? `name:${normaliseWords(actor.name)}`
  const described = isDescription(actor)
  const specific = !UNSPECIFIC_KINDS.has(actor.kind) && !described
  return { key, kin: kinOf(key, actor.groupId, parents), name: actor.name, specific, described }
}

export function partiesOf(actors: readonly Attested<Actor>[], parents: Parents): Party[] {
  const byKey = new Map<string, Party>()
  for (const { value } of actors) {
    const party = partyOf(value, parents)
    if (!byKey.has(party.key)) byKey.set(party.key, party)
  }
  return [...byKey.values()]
}

/** True where one is the other, belongs to it, or both belong to one. */
export function akin(a: Party, b: Party): boolean {
  return a.kin.some((k) => b.kin.includes(k))
}
