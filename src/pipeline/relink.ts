import type { Issue } from "../schema/index.ts"
import type { Desk } from "../store/desk.ts"
import type { Stages } from "./stages.ts"

/** Derives events and links anew from every stored mention and decision, and puts them in the place of the old ones. */
export async function relinkDesk(desk: Desk, stages: Pick<Stages, "link">): Promise<Issue[]> {
  const input = await desk.linkInput()
  const { value, issues } = stages.link(input)
  await desk.writeDerived(value, input)
  return issues
}
