import { eventId } from "../kit/ids.ts"
import { normaliseWords } from "../kit/text.ts"
import type { Actor, Attested, Event, EventType, Mention, Modality, Resolved, When, Where } from "../schema/index.ts"
import { compareCertainty } from "../schema/index.ts"
import { pairScore } from "./compare/place.ts"
import { VAGUE_TYPES } from "./compare/type-pairs.ts"
import { holds, PRECISION_RANK } from "./distance.ts"
import { grade } from "./grade.ts"
import { type HarmRule, mergeHarm } from "./merge-harm.ts"
import { type Origin, originsOf } from "./origin.ts"
import { akin, isDescription, type Parents, type Party, partyOf } from "./party.ts"
import { type Claim, resolve } from "./resolve.ts"
import type { Telling } from "./telling.ts"

export interface MergeOptions {
  harmRule: HarmRule
  trustedOutlets: ReadonlySet<string>
  parents: Parents
  unnamedSpeakers: ReadonlySet<string>
}

function claimsOf<T>(
  members: readonly Telling[],
  originOf: ReadonlyMap<string, number>,
  pick: (m: Mention) => readonly (Attested<T> | null)[],
): Claim<T>[] {
  return members.flatMap(({ mention }) =>
    pick(mention)
      .filter((a) => a !== null)
      .map(({ value, certainty }) => ({
        value,
        certainty,
        mention: mention.id,
        origin: originOf.get(mention.report) ?? 0,
      })),
  )
}

function finerWhen(a: When, b: When): boolean {
  return a.start >= b.start && a.end <= b.end && (a.start > b.start || a.end < b.end)
}

function overlapWhen(a: When, b: When): boolean {
  return a.start <= b.end && b.start <= a.end
}

function compatiblePlaces(a: Where, b: Where): boolean {
  return (pairScore(a, b) ?? -1) > 0
}

function finerPlace(a: Where, b: Where): boolean {
  const [x, y] = [PRECISION_RANK[a.precision], PRECISION_RANK[b.precision]]
  return x === y ? holds(b, a) : x < y && compatiblePlaces(a, b)
}

function whereKey(w: Where): string {
  return `${w.placeId ?? ""}|${normaliseWords(w.name)}|${w.precision}`
}

function mergeType(claims: readonly Claim<EventType>[]): Resolved<EventType> {
  const exact = (t: EventType) => !VAGUE_TYPES.has(t)
  return resolve(claims, {
    rule: "most-origins, exact before vague",
    refines: (a, b) => exact(a) && !exact(b) && originCount(claims, a) >= originCount(claims, b),
  })
}

function originCount<T>(claims: readonly Claim<T>[], value: T): number {
  return new Set(claims.filter((c) => c.value === value).map((c) => c.origin)).size
}

const YET: ReadonlySet<Modality> = new Set(["planned", "threatened", "hypothetical"])

/** Whoever says that it happened speaks of the event; a plan in the same cluster, put there by a human, does not. */
function mergeModality(claims: readonly Claim<Modality>[]): Resolved<Modality> {
  return resolve(claims, {
    rule: "most-origins, told before planned",
    refines: (a, b) => !YET.has(a) && YET.has(b),
  })
}

interface Named {
  party: Party
  claims: Claim<Actor>[]
}

/** Claims grouped by whom they mean: same register entry, or a person and its group. The first of a group names it. */
function groupActors(claims: readonly Claim<Actor>[], parents: Parents): Named[] {
  const groups: Named[] = []
  for (const claim of claims) {
    const party = partyOf(claim.value, parents)
    const home =
      groups.find((g) => g.party.key === party.key) ??
      groups.find((g) => g.party.specific && party.specific && akin(g.party, party))
    if (home) home.claims.push(claim)
    else groups.push({ party, claims: [claim] })
  }
  const named = groups.filter((g) => g.party.specific)
  const [only] = named
  if (named.length !== 1 || only === undefined) return groups
  const unnamed = groups.filter((g) => g.party.described)
  for (const g of unnamed) only.claims.push(...g.claims)
  return groups.filter((g) => !unnamed.includes(g))
}

function actorKey(a: Actor): string {
  return `${a.actorId ?? `name:${normaliseWords(a.name)}`}|${a.rank ?? ""}`
}

/** "Gunmen" and the like, claimed beside the one named actor, are another telling of it, never the better one. */
function mergeActor({ claims }: Named): Resolved<Actor> {
  return resolve(claims, {
    rule: "most-origins, named before unnamed",
    keyOf: actorKey,
    refines: (a, b) => !isDescription(a) && isDescription(b),
  })
}

function mergeActors(claims: readonly Claim<Actor>[], parents: Parents): Resolved<Actor>[] {
  const weight = (n: Named) => new Set(n.claims.map((c) => c.origin)).size
  return groupActors(claims, parents)
    .map((named) => ({ named, weight: weight(named), resolved: mergeActor(named) }))
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        Number(b.named.party.specific) - Number(a.named.party.specific) ||
        compareCertainty(a.resolved.certainty ?? "assumed", b.resolved.certainty ?? "assumed") ||
        (a.named.party.key < b.named.party.key ? -1 : 1),
    )
    .map((m) => m.resolved)
}

function distinctOutlets(members: readonly Telling[]): number {
  return new Set(members.map((m) => m.head.outlet).filter((o) => o !== null)).size
}

function numberReports(origins: readonly Origin[]): Map<string, number> {
  return new Map(origins.flatMap((o, i) => o.reports.map((r) => [r, i] as const)))
}

/** The record of one cluster; `members` oldest first. Every value keeps who says it, and everything else that was said. */
export function mergeCluster(members: readonly Telling[], options: MergeOptions): Event {
  const origins = originsOf(members, options.unnamedSpeakers)
  const originOf = numberReports(origins)
  const claims = <T>(pick: (m: Mention) => readonly (Attested<T> | null)[]) => claimsOf(members, originOf, pick)
  const harm = members.flatMap((t) =>
    claimsOf([t], originOf, (m) => m.harm).map((c) => ({ ...c, outlet: t.head.outlet })),
  )
  const first = members[0]
  if (first === undefined) throw new RangeError("a cluster has at least one mention")
  return {
    id: eventId(first.mention.id),
    mentions: members.map((t) => t.mention.id),
    reports: [...new Set(members.map((t) => t.mention.report))],
    outlets: distinctOutlets(members),
    origins: origins.length,
    ...grade(members, origins, options.parents),
    type: mergeType(claims((m) => [m.type])),
    modality: mergeModality(claims((m) => [m.modality])),
    when: resolve(
      claims((m) => [m.when]),
      { rule: "most-origins, most precise of those that agree", refines: finerWhen, compatible: overlapWhen },
    ),
    where: mergeWhere(members, originOf),
    actors: mergeActors(
      claims((m) => m.actors),
      options.parents,
    ),
    targets: mergeActors(
      claims((m) => m.targets),
      options.parents,
    ),
    harm: mergeHarm(harm, options.harmRule, options.trustedOutlets),
  }
}

/** The places of each telling's most precise level compete; the wider ones that they lie in do not. */
function mergeWhere(members: readonly Telling[], originOf: ReadonlyMap<string, number>): Resolved<Where> {
  const claims = members.flatMap((t) =>
    claimsOf([t], originOf, (m) => m.where.filter((w) => t.places.includes(w.value))),
  )
  return resolve(claims, {
    rule: "most-origins, most precise of those that agree",
    keyOf: whereKey,
    refines: finerPlace,
    compatible: compatiblePlaces,
  })
}
