import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"
import { sha256 } from "../../src/kit/hash.ts"
import { pageId } from "../../src/kit/ids.ts"
import type { Outcome, Page, Report } from "../../src/schema/index.ts"

export const GOLDEN_PAGES = join(import.meta.dirname, "..", "pages")

export async function goldenNames(): Promise<string[]> {
  const entries = await readdir(GOLDEN_PAGES, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

interface Given {
  url?: string
  outlet?: string
  charset?: string
}

export async function readGoldenPage(name: string): Promise<Page> {
  const folder = join(GOLDEN_PAGES, name)
  const files = await readdir(folder)
  const file = files.find((f) => f === "page.html" || f === "page.txt")
  if (file === undefined) throw new Error(`${folder} holds neither page.html nor page.txt`)
  const bytes = await readFile(join(folder, file))
  const given: Given = files.includes("page.json") ? JSON.parse(await readFile(join(folder, "page.json"), "utf8")) : {}
  const url = given.url ?? null
  const outlet = given.outlet ?? null
  return {
    id: pageId(sha256(bytes), url, outlet),
    url,
    outlet,
    fetchedAt: "2026-01-15T00:00:00Z",
    sha256: sha256(bytes),
    mime: file.endsWith(".html") ? "text/html" : "text/plain",
    body: bytes.toString("base64"),
    encoding: "base64",
    ...(given.charset === undefined ? {} : { charset: given.charset }),
    name: `${name}/${file}`,
  }
}

/** The outcome as the golden file holds it: blocks with their words, so that a difference can be read. */
export function goldenJson({ value, issues }: Outcome<Report | null>): string {
  const blocks = value?.blocks?.map(({ kind, start, end }) => [kind, value.text.slice(start, end)])
  const removed = value?.removed?.map(({ step, reason, text }) => [step, reason, text])
  const report = value === null ? null : { ...value, text: undefined, blocks, removed }
  return `${JSON.stringify({ report, issues }, null, 2)}\n`
}
