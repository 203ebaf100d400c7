import type { Issue } from "../schema/index.ts"
import type { Desk } from "../store/desk.ts"
import type { AddProgress } from "./add.ts"
import { grouped, mapInOrder } from "./in-order.ts"
import { issuesOf, processPage } from "./process-page.ts"
import { relinkDesk } from "./relink.ts"
import type { Stages } from "./stages.ts"

/**
 * Cleans and codes every stored page anew, with the stages as they are now, and links. Pages and decisions stay: mention
 * ids do not depend on offsets or coder, so that reviews and judgements keep their mention where it is still found.
 */
export async function recodeDesk(
  desk: Desk,
  stages: Stages,
  options: {
    onProgress?: (progress: AddProgress) => void
    onIssue?: (issue: Issue) => void
    signal?: AbortSignal
  } = {},
): Promise<{ recoded: number; interrupted: boolean }> {
  const { pages: total } = await desk.counts()
  let recoded = 0
  const limits = { maxItems: 64, maxSize: 16 * 1024 * 1024, sizeOf: (page: { body: string }) => page.body.length }
  for await (const batch of grouped(desk.pages(), limits)) {
    const made = []
    for await (const item of mapInOrder(batch, 4, (page) => processPage(page, stages))) made.push(item)
    const issues = await desk.recode(made)
    for (const issue of [...issues, ...made.flatMap(issuesOf)]) options.onIssue?.(issue)
    recoded += made.length
    options.onProgress?.({ stage: "add", done: recoded, total })
    if (options.signal?.aborted) return { recoded, interrupted: true }
  }
  for (const issue of await relinkDesk(desk, stages)) options.onIssue?.(issue)
  return { recoded, interrupted: false }
}
