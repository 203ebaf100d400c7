import type { Insertable, Kysely, Transaction } from "kysely"
import type { Actor, Event, Link, Mention, Resolved } from "../../schema/index.ts"
import { countryName } from "../countries.ts"
import { dayNumber } from "../days.ts"
import type { LinkInput } from "../desk.ts"
import type { Tables } from "../tables.ts"

const ROWS_PER_INSERT = 200
/** Stands for an unknown day in the R*Tree; within what 32-bit floats hold exactly. */
const DAY_MIN = -8_000_000
const DAY_MAX = 8_000_000
const DERIVED = [
  "event_mentions",
  "event_actors",
  "event_outlets",
  "events",
  "links",
  "events_fts",
  "events_rtree",
] as const

/** Replaces events and links, in one transaction: readers see the old ones or the new ones. */
export async function writeDerived(
  db: Kysely<Tables>,
  derived: { events: Event[]; links: Link[] },
  input: LinkInput,
): Promise<void> {
  const outlets = new Map(input.coded.map((coded) => [coded.report, coded.head.outlet]))
  const mentions = new Map(input.coded.flatMap((coded) => coded.mentions.map((mention) => [mention.id, mention])))
  const ordered = [...derived.events].sort((a, b) => (a.id < b.id ? -1 : 1))
  await db.transaction().execute(async (trx) => {
    for (const table of DERIVED) await trx.deleteFrom(table).execute()
    for (let at = 0; at < ordered.length; at += ROWS_PER_INSERT) {
      const chunk = ordered.slice(at, at + ROWS_PER_INSERT).map((event, i) => ({ event, seq: at + i + 1 }))
      await writeEvents(trx, chunk, { outlets, mentions })
    }
    await insertAll(trx, "links", derived.links.map(linkRow))
    await trx.updateTable("state").set({ derived_from: input.truth }).execute()
  })
}

type Known = { outlets: Map<string, string | null>; mentions: Map<string, Mention> }
type Numbered = { event: Event; seq: number }

async function writeEvents(trx: Transaction<Tables>, chunk: Numbered[], known: Known): Promise<void> {
  const mentionsOf = (event: Event) => event.mentions.flatMap((id) => known.mentions.get(id) ?? [])
  await insertAll(
    trx,
    "events",
    chunk.map(({ event, seq }) => eventRow(event, seq, mentionsOf(event)[0]?.quote.text ?? "")),
  )
  await insertAll(
    trx,
    "event_mentions",
    chunk.flatMap(({ event }) =>
      event.mentions.map((id, ordinal) => ({ event_id: event.id, ordinal, mention_id: id })),
    ),
  )
  await insertAll(trx, "event_actors", chunk.flatMap(actorRows))
  await insertAll(
    trx,
    "event_outlets",
    chunk.flatMap(({ event, seq }) => {
      const names = new Set(event.reports.flatMap((report) => known.outlets.get(report) ?? []))
      return [...names].map((outlet) => ({ event_seq: seq, outlet }))
    }),
  )
  await insertAll(
    trx,
    "events_fts",
    chunk.map(({ event, seq }) => ({ rowid: seq, ...words(event, mentionsOf(event)) })) as never,
  )
  await insertAll(trx, "events_rtree", chunk.flatMap(treeRow))
}

async function insertAll<T extends keyof Tables>(trx: Transaction<Tables>, table: T, rows: Insertable<Tables[T]>[]) {
  for (let at = 0; at < rows.length; at += ROWS_PER_INSERT)
    await trx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS_PER_INSERT))
      .execute()
}

export function eventRow(event: Event, seq: number, quote: string): Insertable<Tables["events"]> {
  const when = event.when.best
  const where = event.where.best
  const killed = event.harm.filter((harm) => harm.best?.kind === "killed")
  const tolls = killed.flatMap((harm) => harm.high ?? harm.best?.max ?? harm.best?.min ?? [])
  return {
    seq,
    id: event.id,
    type: event.type.best,
    modality: event.modality.best,
    grade: event.grade,
    outlets: event.outlets,
    origins: event.origins,
    mentions: event.mentions.length,
    start_day: when ? dayNumber(when.start) : null,
    end_day: when ? dayNumber(when.end) : null,
    month: when ? when.start.slice(0, 7) : null,
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
    radius_km: where?.radiusKm ?? null,
    precision: where?.precision ?? null,
    country: where?.country ?? null,
    killed: tolls.length > 0 ? Math.max(...tolls) : null,
    quote,
    body: JSON.stringify(event),
  }
}

function treeRow({ event, seq }: Numbered): Insertable<Tables["events_rtree"]>[] {
  const { lat, lon } = event.where.best ?? { lat: null, lon: null }
  if (lat === null || lon === null) return []
  const when = event.when.best
  const min_day = when ? dayNumber(when.start) : DAY_MIN
  const max_day = when ? dayNumber(when.end) : DAY_MAX
  return [{ seq, min_lat: lat, max_lat: lat, min_lon: lon, max_lon: lon, min_day, max_day }]
}

function valuesOf<T>(resolved: Resolved<T>): T[] {
  const others = resolved.alternatives.map((alternative) => alternative.value)
  return resolved.best === null ? others : [resolved.best, ...others]
}

/** Actors and targets, those that only some sources name too. */
function actorsOf(event: Event): Actor[] {
  return [...event.actors, ...event.targets].flatMap(valuesOf)
}

function actorRows({ event, seq }: Numbered): Insertable<Tables["event_actors"]>[] {
  const byKey = new Map(actorsOf(event).map((actor) => [actor.actorId ?? actor.name, actor.name]))
  return [...byKey].map(([key, name]) => ({ event_seq: seq, key, name }))
}

function words(event: Event, mentions: Mention[]): { words: string; place: string; actors: string } {
  const places = valuesOf(event.where).flatMap((where) => [
    where.name,
    where.admin1 ?? "",
    where.country === null ? "" : countryName(where.country),
  ])
  return {
    words: [...new Set(mentions.map((mention) => mention.quote.text))].join("\n"),
    place: [...new Set(places)].join("\n"),
    actors: [...new Set(actorsOf(event).map((actor) => actor.name))].join("\n"),
  }
}

function linkRow(link: Link): Insertable<Tables["links"]> {
  const { a, b, score, joined, reasons } = link
  return { a, b, score, joined: joined ? 1 : 0, reasons: JSON.stringify(reasons) }
}
