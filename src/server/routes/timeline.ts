import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import type { EventFilter } from "../../store/desk.ts"
import { BUCKETS, json, PROBLEMS, Timeline } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"
import { FilterParams, filterOf } from "../event-query.ts"

type Bucket = (typeof BUCKETS)[number]
type Row = z.infer<typeof Timeline>["rows"][number]

const PAGE_SIZE = 500
const DAY_MS = 86_400_000

const route = createRoute({
  method: "get",
  path: "/api/timeline",
  summary: "Events per day, week (from Monday), month or year, by type",
  request: { query: FilterParams.extend({ bucket: z.enum(BUCKETS).default("month") }) },
  responses: { ...json(Timeline, "Counts in order of time"), 400: PROBLEMS[400] },
})

export function timelineRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(route, async (c) => {
    const { bucket, ...params } = c.req.valid("query")
    return c.json(await timelineOf(desk, filterOf(params), bucket), 200)
  })
}

async function timelineOf(desk: ServedDesk, filter: EventFilter, bucket: Bucket): Promise<z.infer<typeof Timeline>> {
  const rows = new Map<string, Row>()
  let undated = 0
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { ...filter, sort: "oldest" as const, limit: PAGE_SIZE, facets: false }
    const page = await desk.events(cursor === undefined ? query : { ...query, cursor })
    for (const { when, type } of page.items) {
      if (when === null) undated++
      else count(rows, bucketStart(when.start, bucket), type)
    }
    cursor = page.next
  }
  return { bucket, rows: [...rows.values()].sort(inOrder), undated }
}

function count(rows: Map<string, Row>, start: string, type: Row["type"]): void {
  const key = `${start} ${type}`
  const row = rows.get(key)
  if (row === undefined) rows.set(key, { start, type, count: 1 })
  else row.count++
}

function inOrder(a: Row, b: Row): number {
  return a.start.localeCompare(b.start) || (a.type ?? "").localeCompare(b.type ?? "")
}

/** First day of the bucket that a day falls in. */
export function bucketStart(day: string, bucket: Bucket): string {
  if (bucket === "year") return `${day.slice(0, 4)}-01-01`
  if (bucket === "month") return `${day.slice(0, 7)}-01`
  if (bucket === "day") return day
  const at = Date.parse(`${day}T00:00:00Z`)
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10)
}
