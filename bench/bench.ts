import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { availableParallelism, cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { addToDesk } from "../src/pipeline/add.ts"
import { CODE_WORKERS, openStages, type Stages } from "../src/pipeline/stages.ts"
import type { Coded, Page, Report } from "../src/schema/index.ts"
import { openDesk } from "../src/store/open.ts"
import { devPages, examplePages } from "./dev-pages.ts"

// `npm run bench`: reports per second of each stage alone and of the whole, peak memory, and time to link.

interface Row {
  what: string
  count: number
  seconds: number
  /** Processor time of all threads. */
  cpuSeconds: number
}

async function timed<T>(what: string, count: (made: T) => number, work: () => Promise<T>, rows: Row[]): Promise<T> {
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const made = await work()
  const { user, system } = process.cpuUsage(cpu)
  const seconds = (performance.now() - start) / 1000
  rows.push({ what, count: count(made), seconds, cpuSeconds: (user + system) / 1e6 })
  return made
}

async function cleaned(pages: Page[], stages: Stages): Promise<Report[]> {
  const reports: Report[] = []
  for (const page of pages) {
    const { value } = await stages.clean(page)
    if (value) reports.push(value)
  }
  return reports
}

async function coded(reports: Report[], stages: Stages): Promise<Coded[]> {
  const all: Coded[] = []
  for (const report of reports) all.push(await stages.code(report))
  return all
}

async function stageByStage(pages: Page[], rows: Row[]): Promise<void> {
  const many = (made: unknown[]) => made.length
  const stages = await timed(
    "open the resources",
    () => 1,
    () => openStages(),
    rows,
  )
  const html = (await examplePages()).filter((page) => page.mime === "text/html")
  // Indexes that are built at first use are not part of what a report costs.
  await coded(await cleaned(pages.slice(0, 3), stages), stages)
  await timed("clean HTML (examples)", many, () => cleaned(html, stages), rows)
  const reports = await timed("clean text", many, () => cleaned(pages, stages), rows)
  const made = await timed("code", many, () => coded(reports, stages), rows)
  await timed(
    "link",
    () => made.length,
    async () => stages.link({ coded: made, judgements: [], reviews: [] }),
    rows,
  )
  const byReport = new Map(made.map((one) => [one.report, one]))
  const stored: Stages = {
    ...stages,
    clean: async (page) => ({ value: reports.find((report) => report.pageId === page.id) ?? null, issues: [] }),
    code: (report) => byReport.get(report.id) as Coded,
  }
  await timed(
    "store",
    (n) => n,
    () => whole(pages, stored, false),
    rows,
  )
  await stages.close()
}

async function whole(pages: Page[], stages: Stages, link: boolean): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "sightline-bench-"))
  try {
    const desk = await openDesk(join(folder, "bench.desk"), { mode: "create" })
    const source = {
      total: pages.length,
      async *items() {
        for (const value of pages) yield { value, issues: [] }
      },
    }
    const { added } = await addToDesk(desk, source, stages, { link })
    await desk.close()
    return added
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function print(rows: Row[]): void {
  const head = ["", "count", "seconds", "per second", "CPU ms each"]
  const body = rows.map(({ what, count, seconds, cpuSeconds }) => [
    what,
    String(count),
    seconds.toFixed(2),
    (count / seconds).toFixed(1),
    ((cpuSeconds / count) * 1000).toFixed(1),
  ])
  for (const [what = "", ...cells] of [head, ...body])
    console.log(what.padEnd(36) + cells.map((cell) => cell.padStart(13)).join(""))
}

const { name, pages } = await devPages()
const chars = pages.reduce((sum, page) => sum + page.body.length, 0)
console.log(`${pages.length} reports (${name}), ${Math.round(chars / pages.length)} characters each`)
console.log(`Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model}\n`)
const rows: Row[] = []
await stageByStage(pages, rows)
const stages = await openStages({ workers: CODE_WORKERS })
await whole(pages.slice(0, 3), stages, true)
await timed(
  `the whole, with ${CODE_WORKERS} coding worker`,
  (n) => n,
  () => whole(pages, stages, true),
  rows,
)
await stages.close()
print(rows)
console.log(`\npeak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, two sets of resources included`)
console.log("\nlinking alone, synthetic mentions:")
const sizes = process.argv.includes("--quick") ? ["1000", "10000"] : ["1000", "10000", "100000"]
for (const size of sizes)
  spawnSync(process.execPath, [fileURLToPath(new URL("link.ts", import.meta.url)), size], { stdio: "inherit" })
