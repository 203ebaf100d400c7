import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { addToDesk } from "../src/pipeline/add.ts"
import { relinkDesk } from "../src/pipeline/relink.ts"
import { CODE_WORKERS, openLinking, openStages } from "../src/pipeline/stages.ts"
import { openDesk } from "../src/store/open.ts"
import { devRecords, repeated } from "./dev-pages.ts"

// `node bench/stream.ts [reports] [--link]`: streams so many reports (100,000 unless told) into a desk: the development
// reports again and again, each time with another id. Prints speed and memory on the way, and the peak at the end. With
// --link it also links the desk, which holds every mention in memory.

const LINES = 20

const count = Number(process.argv[2] ?? 100_000)
const records = await devRecords()
const folder = mkdtempSync(join(tmpdir(), "sightline-stream-"))
process.on("exit", () => rmSync(folder, { recursive: true, force: true }))
process.on("SIGINT", () => process.exit(130))

const source = {
  total: count,
  async *items() {
    for (let i = 0; i < count; i++) yield { value: repeated(records[i % records.length] as object, i), issues: [] }
  },
}

const mb = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`
const peak = () => mb(process.resourceUsage().maxRSS * 1024)
const started = performance.now()
const rate = (done: number) => ((done / (performance.now() - started)) * 1000).toFixed(1)

const desk = await openDesk(join(folder, "stream.desk"), { mode: "create" })
const stages = await openStages({ workers: CODE_WORKERS })
let nextLine = 0
const summary = await addToDesk(desk, source, stages, {
  link: false,
  onProgress: ({ done }) => {
    if (done < nextLine) return
    nextLine += Math.max(1, Math.floor(count / LINES))
    console.log(`${done} reports, ${rate(done)} per second, now ${mb(process.memoryUsage().rss)}, peak ${peak()}`)
  },
})
await stages.close()
const size = mb(statSync(join(folder, "stream.desk/desk.sqlite")).size)
console.log(
  `${summary.added} reports, ${summary.mentions} mentions, ${rate(summary.added)} per second, desk.sqlite ${size}`,
)
console.log(`peak memory of streaming: ${peak()}`)
if (process.argv.includes("--link")) {
  const linking = performance.now()
  await relinkDesk(desk, await openLinking())
  const { events } = await desk.counts()
  console.log(`linked into ${events} events in ${((performance.now() - linking) / 1000).toFixed(1)} s, peak ${peak()}`)
}
await desk.close()
