import { SightlineError } from "../errors.ts"
import type { Issue, Page } from "../schema/index.ts"
import type { Processed } from "../store/desk.ts"
import type { Stages } from "./stages.ts"

/**
 * Cleans and codes one page. A stage that throws has a bug: the page is kept without what the stage would have made, and
 * an issue says so. What ends the whole run (a worker that died, missing data files) is thrown on.
 */
export async function processPage(page: Page, stages: Pick<Stages, "clean" | "code">): Promise<Processed> {
  const name = page.name ?? page.url ?? page.id
  try {
    const { value: report, issues } = await stages.clean(page)
    if (report === null) return { page, report, coded: null, issues }
    try {
      return { page, report, coded: await stages.code(report), issues }
    } catch (error) {
      if (error instanceof SightlineError) throw error
      return { page, report, coded: null, issues: [...issues, bugIssue("code", name, error)] }
    }
  } catch (error) {
    if (error instanceof SightlineError) throw error
    return { page, report: null, coded: null, issues: [bugIssue("clean", name, error)] }
  }
}

export function bugIssue(stage: "clean" | "code", name: string, error: unknown): Issue {
  const words = error instanceof Error ? error.message : String(error)
  const message = `${name}: ${stage} failed, which is a bug in Sightline (please report it): ${words}`
  return { code: `${stage}/bug`, severity: "error", stage, message, ref: name }
}

/** All that the stages had to say of a page, with the page's name, which ids alone do not tell. */
export function issuesOf({ page, issues, coded }: Processed): Issue[] {
  const name = page.name ?? page.url ?? page.id
  return [...issues, ...(coded?.issues ?? [])].map((issue) =>
    issue.message.includes(name) ? issue : { ...issue, message: `${name}: ${issue.message}` },
  )
}
