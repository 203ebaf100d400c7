import { type SelectQueryBuilder, sql } from "kysely"
import { UsageError } from "../../errors.ts"
import { IsoDate } from "../../schema/index.ts"
import { dayNumber } from "../days.ts"
import type { EventFilter } from "../desk.ts"
import { ftsQuery } from "../fts.ts"
import type { Tables } from "../tables.ts"

// biome-ignore lint/complexity/noBannedTypes: Kysely's own type of "nothing selected yet"
type EventsQuery = SelectQueryBuilder<Tables, "events", {}>

const LISTS = { types: "type", modality: "modality", grade: "grade", country: "country" } as const

/** Narrows a query over `events` to those that pass the filter. */
export function filtered(query: EventsQuery, filter: EventFilter): EventsQuery {
  let narrowed = query
  for (const [field, column] of Object.entries(LISTS) as [keyof typeof LISTS, (typeof LISTS)[keyof typeof LISTS]][]) {
    const values = filter[field]
    if (values?.length) narrowed = narrowed.where(column, "in", values)
  }
  narrowed = bySide(narrowed, filter)
  narrowed = byTime(narrowed, filter)
  narrowed = byPlace(narrowed, filter)
  if (filter.minOrigins !== undefined) narrowed = narrowed.where("origins", ">=", filter.minOrigins)
  if (filter.text !== undefined) narrowed = byWords(narrowed, ftsQuery(filter.text))
  return narrowed
}

function bySide(query: EventsQuery, { actor, outlet }: EventFilter): EventsQuery {
  let narrowed = query
  if (actor?.length)
    narrowed = narrowed.where("seq", "in", (q) =>
      q.selectFrom("event_actors").select("event_seq").where("key", "in", actor),
    )
  if (outlet?.length)
    narrowed = narrowed.where("seq", "in", (q) =>
      q.selectFrom("event_outlets").select("event_seq").where("event_outlets.outlet", "in", outlet),
    )
  return narrowed
}

function byTime(query: EventsQuery, filter: EventFilter): EventsQuery {
  let narrowed = query
  if (filter.from !== undefined) narrowed = narrowed.where("end_day", ">=", dayGiven(filter.from, "from"))
  if (filter.to !== undefined) narrowed = narrowed.where("start_day", "<=", dayGiven(filter.to, "to"))
  return narrowed
}

function dayGiven(date: string, name: string): number {
  if (!IsoDate.safeParse(date).success)
    throw new UsageError(`${name} is not a day: ${date}`, { wayOut: "write it as YYYY-MM-DD" })
  return dayNumber(date)
}

function byPlace(query: EventsQuery, { box, place, from, to }: EventFilter): EventsQuery {
  let narrowed = query
  if (place !== undefined) narrowed = byWords(narrowed, ftsQuery(place, "place"))
  if (box === undefined) return narrowed
  const [west, south, east, north] = box
  if (!box.every(Number.isFinite) || south > north)
    throw new UsageError(`not a box: ${box.join(",")}`, { wayOut: "give west,south,east,north in degrees" })
  const [first, last] = [from ? dayGiven(from, "from") : null, to ? dayGiven(to, "to") : null]
  const days = sql`${first === null ? sql`1` : sql`max_day >= ${first}`} AND ${last === null ? sql`1` : sql`min_day <= ${last}`}`
  const inLon = (w: number, e: number) => sql`(max_lon >= ${w} AND min_lon <= ${e})`
  const lon = west <= east ? inLon(west, east) : sql`(${inLon(west, 180)} OR ${inLon(-180, east)})`
  const near = sql<number>`(SELECT seq FROM events_rtree WHERE max_lat >= ${south} AND min_lat <= ${north} AND ${lon} AND ${days})`
  narrowed = narrowed.where(sql<boolean>`seq IN ${near}`).where("lat", ">=", south).where("lat", "<=", north)
  return west <= east
    ? narrowed.where("lon", ">=", west).where("lon", "<=", east)
    : narrowed.where((e) => e.or([e("lon", ">=", west), e("lon", "<=", east)]))
}

/** A query without a word in it matches nothing, as a search for "!!" should. */
function byWords(query: EventsQuery, match: string | null): EventsQuery {
  if (match === null) return query.where(sql<boolean>`0`)
  return query.where(sql<boolean>`seq IN (SELECT rowid FROM events_fts WHERE events_fts MATCH ${match})`)
}
