import { Worker } from "node:worker_threads"
import type { HtmlExtract } from "./html.ts"
import type { Job, Reply } from "./worker.ts"

export type Extraction = { extract: HtmlExtract } | { failed: "time" | "memory" | "error"; message: string }

export interface PoolOptions {
  workers: number
  /** Processor time that one page may cost. */
  timeCapMs: number
  memoryCapMb: number
}

/** Wall-clock limit as a multiple of the processor time: a busy machine shall not change results. */
const WALL_FACTOR = 8
const START_CAP_MS = 60_000

interface Waiting {
  html: string
  resolve(result: Extraction): void
}

/** Worker threads that extract articles; each is ended, and replaced, when a page takes too long. */
export class ExtractPool {
  readonly #options: PoolOptions
  readonly #idle: Runner[] = []
  readonly #queue: Waiting[] = []
  #running = 0
  #closed = false

  constructor(options: PoolOptions) {
    this.#options = options
  }

  extract(html: string): Promise<Extraction> {
    if (this.#closed) throw new Error("the cleaner is closed")
    return new Promise((resolve) => {
      this.#queue.push({ html, resolve })
      this.#next()
    })
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#idle.splice(0).map((runner) => runner.end()))
  }

  #next(): void {
    if (this.#queue.length === 0 || this.#running >= this.#options.workers) return
    const waiting = this.#queue.shift() as Waiting
    const runner = this.#idle.pop() ?? new Runner(this.#options)
    this.#running++
    runner.run(waiting.html).then((result) => {
      this.#running--
      if (this.#closed || !runner.alive) runner.end()
      else this.#idle.push(runner)
      waiting.resolve(result)
      this.#next()
    })
  }
}

/** One worker thread and the page it works on. */
class Runner {
  readonly #worker: Worker
  readonly #options: PoolOptions
  readonly #ready: Promise<void>
  #markReady: () => void = () => {}
  #settle: ((result: Extraction) => void) | null = null
  #id = 0
  alive = true

  constructor(options: PoolOptions) {
    this.#options = options
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: options.memoryCapMb },
    })
    this.#worker.unref()
    this.#ready = new Promise((resolve) => {
      this.#markReady = resolve
    })
    this.#worker.on("message", (reply: Reply) => this.#receive(reply))
    this.#worker.on("error", (error: Error & { code?: string }) => {
      const memory = error.code === "ERR_WORKER_OUT_OF_MEMORY"
      this.#finish({ failed: memory ? "memory" : "error", message: error.message }, true)
    })
    this.#worker.on("exit", () => this.#finish({ failed: "error", message: "the extraction worker ended" }, true))
  }

  run(html: string): Promise<Extraction> {
    this.#worker.ref()
    return new Promise((resolve) => {
      const startTimer = setTimeout(() => this.#giveUp("the extraction worker did not start"), START_CAP_MS)
      let watch: NodeJS.Timeout | undefined
      this.#settle = (result) => {
        clearTimeout(startTimer)
        clearInterval(watch)
        this.#worker.unref()
        resolve(result)
      }
      this.#ready.then(async () => {
        clearTimeout(startTimer)
        if (this.#settle === null) return
        watch = await this.#watch()
        this.#worker.postMessage({ id: ++this.#id, html } satisfies Job)
      })
    })
  }

  async end(): Promise<void> {
    this.alive = false
    await this.#worker.terminate()
  }

  /** Ends the worker when the page has used its processor time, or far more than that by the clock. */
  async #watch(): Promise<NodeJS.Timeout> {
    const { timeCapMs } = this.#options
    const before = await this.#worker.cpuUsage()
    const started = performance.now()
    const check = async () => {
      const wallMs = performance.now() - started
      if (wallMs < timeCapMs) return
      const used = wallMs > timeCapMs * WALL_FACTOR ? null : await this.#worker.cpuUsage(before).catch(() => null)
      const usedMs = used === null ? Number.POSITIVE_INFINITY : (used.user + used.system) / 1000
      if (usedMs >= timeCapMs) this.#giveUp(`extraction took more than ${timeCapMs} ms`)
    }
    return setInterval(check, Math.max(10, timeCapMs / 10))
  }

  #giveUp(message: string): void {
    this.#finish({ failed: "time", message }, true)
    this.#worker.terminate()
  }

  #receive(reply: Reply): void {
    if (reply === "ready") this.#markReady()
    else if (reply.id !== this.#id) return
    else if ("extract" in reply) this.#finish({ extract: reply.extract }, false)
    else this.#finish({ failed: "error", message: reply.error }, false)
  }

  #finish(result: Extraction, dead: boolean): void {
    if (dead) this.alive = false
    const settle = this.#settle
    this.#settle = null
    settle?.(result)
  }
}
