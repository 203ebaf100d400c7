import { parentPort, workerData } from "node:worker_threads"
import { code } from "../code/code.ts"
import { openResources } from "../resources.ts"
import type { Coded, Report } from "../schema/index.ts"

/** A question to a coding worker, and its answer. */
export interface CodeTask {
  id: number
  report: Report
}
export type CodeAnswer = { id: number; coded: Coded } | { id: number; failed: string }

// The body of a worker thread: opens its own resources, then codes one report per message.
if (parentPort) {
  const port = parentPort
  const resources = await openResources(workerData as { dataDir?: string })
  port.on("message", ({ id, report }: CodeTask) => {
    try {
      port.postMessage({ id, coded: code(report, resources) } satisfies CodeAnswer)
    } catch (error) {
      port.postMessage({ id, failed: error instanceof Error ? error.message : String(error) } satisfies CodeAnswer)
    }
  })
}
