import { expect, test } from "vitest"
import { codePool } from "../../src/pipeline/code-pool.ts"
import { openStages } from "../../src/pipeline/stages.ts"
import type { Report } from "../../src/schema/index.ts"
import { tempFolder } from "../store/temp-desk.ts"

const report = (i: number): Report => ({
  id: `rp_${i}`,
  lang: "en",
  title: null,
  text: `Militants shelled the village on Monday and killed ${i + 2} people, a doctor said.`,
  published: null,
})

test("coding in workers gives the same, in the same order, as coding here", async () => {
  const reports = Array.from({ length: 12 }, (_, i) => report(i))
  const [here, there] = [await openStages(), await openStages({ workers: 2 })]
  try {
    const expected = await Promise.all(reports.map((one) => here.code(one)))
    expect(expected.flatMap((coded) => coded.mentions).length).toBeGreaterThan(0)
    expect(await Promise.all(reports.map((one) => there.code(one)))).toEqual(expected)
  } finally {
    await Promise.all([here.close(), there.close()])
  }
})

test("a worker that cannot open its resources ends the run with the reason, once and for all", async () => {
  const pool = codePool(1, { dataDir: tempFolder() })
  await expect(pool.code(report(0))).rejects.toThrow(/countries\.tsv|gazetteer/)
  await expect(pool.code(report(1))).rejects.toThrow()
  await pool.close()
})
