import type { Desk } from "../store/desk.ts"

/** What the server asks of a desk: reading, and appending what a human decided. */
export type ServedDesk = Pick<
  Desk,
  | "counts"
  | "events"
  | "points"
  | "timeline"
  | "event"
  | "report"
  | "page"
  | "mention"
  | "search"
  | "judgements"
  | "reviews"
  | "judge"
  | "review"
>

export interface ServerDeps {
  desk: ServedDesk
  /** Folder of the built web UI; null serves the API alone. */
  webRoot: string | null
  /** Hosts besides loopback names that a request may name in its Host header (a reverse proxy's). */
  allowedHosts?: string[]
  /** Receives errors that are bugs; their text never reaches a client. */
  onBug?: (error: unknown) => void
}
