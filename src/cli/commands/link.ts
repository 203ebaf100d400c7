import { createReadStream, createWriteStream } from "node:fs"
import { finished } from "node:stream/promises"
import { ConfigError } from "../../errors.ts"
import { openLinking } from "../../pipeline/stages.ts"
import { Coded, type Issue, Judgement, type Link, Review } from "../../schema/index.ts"
import { collect, records, writeRecord } from "../lines.ts"
import { issueLine } from "../talk.ts"

export async function link(options: { judgements?: string; reviews?: string; links?: string }): Promise<number> {
  let failed = false
  const onIssue = (issue: Issue) => {
    failed ||= issue.severity === "error"
    process.stderr.write(`${issueLine(issue)}\n`)
  }
  const stage = await openLinking()
  const coded = await collect(records(process.stdin, Coded, { name: "-", kind: "coded report", onIssue }))
  const judgements = await decisions(options.judgements, Judgement, "judgement", onIssue)
  const reviews = await decisions(options.reviews, Review, "review", onIssue)
  const { value, issues } = stage.link({ coded, judgements, reviews })
  issues.forEach(onIssue)
  for (const event of value.events) await writeRecord(event)
  if (options.links) await writeLinks(options.links, value.links)
  return failed ? 3 : 0
}

async function decisions<T>(
  file: string | undefined,
  schema: Parameters<typeof records<T>>[1],
  kind: string,
  onIssue: (issue: Issue) => void,
): Promise<T[]> {
  if (file === undefined) return []
  try {
    return await collect(records(createReadStream(file), schema, { name: file, kind, onIssue }))
  } catch (cause) {
    throw new ConfigError(`cannot read ${file}: ${(cause as Error).message}`, { cause })
  }
}

async function writeLinks(file: string, links: Link[]): Promise<void> {
  const out = createWriteStream(file)
  for (const record of links) out.write(`${JSON.stringify(record)}\n`)
  out.end()
  try {
    await finished(out)
  } catch (cause) {
    throw new ConfigError(`cannot write ${file}: ${(cause as Error).message}`, { cause })
  }
}
