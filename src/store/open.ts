import { accessSync, constants, existsSync, mkdirSync, statSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { pathToFileURL } from "node:url"
import { Kysely } from "kysely"
import { ConfigError } from "../errors.ts"
import { sweepDrafts, syncFolder } from "./archive.ts"
import type { Desk, DeskMode } from "./desk.ts"
import { nodeSqliteDialect } from "./dialect.ts"
import { deskError } from "./disk-errors.ts"
import { lockDesk } from "./lock.ts"
import { migrate } from "./migrate.ts"
import { deskOver } from "./over.ts"
import type { Tables } from "./tables.ts"

/** How long a reader waits for a checkpoint, or a writer for a reader's snapshot, in milliseconds. */
const BUSY_TIMEOUT_MS = 5000

/**
 * Opens a desk: a folder with `desk.sqlite` and the page archive `pages/`. One process may write it, others may read it
 * at the same time.
 * @throws ConfigError when there is no desk, it cannot be written, another process writes it, or its schema is not known
 */
export async function openDesk(folder: string, options: { mode: DeskMode }): Promise<Desk> {
  const { mode } = options
  const file = join(folder, "desk.sqlite")
  try {
    prepareFolder(folder, file, mode)
    const unlock = mode === "read" ? () => {} : lockDesk(folder)
    try {
      const database = mode === "read" ? openForReading(file) : openForWriting(file)
      migrate(database, folder, mode !== "read")
      if (mode !== "read") {
        await sweepDrafts(folder)
        await syncFolder(folder)
      }
      const db = new Kysely<Tables>({ dialect: nodeSqliteDialect(database) })
      return deskOver({ folder, mode, db, database, unlock })
    } catch (error) {
      unlock()
      throw error
    }
  } catch (error) {
    throw deskError(error, folder, mode)
  }
}

function prepareFolder(folder: string, file: string, mode: DeskMode): void {
  if (existsSync(folder) && !statSync(folder).isDirectory())
    throw new ConfigError(`${folder} is a file, not a desk`, { wayOut: "name a folder with --desk" })
  if (mode === "create") mkdirSync(join(folder, "pages"), { recursive: true })
  else if (!existsSync(file))
    throw new ConfigError(`there is no desk at ${folder}`, {
      wayOut: "make one with `sightline add`, or name another with --desk",
    })
}

function openForWriting(file: string): DatabaseSync {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA foreign_keys = ON;
    PRAGMA recursive_triggers = ON;
  `)
  return database
}

/** On a medium that cannot be written SQLite cannot make its shared-memory file; a desk at rest is then read as it is. */
function openForReading(file: string): DatabaseSync {
  const atRest = !existsSync(`${file}-wal`) && !writable(file)
  const location = atRest ? new URL(`${pathToFileURL(file).href}?immutable=1`) : file
  return new DatabaseSync(location, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
}

function writable(file: string): boolean {
  try {
    accessSync(join(file, ".."), constants.W_OK)
    return true
  } catch {
    return false
  }
}
