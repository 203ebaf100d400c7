import { type Kysely, sql } from "kysely"
import type { DeskCounts } from "../desk.ts"
import type { Tables } from "../tables.ts"

/** How much a desk holds, and whether its events are behind its reports and decisions. */
export async function counts(db: Kysely<Tables>): Promise<DeskCounts> {
  const { rows } = await sql<Omit<DeskCounts, "stale"> & { stale: number }>`
    SELECT (SELECT count(*) FROM pages) AS pages,
      (SELECT count(*) FROM reports) AS reports,
      (SELECT count(*) FROM mentions) AS mentions,
      (SELECT count(*) FROM events) AS events,
      (SELECT count(DISTINCT outlet) FROM reports) AS outlets,
      (SELECT count(*) FROM judgements) AS judgements,
      (SELECT count(*) FROM reviews) AS reviews,
      (SELECT truth <> derived_from FROM state) AS stale`.execute(db)
  const [row] = rows
  if (!row) throw new Error("invariant: the counts query answers one row")
  return { ...row, stale: row.stale === 1 }
}
