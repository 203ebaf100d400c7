import { Worker } from "node:worker_threads"
import { ConfigError, SightlineError } from "../errors.ts"
import type { Coded, Report } from "../schema/index.ts"
import type { CodeAnswer, CodeTask } from "./code-worker.ts"

export interface CodePool {
  /** Rejects where the coder threw; with a ConfigError for all once a worker has died, which ends the run. */
  code(report: Report): Promise<Coded>
  close(): Promise<void>
}

interface Waiting {
  resolve: (coded: Coded) => void
  reject: (error: Error) => void
}

/** Worker threads that code. Each has resources of its own; the next report goes to the one with the least to do. */
export function codePool(workers: number, options: { dataDir?: string } = {}): CodePool {
  const threads = Array.from({ length: workers }, () => thread(options))
  return {
    code(report) {
      const [idlest] = [...threads].sort((a, b) => a.load() - b.load())
      if (!idlest) throw new Error("invariant: a pool has a worker")
      return idlest.code(report)
    },
    async close() {
      await Promise.all(threads.map((one) => one.close()))
    },
  }
}

function thread(options: { dataDir?: string }) {
  const worker = new Worker(new URL("./code-worker.ts", import.meta.url), { workerData: options })
  const waiting = new Map<number, Waiting>()
  let dead: Error | null = null
  let last = 0
  worker.on("message", (answer: CodeAnswer) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if ("coded" in answer) asked?.resolve(answer.coded)
    else asked?.reject(new Error(answer.failed))
  })
  const die = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }
  worker.on("error", (cause) =>
    die(cause instanceof SightlineError ? cause : new ConfigError(`coding stopped: ${cause.message}`, { cause })),
  )
  worker.on("exit", () => die(new ConfigError("coding stopped: its worker thread ended")))
  return {
    load: () => waiting.size,
    code: (report: Report) =>
      new Promise<Coded>((resolve, reject) => {
        if (dead) return reject(dead)
        const id = ++last
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, report } satisfies CodeTask)
      }),
    async close() {
      await worker.terminate()
    },
  }
}
