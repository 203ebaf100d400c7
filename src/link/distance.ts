import type { Where } from "../schema/index.ts"

const EARTH_RADIUS_KM = 6371
/** Half the diagonal of what a precision usually covers, where the gazetteer gives no extent. */
const USUAL_RADIUS_KM: Readonly<Record<Where["precision"], number>> = {
  exact: 3,
  near: 25,
  admin3: 12,
  admin2: 30,
  admin1: 90,
  country: 400,
  feature: 100,
  waters: 100,
}

/** Most specific first. */
export const PRECISION_RANK: Readonly<Record<Where["precision"], number>> = {
  exact: 0,
  near: 1,
  admin3: 2,
  admin2: 3,
  feature: 4,
  waters: 4,
  admin1: 5,
  country: 6,
}

/** Great-circle distance in km (haversine); null where either has no point. */
export function distanceKm(a: Where, b: Where): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null
  const rad = Math.PI / 180
  const [dLat, dLon] = [(b.lat - a.lat) * rad, (b.lon - a.lon) * rad]
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** True where the first is a wider area around the second: the city of a named district. */
export function holds(wide: Where, narrow: Where): boolean {
  const apart = distanceKm(wide, narrow)
  return apart !== null && extentKm(narrow) < extentKm(wide) && apart <= extentKm(wide)
}

export function extentKm(place: Where): number {
  return place.radiusKm ?? USUAL_RADIUS_KM[place.precision]
}
