import type { Context } from "hono"
import { HTTPException } from "hono/http-exception"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { SightlineError } from "../errors.ts"

/** RFC 9457 problem details. `wayOut` says what the reader can do about it. */
export interface Problem {
  type: "about:blank"
  title: string
  status: number
  detail: string
  wayOut?: string
}

const TITLES: Record<number, string> = {
  400: "Bad request",
  403: "Forbidden",
  404: "Not found",
  409: "Conflict",
  413: "Too large",
  415: "Unsupported media type",
  421: "Misdirected request",
  422: "Unprocessable content",
  500: "Internal error",
}

export function problemOf(status: number, detail: string, wayOut?: string): Problem {
  const problem: Problem = { type: "about:blank", title: TITLES[status] ?? "Error", status, detail }
  return wayOut === undefined ? problem : { ...problem, wayOut }
}

export function problemResponse(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
  })
}

/** Only errors that are meant for a person show their text; a bug shows none, and goes to `onBug`. */
export function problemOfError(error: unknown, onBug: (error: unknown) => void): Problem {
  if (error instanceof SightlineError) {
    if (error.status >= 500) onBug(error)
    return problemOf(error.status, error.message, error.wayOut)
  }
  if (error instanceof HTTPException) return problemOf(error.status, error.message || "the request was refused")
  onBug(error)
  return problemOf(500, "something went wrong inside Sightline", "see the server's log for the details")
}
