import { type Kysely, sql } from "kysely"
import { UsageError } from "../../errors.ts"
import { eventCard } from "../../kit/event-card.ts"
import type { Event } from "../../schema/index.ts"
import type { EventAnswer, EventCard, EventQuery, EventSort } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { eventFacets } from "./event-facets.ts"
import { filtered } from "./filter.ts"

const MAX_LIMIT = 500
/** Earlier than any day that is known. */
const UNKNOWN_DAY = -100_000_000

/** A whole number per event, larger first; what is unknown comes last. */
const SORT_KEYS: Record<EventSort, ReturnType<typeof sql<number>>> = {
  newest: sql<number>`coalesce(start_day, ${sql.lit(UNKNOWN_DAY)})`,
  oldest: sql<number>`coalesce(-start_day, ${sql.lit(UNKNOWN_DAY)})`,
  origins: sql<number>`origins`,
  killed: sql<number>`coalesce(killed, -1)`,
}

/** One page of the events that pass a filter, with their number and the facets. */
export async function events(db: Kysely<Tables>, query: EventQuery): Promise<EventAnswer> {
  const { limit = 50, sort = "newest", cursor, facets = true } = query
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new UsageError(`limit is not between 1 and ${MAX_LIMIT}: ${limit}`)
  const key = SORT_KEYS[sort]
  let page = filtered(db.selectFrom("events"), query)
    .select(["seq", "body", "quote", key.as("sort_key")])
    .orderBy(key, "desc")
    .orderBy("seq")
    .limit(limit + 1)
  if (cursor !== undefined) {
    const { last, seq } = parseCursor(cursor)
    page = page.where(sql<boolean>`(${key} < ${last} OR (${key} = ${last} AND seq > ${seq}))`)
  }
  const rows = await page.execute()
  const shown = rows.slice(0, limit)
  const end = shown.at(-1)
  const { total } = await filtered(db.selectFrom("events"), query)
    .select((q) => q.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow()
  return {
    items: shown.map(cardOf),
    total,
    facets: facets ? await eventFacets(db, query) : null,
    next: rows.length > limit && end ? `${end.sort_key}.${end.seq}` : null,
  }
}

function parseCursor(cursor: string): { last: number; seq: number } {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(cursor)
  if (!match)
    throw new UsageError(`not a cursor: ${cursor}`, { wayOut: "give the `next` of the answer before, unchanged" })
  return { last: Number(match[1]), seq: Number(match[2]) }
}

export function cardOf(row: { body: string; quote: string }): EventCard {
  return eventCard(JSON.parse(row.body) as Event, row.quote)
}
