import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { readIncidents } from "../../eval/incident-gold.ts"
import { goldenOf } from "../../eval/incident-golden.ts"
import { type IncidentVerdict, judgeIncidents } from "../../eval/incident-score.ts"
import { type ExampleRun, readExamplePages, runExamples } from "../../eval/run-examples.ts"
import { openResources } from "../../src/resources.ts"

const GOLDEN = new URL("./events.golden.json", import.meta.url)
const ACTUAL = new URL("./events.actual.json", import.meta.url)

const incidents = readIncidents()
let run: ExampleRun
let verdicts: IncidentVerdict[]

beforeAll(async () => {
  run = await runExamples(await openResources())
  verdicts = judgeIncidents(incidents, run)
}, 120_000)

describe("the gold of the incidents", () => {
  test("names only reports and incidents that are there", () => {
    const pages = new Set(readExamplePages().map((p) => p.name))
    const ids = new Set(incidents.map((i) => i.id))
    for (const i of incidents) {
      for (const report of [...Object.keys(i.tellings), ...i.mayTell, ...i.tolls.map((t) => t.report)])
        expect.soft(pages, i.id).toContain(report)
      for (const other of i.notSame) expect.soft(ids, i.id).toContain(other)
    }
  })

  test("every example is told by an incident, and there are enough of both", () => {
    const told = new Set(incidents.flatMap((i) => Object.keys(i.tellings)))
    const pages = readExamplePages()
    expect(pages.filter((p) => !told.has(p.name ?? "")).map((p) => p.name)).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(36)
    expect(incidents.length).toBeGreaterThanOrEqual(12)
  })
})

describe("the record of the examples", () => {
  test("no look-alike is merged", () => {
    const apart = new Map(incidents.map((i) => [i.id, i.notSame]))
    const merged = verdicts.flatMap((v) =>
      v.mergedWith.filter((id) => apart.get(v.id)?.includes(id)).map((id) => `${v.id} = ${id}`),
    )
    expect(merged).toEqual([])
  })

  test("is the golden one (scripts/golden-incidents.ts writes it)", () => {
    const actual = goldenOf(run)
    const golden = readFileSync(GOLDEN, "utf8")
    if (actual === golden) rmSync(ACTUAL, { force: true })
    else writeFileSync(ACTUAL, actual)
    expect(actual, `compare ${ACTUAL.pathname} with the golden file beside it`).toBe(golden)
  })
})
