import { join } from "node:path"
import { ConfigError, SightlineError } from "../errors.ts"
import type { DeskMode } from "./desk.ts"

const UNWRITABLE = /readonly|read-only|EROFS|EACCES|EPERM|unable to open database file/i
const FULL = /ENOSPC|EDQUOT|database or disk is full/i
const NOT_A_DESK = /file is not a database|malformed/i

/** Turns what the disk and SQLite say into what a person can act on. */
export function deskError(error: unknown, folder: string, mode: DeskMode): unknown {
  if (error instanceof SightlineError) return error
  const words = String(error)
  if (FULL.test(words))
    return new ConfigError(`no space left to write the desk ${folder}`, {
      wayOut: "make room and run the same command again: nothing that was stored is lost",
      cause: error,
    })
  if (UNWRITABLE.test(words))
    return new ConfigError(`the desk ${folder} cannot be ${mode === "read" ? "read" : "written"}: ${words}`, {
      wayOut: "check the permissions and whether the disk is read-only, or name another desk with --desk",
      cause: error,
    })
  if (NOT_A_DESK.test(words))
    return new ConfigError(`${join(folder, "desk.sqlite")} is damaged or no SQLite file: ${words}`, {
      wayOut: "restore it from a copy, or add the inputs to a new desk",
      cause: error,
    })
  return error
}
