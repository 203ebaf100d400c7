import { createReadStream, existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { fileSource } from "../src/connect/files.ts"
import { decoded } from "../src/connect/json-lines.ts"
import { pageOfRecord } from "../src/connect/record.ts"
import { readJsonLines } from "../src/kit/jsonl.ts"
import type { Page } from "../src/schema/index.ts"

const DATA = process.env.SIGHTLINE_DATA ?? fileURLToPath(new URL("../../shared/data", import.meta.url))
const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url))

export interface DevPages {
  name: string
  pages: Page[]
}

/** The Guardian development reports, or, where they are not on this machine, the examples of this project. */
export async function devPages(): Promise<DevPages> {
  const file = join(DATA, "reports/guardian-sdf-dev.jsonl.gz")
  if (existsSync(file)) return { name: "Guardian development reports", pages: await pagesOf([file]) }
  console.error(`no ${file} (set SIGHTLINE_DATA): measuring on the examples`)
  return { name: "examples", pages: await examplePages() }
}

export function examplePages(): Promise<Page[]> {
  return pagesOf([EXAMPLES])
}

async function pagesOf(paths: string[]): Promise<Page[]> {
  const pages: Page[] = []
  for await (const { value } of (await fileSource(paths)).items()) if (value) pages.push(value)
  return pages
}

/** Titles, days and texts of all development reports, for making long streams of them; the examples where there are none. */
export async function devRecords(): Promise<{ title?: string; text: string; date?: string; source?: string }[]> {
  const file = join(DATA, "reports/fa-kes-dev.jsonl.gz")
  const records = (await devPages()).pages.map(({ body: text, given, outlet }) => ({
    text,
    ...(given?.published ? { date: given.published } : {}),
    ...(outlet ? { source: outlet } : {}),
  }))
  if (!existsSync(file)) return records
  for await (const line of readJsonLines(decoded(createReadStream(file), true))) {
    if ("error" in line) continue
    const record = line.value as Record<string, string>
    records.push({
      text: `${record.article_title}\n\n${record.article_content}`,
      ...(record.date_best ? { date: record.date_best } : {}),
      ...(record.source ? { source: record.source } : {}),
    })
  }
  return records
}

/** The same report again and again is a page of its own each time: the id is part of the page's. */
export function repeated(record: object, id: number): Page {
  const context = { name: `stream:${id}`, fetchedAt: "2020-01-01T00:00:00Z", outlet: null }
  const { value, issues } = pageOfRecord({ ...record, id }, context)
  if (!value) throw new Error(`a development report is no record: ${issues[0]?.message}`)
  return value
}
