import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi"
import { NotFoundError } from "../../errors.ts"
import type { PageHead } from "../../store/desk.ts"
import { PROBLEMS } from "../answers.ts"
import type { ServedDesk } from "../deps.ts"
import { PAGE_CSP } from "../security.ts"

const HTML = new Set(["text/html", "application/xhtml+xml"])

const route = createRoute({
  method: "get",
  path: "/api/pages/{id}",
  summary: "The bytes as captured, inert: no script runs, nothing is fetched, no form is sent",
  request: { params: z.object({ id: z.string().min(1).max(200) }) },
  responses: { 200: { description: "The bytes: HTML as HTML, all else as plain text" }, 404: PROBLEMS[404] },
})

export function pageRoutes(app: OpenAPIHono, desk: ServedDesk): void {
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param")
    const found = await desk.page(id)
    if (found === null) throw new NotFoundError(`no page ${id}`)
    return c.body(found.bytes as Uint8Array<ArrayBuffer>, 200, {
      "Content-Type": contentType(found.page),
      "Content-Security-Policy": PAGE_CSP,
      "Cache-Control": "private, max-age=3600",
      ETag: `"${found.page.sha256}"`,
    })
  })
}

/** Without a charset of the transport, the page's own declaration counts; plain text is then taken for UTF-8. */
function contentType(page: PageHead): string {
  const html = HTML.has(page.mime.split(";", 1)[0]?.trim().toLowerCase() ?? "")
  const charset = /^[A-Za-z0-9_:.-]{1,40}$/.test(page.charset ?? "") ? page.charset : html ? undefined : "utf-8"
  const type = html ? "text/html" : "text/plain"
  return charset === undefined ? type : `${type}; charset=${charset}`
}
