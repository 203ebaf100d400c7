import type { Feature, Polygon } from "geojson"

const EARTH_RADIUS_KM = 6371.0088
const STEPS = 72

/** The points at `radiusKm` from a place, on a sphere. */
export function circle<P extends object>(
  lon: number,
  lat: number,
  radiusKm: number,
  properties: P,
): Feature<Polygon, P> {
  const angle = radiusKm / EARTH_RADIUS_KM
  const phi = (lat * Math.PI) / 180
  const ring = Array.from({ length: STEPS + 1 }, (_, i): [number, number] => {
    const bearing = ((i % STEPS) / STEPS) * 2 * Math.PI
    const y = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(bearing))
    const turn = Math.atan2(
      Math.sin(bearing) * Math.sin(angle) * Math.cos(phi),
      Math.cos(angle) - Math.sin(phi) * Math.sin(y),
    )
    return [lon + (turn * 180) / Math.PI, (y * 180) / Math.PI]
  })
  return { type: "Feature", properties, geometry: { type: "Polygon", coordinates: [ring] } }
}

/** West, south, east, north of a circle, with a little room around it. */
export function boundsOf(lon: number, lat: number, radiusKm: number): [number, number, number, number] {
  const dLat = (radiusKm * 1.3) / 111.2
  const dLon = dLat / Math.max(0.1, Math.cos((lat * Math.PI) / 180))
  return [lon - dLon, Math.max(-85, lat - dLat), lon + dLon, Math.min(85, lat + dLat)]
}
