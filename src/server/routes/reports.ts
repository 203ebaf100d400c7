import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { NotFoundError } from "../../errors.ts"
import { json, MentionAnswer, PROBLEMS, ReportAnswer, SearchAnswer } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"

const params = z.object({ id: z.string().min(1).max(200) })

const report = createRoute({
  method: "get",
  path: "/api/reports/{id}",
  summary: "A report: its text, blocks, what was removed and why, its mentions, and the head of its page",
  request: { params },
  responses: { ...json(ReportAnswer, "The report"), 404: PROBLEMS[404] },
})

const mention = createRoute({
  method: "get",
  path: "/api/mentions/{id}",
  summary: "A mention with the head of its report, its event and its reviews",
  request: { params },
  responses: { ...json(MentionAnswer, "The mention"), 404: PROBLEMS[404] },
})

const search = createRoute({
  method: "get",
  path: "/api/search",
  summary: "Full text over events and reports",
  request: {
    query: z.strictObject({
      q: z.string().trim().min(1).max(300),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { ...json(SearchAnswer, "What was found; U+E000 and U+E001 mark the hits"), 400: PROBLEMS[400] },
})

export function reportRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(report, async (c) => {
    const { id } = c.req.valid("param")
    const found = await desk.report(id)
    if (found === null) throw new NotFoundError(`no report ${id}`)
    return c.json({ ...found, events: await eventsOf(desk, found.mentions) }, 200)
  })

  app.openapi(mention, async (c) => {
    const { id } = c.req.valid("param")
    const found = await desk.mention(id)
    if (found === null) throw new NotFoundError(`no mention ${id}`)
    return c.json(found, 200)
  })

  app.openapi(search, async (c) => {
    const { q, limit } = c.req.valid("query")
    return c.json(await desk.search(q, limit), 200)
  })
}

async function eventsOf(desk: ServedDesk, mentions: { id: string }[]): Promise<Record<string, string | null>> {
  const events: Record<string, string | null> = {}
  for (const { id } of mentions) events[id] = (await desk.mention(id))?.event ?? null
  return events
}
