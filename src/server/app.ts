import { OpenAPIHono } from "@hono/zod-openapi"
import { bodyLimit } from "hono/body-limit"
import type { ServerDeps } from "./deps.ts"
import { problemOf, problemOfError, problemResponse } from "./problem.ts"
import { codebookRoutes } from "./routes/codebook.ts"
import { decisionRoutes } from "./routes/decisions.ts"
import { eventRoutes } from "./routes/events.ts"
import { pageRoutes } from "./routes/pages.ts"
import { reportRoutes } from "./routes/reports.ts"
import { timelineRoutes } from "./routes/timeline.ts"
import { knownHost, sameOrigin, securityHeaders } from "./security.ts"
import { VERSION } from "./version.ts"
import { webUi } from "./web-ui.ts"

const MAX_BODY_BYTES = 64 * 1024

const ABOUT = {
  openapi: "3.1.0",
  info: {
    title: "Sightline",
    version: VERSION,
    description: "One sourced, dated, located, de-duplicated record of armed conflict. Errors are problem details.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
}

/** The HTTP application over one desk. Pure wiring: no port is opened (see `serve.ts`). */
export function createApp(deps: ServerDeps): OpenAPIHono {
  const { desk, webRoot, allowedHosts = [], onBug = console.error } = deps
  const app = new OpenAPIHono({ defaultHook: refuseInvalid })
  app.onError((error, c) => problemResponse(c, problemOfError(error, onBug)))
  app.use(securityHeaders, knownHost(allowedHosts))
  app.use("/api/*", sameOrigin, bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problemResponse(c, TOO_LARGE) }))
  app.use("/api/*", async (c, next) => {
    await next()
    if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store")
  })
  for (const routes of [eventRoutes, timelineRoutes, reportRoutes, pageRoutes, decisionRoutes, codebookRoutes]) {
    routes(app, desk)
  }
  app.get("/api/openapi.json", (c) => c.json(app.getOpenAPI31Document(ABOUT)))
  app.all("/api/*", (c) => problemResponse(c, problemOf(404, `no ${c.req.method} ${c.req.path}`, SEE_API)))
  if (webRoot !== null) webUi(app, webRoot)
  app.notFound((c) => problemResponse(c, problemOf(404, `no ${c.req.path}`, SEE_API)))
  return app
}

const SEE_API = "see /api/openapi.json"
const TOO_LARGE = problemOf(413, `a request body is at most ${MAX_BODY_BYTES} bytes`)

interface Validation {
  success: boolean
  target: string
  error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }
}

/** Names the first thing that is wrong with a request, and where. */
function refuseInvalid(result: Validation, c: Parameters<typeof problemResponse>[0]): Response | undefined {
  if (result.success) return undefined
  const issue = result.error?.issues[0]
  const place = [result.target, ...(issue?.path ?? [])].map(String).join(".")
  return problemResponse(c, problemOf(400, `${place}: ${issue?.message ?? "invalid"}`, SEE_API))
}
