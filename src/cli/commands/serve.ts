import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { fileSource } from "../../connect/files.ts"
import { addToDesk } from "../../pipeline/add.ts"
import { keptLinked } from "../../pipeline/keep-linked.ts"
import { relinkDesk } from "../../pipeline/relink.ts"
import { CODE_WORKERS, openLinking, openStages } from "../../pipeline/stages.ts"
import { serve as listen } from "../../server/serve.ts"
import type { Desk } from "../../store/desk.ts"
import { openDesk } from "../../store/open.ts"
import { stopSignal } from "../stop-signal.ts"
import { talk } from "../talk.ts"
import { summaryLine } from "./add.ts"

const EXAMPLES = fileURLToPath(new URL("../../../examples/", import.meta.url))
const WEB_ROOT = fileURLToPath(new URL("../../../web/dist/", import.meta.url))

export async function serve(options: { desk: string; port: number; examples: boolean }): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "create" })
  const say = (line: string) => process.stderr.write(`${line}\n`)
  const signal = stopSignal(say)
  try {
    const { pages, stale } = await desk.counts()
    if (pages === 0 && options.examples) await addExamples(desk, signal)
    else if (stale) await relinkDesk(desk, await openLinking())
    if (signal.aborted) return 130
    if (!existsSync(WEB_ROOT))
      say("the web UI is not built (npm run build): serving the API alone, see /api/openapi.json")
    const served = keptLinked(desk, await openLinking())
    const server = await listen({ desk: served, webRoot: existsSync(WEB_ROOT) ? WEB_ROOT : null }, options.port)
    say(`desk ${options.desk} at ${server.url} (Ctrl-C stops it)`)
    await aborted(signal)
    await server.close()
    return 0
  } finally {
    await desk.close()
  }
}

async function addExamples(desk: Desk, signal: AbortSignal): Promise<void> {
  const voice = talk()
  voice.say("the desk is empty: adding the reports of examples/")
  const stages = await openStages({ workers: CODE_WORKERS })
  const source = await fileSource([EXAMPLES])
  const summary = await addToDesk(desk, source, stages, { onProgress: voice.progress, signal }).finally(() =>
    stages.close(),
  )
  voice.end()
  voice.say(summaryLine(summary))
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }))
}
