import { type Kysely, sql } from "kysely"
import { countryName } from "../countries.ts"
import type { EventFacets, EventFilter, FacetCount } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { filtered } from "./filter.ts"

const MAX_VALUES = 50

/** How many events each value of each facet would leave, counted without that facet's own filter. */
export async function eventFacets(db: Kysely<Tables>, filter: EventFilter): Promise<EventFacets> {
  const { types: _t, ...noType } = filter
  const { modality: _m, ...noModality } = filter
  const { grade: _g, ...noGrade } = filter
  const { country: _c, ...noCountry } = filter
  const { actor: _a, ...noActor } = filter
  const { outlet: _o, ...noOutlet } = filter
  const { from: _f, to: _u, ...noTime } = filter
  return {
    type: await column(db, "type", noType),
    modality: await column(db, "modality", noModality),
    grade: await column(db, "grade", noGrade),
    country: (await column(db, "country", noCountry)).map((facet) => ({ ...facet, label: countryName(facet.value) })),
    actor: await actors(db, noActor),
    outlet: await outlets(db, noOutlet),
    month: (await column(db, "month", noTime)).sort((a, b) => (a.value < b.value ? -1 : 1)),
  }
}

async function column(
  db: Kysely<Tables>,
  name: "type" | "modality" | "grade" | "country" | "month",
  filter: EventFilter,
): Promise<FacetCount[]> {
  const count = sql<number>`count(*)`
  const rows = await filtered(db.selectFrom("events"), filter)
    .select([name, count.as("count")])
    .where(name, "is not", null)
    .groupBy(name)
    .orderBy(count, "desc")
    .orderBy(name)
    .execute()
  return rows.map((row) => ({ value: row[name] ?? "", label: row[name] ?? "", count: row.count }))
}

async function actors(db: Kysely<Tables>, filter: EventFilter): Promise<FacetCount[]> {
  const count = sql<number>`count(*)`
  return db
    .selectFrom("event_actors")
    .where("event_seq", "in", filtered(db.selectFrom("events"), filter).select("seq"))
    .select(["key as value", sql<string>`min(name)`.as("label"), count.as("count")])
    .groupBy("key")
    .orderBy(count, "desc")
    .orderBy("key")
    .limit(MAX_VALUES)
    .execute()
}

async function outlets(db: Kysely<Tables>, filter: EventFilter): Promise<FacetCount[]> {
  const count = sql<number>`count(*)`
  return db
    .selectFrom("event_outlets")
    .where("event_seq", "in", filtered(db.selectFrom("events"), filter).select("seq"))
    .select(["outlet as value", "outlet as label", count.as("count")])
    .groupBy("outlet")
    .orderBy(count, "desc")
    .orderBy("outlet")
    .limit(MAX_VALUES)
    .execute()
}
