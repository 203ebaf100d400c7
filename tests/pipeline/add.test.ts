import { expect, test } from "vitest"
import { addToDesk } from "../../src/pipeline/add.ts"
import { keptLinked } from "../../src/pipeline/keep-linked.ts"
import { recodeDesk } from "../../src/pipeline/recode.ts"
import { verifyDesk } from "../../src/pipeline/verify.ts"
import type { Issue } from "../../src/schema/index.ts"
import { all, dumpOf, tempDesk } from "../store/temp-desk.ts"
import { fakeStages, generatedPages, pageOf, sourceOf } from "./fake-stages.ts"

const LINE = "2019-03-02 Anat: shelling killed 5, by Grey Brigade."

test("an input of which nothing can be made is told and kept; the rest goes on", async () => {
  const desk = await tempDesk()
  const issues: Issue[] = []
  const pages = [pageOf(" ", "blank"), pageOf("CLEAN-BUG", "a"), pageOf(`CODE-BUG ${LINE}`, "b"), pageOf(LINE, "good")]
  const summary = await addToDesk(desk, sourceOf(pages), fakeStages, { onIssue: (issue) => issues.push(issue) })
  expect(issues.map((issue) => issue.code)).toEqual(["clean/no-text", "clean/bug", "code/bug"])
  expect(summary).toMatchObject({ seen: 4, added: 4, failed: 2, mentions: 1, issues: { error: 3 } })
  expect(await desk.counts()).toMatchObject({ pages: 4, reports: 2, mentions: 1, events: 1 })
})

test("the same page twice in one run is added once", async () => {
  const desk = await tempDesk()
  const page = pageOf(LINE)
  const summary = await addToDesk(desk, sourceOf([page, page]), fakeStages)
  expect(summary).toMatchObject({ seen: 2, added: 1, known: 1 })
})

test("the size of batches changes nothing in what is stored", async () => {
  const dumps: string[] = []
  for (const batchPages of [1, 7, 1000]) {
    const desk = await tempDesk()
    await addToDesk(desk, sourceOf(generatedPages(20)), fakeStages, { batchPages })
    dumps.push((await dumpOf(desk)) + JSON.stringify(await all(desk.allEvents())))
  }
  expect(new Set(dumps).size).toBe(1)
})

test("progress counts up to the total, then links", async () => {
  const desk = await tempDesk()
  const seen: string[] = []
  await addToDesk(desk, sourceOf(generatedPages(3)), fakeStages, {
    onProgress: ({ stage, done, total }) => seen.push(`${stage} ${done}/${total}`),
  })
  expect(seen).toEqual(["add 0/3", "add 1/3", "add 2/3", "add 3/3", "add 3/3", "link 0/1", "link 1/1"])
})

test("recoding with the same stages changes nothing; with better ones, decisions keep their mention", async () => {
  const desk = await tempDesk()
  await addToDesk(desk, sourceOf([pageOf(LINE, "a"), pageOf(`CODE-BUG ${LINE}`, "b")]), fakeStages)
  const [first] = await all(desk.allEvents())
  const mention = first?.mentions[0] ?? ""
  await desk.review({
    by: "t",
    at: "2020-01-01",
    why: null,
    supersedes: null,
    mention,
    field: "type",
    verdict: "confirm",
  })
  const before = await dumpOf(desk)
  await recodeDesk(desk, fakeStages)
  expect(await dumpOf(desk)).toBe(before)
  const better = {
    ...fakeStages,
    clean: async (page: Parameters<typeof fakeStages.clean>[0]) => {
      const cleaned = await fakeStages.clean({ ...page, body: page.body.replace("CODE-BUG", "") })
      return cleaned
    },
  }
  await recodeDesk(desk, better)
  expect((await desk.counts()).mentions).toBe(2)
  expect((await desk.mention(mention))?.reviews).toHaveLength(1)
  expect((await desk.search("anat shelling")).reports).toHaveLength(2)
  expect(await all(verifyDesk(desk, fakeStages))).toEqual([])
})

test("a desk that is kept linked follows each decision", async () => {
  const desk = await tempDesk()
  await addToDesk(desk, sourceOf([pageOf(LINE, "a"), pageOf(LINE, "b")]), fakeStages)
  let linkings = 0
  const stages = {
    link: (input: Parameters<typeof fakeStages.link>[0]) => {
      linkings++
      return fakeStages.link(input)
    },
  }
  const kept = keptLinked(desk, stages)
  const [event] = await all(desk.allEvents())
  const [a = "", b = ""] = event?.mentions ?? []
  const given = { a, b, verdict: "same" as const, why: null, supersedes: null }
  await Promise.all(["x", "y", "z"].map((by) => kept.judge({ ...given, by })))
  expect((await desk.counts()).stale).toBe(false)
  expect(linkings).toBeLessThanOrEqual(3)
  expect(await kept.judgements()).toHaveLength(3)
})
