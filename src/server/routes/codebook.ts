import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi"
import { eventTypes, FAMILIES, familyColours } from "../../ontology/index.ts"
import { GRADES, MODALITIES } from "../../schema/index.ts"
import { CodebookAnswer, DeskCounts, json } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"
import { VERSION } from "../version.ts"

const codebook = createRoute({
  method: "get",
  path: "/api/codebook",
  summary: "Event types with definitions and examples, modalities and grades",
  responses: json(CodebookAnswer, "The codebook"),
})

const counts = createRoute({
  method: "get",
  path: "/api/counts",
  summary: "How much the desk holds, and whether the events are older than the reports and decisions",
  responses: json(DeskCounts, "Counts"),
})

export function codebookRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  const answer = codebookAnswer()
  app.openapi(codebook, (c) => c.json(answer, 200))
  app.openapi(counts, async (c) => c.json(await desk.counts(), 200))
}

function codebookAnswer(): z.infer<typeof CodebookAnswer> {
  return {
    families: FAMILIES.map((id) => ({ id, colour: familyColours[id] })),
    types: eventTypes.map(({ id, family, label, definition, roles, examples }) => ({
      id,
      family,
      label,
      definition,
      actor: roles.actor,
      target: roles.target,
      yes: [...examples.yes],
      no: [...examples.no],
    })),
    modalities: [...MODALITIES],
    grades: [...GRADES],
    version: VERSION,
  }
}
