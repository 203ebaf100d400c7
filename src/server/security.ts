import type { MiddlewareHandler } from "hono"
import { problemOf, problemResponse } from "./problem.ts"

/** Nothing but this server is ever asked for anything; `data:` images are the map library's control icons. */
export const APP_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ")

/** A captured page: shown, never run. It may be framed by the desk alone. */
export const PAGE_CSP = [
  "sandbox",
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join("; ")

const COMMON = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "X-DNS-Prefetch-Control": "off",
}

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(COMMON)) c.res.headers.set(name, value)
  if (!c.res.headers.has("Content-Security-Policy")) c.res.headers.set("Content-Security-Policy", APP_CSP)
}

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase()
}

function isLoopback(name: string): boolean {
  return name === "localhost" || name === "127.0.0.1" || name === "[::1]"
}

/** A page elsewhere that points its own name at this machine (DNS rebinding) is refused by the name it uses. */
export function knownHost(allowed: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const name = hostName(c.req.header("host") ?? new URL(c.req.url).host)
    if (isLoopback(name) || allowed.includes(name)) return next()
    return problemResponse(c, problemOf(421, `this server does not answer for the host "${name}"`))
  }
}

/** Whatever changes the desk comes from the desk's own pages, or from a program (which sends no Origin). */
export const sameOrigin: MiddlewareHandler = async (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next()
  const origin = c.req.header("origin")
  const site = c.req.header("sec-fetch-site")
  const own = c.req.header("host") ?? new URL(c.req.url).host
  const foreign = (origin !== undefined && !sameHost(origin, own)) || (site !== undefined && site !== "same-origin")
  if (foreign) return problemResponse(c, problemOf(403, "a decision is only taken from this desk's own pages"))
  if (!isJson(c.req.header("content-type"))) {
    return problemResponse(c, problemOf(415, "send application/json"))
  }
  return next()
}

function sameHost(origin: string, own: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === own.toLowerCase()
}

function isJson(type: string | undefined): boolean {
  return type !== undefined && type.split(";", 1)[0]?.trim().toLowerCase() === "application/json"
}
