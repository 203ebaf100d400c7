import { normaliseWords } from "../../kit/text.ts"
import type { Where } from "../../schema/index.ts"
import { distanceKm, extentKm, PRECISION_RANK } from "../distance.ts"
import type { Telling } from "../telling.ts"
import type { Comparator } from "./comparator.ts"

/** What being in the same area of a precision is worth: many events share a province, few a village. */
const SAME_AREA: Readonly<Record<Where["precision"], number>> = {
  exact: 1,
  near: 0.7,
  admin3: 0.8,
  admin2: 0.5,
  feature: 0.4,
  waters: 0.4,
  admin1: 0.3,
  country: 0.05,
}
/** A city holds more events of a day than a village: an exact place is worth this much less from 10 km of radius on. */
const CITY_LOSS = 0.25
const VILLAGE_KM = 3
const CITY_KM = 10
export const APART = -0.8
/** Several places in one mention make it a round-up, which pins down none of them. */
const ROUND_UP_FACTOR = 0.5
const ROUND_UP_PLACES = 3

/** What two places in one area are worth, by the coarser precision and, for exact ones, the larger extent. */
function worthOf(a: Where, b: Where): number {
  const { precision } = coarser(a, b)
  if (precision !== "exact") return SAME_AREA[precision]
  const radiusKm = Math.max(a.radiusKm ?? 0, b.radiusKm ?? 0)
  const size = Math.min(1, Math.max(0, (radiusKm - VILLAGE_KM) / (CITY_KM - VILLAGE_KM)))
  return SAME_AREA.exact - CITY_LOSS * size
}

function samePlace(a: Where, b: Where): boolean {
  if (a.placeId !== null && b.placeId !== null) return a.placeId === b.placeId
  return normaliseWords(a.name) === normaliseWords(b.name) && (a.country ?? b.country) === (b.country ?? a.country)
}

function coarser(a: Where, b: Where): Where {
  return PRECISION_RANK[a.precision] >= PRECISION_RANK[b.precision] ? a : b
}

function sameAdmin1(a: Where, b: Where): boolean | null {
  if (a.country !== null && b.country !== null && a.country !== b.country) return false
  if (a.admin1 === null || b.admin1 === null) return null
  return normaliseWords(a.admin1) === normaliseWords(b.admin1)
}

/** One of the two is a province or a country: does it hold the other? Null where nothing says so. */
function areaScore(a: Where, b: Where): number | null {
  const wide = coarser(a, b)
  if (wide.precision === "country") {
    if (a.country === null || b.country === null) return null
    return a.country === b.country ? SAME_AREA.country : APART
  }
  const same = sameAdmin1(a, b)
  if (same !== null) return same ? SAME_AREA[wide.precision] : APART
  const apart = distanceKm(a, b)
  return apart === null ? null : apart <= Math.max(extentKm(a), extentKm(b)) ? SAME_AREA[wide.precision] : APART
}

/** From full worth at no distance, over half at the edge of both precisions, to "apart" at twice that. */
function pointScore(a: Where, b: Where): number | null {
  const apart = distanceKm(a, b)
  if (apart === null) return null
  const reach = extentKm(a) + extentKm(b)
  const worth = worthOf(a, b)
  if (apart <= reach) return worth * (1 - apart / (2 * reach))
  return Math.max(APART, (worth / 2) * (1 - (3 * (apart - reach)) / reach))
}

function wide({ precision }: Where): boolean {
  return precision === "admin1" || precision === "country"
}

/** Worth of two places as one, -0.8 to 1; null where nothing can be compared. Used by the rules as well. */
export function pairScore(a: Where, b: Where): number | null {
  if (samePlace(a, b)) return worthOf(a, b)
  return wide(a) || wide(b) ? areaScore(a, b) : pointScore(a, b)
}

function score(a: Telling, b: Telling): number | null {
  let best: number | null = null
  for (const x of a.places)
    for (const y of b.places) {
      const s = pairScore(x, y)
      if (s !== null && (best === null || s > best)) best = s
    }
  const roundUp = Math.max(a.places.length, b.places.length) >= ROUND_UP_PLACES
  return best !== null && best > 0 && roundUp ? best * ROUND_UP_FACTOR : best
}

function words(a: Telling, b: Telling): string {
  const names = (t: Telling) => t.places.map((p) => `${p.name} (${p.precision})`).join(", ") || "no place"
  const [x, y] = [a.places[0], b.places[0]]
  if (x === undefined || y === undefined) return `${names(a)} against ${names(b)}`
  if (a.places.length === 1 && b.places.length === 1 && samePlace(x, y)) return `same place: ${names(a)}`
  const apart = distanceKm(x, y)
  const km = apart === null || wide(x) || wide(y) ? "" : `, ${apart.toFixed(1)} km apart`
  return `${names(a)}; ${names(b)}${km}`
}

export const place: Comparator = { id: "place", about: "distance against both precisions", score, words }
