import { recodeDesk } from "../../pipeline/recode.ts"
import { CODE_WORKERS, openStages } from "../../pipeline/stages.ts"
import { openDesk } from "../../store/open.ts"
import { stopSignal } from "../stop-signal.ts"
import { talk } from "../talk.ts"

export async function recode(options: { desk: string; verbose?: boolean }): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "write" })
  try {
    const voice = talk(options)
    const stages = await openStages({ workers: CODE_WORKERS })
    let errors = 0
    const { recoded, interrupted } = await recodeDesk(desk, stages, {
      onProgress: voice.progress,
      onIssue: (issue) => {
        if (issue.severity === "error") errors++
        voice.issue(issue)
      },
      signal: stopSignal(voice.say),
    }).finally(() => stages.close())
    voice.end()
    const { events } = await desk.counts()
    process.stderr.write(`${recoded} pages cleaned and coded anew; ${events} events\n`)
    if (interrupted) return 130
    return errors > 0 ? 3 : 0
  } finally {
    await desk.close()
  }
}
