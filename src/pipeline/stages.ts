import { openActorRegister } from "../actors/register.ts"
import { DATA_DIR, openResources } from "../resources.ts"
import type { Coded, Event, Judgement, Link, Outcome, Page, Report, Review } from "../schema/index.ts"
import { codePool } from "./code-pool.ts"
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

/**
 * For a run over many reports: coding beside the thread that cleans and stores. Measured on two cores shared with other
 * work (125 press reports of 5,000 characters): 7.5 reports a second in one thread, 13.1 with one worker; a second one
 * gave no more and took 300 MB.
 */
export const CODE_WORKERS = 1

export interface StageOptions {
  /** Worker threads that code; 0 codes in this thread. */
  workers?: number
  dataDir?: string
}

/** Linking alone, with what the registers know; quick to open, and nothing to close. Everything that links, links with it. */
export async function openLinking(options: { dataDir?: string } = {}): Promise<Pick<Stages, "link">> {
  const [{ link }, { knownFrom }] = await Promise.all([import("../link/link.ts"), import("../link/known-from.ts")])
  const known = knownFrom(openActorRegister(options.dataDir ?? DATA_DIR))
  return { link: (input) => link(input, known) }
}

/** The stages of this project. Close them when done: they keep workers warm. */
export async function openStages(options: StageOptions = {}): Promise<Stages> {
  const { workers = 0, ...where } = options
  const [{ cleaner }, { link }] = await Promise.all([import("../clean/clean.ts"), openLinking(where)])
  const coder = workers > 0 ? codePool(workers, where) : await coderHere(where)
  const { clean, close } = cleaner()
  return {
    link,
    code: coder.code,
    async clean(page) {
      const { value, issues } = await clean(page)
      return { value: value && withGiven(value, page), issues }
    },
    async close() {
      await Promise.all([close(), coder.close()])
    },
  }
}

async function coderHere(where: { dataDir?: string }): Promise<{ code: Stages["code"]; close(): Promise<void> }> {
  const [{ code }, resources] = await Promise.all([import("../code/code.ts"), openResources(where)])
  return { code: (report) => code(report, resources), close: async () => {} }
}
