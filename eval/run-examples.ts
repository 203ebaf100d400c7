import { readdirSync, readFileSync, statSync } from "node:fs"
import { extname, join, relative } from "node:path"
import { cleaner } from "../src/clean/clean.ts"
import { code } from "../src/code/code.ts"
import { sha256 } from "../src/kit/hash.ts"
import { pageId } from "../src/kit/ids.ts"
import { link } from "../src/link/link.ts"
import type { Resources } from "../src/resources.ts"
import { type Coded, type Event, Page, type Report } from "../src/schema/index.ts"

export const EXAMPLES_DIR = new URL("../examples/", import.meta.url).pathname

const MIMES: Record<string, string> = { ".html": "text/html", ".txt": "text/plain" }

function filesBelow(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
}

function pageOfFile(path: string, name: string, mime: string): Page {
  const bytes = readFileSync(path)
  const hash = sha256(bytes)
  return {
    id: pageId(hash, null, null),
    url: null,
    outlet: null,
    fetchedAt: "2024-01-01T00:00:00Z",
    sha256: hash,
    mime,
    body: bytes.toString("utf8"),
    name,
  }
}

/** The example pages in the order of their names; a page from `pages.jsonl` is named "pages.jsonl#<last part of its address>". */
export function readExamplePages(folder = EXAMPLES_DIR): Page[] {
  return filesBelow(folder).flatMap((path) => {
    const name = relative(folder, path)
    const mime = MIMES[extname(path)]
    if (mime !== undefined) return [pageOfFile(path, name, mime)]
    if (extname(path) !== ".jsonl") return []
    return readFileSync(path, "utf8")
      .trim()
      .split("\n")
      .map((line) => Page.parse(JSON.parse(line)))
      .map((page) => ({ ...page, name: `${name}#${page.url?.split("/").at(-1)}` }))
  })
}

export interface ExampleRun {
  /** Page name of each report id. */
  names: Map<string, string>
  reports: Report[]
  coded: Coded[]
  events: Event[]
}

/** Examples through clean, code and link. Throws when a page gives no report: every example is one. */
export async function runExamples(resources: Resources, pages = readExamplePages()): Promise<ExampleRun> {
  const names = new Map<string, string>()
  const reports: Report[] = []
  const stage = cleaner()
  try {
    for (const page of pages) {
      const { value, issues } = await stage.clean(page)
      if (value === null) throw new Error(`${page.name}: no report: ${issues.map((i) => i.message).join("; ")}`)
      names.set(value.id, page.name ?? page.id)
      reports.push(value)
    }
  } finally {
    await stage.close()
  }
  const coded = reports.map((report) => code(report, resources))
  const { value } = link({ coded, judgements: [], reviews: [] })
  return { names, reports, coded, events: value.events }
}
