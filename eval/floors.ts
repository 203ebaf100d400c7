import { readFileSync, writeFileSync } from "node:fs"
import type { Score } from "./scorer.ts"

/** Least value of each "<scorer>.<metric>". */
export type Floors = Record<string, number>

const FILE = new URL("./floors.json", import.meta.url)
/** A score may fall this far below what was measured when its floor was raised (sampling, dates of publication). */
const SLACK = 0.005

/** Figures where less is better, and speed, which is the machine's: they have no floor. */
function hasNoFloor(metric: string): boolean {
  return /^overMerge$|(Km|Ms|Error|Seconds|Days|PerSecond)$/.test(metric)
}

export function readFloors(): Floors {
  return JSON.parse(readFileSync(FILE, "utf8")) as Floors
}

export function writeFloors(floors: Floors): void {
  const sorted = Object.fromEntries(Object.entries(floors).sort(([a], [b]) => (a < b ? -1 : 1)))
  writeFileSync(FILE, `${JSON.stringify(sorted, null, 2)}\n`)
}

export interface Fall {
  key: string
  floor: number
  value: number
}

function measured(scores: readonly Score[]): [string, number][] {
  return scores.flatMap((s) => Object.entries(s.metrics).map(([m, v]): [string, number] => [`${s.name}.${m}`, v]))
}

/** Metrics below their floor, and floors of a measured scorer whose metric is gone (value NaN). */
export function fallsBelow(scores: readonly Score[], floors: Floors): Fall[] {
  const values = new Map(measured(scores))
  const ran = new Set(scores.map((s) => s.name))
  return Object.entries(floors)
    .filter(([key]) => ran.has(key.slice(0, key.indexOf("."))))
    .map(([key, floor]) => ({ key, floor, value: values.get(key) ?? Number.NaN }))
    .filter(({ floor, value }) => !(value >= floor))
}

/** Floors lifted to what was measured, less the slack, three decimals; none is ever lowered. */
export function raise(scores: readonly Score[], floors: Floors): Floors {
  const lifted = measured(scores)
    .filter(([key]) => !hasNoFloor(key))
    .map(([key, value]): [string, number] => {
      const floor = Math.max(0, Math.floor((value - SLACK) * 1000) / 1000)
      return [key, Math.max(floor, floors[key] ?? 0)]
    })
  return { ...floors, ...Object.fromEntries(lifted) }
}

/** Floors of the falls set to what was measured; a metric that is gone loses its floor. */
export function lower(scores: readonly Score[], floors: Floors): Floors {
  const falls = fallsBelow(scores, floors)
  const next = { ...floors }
  for (const { key, value } of falls) {
    if (Number.isNaN(value)) delete next[key]
    else next[key] = Math.max(0, Math.floor((value - SLACK) * 1000) / 1000)
  }
  return next
}
