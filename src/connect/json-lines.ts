import type { Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import { readJsonLines } from "../kit/jsonl.ts"
import type { Issue, Outcome, Page } from "../schema/index.ts"
import { pageOfRecord, type RecordContext } from "./record.ts"

/** Pages of a JSON Lines stream, in order; a line that is none gives its issue and the rest goes on. */
export async function* pagesOfJsonLines(
  bytes: Readable,
  context: RecordContext & { gzip?: boolean },
): AsyncGenerator<Outcome<Page | null>> {
  const { name } = context
  for await (const line of readJsonLines(decoded(bytes, context.gzip ?? false))) {
    const at = `${name}:${line.line}`
    if ("error" in line) yield { value: null, issues: [lineIssue(at, line.error)] }
    else yield pageOfRecord(line.value, { ...context, name: at })
  }
}

/** UTF-8; broken sequences become U+FFFD, which cleaning reports. Errors of the stream pass on to the consumer. */
export async function* decoded(bytes: Readable, gzip: boolean): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const source = gzip ? expanded(bytes) : bytes
  for await (const chunk of source) yield decoder.decode(chunk as Uint8Array, { stream: true })
  yield decoder.decode()
}

/** `pipe` alone would not pass on an error of the file, and `compose` hangs on damaged data (Node 24). */
function expanded(bytes: Readable): Readable {
  const gunzip = createGunzip()
  bytes.on("error", (error) => gunzip.destroy(error))
  return bytes.pipe(gunzip)
}

export function lineIssue(name: string, error: string): Issue {
  return { code: "connect/line", severity: "error", stage: "connect", message: `${name}: ${error}`, ref: name }
}
