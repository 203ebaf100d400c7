import type { PageSource } from "../connect/files.ts"
import type { Issue, Outcome, Page } from "../schema/index.ts"
import type { Desk, Processed } from "../store/desk.ts"
import { grouped, mapInOrder } from "./in-order.ts"
import { issuesOf, processPage } from "./process-page.ts"
import { relinkDesk } from "./relink.ts"
import type { Stages } from "./stages.ts"

/** Pages per transaction: what an interruption has to do again at most. */
const BATCH_PAGES = 64
const BATCH_CHARS = 16 * 1024 * 1024
const CONCURRENCY = 4

export interface AddProgress {
  stage: "add" | "link"
  done: number
  total: number | null
}

export interface AddOptions {
  onProgress?: (progress: AddProgress) => void
  /** Every issue, as it comes. */
  onIssue?: (issue: Issue) => void
  /** Aborting finishes the batch at work, leaves the linking, and returns: the same call later goes on from there. */
  signal?: AbortSignal
  /** false leaves the events as they are; the desk is then stale until `relinkDesk`. */
  link?: boolean
  batchPages?: number
}

export interface AddSummary {
  /** Pages that the source gave. */
  seen: number
  /** Of them, new to the desk. */
  added: number
  /** Of them, on the desk already: left as they are, not cleaned again. */
  known: number
  /** Inputs of which nothing could be made: refused by the source, or without a report. */
  failed: number
  mentions: number
  /** Severities of all issues. */
  issues: Record<Issue["severity"], number>
  interrupted: boolean
  linked: boolean
}

/**
 * Cleans and codes pages, and stores them with their bytes, a batch per transaction, in the order of the source; then
 * links the whole desk where anything changed. Adding the same again changes nothing.
 */
export async function addToDesk(
  desk: Desk,
  source: PageSource,
  stages: Stages,
  options: AddOptions = {},
): Promise<AddSummary> {
  const summary: AddSummary = {
    seen: 0,
    added: 0,
    known: 0,
    failed: 0,
    mentions: 0,
    issues: { info: 0, warning: 0, error: 0 },
    interrupted: false,
    linked: false,
  }
  const tell = (issue: Issue) => {
    summary.issues[issue.severity]++
    options.onIssue?.(issue)
  }
  let done = 0
  const limits = {
    maxItems: options.batchPages ?? BATCH_PAGES,
    maxSize: BATCH_CHARS,
    sizeOf: (item: Outcome<Page | null>) => item.value?.body.length ?? 0,
  }
  options.onProgress?.({ stage: "add", done, total: source.total })
  for await (const batch of grouped(source.items(), limits)) {
    const fresh = await freshPages(desk, batch, summary, tell)
    const made: Processed[] = []
    for await (const item of mapInOrder(fresh, CONCURRENCY, (page) => processPage(page, stages))) {
      made.push(item)
      options.onProgress?.({ stage: "add", done: done + made.length, total: source.total })
    }
    await storeBatch(desk, made, summary, tell)
    done += batch.length
    options.onProgress?.({ stage: "add", done, total: source.total })
    summary.interrupted = options.signal?.aborted ?? false
    if (summary.interrupted) return summary
  }
  if (options.link !== false && (await desk.counts()).stale) {
    options.onProgress?.({ stage: "link", done: 0, total: 1 })
    for (const issue of await relinkDesk(desk, stages)) tell(issue)
    options.onProgress?.({ stage: "link", done: 1, total: 1 })
    summary.linked = true
  }
  return summary
}

async function freshPages(
  desk: Desk,
  batch: Outcome<Page | null>[],
  summary: AddSummary,
  tell: (issue: Issue) => void,
): Promise<Page[]> {
  const pages = batch.flatMap(({ value, issues }) => {
    issues.forEach(tell)
    if (value === null && issues.length > 0) summary.failed++
    return value === null ? [] : [value]
  })
  const seen = await desk.known(pages.map((page) => page.id))
  const fresh = pages.filter((page) => !seen.has(page.id) && seen.add(page.id))
  summary.seen += pages.length
  summary.known += pages.length - fresh.length
  return fresh
}

async function storeBatch(
  desk: Desk,
  made: Processed[],
  summary: AddSummary,
  tell: (issue: Issue) => void,
): Promise<void> {
  if (made.length === 0) return
  for (const issue of await desk.add(made)) tell(issue)
  summary.added += made.length
  for (const item of made) {
    issuesOf(item).forEach(tell)
    if (item.report === null) summary.failed++
    summary.mentions += item.coded?.mentions.length ?? 0
  }
}
