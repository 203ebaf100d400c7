import type { Where } from "../schema/index.ts"
import type { Context } from "./context.ts"
import { normaliseName } from "./fold.ts"
import type { Gazetteer } from "./gazetteer.ts"
import { isSettlement, moved, type Place, whereOf } from "./place.ts"
import { follows, type Word } from "./tokens.ts"
import { DESCRIPTORS, DIRECTIONS } from "./words.ts"

/** A place said by way of another one; word numbers of the whole expression, both included. */
export interface Relative {
  readonly where: Where
  readonly why: string
  readonly first: number
  readonly last: number
}

export interface RelativeInput {
  readonly words: readonly Word[]
  readonly first: number
  readonly last: number
  readonly context: Context
  readonly place: Place
  readonly gazetteer: Gazetteer
}

export interface Side {
  readonly bearing: number
  /** As printed, small letters: "north-eastern". */
  readonly name: string
  readonly first: number
}

/** A direction that ends at the word: "eastern", "north-eastern" (two words here). */
export function sideEndingAt(words: readonly Word[], at: number): Side | null {
  const [before, word] = [words[at - 1], words[at]]
  if (!word) return null
  const pair = before && word.gap === "-" ? `${before.lower}-${word.lower}` : null
  const joint = pair === null ? undefined : DIRECTIONS[pair.replace("-", "")]
  if (pair !== null && joint !== undefined) return { bearing: joint, name: pair, first: at - 1 }
  const bearing = DIRECTIONS[word.lower]
  return bearing === undefined ? null : { bearing, name: word.lower, first: at }
}

/** Skips leftwards over "the", "the city of", "the town of" before the name. */
export function outward(words: readonly Word[], first: number): number {
  let at = first - 1
  if (words[at]?.lower === "of" && DESCRIPTORS.get(words[at - 1]?.lower ?? "")?.gives === "settlement") at -= 2
  else if (DESCRIPTORS.get(words[at]?.lower ?? "")?.gives === "settlement") at--
  while (["the", "nearby", "besieged", "strategic"].includes(words[at]?.lower ?? "")) at--
  return at
}

/** How far "south of X" may be meant, without a figure: from the edge of a town about 15 km out. */
const BEYOND_KM = 12

/** "south of X", "north-east of the city of X", "the south of Syria", "southern parts of Hama". */
export function directionOf(input: RelativeInput): Relative | null {
  const { words, place } = input
  const at = outward(words, input.first)
  if (words[at]?.lower !== "of" || !follows(words[input.first])) return null
  const noun =
    DESCRIPTORS.has(words[at - 1]?.lower ?? "") ||
    ["parts", "part", "side", "outskirts", "sector", "edge"].includes(words[at - 1]?.lower ?? "")
  const direction = sideEndingAt(words, noun ? at - 2 : at - 1)
  if (!direction) return null
  const { bearing, name: side, first: from } = direction
  const area = areaMeant(input, noun ? (words[at - 1]?.lower ?? null) : null)
  const compact = isSettlement(area.kind) || whereOf(area).precision === "exact"
  if (!compact && !isAreaKind(area)) return besideFeature(area, side, from, input)
  const inside = noun || isAreaKind(area)
  if (inside)
    return part(
      area,
      bearing,
      noun ? `${side} ${area.name}` : `${side} ${side.endsWith("ern") ? "" : "of "}${area.name}`,
      from,
      input,
    )
  const point = moved(place, bearing, place.radiusKm + BEYOND_KM / 2)
  return {
    where: {
      ...whereOf(place),
      name: `${side} of ${place.name}`,
      ...point,
      radiusKm: Math.round(place.radiusKm + BEYOND_KM),
      precision: "near",
    },
    why: "where/direction",
    first: from,
    last: input.last,
  }
}

function isAreaKind(place: Place): boolean {
  return ["country", "admin1", "admin2", "admin3", "region"].includes(place.kind)
}

/** "west of the Euphrates": somewhere along it; no point can be told. */
function besideFeature(feature: Place, side: string, first: number, input: RelativeInput): Relative {
  const where: Where = { ...whereOf(feature), name: `${side} of ${feature.name}`, precision: "feature" }
  return { where, why: "where/direction", first, last: input.last }
}

/** A place with a division of its own name: the division, where the words speak of countryside or of an area. */
function areaMeant(input: RelativeInput, descriptor: string | null): Place {
  const { place, gazetteer } = input
  const word = descriptor ?? input.context.descriptor
  const wide =
    word !== null && DESCRIPTORS.get(word)?.gives === "area" && DESCRIPTORS.get(word)?.kinds.includes("admin1") === true
  if (!isSettlement(place.kind) || place.country === null || place.admin1 === null) return place
  if (!wide || place.seat === null) return place
  return gazetteer.admin1(place.country, place.admin1) ?? place
}

/** "southern Hama", "eastern Homs countryside", "northeastern Syria", "east Aleppo". */
export function directionalName(input: RelativeInput): Relative | null {
  const { words } = input
  const side = follows(words[input.first]) ? sideEndingAt(words, input.first - 1) : null
  if (!side) return null
  const known = ownPart(side, input)
  if (known)
    return {
      where: whereOf(known),
      why: "where/exact-name",
      first: side.first,
      last: input.context.right ?? input.last,
    }
  const area = side.name.endsWith("ern") ? divisionOfSeat(input) : areaMeant(input, null)
  return part(area, side.bearing, `${side.name} ${area.name}`, secondDirection(words, side.first), input)
}

/** "eastern Ghouta", printed small: the part has a name of its own. */
function ownPart(side: Side, { place, gazetteer }: RelativeInput): Place | null {
  const names = gazetteer.exact(normaliseName(`${side.name} ${place.name}`))
  return names.find((c) => c.place.source === "own" && c.place.country === place.country)?.place ?? null
}

const LARGE_CITY = 1_000_000

/** A city of over a million has an east and a west of its own; of a lesser seat, "eastern X" means the division. */
function divisionOfSeat(input: RelativeInput): Place {
  const { place, gazetteer } = input
  const area = areaMeant(input, null)
  if (area !== place || place.seat === null || place.country === null || place.admin1 === null) return area
  if (place.population > LARGE_CITY || input.context.descriptor !== null) return place
  const division = gazetteer.admin1(place.country, place.admin1)
  return division && division.name === place.name ? division : place
}

/** "northern and eastern Aleppo": the span starts at the first direction; the point stays with the last. */
function secondDirection(words: readonly Word[], at: number): number {
  return words[at - 1]?.lower === "and" && (words[at - 2]?.lower ?? "") in DIRECTIONS ? at - 2 : at
}

/** "X's eastern countryside", "Aleppo northern countryside". */
export function directionAfter(input: RelativeInput): Relative | null {
  const { words, context } = input
  const started = sideStartingAt(words, input.last + 1)
  if (!started) return null
  const { side, end } = started
  const noun = words[end + 1]
  const described = noun && follows(noun) && DESCRIPTORS.has(noun.lower) ? noun.lower : null
  if (described === null && !words[input.last]?.possessive) return null
  const area = areaMeant({ ...input, context: { ...context, descriptor: described } }, described)
  const made = part(area, side.bearing, `${side.name} ${area.name}`, input.first, input)
  return { ...made, last: described === null ? end : end + 1 }
}

/** A direction that starts at the word, with its last word. */
function sideStartingAt(words: readonly Word[], at: number): { side: Side; end: number } | null {
  if (!follows(words[at])) return null
  const end = words[at + 1]?.gap === "-" && sideEndingAt(words, at + 1)?.first === at ? at + 1 : at
  const side = sideEndingAt(words, end)
  return side ? { side, end } : null
}

/** The part of an area on one side: half its radius out, with six tenths of its radius. */
function part(area: Place, bearing: number, name: string, first: number, input: RelativeInput): Relative {
  const point = moved(area, bearing, area.radiusKm * 0.5)
  const whole = whereOf(area)
  const town = whole.precision === "exact" && area.population < LARGE_CITY
  const precision = area.kind === "country" ? "feature" : town ? "near" : whole.precision
  const radiusKm = town ? Math.round(area.radiusKm + BEYOND_KM) : Math.round(area.radiusKm * 6) / 10
  return {
    where: { ...whole, name, ...point, radiusKm, precision },
    why: "where/part",
    first,
    last: input.context.right ?? input.last,
  }
}
