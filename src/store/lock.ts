import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { ConfigError } from "../errors.ts"

/**
 * Takes the desk for writing. The lock is SQLite's own on an empty database beside the desk, so the operating system
 * gives it back whenever the process ends, however it ends: a crash leaves no stale lock.
 * @returns what gives it back
 * @throws ConfigError when another process has it
 */
export function lockDesk(folder: string): () => void {
  const lock = new DatabaseSync(join(folder, "desk.lock"), { timeout: 0 })
  try {
    lock.exec("PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE")
  } catch (cause) {
    lock.close()
    if (!/locked|busy/i.test(String(cause))) throw cause
    throw new ConfigError(`the desk ${folder} is being written by another process`, {
      wayOut: "wait until it is done or stop it (a running `sightline serve` counts), or take another desk with --desk",
      cause,
    })
  }
  return () => lock.close()
}
