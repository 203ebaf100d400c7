import { fileSource } from "../../connect/files.ts"
import { mapInOrder } from "../../pipeline/in-order.ts"
import { bugIssue } from "../../pipeline/process-page.ts"
import { openStages } from "../../pipeline/stages.ts"
import { writeRecord } from "../lines.ts"
import { talk } from "../talk.ts"

export async function clean(inputs: string[], options: { outlet?: string }): Promise<number> {
  const source = await fileSource(inputs.length > 0 ? inputs : ["-"], { outlet: options.outlet ?? null })
  const voice = talk({ verbose: true })
  const stages = await openStages()
  let failed = false
  try {
    const cleaned = mapInOrder(source.items(), 4, async ({ value: page, issues }) => {
      if (page === null) return { value: null, issues }
      const name = page.name ?? page.id
      try {
        const outcome = await stages.clean(page)
        return { value: outcome.value, issues: [...issues, ...outcome.issues] }
      } catch (error) {
        return { value: null, issues: [...issues, bugIssue("clean", name, error)] }
      }
    })
    for await (const { value: report, issues } of cleaned) {
      for (const issue of issues) voice.issue(issue)
      if (report) await writeRecord(report)
      else failed ||= issues.length > 0
      failed ||= issues.some((issue) => issue.severity === "error")
    }
  } finally {
    await stages.close()
  }
  return failed ? 3 : 0
}
