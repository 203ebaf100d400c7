import { once } from "node:events"
import type { Readable } from "node:stream"
import type { ZodError } from "zod"
import { decoded, lineIssue } from "../connect/json-lines.ts"
import { readJsonLines } from "../kit/jsonl.ts"
import type { Issue } from "../schema/index.ts"

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false; error: ZodError }
}

/** Records of a JSON Lines stream; a line that is none is told as an issue, and the rest goes on. */
export async function* records<T>(
  bytes: Readable,
  schema: Schema<T>,
  options: { name: string; kind: string; onIssue: (issue: Issue) => void },
): AsyncGenerator<T> {
  for await (const line of readJsonLines(decoded(bytes, false))) {
    const at = `${options.name}:${line.line}`
    if ("error" in line) {
      options.onIssue(lineIssue(at, line.error))
      continue
    }
    const parsed = schema.safeParse(line.value)
    if (parsed.success) yield parsed.data
    else {
      const [first] = parsed.error.issues
      const path = first?.path.length ? `${first.path.join(".")}: ` : ""
      options.onIssue(lineIssue(at, `not a ${options.kind}: ${path}${first?.message ?? "unknown shape"}`))
    }
  }
}

/** Writes a record as one line to standard output, and waits where its reader is slower. */
export async function writeRecord(record: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(record)}\n`)) await once(process.stdout, "drain")
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}
