import { fileSource } from "../../connect/files.ts"
import { type AddSummary, addToDesk } from "../../pipeline/add.ts"
import { CODE_WORKERS, openStages } from "../../pipeline/stages.ts"
import { openDesk } from "../../store/open.ts"
import { stopSignal } from "../stop-signal.ts"
import { talk } from "../talk.ts"

export async function add(
  inputs: string[],
  options: { desk: string; outlet?: string; verbose?: boolean },
): Promise<number> {
  const source = await fileSource(inputs, { outlet: options.outlet ?? null })
  const desk = await openDesk(options.desk, { mode: "create" })
  try {
    const voice = talk(options)
    const stages = await openStages({ workers: CODE_WORKERS })
    const summary = await addToDesk(desk, source, stages, {
      onProgress: voice.progress,
      onIssue: voice.issue,
      signal: stopSignal(voice.say),
    }).finally(() => stages.close())
    voice.end()
    const { events } = await desk.counts()
    process.stderr.write(`${summaryLine(summary)}; the desk ${options.desk} has ${events} events\n`)
    return exitCodeOf(summary)
  } finally {
    await desk.close()
  }
}

export function exitCodeOf(summary: AddSummary): number {
  if (summary.interrupted) return 130
  return summary.failed > 0 || summary.issues.error > 0 ? 3 : 0
}

export function summaryLine(summary: AddSummary): string {
  const parts = [`${summary.added} reports added with ${summary.mentions} mentions`]
  if (summary.known > 0) parts.push(`${summary.known} already there`)
  if (summary.failed > 0) parts.push(`${summary.failed} inputs gave no report`)
  const { error, warning } = summary.issues
  if (error + warning > 0) parts.push(`${error} errors, ${warning} warnings`)
  if (summary.interrupted) parts.push("stopped before the end: the same command goes on from here")
  return parts.join("; ")
}
