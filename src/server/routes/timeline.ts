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
  request: {
    query: FilterParams.extend({
      bucket: z.enum(BUCKETS).optional().openapi({ description: "left out: what suits the span" }),
    }),
  },
  responses: { ...json(Timeline, "Counts in order of time"), 400: PROBLEMS[400] },
})

export function timelineRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(route, async (c) => {
    const { bucket, ...params } = c.req.valid("query")
    return c.json(await timelineOf(desk, filterOf(params), bucket), 200)
  })
}

interface Start {
  day: string
  type: Row["type"]
}

async function timelineOf(
  desk: ServedDesk,
  filter: EventFilter,
  wanted: Bucket | undefined,
): Promise<z.infer<typeof Timeline>> {
  const { dated, undated } = await startsOf(desk, filter)
  const bucket = wanted ?? bucketFor(dated[0]?.day, dated.at(-1)?.day)
  const rows = new Map<string, Row>()
  for (const { day, type } of dated) count(rows, bucketStart(day, bucket), type)
  return { bucket, rows: [...rows.values()].sort(inOrder), undated }
}

/** Days on which the events start, in order. */
async function startsOf(desk: ServedDesk, filter: EventFilter): Promise<{ dated: Start[]; undated: number }> {
  const dated: Start[] = []
  let undated = 0
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const query = { ...filter, sort: "oldest" as const, limit: PAGE_SIZE, facets: false }
    const page = await desk.events(cursor === undefined ? query : { ...query, cursor })
    for (const { when, type } of page.items) {
      if (when === null) undated++
      else dated.push({ day: when.start, type })
    }
    cursor = page.next
  }
  return { dated: dated.sort((a, b) => a.day.localeCompare(b.day)), undated }
}

/** The finest bucket that gives at most about 60 bars, but at least days. */
function bucketFor(first: string | undefined, last: string | undefined): Bucket {
  const days = first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / DAY_MS
  if (days <= 60) return "day"
  if (days <= 420) return "week"
  return days <= 1830 ? "month" : "year"
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
