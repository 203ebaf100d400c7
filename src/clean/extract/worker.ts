import { parentPort } from "node:worker_threads"
import { extractHtml, type HtmlExtract } from "./html.ts"

export interface Job {
  id: number
  html: string
}
export type Reply = { id: number; extract: HtmlExtract } | { id: number; error: string } | "ready"

const port = parentPort
if (port === null) throw new Error("extract/worker.ts runs as a worker thread only")

port.on("message", ({ id, html }: Job) => {
  try {
    port.postMessage({ id, extract: extractHtml(html) } satisfies Reply)
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) } satisfies Reply)
  }
})
port.postMessage("ready" satisfies Reply)
