import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import type { TimelineAnswer } from "../../store/desk.ts"
import { BUCKETS, json, PROBLEMS, Timeline } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"
import { FilterParams, filterOf } from "../event-query.ts"

type Bucket = (typeof BUCKETS)[number]
type Answer = z.infer<typeof Timeline>
type Row = Answer["rows"][number]

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
    return c.json(inBuckets(await desk.timeline(filterOf(params)), bucket), 200)
  })
}

/** Days put together into buckets, in order of time and type. */
export function inBuckets({ days, undated }: TimelineAnswer, wanted?: Bucket): Answer {
  const bucket = wanted ?? bucketFor(days[0]?.day, days.at(-1)?.day)
  const rows = new Map<string, Row>()
  for (const { day, type, count } of days) {
    const start = bucketStart(day, bucket)
    const key = `${start} ${type}`
    rows.set(key, { start, type, count: count + (rows.get(key)?.count ?? 0) })
  }
  return { bucket, rows: [...rows.values()].sort(inOrder), undated }
}

/** The finest bucket that gives at most about 60 bars, or 144 months; years where nothing does. */
function bucketFor(first: string | undefined, last: string | undefined): Bucket {
  const days = first === undefined || last === undefined ? 0 : (Date.parse(last) - Date.parse(first)) / DAY_MS
  if (days <= 60) return "day"
  if (days <= 420) return "week"
  return days <= 4380 ? "month" : "year"
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
