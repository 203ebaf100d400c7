import type { Where } from "../schema/index.ts"
import {
  directionAfter,
  directionalName,
  directionOf,
  outward,
  type Relative,
  type RelativeInput,
  sideEndingAt,
} from "./directions.ts"
import { distanceKm, isSettlement, moved, type Place, whereOf } from "./place.ts"
import { follows, type Word } from "./tokens.ts"

export type { Relative } from "./directions.ts"

const MILE_KM = 1.609344

/** Offsets, directions, parts, surroundings; null where the name is meant itself. */
export function relativeTo(input: RelativeInput): Relative | null {
  return offset(input) ?? directionOf(input) ?? directionalName(input) ?? directionAfter(input) ?? surroundings(input)
}

/** "20 km (12 miles) south of X", "7 km from X", "10 kilometers away from X". */
function offset(input: RelativeInput): Relative | null {
  const { words, place } = input
  let at = outward(words, input.first)
  if (!["of", "from"].includes(words[at]?.lower ?? "")) return null
  at--
  if (words[at]?.lower === "away" || words[at]?.lower === "far") at--
  const direction = sideEndingAt(words, at)
  const bearing = direction?.bearing
  if (direction) at = direction.first - 1
  if (["the", "to"].includes(words[at]?.lower ?? "")) at--
  const measure = measureEndingAt(words, at)
  if (!measure || place.kind === "country") return null
  const km = measure.km
  const point = bearing === undefined ? place : moved(place, bearing, km)
  const side = direction ? `${direction.name} of ` : ""
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

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.assign(Object.create(null), {
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
})

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
function surroundings(input: RelativeInput): Relative | null {
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
