import type { Page } from "../../src/schema/index.ts"

/** A page of the tests' own. */
export function pageOf(body: string, given: Partial<Page> = {}): Page {
  return {
    id: "pg_0123456789abcdef",
    url: null,
    outlet: null,
    fetchedAt: "2026-01-15T00:00:00Z",
    sha256: "0".repeat(64),
    mime: "text/plain",
    body,
    ...given,
  }
}

export function bytesPage(bytes: Uint8Array, given: Partial<Page> = {}): Page {
  return pageOf(Buffer.from(bytes).toString("base64"), { encoding: "base64", ...given })
}
