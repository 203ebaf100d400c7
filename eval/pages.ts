import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { type Cleaner, cleaner } from "../src/clean/clean.ts"
import { dayOf, type Page, type Report } from "../src/schema/index.ts"
import { readTar } from "./tar.ts"

/** One data set's figures: how many items were scored, and each metric, 0 to 1 unless its name says otherwise. */
export interface PageScore {
  name: string
  n: number
  metrics: Record<string, number>
}

export interface PageScoreOptions {
  /** Score about this many pages, evenly picked; all by default. */
  sample?: number
  /** Called for every page, with what was found: to read the misses. */
  onPage?: (result: { file: string; url: string; report: Report | null; entry: MainTextEntry & DateEntry }) => void
}

interface MainTextEntry {
  file: string
  with?: string[]
  without?: string[]
}
interface DateEntry {
  file: string
  date?: string
}

/**
 * Main text of the annotated pages (`pages/main-text-*.tar.xz`, trafilatura's evaluation set): each snippet that must
 * be in the text counts as a true positive or false negative, each that must not be as a false positive or true
 * negative, all pooled, as in trafilatura's own evaluation. Null where the data is absent.
 */
export async function scoreMainText(dataDir: string, options: PageScoreOptions = {}): Promise<PageScore | null> {
  const counts = { tp: 0, fn: 0, fp: 0, tn: 0 }
  const walked = await walk(dataDir, "main-text", "evaldata.json", options, (report, entry) => {
    const text = report?.text ?? ""
    for (const snippet of entry.with ?? []) counts[text.includes(snippet) ? "tp" : "fn"]++
    for (const snippet of entry.without ?? []) counts[text.includes(snippet) ? "fp" : "tn"]++
  })
  if (walked === null) return null
  const { tp, fn, fp, tn } = counts
  const precision = tp / Math.max(1, tp + fp)
  const recall = tp / Math.max(1, tp + fn)
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall)
  const accuracy = (tp + tn) / Math.max(1, tp + tn + fp + fn)
  return {
    name: "main-text",
    n: walked.n,
    metrics: { precision, recall, f1, accuracy, pagesPerSecond: walked.perSecond },
  }
}

/**
 * Publication dates of the dated pages (`pages/dates-*.tar.xz`, htmldate's evaluation set). `accuracy` is the share of
 * pages with a known date whose day was found; `precision` that among those where one was given. Null where absent.
 */
export async function scoreDates(dataDir: string, options: PageScoreOptions = {}): Promise<PageScore | null> {
  let dated = 0
  let given = 0
  let right = 0
  const walked = await walk(dataDir, "dates", "eval_default.json", options, (report, entry) => {
    if (!entry.date) return
    dated++
    const found = report?.published ? dayOf(report.published.value) : null
    if (found !== null) given++
    if (found === entry.date) right++
  })
  if (walked === null) return null
  const metrics = {
    accuracy: right / Math.max(1, dated),
    precision: right / Math.max(1, given),
    given: given / Math.max(1, dated),
  }
  return { name: "dates", n: dated, metrics: { ...metrics, pagesPerSecond: walked.perSecond } }
}

type Entry = MainTextEntry & DateEntry

async function walk(
  dataDir: string,
  kind: string,
  index: string,
  options: PageScoreOptions,
  take: (report: Report | null, entry: Entry) => void,
): Promise<{ n: number; perSecond: number } | null> {
  const files = await archiveOf(dataDir, kind)
  if (files === null) return null
  const entries = indexOf(files, index)
  const every = options.sample === undefined ? 1 : Math.max(1, Math.ceil(entries.length / options.sample))
  const machine = cleaner()
  const seconds = { spent: 0, n: 0 }
  try {
    for (const [url, entry] of entries.filter((_entry, i) => i % every === 0)) {
      const bytes = files.get(entry.file)
      if (bytes === undefined) continue
      const started = performance.now()
      const report = await reportOf(machine, url, entry.file, bytes)
      seconds.spent += (performance.now() - started) / 1000
      seconds.n++
      take(report, entry)
      options.onPage?.({ file: entry.file, url, report, entry })
    }
  } finally {
    await machine.close()
  }
  return { n: seconds.n, perSecond: seconds.n / Math.max(1e-9, seconds.spent) }
}

async function reportOf(machine: Cleaner, url: string, name: string, bytes: Buffer): Promise<Report | null> {
  const sha256 = createHash("sha256").update(bytes).digest("hex")
  const page: Page = {
    id: `pg_${sha256.slice(0, 16)}`,
    url,
    outlet: null,
    fetchedAt: "2100-01-01",
    sha256,
    mime: "text/html",
    body: bytes.toString("base64"),
    encoding: "base64",
    name,
  }
  return (await machine.clean(page)).value
}

/** Files of the archive of that kind (`main-text-dev.tar.xz`), by their base name; null where there is none. */
async function archiveOf(dataDir: string, kind: string): Promise<Map<string, Buffer> | null> {
  const folder = join(dataDir, "pages")
  const names = await readdir(folder).catch(() => [])
  const archive = names.sort().find((name) => name.startsWith(`${kind}-`) && name.endsWith(".tar.xz"))
  return archive === undefined ? null : readTar(await unpacked(join(folder, archive)))
}

function unpacked(path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn("xz", ["-dc", path], { stdio: ["ignore", "pipe", "inherit"] })
    const chunks: Buffer[] = []
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk))
    child.on("error", reject)
    child.on("close", (code) =>
      code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`xz -dc ${path} ended with code ${code}`)),
    )
  })
}

function indexOf(files: ReadonlyMap<string, Buffer>, name: string): [string, Entry][] {
  const bytes = files.get(name) ?? [...files].find(([file]) => file.endsWith(".json"))?.[1]
  if (bytes === undefined) throw new Error(`the archive of pages holds no ${name}`)
  return Object.entries(JSON.parse(bytes.toString("utf8")) as Record<string, Entry>)
}
