import type { Context } from "./context.ts"
import type { Candidate } from "./gazetteer.ts"
import { distanceKm, isSettlement, type Place, type PlaceKind } from "./place.ts"
import { DESCRIPTORS } from "./words.ts"

/** How much each country and division is spoken of in the text. */
export interface Votes {
  readonly byCountry: ReadonlyMap<string, number>
  readonly total: number
  /** What each name (by key) gave, so that a name does not speak for itself. */
  readonly byKey: ReadonlyMap<string, ReadonlyMap<string, number>>
}

export interface Ranked {
  readonly place: Place
  readonly candidate: Candidate
  readonly score: number
}

export interface RankInput {
  readonly key: string
  readonly candidates: readonly Candidate[]
  readonly context: Context
  /** Division or country that the text names beside it ("Hajin, Syria"). */
  readonly container: Place | null
  readonly votes: Votes
  /** Places that the text is already known to speak of. */
  readonly anchors: readonly Place[]
}

/**
 * Points (found on development data, in units of one power of ten of population): a named container decides; the
 * text's own countries are worth three powers of ten, a fitting descriptor two and a half, nearness to the text's
 * other places up to two.
 */
const POINTS = {
  container: 8,
  country: 3,
  descriptor: 2.5,
  near: 2,
  alternate: -0.4,
  bare: -0.6,
  folded: -6,
  division: -2.5,
}
const NEAR_KM = 120
/** Breaks ties alone: where all else is equal a place of a country at war is likelier to be reported on. */
const AT_WAR = new Set("SY IQ YE LY UA SD SS SO ET ML BF NE NG CD CF MM AF PS LB".split(" "))

/** Best first. */
export function rank(input: RankInput): Ranked[] {
  const ranked = input.candidates.slice(0, 60).map((candidate) => ({
    candidate,
    place: candidate.place,
    score: scoreOf(candidate, input),
  }))
  return ranked.sort((a, b) => b.score - a.score || (a.place.id < b.place.id ? -1 : 1))
}

function scoreOf(candidate: Candidate, input: RankInput): number {
  const { place } = candidate
  let score = place.prominence
  if (place.seat === "country") score += 0.8
  else if (place.kind === "country") score += 0.6
  else if (place.seat === "admin1") score += 0.4
  if (candidate.match === "alternate") score += POINTS.alternate
  if (candidate.match === "bare") score += POINTS.bare
  if (candidate.match === "folded") score += POINTS.folded * (1 - candidate.score) - 0.5
  if (input.container) score += isInside(place, input.container) ? POINTS.container : 0
  score += POINTS.country * support(place, input.votes, input.key)
  score += descriptorPoints(candidate, input)
  score += nearness(place, input.anchors)
  return place.country && AT_WAR.has(place.country) ? score + 0.05 : score
}

export function isInside(place: Place, container: Place): boolean {
  if (place.id === container.id || place.country !== container.country) return false
  return container.kind === "country" || place.admin1 === container.name
}

/**
 * Share of the text's votes that the place's country has, 0 to 1, against the country with most; what the name itself
 * (`key`) gave is left out. 1 for continents and seas, which no country's text is far from.
 */
export function support(place: Place, votes: Votes, key: string): number {
  if (place.country === null) return place.source === "own" ? 1 : 0
  const { most, total } = otherVotes(votes, key)
  if (most < 0.05) return 0
  const own = votes.byKey.get(key)?.get(place.country) ?? 0
  return (((votes.byCountry.get(place.country) ?? 0) - own) / most) * Math.min(1, total)
}

/** The votes without those of one name: the most that a country has, and all together. */
export function otherVotes(votes: Votes, key: string): { most: number; total: number } {
  const own = votes.byKey.get(key)
  let most = 0
  let total = 0
  for (const [country, v] of votes.byCountry) {
    const others = v - (own?.get(country) ?? 0)
    most = Math.max(most, others)
    total += others
  }
  return { most, total }
}

function descriptorPoints(candidate: Candidate, input: RankInput): number {
  const { place } = candidate
  const descriptor = input.context.descriptor ? DESCRIPTORS.get(input.context.descriptor) : undefined
  if (descriptor && descriptor.gives !== "site") return kindPoints(descriptor.kinds, place)
  if (descriptor) return descriptor.kinds.includes(place.kind) ? POINTS.descriptor : 0
  if (place.kind !== "admin1") return 0
  const namesake = input.candidates.some(
    (c) =>
      isSettlement(c.place.kind) &&
      c.place.country === place.country &&
      (c.place.seat !== null || c.place.prominence >= 6),
  )
  return namesake ? POINTS.division : 0
}

/** A neighbourhood is meant before a town that goes by the word too. */
function kindPoints(kinds: readonly PlaceKind[], place: Place): number {
  if (kinds[0] === "neighbourhood" && place.kind === "neighbourhood") return POINTS.descriptor + 1
  return kinds.includes(place.kind) ? POINTS.descriptor : place.kind === "country" ? -3 : 0
}

function nearness(place: Place, anchors: readonly Place[]): number {
  let best = 0
  for (const anchor of anchors) {
    if (anchor.id === place.id) continue
    if (anchor.kind === "admin1" && isInside(place, anchor)) best = Math.max(best, 0.7)
    else if (anchor.kind !== "country") best = Math.max(best, Math.exp(-distanceKm(place, anchor) / NEAR_KM))
  }
  return POINTS.near * best
}

/** Whether another candidate, well away and about as well known, would make a reader ask which one is meant. */
export function hasRival(ranked: readonly Ranked[]): boolean {
  const best = ranked[0]
  if (!best) return false
  return ranked
    .slice(1)
    .some(
      (r) =>
        r.place.prominence >= best.place.prominence - 0.5 &&
        (r.candidate.match === "primary" || best.candidate.match !== "primary") &&
        distanceKm(r.place, best.place) > 60 &&
        !(r.place.kind === "admin1" && isInside(best.place, r.place)) &&
        !(best.place.kind === "admin1" && isInside(r.place, best.place)),
    )
}
