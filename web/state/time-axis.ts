import type { Bucket, Timeline } from "../api/shapes.ts"
import { familyOf } from "./codebook.svelte.ts"

export interface Bar {
  start: string
  /** Last day of the bucket. */
  end: string
  total: number
  /** Counts by family, in the order of drawing. */
  parts: { family: string | null; count: number }[]
}

const DAY_MS = 86_400_000
const MAX_BARS = 400

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** First day of the bucket after the one that starts on `start`. */
export function nextStart(start: string, bucket: Bucket): string {
  const date = new Date(`${start}T00:00:00Z`)
  if (bucket === "day") return iso(date.getTime() + DAY_MS)
  if (bucket === "week") return iso(date.getTime() + 7 * DAY_MS)
  const months = bucket === "month" ? 1 : 12
  return iso(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
}

/** One bar per bucket from the first to the last, empty ones too, so that gaps in time show as gaps. */
export function barsOf({ bucket, rows }: Timeline, families: readonly string[]): Bar[] {
  const first = rows[0]?.start
  const last = rows.at(-1)?.start
  if (first === undefined || last === undefined) return []
  const byStart = Map.groupBy(rows, (row) => row.start)
  const bars: Bar[] = []
  for (let start = first; start <= last && bars.length < MAX_BARS; ) {
    const next = nextStart(start, bucket)
    const end = iso(Date.parse(next) - DAY_MS)
    bars.push(barOf(start, end, byStart.get(start) ?? [], families))
    start = next
  }
  return bars
}

function barOf(start: string, end: string, rows: Timeline["rows"], families: readonly string[]): Bar {
  const counts = new Map<string | null, number>()
  for (const { type, count } of rows) counts.set(familyOf(type), (counts.get(familyOf(type)) ?? 0) + count)
  const order = [...families, null]
  const parts = order.flatMap((family) => {
    const count = counts.get(family) ?? 0
    return count === 0 ? [] : [{ family, count }]
  })
  return { start, end, total: rows.reduce((sum, row) => sum + row.count, 0), parts }
}
