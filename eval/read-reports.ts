import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { gunzipSync } from "node:zlib"
import { sha256 } from "../src/kit/hash.ts"
import { pageId } from "../src/kit/ids.ts"
import type { Page } from "../src/schema/index.ts"

/** Objects of every `<dataDir>/reports/<prefix>*.jsonl.gz`, in order of file name; [] when there is none. */
export function readReports(dataDir: string, prefix: string): Record<string, unknown>[] {
  const folder = join(dataDir, "reports")
  let names: string[]
  try {
    names = readdirSync(folder)
  } catch {
    return []
  }
  return names
    .filter((name) => name.startsWith(prefix) && name.endsWith(".jsonl.gz"))
    .sort()
    .flatMap((name) =>
      gunzipSync(readFileSync(join(folder, name)))
        .toString("utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    )
}

/** A plain-text page of a data set's article. `published` is a day, or null where none is known. */
export function textPage(
  name: string,
  body: string,
  given: { outlet?: string; title?: string; published?: string | null },
): Page {
  const hash = sha256(body)
  const { outlet = null, title, published } = given
  return {
    id: pageId(hash, name, outlet),
    url: null,
    outlet,
    fetchedAt: "2024-01-01T00:00:00Z",
    sha256: hash,
    mime: "text/plain",
    body,
    name,
    given: { ...(title ? { title } : {}), ...(published ? { published } : {}), lang: "en" },
  }
}

/** The article of one line of `guardian-sdf-*.jsonl.gz` or `fa-kes-*.jsonl.gz`; null where it has no text. */
export function pageOfArticle(line: Record<string, unknown>): Page | null {
  const text = (key: string) => (typeof line[key] === "string" ? line[key].trim() : "")
  const body = text("content_raw") || text("article_content") || text("text") || text("body") || text("content")
  if (body === "") return null
  const published = [text("date_best"), text("published"), text("date")].find((d) => /^\d{4}-\d\d-\d\d/.test(d)) ?? null
  const name = text("unit_id") || text("id") || text("url")
  const title = text("article_title") || text("title")
  return textPage(name, body, { outlet: text("source"), title, published })
}
