import { readdirSync, readFileSync } from "node:fs"
import type { DatabaseSync } from "node:sqlite"
import { ConfigError } from "../errors.ts"

const FOLDER = new URL("./migrations/", import.meta.url)

/** Numbered SQL files, oldest first. SQLite's `user_version` says how many a desk has had. */
function migrations(): string[] {
  const files = readdirSync(FOLDER).filter((name) => /^\d{4}-.*\.sql$/.test(name))
  return files.sort()
}

export function versionOf(database: DatabaseSync): number {
  const row = database.prepare("PRAGMA user_version").get() as { user_version: number }
  return row.user_version
}

/**
 * Brings a desk to the present schema, one transaction per migration; with `write` false only checks that it is there.
 * @throws ConfigError for a desk that a newer Sightline made, or an old one that may not be written
 */
export function migrate(database: DatabaseSync, folder: string, write: boolean): void {
  const files = migrations()
  const version = versionOf(database)
  if (version > files.length)
    throw new ConfigError(
      `the desk ${folder} was made by a newer Sightline (schema ${version}, this one knows ${files.length})`,
      {
        wayOut: "update Sightline",
      },
    )
  if (version === files.length) return
  if (!write)
    throw new ConfigError(`the desk ${folder} has the older schema ${version} and is open for reading only`, {
      wayOut: "open it once for writing, for instance with `sightline add`",
    })
  for (const [index, file] of files.entries()) {
    if (index < version) continue
    const sql = readFileSync(new URL(file, FOLDER), "utf8")
    database.exec(`BEGIN IMMEDIATE;\n${sql}\nPRAGMA user_version = ${index + 1};\nCOMMIT;`)
  }
}
