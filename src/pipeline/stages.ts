import type { Resources } from "../resources.ts"
import type { Coded, Event, Judgement, Link, Outcome, Page, Report, Review } from "../schema/index.ts"
import { withGiven } from "./given.ts"

/** The three stages as the pipeline calls them; tests and workers put their own in their place. */
export interface Stages {
  clean(page: Page): Promise<Outcome<Report | null>>
  code(report: Report): Coded | Promise<Coded>
  link(input: {
    coded: Coded[]
    judgements: Judgement[]
    reviews: Review[]
  }): Outcome<{ events: Event[]; links: Link[] }>
  /** Ends what cleaning and coding keep running. */
  close(): Promise<void>
}

/** The stages of this project over its resources. Close them when done: cleaning keeps a worker warm. */
export async function openStages(resources: Resources): Promise<Stages> {
  const [{ cleaner }, { code }, { link }] = await Promise.all([
    import("../clean/clean.ts"),
    import("../code/code.ts"),
    import("../link/link.ts"),
  ])
  const { clean, close } = cleaner()
  return {
    close,
    link,
    code: (report) => code(report, resources),
    async clean(page) {
      const { value, issues } = await clean(page)
      return { value: value && withGiven(value, page), issues }
    },
  }
}
