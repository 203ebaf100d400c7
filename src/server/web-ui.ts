import { existsSync } from "node:fs"
import { join } from "node:path"
import { serveStatic } from "@hono/node-server/serve-static"
import type { Context, Hono } from "hono"
import { ConfigError } from "../errors.ts"

/** Serves the built UI; every path that is no file is a page of it, which the browser routes. */
export function webUi(app: Hono, webRoot: string): void {
  const index = join(webRoot, "index.html")
  if (!existsSync(index)) {
    throw new ConfigError(`the web UI is not built: ${index} is missing`, { wayOut: "run npm run build" })
  }
  app.use("/*", serveStatic({ root: webRoot, onFound: cacheFor }))
  app.get("/*", serveStatic({ path: index, onFound: (_path, c) => c.header("Cache-Control", "no-cache") }))
}

/** Files under assets/ carry a hash of their content in their name. */
function cacheFor(path: string, c: Context): void {
  const forever = /[\\/]assets[\\/]/.test(path)
  c.header("Cache-Control", forever ? "public, max-age=31536000, immutable" : "no-cache")
}
