import { readFileSync } from "node:fs"
import { ConfigError } from "../errors.ts"

/** One line of a table: its cells by column name. `line` starts at 1, for messages. */
export interface Row {
  line: number
  file: string
  cell(column: string): string
  list(column: string): string[]
}

/** Reads a tab-separated table with a header line. Throws ConfigError naming file and line for a wrong number of cells. */
export function readTable(file: string, columns: readonly string[]): Row[] {
  const lines = readLines(file)
  const head = (lines[0] ?? "").split("\t")
  const missing = columns.filter((c) => !head.includes(c))
  if (missing.length > 0)
    throw new ConfigError(`${file}: no column ${missing.join(", ")}`, {
      wayOut: "restore the header line of the table",
    })
  return lines.slice(1).flatMap((line, i) => (line === "" ? [] : [rowOf(file, i + 2, head, line.split("\t"))]))
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split(/\r?\n/)
  } catch (cause) {
    throw new ConfigError(`cannot read ${file}`, { cause, wayOut: "point --data-dir to the project's data folder" })
  }
}

function rowOf(file: string, line: number, head: readonly string[], cells: readonly string[]): Row {
  if (cells.length !== head.length)
    throw new ConfigError(`${file}:${line}: ${cells.length} cells where the header has ${head.length}`, {
      wayOut: "separate the cells by single tabs",
    })
  const cell = (column: string) => cells[head.indexOf(column)] ?? ""
  return { line, file, cell, list: (column) => splitList(cell(column)) }
}

function splitList(cell: string): string[] {
  return cell
    .split("|")
    .map((part) => part.trim())
    .filter((part) => part !== "")
}
