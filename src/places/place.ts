import type { Where } from "../schema/index.ts"

/** Kinds of place, with the precision that naming one gives and how far from its point it reaches (km). */
const KIND_FACTS = {
  country: { precision: "country", radiusKm: 400, prominence: 7.5 },
  admin1: { precision: "admin1", radiusKm: 70, prominence: 6 },
  admin2: { precision: "admin2", radiusKm: 25, prominence: 4.4 },
  admin3: { precision: "admin3", radiusKm: 12, prominence: 3.8 },
  city: { precision: "exact", radiusKm: 6, prominence: 5.2 },
  town: { precision: "exact", radiusKm: 3, prominence: 4.2 },
  village: { precision: "exact", radiusKm: 2, prominence: 3.4 },
  neighbourhood: { precision: "exact", radiusKm: 1.5, prominence: 3.8 },
  airbase: { precision: "exact", radiusKm: 3, prominence: 4.4 },
  airport: { precision: "exact", radiusKm: 3, prominence: 4.4 },
  base: { precision: "exact", radiusKm: 3, prominence: 4.2 },
  dam: { precision: "exact", radiusKm: 2, prominence: 4.2 },
  crossing: { precision: "exact", radiusKm: 2, prominence: 4.2 },
  camp: { precision: "exact", radiusKm: 2, prominence: 4.2 },
  oilfield: { precision: "exact", radiusKm: 8, prominence: 4.2 },
  gasfield: { precision: "exact", radiusKm: 8, prominence: 4.2 },
  hospital: { precision: "exact", radiusKm: 1, prominence: 3.6 },
  prison: { precision: "exact", radiusKm: 1, prominence: 4 },
  bridge: { precision: "exact", radiusKm: 1, prominence: 3.6 },
  port: { precision: "exact", radiusKm: 2, prominence: 4 },
  site: { precision: "exact", radiusKm: 2, prominence: 4 },
  road: { precision: "feature", radiusKm: 60, prominence: 4 },
  river: { precision: "feature", radiusKm: 150, prominence: 5 },
  lake: { precision: "feature", radiusKm: 20, prominence: 4.4 },
  desert: { precision: "feature", radiusKm: 120, prominence: 5 },
  valley: { precision: "feature", radiusKm: 50, prominence: 4.6 },
  mountain: { precision: "feature", radiusKm: 20, prominence: 4.4 },
  island: { precision: "feature", radiusKm: 10, prominence: 4.2 },
  region: { precision: "feature", radiusKm: 40, prominence: 5 },
  sea: { precision: "waters", radiusKm: 300, prominence: 5.5 },
} as const satisfies Record<string, { precision: Where["precision"]; radiusKm: number; prominence: number }>

export type PlaceKind = keyof typeof KIND_FACTS
export const PLACE_KINDS = Object.keys(KIND_FACTS) as PlaceKind[]

export interface Place {
  /** "gn:<GeoNames id>" or "sl:<own id>". */
  readonly id: string
  /** Standard English name. */
  readonly name: string
  readonly kind: PlaceKind
  /** ISO 3166-1 alpha-2; null for seas and places across borders. */
  readonly country: string | null
  /** English name of the first-level division. */
  readonly admin1: string | null
  readonly lat: number
  readonly lon: number
  readonly radiusKm: number
  /** 0 where unknown. */
  readonly population: number
  /** How widely known it is: decimal logarithm of the population, or of what its kind is worth. */
  readonly prominence: number
  /** Seat of a country, of a first-level division, or neither. */
  readonly seat: "country" | "admin1" | null
  readonly source: "geonames" | "own"
}

export function isPlaceKind(text: string): text is PlaceKind {
  return text in KIND_FACTS
}

export function defaultRadiusKm(kind: PlaceKind): number {
  return KIND_FACTS[kind].radiusKm
}

export function defaultProminence(kind: PlaceKind): number {
  return KIND_FACTS[kind].prominence
}

/** Radius of a disc that holds the population at 5,000 people per km², between 1.5 and 25 km. */
export function radiusOfPopulationKm(population: number): number {
  const radius = Math.sqrt(population / 5000 / Math.PI)
  return Math.round(Math.min(25, Math.max(1.5, radius)) * 10) / 10
}

/** Towns and the like, as against areas, lines and countries. */
export function isSettlement(kind: PlaceKind): boolean {
  return kind === "city" || kind === "town" || kind === "village" || kind === "neighbourhood"
}

/** What a mention gets when its words name this place and nothing else. */
export function whereOf(place: Place): Where {
  return {
    name: place.name,
    placeId: place.id,
    lat: place.lat,
    lon: place.lon,
    radiusKm: place.radiusKm,
    precision: KIND_FACTS[place.kind].precision,
    country: place.country,
    admin1: place.admin1,
  }
}

const EARTH_RADIUS_KM = 6371.0088

/** Great-circle distance (haversine) in km between two points in degrees. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180
  const dLat = (b.lat - a.lat) * rad
  const dLon = (b.lon - a.lon) * rad
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point `km` away on a bearing (degrees clockwise from north), on the sphere. */
export function moved(
  from: { lat: number; lon: number },
  bearingDegrees: number,
  km: number,
): { lat: number; lon: number } {
  const rad = Math.PI / 180
  const [lat, angle, bearing] = [from.lat * rad, km / EARTH_RADIUS_KM, bearingDegrees * rad]
  const toLat = Math.asin(Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing))
  const dLon = Math.atan2(
    Math.sin(bearing) * Math.sin(angle) * Math.cos(lat),
    Math.cos(angle) - Math.sin(lat) * Math.sin(toLat),
  )
  const lon = ((from.lon + dLon / rad + 540) % 360) - 180
  return { lat: round4(toLat / rad), lon: round4(lon) }
}

function round4(x: number): number {
  return Math.round(x * 1e4) / 1e4
}
