import { type Kysely, sql } from "kysely"
import { UsageError } from "../../errors.ts"
import type { SearchAnswer } from "../desk.ts"
import { ftsQuery } from "../fts.ts"
import { reportCardOf } from "../rows.ts"
import type { Tables } from "../tables.ts"
import { cardOf } from "./events.ts"

type ReportHit = Parameters<typeof reportCardOf>[0] & { snippet: string }

/** Events and reports that hold all the words, best first. */
export async function search(db: Kysely<Tables>, text: string, limit: number): Promise<SearchAnswer> {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new UsageError(`limit is not between 1 and 200: ${limit}`)
  const match = ftsQuery(text)
  if (match === null) return { events: [], reports: [] }
  const events = await sql<{ body: string; quote: string }>`
    SELECT events.body, events.quote FROM events_fts JOIN events ON events.seq = events_fts.rowid
    WHERE events_fts MATCH ${match} ORDER BY bm25(events_fts, 1, 2, 2), events.seq LIMIT ${limit}`.execute(db)
  const reports = await sql<ReportHit>`
    SELECT reports.id, page_id, url, outlet, lang, title, published, wire,
      snippet(reports_fts, 0, char(57344), char(57345), '…', 32) AS snippet
    FROM reports_fts JOIN reports ON reports.seq = reports_fts.rowid
    WHERE reports_fts MATCH ${match} ORDER BY bm25(reports_fts), reports.seq LIMIT ${limit}`.execute(db)
  return {
    events: events.rows.map(cardOf),
    reports: reports.rows.map((row) => ({ ...reportCardOf(row), snippet: row.snippet })),
  }
}
