import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { NotFoundError } from "../../errors.ts"
import type { EventDetail as Detail, EventPoint } from "../../store/desk.ts"
import { EventAnswer, EventDetail, EventPoints, json, PROBLEMS } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"
import { FilterParams, filterOf, ListParams, queryOf } from "../event-query.ts"

const MAX_NEAR = 8

const list = createRoute({
  method: "get",
  path: "/api/events",
  summary: "Events under a filter, page by page, with counts per facet where asked",
  request: { query: ListParams },
  responses: { ...json(EventAnswer, "A page of events"), 400: PROBLEMS[400] },
})

const geojson = createRoute({
  method: "get",
  path: "/api/events.geojson",
  summary: "Every event under a filter that has a point, at most 50,000, as GeoJSON with its precision",
  request: { query: FilterParams },
  responses: {
    200: { description: "Points", content: { "application/geo+json": { schema: EventPoints } } },
    400: PROBLEMS[400],
  },
})

const detail = createRoute({
  method: "get",
  path: "/api/events/{id}",
  summary: "One event with its mentions, the linker's reasons and the nearest mentions that it kept apart",
  request: { params: z.object({ id: z.string().min(1).max(200) }) },
  responses: {
    ...json(EventDetail, "The event"),
    308: { description: "The event was merged into another; Location names it" },
    404: PROBLEMS[404],
  },
})

export function eventRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(list, async (c) => c.json(await desk.events(queryOf(c.req.valid("query"))), 200))

  app.openapi(geojson, async (c) => {
    const features = (await desk.points(filterOf(c.req.valid("query")))).map(featureOf)
    return c.body(JSON.stringify({ type: "FeatureCollection", features }), 200, {
      "Content-Type": "application/geo+json",
    }) as never
  })

  app.openapi(detail, async (c) => {
    const { id } = c.req.valid("param")
    const found = await desk.event(id)
    if (found === null) throw new NotFoundError(`no event ${id}`, { wayOut: "it may be gone after a re-linking" })
    if (found.event.id !== id) return c.redirect(`/api/events/${encodeURIComponent(found.event.id)}`, 308)
    return c.json({ ...found, near: await nearMisses(desk, found) }, 200)
  })
}

function featureOf(point: EventPoint) {
  const { id, lat, lon, ...properties } = point
  return {
    type: "Feature",
    id,
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { id, ...properties },
  }
}

/** The best-scored links that lead out of the event, with the mention at their other end. */
async function nearMisses(desk: ServedDesk, { event, links }: Detail) {
  const own = new Set(event.mentions)
  const out = links.filter((l) => !l.joined && own.has(l.a) !== own.has(l.b)).sort((x, y) => y.score - x.score)
  const near = []
  for (const link of out.slice(0, MAX_NEAR)) {
    const [inside, outside] = own.has(link.a) ? [link.a, link.b] : [link.b, link.a]
    const other = await desk.mention(outside)
    if (other !== null) near.push({ link, own: inside, other })
  }
  return near
}
