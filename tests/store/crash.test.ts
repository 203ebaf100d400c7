import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { addToDesk } from "../../src/pipeline/add.ts"
import { verifyDesk } from "../../src/pipeline/verify.ts"
import { openDesk } from "../../src/store/open.ts"
import { fakeStages, generatedPages, sourceOf } from "../pipeline/fake-stages.ts"
import { all, dumpOf, tempDesk, tempFolder } from "./temp-desk.ts"

const CHILD = fileURLToPath(new URL("add-child.ts", import.meta.url))
const PAGES = 120
const KILLS = 50

/** Runs the adding process to its end, or kills it after so many milliseconds. True when it came to its end. */
async function addInChild(folder: string, killAfterMs: number | null): Promise<boolean> {
  const child = spawn(process.execPath, [CHILD, folder, String(PAGES)], { stdio: ["ignore", "ignore", "inherit"] })
  const timer = killAfterMs === null ? null : setTimeout(() => child.kill("SIGKILL"), killAfterMs)
  const [code] = await once(child, "exit")
  if (timer) clearTimeout(timer)
  return code === 0
}

async function stateOf(folder: string): Promise<{ dump: string; derived: string; pages: number }> {
  const desk = await openDesk(folder, { mode: "read" })
  expect(await all(verifyDesk(desk, fakeStages))).toEqual([])
  const derived = JSON.stringify([await all(desk.allEvents()), await all(desk.allLinks())])
  const state = { dump: await dumpOf(desk), derived, pages: (await desk.counts()).pages }
  await desk.close()
  return state
}

test(`killed ${KILLS} times at any instant, a desk loses nothing and doubles nothing`, {
  timeout: 300_000,
}, async () => {
  const undisturbed = join(tempFolder(), "a.desk")
  const started = performance.now()
  expect(await addInChild(undisturbed, null)).toBe(true)
  const wholeMs = performance.now() - started
  const expected = await stateOf(undisturbed)
  expect(expected.pages).toBe(PAGES)

  let folder = join(tempFolder(), "b.desk")
  let kills = 0
  let partial = 0
  let finished = 0
  while (kills < KILLS) {
    // From before the desk exists to after the linking.
    const survived = await addInChild(folder, wholeMs * (0.2 + 0.85 * Math.random()))
    if (!survived) kills++
    if (!existsSync(join(folder, "desk.sqlite"))) continue
    const reopened = await openDesk(folder, { mode: "create" })
    const { pages, stale } = await reopened.counts()
    await reopened.close()
    const now = await stateOf(folder)
    const lines = new Set(expected.dump.split("\n"))
    expect(now.dump.split("\n").filter((line) => !lines.has(line))).toEqual([])
    if (pages > 0 && pages < PAGES) partial++
    if (pages < PAGES || stale) continue
    expect(now).toEqual(expected)
    finished++
    folder = join(tempFolder(), "c.desk")
  }
  expect(await addInChild(folder, null)).toBe(true)
  expect(await stateOf(folder)).toEqual(expected)
  console.log(`${kills} kills, ${partial} left a desk half full, ${finished} desks were finished in spite of them`)
  expect(partial).toBeGreaterThan(0)
})

test("an interruption finishes the batch, and the same call goes on from there", async () => {
  const whole = await tempDesk()
  await addToDesk(whole, sourceOf(generatedPages(40)), fakeStages)
  const desk = await tempDesk()
  const controller = new AbortController()
  const first = await addToDesk(desk, sourceOf(generatedPages(40)), fakeStages, {
    batchPages: 8,
    signal: controller.signal,
    onProgress: ({ done }) => done >= 10 && controller.abort(),
  })
  expect(first).toMatchObject({ added: 16, interrupted: true, linked: false })
  expect((await desk.counts()).stale).toBe(true)
  const second = await addToDesk(desk, sourceOf(generatedPages(40)), fakeStages, { batchPages: 8 })
  expect(second).toMatchObject({ added: 24, known: 16, interrupted: false, linked: true })
  expect(await dumpOf(desk)).toBe(await dumpOf(whole))
  expect(await all(desk.allEvents())).toEqual(await all(whole.allEvents()))
})
