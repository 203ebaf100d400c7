import type { Desk } from "../store/desk.ts"
import { relinkDesk } from "./relink.ts"
import type { Stages } from "./stages.ts"

/** The desk, with the events following each judgement and review before it is answered. Decisions given meanwhile share a linking. */
export function keptLinked(desk: Desk, stages: Pick<Stages, "link">): Desk {
  let last: Promise<unknown> = Promise.resolve()
  let queued: Promise<unknown> | null = null
  const relink = (): Promise<unknown> => {
    queued ??= last.then(() => {
      queued = null
      last = relinkDesk(desk, stages)
      return last
    })
    return queued
  }
  const followed = async <T>(decided: T): Promise<T> => {
    await relink()
    return decided
  }
  return {
    ...desk,
    judge: async (judgement) => followed(await desk.judge(judgement)),
    review: async (review) => followed(await desk.review(review)),
  }
}
