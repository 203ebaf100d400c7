import { DatabaseSync } from "node:sqlite"
import { migrate } from "../../src/store/migrate.ts"

/** The schema that all migrations add up to, in order of kind and name; shadow tables of virtual tables left out. */
export function schemaOfDesk(): string {
  const database = new DatabaseSync(":memory:")
  migrate(database, ":memory:", true)
  const rows = database
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB '*_fts_*' AND name NOT GLOB 'events_rtree_*'
       OR type = 'trigger' ORDER BY type, name`,
    )
    .all() as { sql: string }[]
  const version = database.prepare("PRAGMA user_version").get() as { user_version: number }
  database.close()
  return `-- user_version ${version.user_version}\n${rows.map((row) => `${row.sql};\n`).join("")}`
}
