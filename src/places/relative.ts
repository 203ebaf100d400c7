import type { Where } from "../schema/index.ts"
import type { Context } from "./context.ts"
import type { Gazetteer } from "./gazetteer.ts"
import { distanceKm, isSettlement, moved, type Place, whereOf } from "./place.ts"
import { follows, type Word } from "./tokens.ts"
import { DESCRIPTORS, DIRECTIONS } from "./words.ts"

/** A place said by way of another one; word numbers of the whole expression, both included. */
export interface Relative {
  readonly where: Where
  readonly why: string
  readonly first: number
  readonly last: number
}

interface Input {
  readonly words: readonly Word[]
  readonly first: number
  readonly last: number
  readonly context: Context
  readonly place: Place
  readonly gazetteer: Gazetteer
}

const MILE_KM = 1.609344

/** Offsets, directions, parts, surroundings; null where the name is meant itself. */
export function relativeTo(input: Input): Relative | null {
  return offset(input) ?? directionOf(input) ?? directionalName(input) ?? directionAfter(input) ?? surroundings(input)
}

/** Skips leftwards over "the", "the city of", "the town of" before the name. */
function outward(words: readonly Word[], first: number): number {
  let at = first - 1
  if (words[at]?.lower === "of" && DESCRIPTORS.has(words[at - 1]?.lower ?? "")) at -= 2
  else if (DESCRIPTORS.get(words[at]?.lower ?? "")?.gives === "settlement") at--
  while (["the", "nearby", "besieged", "strategic"].includes(words[at]?.lower ?? "")) at--
  return at
}

/** "20 km (12 miles) south of X", "7 km from X", "10 kilometers away from X". */
function offset(input: Input): Relative | null {
  const { words, place } = input
  let at = outward(words, input.first)
  if (!["of", "from"].includes(words[at]?.lower ?? "")) return null
  at--
  if (words[at]?.lower === "away" || words[at]?.lower === "far") at--
  const bearing = DIRECTIONS[words[at]?.lower ?? ""]
  if (bearing !== undefined) at--
  if (["the", "to"].includes(words[at]?.lower ?? "")) at--
  const measure = measureEndingAt(words, at)
  if (!measure || place.kind === "country") return null
  const km = measure.km
  const point = bearing === undefined ? place : moved(place, bearing, km)
  const side = bearing === undefined ? "" : `${words.find((w) => DIRECTIONS[w.lower] === bearing)?.lower ?? ""} of `
  return {
    where: {
      ...whereOf(place),
      name: `${formatKm(km)} km ${side === "" ? "from " : side}${place.name}`,
      placeId: place.id,
      lat: point.lat,
      lon: point.lon,
      radiusKm:
        bearing === undefined ? km + place.radiusKm : Math.round(Math.max(3, km * 0.3 + place.radiusKm / 2) * 10) / 10,
      precision: "near",
    },
    why: "where/offset",
    first: measure.first,
    last: input.last,
  }
}

function formatKm(km: number): string {
  return String(Math.round(km * 10) / 10)
}

const UNIT = /^(km|kms|kilomet(?:er|re)s?|miles?|mi)$/

/** "7km", "20 kilometers", "20 km (12 miles)"; the first figure counts. */
export function measureEndingAt(words: readonly Word[], at: number): { km: number; first: number } | null {
  const glued = /^(\d{1,4})(km|kms|mi|miles)$/.exec(words[at]?.lower ?? "")
  if (glued) return { km: toKm(Number(glued[1]), glued[2] ?? "km"), first: at }
  const unit = words[at]?.lower ?? ""
  if (!UNIT.test(unit)) return null
  const number = numberEndingAt(words, at - 1)
  if (!number) return null
  const outer = words[number.first]?.gap.trim().startsWith("(") ? measureEndingAt(words, number.first - 1) : null
  return outer ?? { km: toKm(number.value, unit), first: number.first }
}

const NUMBER_WORDS: Record<string, number> = {
  a: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  hundred: 100,
}

function numberEndingAt(words: readonly Word[], at: number): { value: number; first: number } | null {
  const word = words[at]
  if (!word) return null
  if (/^\d{1,4}$/.test(word.text)) {
    const whole = words[at - 1]
    if (word.gap === "." && whole && /^\d{1,4}$/.test(whole.text))
      return { value: Number(`${whole.text}.${word.text}`), first: at - 1 }
    return { value: Number(word.text), first: at }
  }
  const value = NUMBER_WORDS[word.lower]
  return value === undefined ? null : { value, first: at }
}

function toKm(value: number, unit: string): number {
  return unit.startsWith("mi") ? value * MILE_KM : value
}

/** How far "south of X" may be meant, without a figure: from the edge of a town about 15 km out. */
const BEYOND_KM = 12

/** "south of X", "north-east of the city of X", "the south of Syria", "southern parts of Hama". */
function directionOf(input: Input): Relative | null {
  const { words, place } = input
  const at = outward(words, input.first)
  if (words[at]?.lower !== "of" || !follows(words[input.first])) return null
  const noun =
    DESCRIPTORS.has(words[at - 1]?.lower ?? "") ||
    ["parts", "part", "side", "outskirts", "sector", "edge"].includes(words[at - 1]?.lower ?? "")
  const from = noun ? at - 2 : at - 1
  const side = words[from]?.lower ?? ""
  const bearing = DIRECTIONS[side]
  if (bearing === undefined) return null
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
function besideFeature(feature: Place, side: string, first: number, input: Input): Relative {
  const where: Where = { ...whereOf(feature), name: `${side} of ${feature.name}`, precision: "feature" }
  return { where, why: "where/direction", first, last: input.last }
}

/** A place with a division of its own name: the division, where the words speak of countryside or of an area. */
function areaMeant(input: Input, descriptor: string | null): Place {
  const { place, gazetteer } = input
  const word = descriptor ?? input.context.descriptor
  const wide =
    word !== null && DESCRIPTORS.get(word)?.gives === "area" && DESCRIPTORS.get(word)?.kinds.includes("admin1") === true
  if (!isSettlement(place.kind) || place.country === null || place.admin1 === null) return place
  if (!wide || place.seat === null) return place
  return gazetteer.admin1(place.country, place.admin1) ?? place
}

/** "southern Hama", "eastern Homs countryside", "northeastern Syria", "east Aleppo". */
function directionalName(input: Input): Relative | null {
  const { words } = input
  const word = words[input.first - 1]
  const bearing = word && follows(words[input.first]) ? DIRECTIONS[word.lower] : undefined
  if (!word || bearing === undefined) return null
  const area = word.lower.endsWith("ern") ? divisionOfSeat(input) : areaMeant(input, null)
  const first = secondDirection(words, input.first - 1)
  return part(area, bearing, `${word.lower} ${area.name}`, first, input)
}

const LARGE_CITY = 1_000_000

/** A city of over a million has an east and a west of its own; of a lesser seat, "eastern X" means the division. */
function divisionOfSeat(input: Input): Place {
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
function directionAfter(input: Input): Relative | null {
  const { words, context } = input
  const word = words[input.last + 1]
  const bearing = word && follows(word) ? DIRECTIONS[word.lower] : undefined
  if (!word || bearing === undefined) return null
  const noun = words[input.last + 2]
  if (!noun || !follows(noun) || !DESCRIPTORS.has(noun.lower)) return null
  const area = areaMeant({ ...input, context: { ...context, descriptor: noun.lower } }, noun.lower)
  const made = part(area, bearing, `${word.lower} ${area.name}`, input.first, input)
  return { ...made, last: input.last + 2 }
}

/** The part of an area on one side: half its radius out, with six tenths of its radius. */
function part(area: Place, bearing: number, name: string, first: number, input: Input): Relative {
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

const SURROUNDING = new Set([
  "near",
  "around",
  "outside",
  "nearby",
  "outskirts",
  "vicinity",
  "surroundings",
  "edge",
  "approaches",
  "suburb",
  "suburbs",
])
const AROUND_KM = 10

/** "near X", "outside X", "the outskirts of X". */
function surroundings(input: Input): Relative | null {
  const { words, place } = input
  if (place.kind === "country") return null
  let at = outward(words, input.first)
  if (["of", "to"].includes(words[at]?.lower ?? "")) at--
  const word = words[at]
  if (!word || !SURROUNDING.has(word.lower) || !follows(words[input.first])) return null
  const whole = whereOf(place)
  if (!isSettlement(place.kind) && whole.precision !== "exact") return null
  return {
    where: {
      ...whole,
      name: `near ${place.name}`,
      radiusKm: Math.round(place.radiusKm + AROUND_KM),
      precision: "near",
    },
    why: "where/near",
    first: at,
    last: input.context.right ?? input.last,
  }
}

/** Halfway between two places, reaching both: "between X and Y", "the X–Y road". */
export function between(a: Place, b: Place, name: string, precision: "near" | "feature"): Where {
  const km = distanceKm(a, b)
  const lon = Math.abs(a.lon - b.lon) > 180 ? a.lon : (a.lon + b.lon) / 2
  return {
    name,
    placeId: null,
    lat: Math.round(((a.lat + b.lat) / 2) * 1e4) / 1e4,
    lon: Math.round(lon * 1e4) / 1e4,
    radiusKm: Math.max(2, Math.round(km / 2)),
    precision,
    country: a.country === b.country ? a.country : null,
    admin1: a.admin1 === b.admin1 ? a.admin1 : null,
  }
}
