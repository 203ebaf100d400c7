import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { REVIEW_FIELDS } from "../../schema/index.ts"
import { Judgement, json, PROBLEMS, Review } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"

const id = z.string().min(1).max(200)
const decision = {
  by: z.string().trim().min(1).max(100).openapi({ description: "who decided" }),
  why: z.string().max(2000).nullable().default(null),
  supersedes: id.nullable().default(null),
}

const NewJudgement = z
  .strictObject({ ...decision, a: id, b: id, verdict: z.enum(["same", "different", "unsure", "withdrawn"]) })
  .refine((j) => j.a !== j.b, "a mention is not judged against itself")

const NewReview = z
  .strictObject({
    ...decision,
    mention: id,
    field: z.enum(REVIEW_FIELDS),
    verdict: z.enum(["confirm", "correct", "reject", "withdrawn"]),
    value: z.unknown().optional(),
  })
  .refine((r) => (r.verdict === "correct") === (r.value !== undefined), "a correction, and only that, has a value")

const body = <T extends z.ZodType>(schema: T) => ({
  body: { required: true, content: { "application/json": { schema } } },
})
const created = <T extends z.ZodType>(schema: T) => ({
  201: { description: "Appended; events follow at the next linking", content: { "application/json": { schema } } },
  ...PROBLEMS,
})

const judgements = createRoute({
  method: "get",
  path: "/api/judgements",
  summary: "Every judgement, superseded ones too",
  responses: json(z.array(Judgement), "Judgements, oldest first"),
})
const judge = createRoute({
  method: "post",
  path: "/api/judgements",
  summary: "Say whether two mentions tell the same event",
  request: body(NewJudgement),
  responses: created(Judgement),
})
const reviews = createRoute({
  method: "get",
  path: "/api/reviews",
  summary: "Reviews, of one mention or all",
  request: { query: z.strictObject({ mention: id.optional() }) },
  responses: { ...json(z.array(Review), "Reviews, oldest first"), 400: PROBLEMS[400] },
})
const review = createRoute({
  method: "post",
  path: "/api/reviews",
  summary: "Confirm, correct or reject one field of a mention",
  request: body(NewReview),
  responses: created(Review),
})

export function decisionRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(judgements, async (c) => c.json(await desk.judgements(), 200))
  app.openapi(judge, async (c) => c.json(await desk.judge(c.req.valid("json")), 201))
  app.openapi(reviews, async (c) => c.json(await desk.reviews(c.req.valid("query").mention), 200))
  app.openapi(review, async (c) => c.json(await desk.review(c.req.valid("json")), 201))
}
