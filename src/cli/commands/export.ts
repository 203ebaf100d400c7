import { once } from "node:events"
import { createWriteStream } from "node:fs"
import { rename, rm } from "node:fs/promises"
import { finished } from "node:stream/promises"
import { ConfigError } from "../../errors.ts"
import { type ExportFormat, exporters } from "../../export/index.ts"
import { openDesk } from "../../store/open.ts"

interface Options {
  desk: string
  format: ExportFormat
  out?: string
  coarsen?: number
  delay?: number
  withPersons?: boolean
}

export async function exportDesk(options: Options): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "read" })
  try {
    const { stale } = await desk.counts()
    if (stale) process.stderr.write("events are behind the reports: `sightline add` or `serve` derives them anew\n")
    const text = exporters[options.format](desk, {
      withPersons: options.withPersons ?? false,
      ...(options.coarsen === undefined ? {} : { coarsenKm: options.coarsen }),
      ...(options.delay === undefined ? {} : { delayDays: options.delay }),
    })
    if (options.out === undefined) await toStream(text, process.stdout)
    else await toFile(text, options.out)
    return 0
  } finally {
    await desk.close()
  }
}

/** The file appears under its name only when it is whole. */
async function toFile(text: AsyncIterable<string>, path: string): Promise<void> {
  const draft = `${path}.part`
  const out = createWriteStream(draft)
  try {
    await Promise.all([toStream(text, out).then(() => out.end()), finished(out)])
    await rename(draft, path)
  } catch (cause) {
    await rm(draft, { force: true })
    throw new ConfigError(`cannot write ${path}: ${(cause as Error).message}`, { cause })
  }
}

async function toStream(text: AsyncIterable<string>, out: NodeJS.WritableStream): Promise<void> {
  for await (const part of text) if (!out.write(part)) await once(out, "drain")
}
