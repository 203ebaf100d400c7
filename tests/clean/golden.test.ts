import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import { cleaner } from "../../src/clean/clean.ts"
import { Report } from "../../src/schema/index.ts"
import { GOLDEN_PAGES, goldenJson, goldenNames, readGoldenPage } from "./golden-page.ts"

const machine = cleaner()
afterAll(() => machine.close())
const names = await goldenNames()

describe("golden pages", () => {
  it("are there", () => expect(names.length).toBeGreaterThanOrEqual(15))

  it.each(names)("%s", async (name) => {
    const outcome = await machine.clean(await readGoldenPage(name))
    if (outcome.value !== null) Report.parse(outcome.value)
    const actual = goldenJson(outcome)
    const golden = await readFile(join(GOLDEN_PAGES, name, "report.json"), "utf8")
    const beside = join(GOLDEN_PAGES, name, "report.actual.json")
    if (actual !== golden) await writeFile(beside, actual)
    else await rm(beside, { force: true })
    expect(actual).toBe(golden)
  })
})
