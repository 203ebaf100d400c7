import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { openResources, type Resources } from "../src/resources.ts"
import { type Fall, type Floors, fallsBelow, lower, raise, readFloors, writeFloors } from "./floors.ts"
import type { Score, ScoreContext } from "./scorer.ts"
import { SCORERS } from "./scorers.ts"

const USAGE = `npm run gate -- [options]
  --json            print one JSON object instead of the table
  --data <dir>      folder of the data sets (default: $SIGHTLINE_DATA, else ../shared/data)
  --no-floors       only measure
  --only <names>    only these scorers, separated by commas: ${SCORERS.map((s) => s.name).join(", ")}
  --sample <n>      at most n items per data set, evenly spread (floors are then not checked)
  --raise           write what was measured as new floors, where higher
  --lower <reason>  write what was measured as new floors, where lower; CHANGELOG.md must hold the reason first`

interface Row {
  name: string
  score: Score | null
  seconds: number
  skipped?: string
  /** The scorer, or a stage under it, threw. */
  failed?: string
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: "boolean" },
        data: { type: "string" },
        "no-floors": { type: "boolean" },
        only: { type: "string" },
        sample: { type: "string" },
        raise: { type: "boolean" },
        lower: { type: "string" },
        help: { type: "boolean" },
      },
    })
    const names = new Set(SCORERS.map((s) => s.name))
    const only = values.only?.split(",") ?? null
    const wrong = only?.filter((name) => !names.has(name)) ?? []
    if (wrong.length > 0) throw new Error(`--only: no scorer ${wrong.join(", ")}`)
    const sample = values.sample === undefined ? null : Number(values.sample)
    if (sample !== null && !(Number.isInteger(sample) && sample > 0))
      throw new Error("--sample wants a whole number above 0")
    if (sample !== null && (values.raise || values.lower)) throw new Error("floors are of whole sets: drop --sample")
    return { ...values, only, sample, dataDir: resolve(values.data ?? process.env.SIGHTLINE_DATA ?? "../shared/data") }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`)
    process.exit(2)
  }
}

async function measure(context: ScoreContext, only: readonly string[] | null): Promise<Row[]> {
  const rows: Row[] = []
  for (const scorer of SCORERS.filter((s) => only === null || only.includes(s.name))) {
    const start = performance.now()
    console.error(`measuring ${scorer.name} …`)
    const seconds = () => (performance.now() - start) / 1000
    try {
      const score = await scorer.run(context)
      const row: Row = { name: scorer.name, score: score && { ...score, name: scorer.name }, seconds: seconds() }
      rows.push(score === null ? { ...row, skipped: `no data at ${resolve(context.dataDir, scorer.needs)}` } : row)
    } catch (error) {
      const failed = error instanceof Error ? (error.stack ?? error.message) : String(error)
      rows.push({ name: scorer.name, score: null, seconds: seconds(), failed })
    }
  }
  return rows
}

function table(rows: readonly Row[], falls: readonly Fall[]): string {
  const low = new Map(falls.map((f) => [f.key, f.floor]))
  return rows
    .flatMap(({ name, score, seconds, skipped, failed }) => {
      if (failed !== undefined) return [`${name.padEnd(14)} FAILED: ${failed.split("\n").slice(0, 4).join(" ")}`]
      if (score === null) return [`${name.padEnd(14)} skipped (${skipped})`]
      const head = `${name.padEnd(14)} n=${score.n}  ${seconds.toFixed(1)} s`
      const lines = Object.entries(score.metrics).map(([metric, value]) => {
        const floor = low.get(`${score.name}.${metric}`)
        const mark = floor === undefined ? "" : `  BELOW ITS FLOOR ${floor}`
        return `  ${metric.padEnd(24)} ${value.toFixed(3).padStart(9)}${mark}`
      })
      return [head, ...lines]
    })
    .join("\n")
}

function demandReason(reason: string): void {
  const changelog = readFileSync(new URL("../CHANGELOG.md", import.meta.url), "utf8")
  if (reason.trim().length < 10 || !changelog.includes(reason.trim())) {
    console.error(`--lower: CHANGELOG.md must hold a line with this reason (10 characters or more): ${reason}`)
    process.exit(1)
  }
}

/** The floors that hold now; written where the caller asked for a move. */
function moveFloors(scores: readonly Score[], up: boolean, down: boolean): Floors {
  const before = readFloors()
  const raised = up ? raise(scores, before) : before
  const floors = down ? lower(scores, raised) : raised
  if (up || down) writeFloors(floors)
  return floors
}

async function main(): Promise<number> {
  const chosen = options()
  if (chosen.help) {
    console.log(USAGE)
    return 0
  }
  if (chosen.lower !== undefined) demandReason(chosen.lower)
  let opened: Promise<Resources> | null = null
  const resources = () => {
    opened ??= openResources()
    return opened
  }
  const rows = await measure({ dataDir: chosen.dataDir, sample: chosen.sample, resources }, chosen.only)
  const scores = rows.flatMap((row) => (row.score ? [row.score] : []))
  const checked = !chosen["no-floors"] && chosen.sample === null
  const floors = moveFloors(scores, chosen.raise ?? false, chosen.lower !== undefined)
  const falls = checked ? fallsBelow(scores, floors) : []
  console.log(chosen.json ? JSON.stringify({ rows, falls }, null, 2) : table(rows, falls))
  for (const { key, floor, value } of falls) console.error(`below its floor: ${key} ${value} < ${floor}`)
  return falls.length > 0 || rows.some((row) => row.failed !== undefined) ? 1 : 0
}

process.exitCode = await main()
