import type { Issue, Outcome, Page, Removed, Report } from "../schema/index.ts"
import { dayOf } from "../schema/index.ts"
import { assemble } from "./assemble.ts"
import { decodePage } from "./decode.ts"
import { type Draft, type DraftBlock, NO_HEAD } from "./draft.ts"
import { ExtractPool } from "./extract/pool.ts"
import { measureMarkup, streamText } from "./extract/scan.ts"
import { plainBlocks } from "./plain.ts"
import { dateOfUrl } from "./read/published.ts"
import { formOf, isForeignMime } from "./sniff.ts"
import { runSteps } from "./steps/index.ts"

export interface CleanOptions {
  /** Names of steps to leave out (see `STEPS`). */
  skip?: readonly string[]
  /** Processor time that finding the article of one HTML page may cost. */
  timeCapMs?: number
  /** Worker threads for HTML. */
  workers?: number
  /** Characters of a page that are read at all; the rest is cut, with an issue. */
  maxChars?: number
  /** HTML longer than this, or nested deeper, or with more elements, is read as a stream of text. */
  maxHtmlChars?: number
  maxDepth?: number
  maxElements?: number
  maxAttributes?: number
}

const DEFAULTS = {
  skip: [] as readonly string[],
  timeCapMs: 1500,
  workers: 1,
  maxChars: 8_000_000,
  maxHtmlChars: 4_000_000,
  maxDepth: 300,
  maxElements: 40_000,
  maxAttributes: 200_000,
}
/** Longer text is no report; coding it would cost minutes. */
const MAX_TEXT_CHARS = 400_000
const WORKER_MEMORY_MB = 512

type Settings = typeof DEFAULTS

export interface Cleaner {
  /** Never rejects for bad input: value null, and an issue says why. */
  clean(page: Page): Promise<Outcome<Report | null>>
  close(): Promise<void>
}

/** A cleaner that keeps its worker threads warm. Close it to let them go. */
export function cleaner(options: CleanOptions = {}): Cleaner {
  const settings = { ...DEFAULTS, ...options }
  const pool = new ExtractPool({
    workers: settings.workers,
    timeCapMs: settings.timeCapMs,
    memoryCapMb: WORKER_MEMORY_MB,
  })
  return { clean: (page) => cleanPage(page, settings, pool), close: () => pool.close() }
}

/** Page → report, for one page; `cleaner` is faster for many. */
export async function clean(page: Page, options: CleanOptions = {}): Promise<Outcome<Report | null>> {
  const one = cleaner(options)
  try {
    return await one.clean(page)
  } finally {
    await one.close()
  }
}

async function cleanPage(page: Page, settings: Settings, pool: ExtractPool): Promise<Outcome<Report | null>> {
  const issues: Issue[] = []
  const note = (severity: Issue["severity"], code: string, message: string) =>
    issues.push({
      code: `clean/${code}`,
      severity,
      stage: "clean",
      message: `${nameOf(page)}: ${message}`,
      ref: page.id,
    })
  if (isForeignMime(page.mime)) {
    note("error", "binary", `${page.mime} holds no text that can be read; add the article as HTML or plain text`)
    return { value: null, issues }
  }
  const decoded = decodePage(page, settings.maxChars)
  if ("binary" in decoded) {
    note("error", "binary", `this is ${decoded.binary}, not text; add the article as HTML or plain text`)
    return { value: null, issues }
  }
  if (decoded.cut) note("warning", "too-large", `only the first ${settings.maxChars} characters were read`)
  if (decoded.broken > 0)
    note("warning", "broken-characters", `${decoded.broken} characters are not valid ${decoded.charset}`)
  const form = formOf(page.mime, decoded.text)
  const draft = form === "html" ? await readHtml(decoded.text, settings, pool, note) : readPlain(decoded.text, note)
  const cleaned = runSteps({ ...draft, addressDate: dateOfUrl(page.url) }, settings.skip)
  if (cleaned.blocks.length === 0) {
    note("error", "no-text", draft.blocks.length === 0 ? "the page is empty" : "nothing but page furniture was found")
    return { value: null, issues }
  }
  const report = await assemble(page, cleaned)
  return { value: withCredibleDate(report, page, note), issues }
}

type Note = (severity: Issue["severity"], code: string, message: string) => void

function nameOf(page: Page): string {
  return page.name ?? page.url ?? page.id
}

function readPlain(text: string, note: Note): Draft {
  const cut = text.length > MAX_TEXT_CHARS
  if (cut) note("warning", "too-large", `only the first ${MAX_TEXT_CHARS} characters of its text were kept`)
  const blocks = plainBlocks(cut ? text.slice(0, MAX_TEXT_CHARS).toWellFormed() : text)
  return { form: "plain", head: NO_HEAD, blocks, addressDate: null, removed: [] }
}

async function readHtml(html: string, settings: Settings, pool: ExtractPool, note: Note): Promise<Draft> {
  const refused = tooMuch(html, settings)
  if (refused !== null) {
    note("warning", refused.code, `${refused.message}; its text was read without finding the article`)
    return streamed(html, note)
  }
  const result = await pool.extract(html)
  if ("failed" in result) {
    const code = result.failed === "time" ? "too-slow" : "extraction-failed"
    note("warning", code, `${result.message}; its text was read without finding the article`)
    return streamed(html, note)
  }
  const { head, blocks, rest } = result.extract
  const removed = rest.map(({ text }): Removed => ({ step: "main-content", reason: "outside-article", text }))
  return { form: "html", head, blocks: capped(blocks, note), addressDate: null, removed }
}

function tooMuch(html: string, settings: Settings): { code: string; message: string } | null {
  if (html.length > settings.maxHtmlChars)
    return { code: "too-large", message: `the page has more than ${settings.maxHtmlChars} characters` }
  const size = measureMarkup(html)
  if (size.depth > settings.maxDepth)
    return { code: "too-deep", message: `its elements are nested ${size.depth} deep, more than ${settings.maxDepth}` }
  if (size.elements > settings.maxElements || size.attributes > settings.maxAttributes)
    return { code: "too-large", message: `the page has ${size.elements} elements and ${size.attributes} attributes` }
  return null
}

function streamed(html: string, note: Note): Draft {
  const { title, blocks } = streamText(html)
  return { form: "html", head: { ...NO_HEAD, title }, blocks: capped(blocks, note), addressDate: null, removed: [] }
}

/** Blocks up to the cap on text; the one that crosses it is cut. */
function capped(blocks: readonly DraftBlock[], note: Note): DraftBlock[] {
  const kept: DraftBlock[] = []
  let left = MAX_TEXT_CHARS
  for (const block of blocks) {
    if (left <= 0) break
    kept.push(block.text.length <= left ? block : { ...block, text: block.text.slice(0, left).toWellFormed().trim() })
    left -= block.text.length
  }
  if (left < 0) note("warning", "too-large", `only the first ${MAX_TEXT_CHARS} characters of its text were kept`)
  return kept
}

/** A publication day after the page was captured is a mistake of the page: unknown, and said. */
function withCredibleDate(report: Report, page: Page, note: Note): Report {
  if (report.published === null || dayOf(report.published.value) <= nextDay(dayOf(page.fetchedAt))) return report
  note("warning", "date-after-capture", `it states ${report.published.value} but was captured on ${page.fetchedAt}`)
  return { ...report, published: null }
}

/** Zones may put a page's day one ahead of the capture's. */
function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
