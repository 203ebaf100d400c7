import { InputError } from "../errors.ts"
import { defaultProminence, defaultRadiusKm, isPlaceKind, type Place } from "./place.ts"

export const PLACE_COLUMNS = [
  "id",
  "name",
  "alternates",
  "kind",
  "country",
  "admin1",
  "lat",
  "lon",
  "radiusKm",
  "source",
  "date",
] as const
export const ADMIN1_COLUMNS = [
  "id",
  "name",
  "alternates",
  "country",
  "geonamesCode",
  "lat",
  "lon",
  "radiusKm",
  "source",
  "date",
] as const
export const COUNTRY_COLUMNS = [
  "country",
  "name",
  "alternates",
  "demonyms",
  "metonyms",
  "lat",
  "lon",
  "radiusKm",
  "source",
  "date",
] as const
export const WORD_COLUMNS = ["word", "class", "reason"] as const

export type Row<C extends readonly string[]> = Record<C[number], string>

/**
 * Rows of a tab-separated file with a header line; lines that start with # and blank lines are skipped.
 * @throws InputError naming file and line where the header or the number of columns is not what it must be.
 */
export function readTsv<const C extends readonly string[]>(text: string, file: string, columns: C): Row<C>[] {
  const lines = text.split(/\r?\n/)
  if (lines[0] !== columns.join("\t"))
    throw new InputError(`${file}: the header is not ${columns.join(", ")}`, {
      wayOut: "Restore the file's first line.",
    })
  const rows: Row<C>[] = []
  lines.forEach((line, i) => {
    if (i === 0 || line.trim() === "" || line.startsWith("#")) return
    const cells = line.split("\t")
    if (cells.length !== columns.length)
      throw new InputError(`${file}:${i + 1}: ${cells.length} columns, not ${columns.length}`, {
        wayOut: "Part the columns with single tabs; leave an unknown one empty.",
      })
    rows.push(Object.fromEntries(columns.map((c, k) => [c, cells[k] ?? ""])) as Row<C>)
  })
  return rows
}

/** A place and the names that it goes by, standard one first. */
export interface OwnPlace {
  readonly place: Place
  readonly names: readonly string[]
  /** Names that stand for it only after another place ("Monroe, La."). */
  readonly containerNames: readonly string[]
}

export function listOf(cell: string): string[] {
  return cell
    .split("|")
    .map((s) => s.trim())
    .filter((s) => s !== "")
}

function numberOf(cell: string, what: string, file: string): number {
  const value = cell === "" ? Number.NaN : Number(cell)
  if (!Number.isFinite(value)) throw new InputError(`${file}: ${what} is not a number: "${cell}"`)
  return value
}

function ownPlace(
  fields: Omit<Place, "population" | "prominence" | "seat" | "source">,
  alternates: string[],
): OwnPlace {
  const place: Place = {
    ...fields,
    population: 0,
    prominence: defaultProminence(fields.kind),
    seat: null,
    source: "own",
  }
  return {
    place,
    names: [fields.name, ...alternates.filter((a) => !a.startsWith("~"))],
    containerNames: alternates.filter((a) => a.startsWith("~")).map((a) => a.slice(1)),
  }
}

/** @throws InputError naming file and row. */
export function placeOfRow(row: Row<typeof PLACE_COLUMNS>, file: string): OwnPlace {
  const where = `${file}, ${row.id}`
  if (!isPlaceKind(row.kind)) throw new InputError(`${where}: unknown kind "${row.kind}"`)
  const fields = {
    id: row.id,
    name: row.name,
    kind: row.kind,
    country: row.country || null,
    admin1: row.admin1 || null,
    lat: numberOf(row.lat, "lat", where),
    lon: numberOf(row.lon, "lon", where),
    radiusKm: row.radiusKm === "" ? defaultRadiusKm(row.kind) : numberOf(row.radiusKm, "radiusKm", where),
  }
  return ownPlace(fields, listOf(row.alternates))
}

export function admin1OfRow(row: Row<typeof ADMIN1_COLUMNS>, file: string): OwnPlace {
  const where = `${file}, ${row.id}`
  const fields = {
    id: row.id,
    name: row.name,
    kind: "admin1" as const,
    country: row.country,
    admin1: row.name,
    lat: numberOf(row.lat, "lat", where),
    lon: numberOf(row.lon, "lon", where),
    radiusKm: row.radiusKm === "" ? defaultRadiusKm("admin1") : numberOf(row.radiusKm, "radiusKm", where),
  }
  return ownPlace(fields, listOf(row.alternates))
}

export function countryOfRow(row: Row<typeof COUNTRY_COLUMNS>, file: string): OwnPlace {
  const where = `${file}, ${row.country}`
  const fields = {
    id: `sl:${row.country.toLowerCase()}`,
    name: row.name,
    kind: "country" as const,
    country: row.country,
    admin1: null,
    lat: numberOf(row.lat, "lat", where),
    lon: numberOf(row.lon, "lon", where),
    radiusKm: numberOf(row.radiusKm, "radiusKm", where),
  }
  return ownPlace(fields, listOf(row.alternates))
}
