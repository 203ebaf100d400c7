import { bugIssue } from "../../pipeline/process-page.ts"
import { openStages } from "../../pipeline/stages.ts"
import { type Issue, Report } from "../../schema/index.ts"
import { records, writeRecord } from "../lines.ts"
import { issueLine } from "../talk.ts"

export async function code(): Promise<number> {
  let failed = false
  const onIssue = (issue: Issue) => {
    failed = true
    process.stderr.write(`${issueLine(issue)}\n`)
  }
  const stages = await openStages()
  try {
    for await (const report of records(process.stdin, Report, { name: "-", kind: "report", onIssue }))
      try {
        await writeRecord(await stages.code(report))
      } catch (error) {
        onIssue(bugIssue("code", report.id, error))
      }
  } finally {
    await stages.close()
  }
  return failed ? 3 : 0
}
