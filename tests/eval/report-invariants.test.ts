import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { pageOfArticle, readReports, textPage } from "../../eval/read-reports.ts"
import { type Breach, eventBreaches, reportBreaches, sameBytes } from "../../eval/report-invariants.ts"
import { readExamplePages } from "../../eval/run-examples.ts"
import { type Cleaner, cleaner } from "../../src/clean/clean.ts"
import { code } from "../../src/code/code.ts"
import { link } from "../../src/link/link.ts"
import { openResources, type Resources } from "../../src/resources.ts"
import type { Coded, Page, Report } from "../../src/schema/index.ts"
import { mentionOf, stated } from "./make-mention.ts"

const DATA = resolve(process.env.SIGHTLINE_DATA ?? "../shared/data")
const SEEDS = resolve(process.env.SIGHTLINE_SEEDS ?? "../shared/seeds")

let resources: Resources
let stage: Cleaner
beforeAll(async () => {
  resources = await openResources()
  stage = cleaner()
}, 60_000)
afterAll(() => stage.close())

/** Breaches over all pages, the first few of each invariant in words. */
async function walkPages(pages: readonly Page[]): Promise<string[]> {
  const breaches: Breach[] = []
  const all: Coded[] = []
  for (const [i, page] of pages.entries()) {
    const first = await stage.clean(page)
    if (first.value === null) continue
    const coded = code(first.value, resources)
    all.push(coded)
    breaches.push(...reportBreaches(first.value, coded))
    if (i % 10 > 0) continue
    breaches.push(...sameBytes(first, await stage.clean(page), `${page.name}: clean`))
    breaches.push(...sameBytes(coded, code(first.value, resources), `${page.name}: code`))
  }
  const mentions = new Map(all.flatMap((c) => c.mentions.map((m) => [m.id, m] as const)))
  const linked = link({ coded: all, judgements: [], reviews: [] })
  breaches.push(...linked.value.events.flatMap((e) => eventBreaches(e, mentions)))
  breaches.push(...sameBytes(linked, link({ coded: all, judgements: [], reviews: [] }), "link"))
  return inWords(breaches)
}

/** One line for each kind of breach: how many, and the first. */
function inWords(breaches: readonly Breach[]): string[] {
  const kinds = new Map<string, Breach[]>()
  for (const b of breaches) {
    const kind = `${b.invariant} ${b.at.replace(/^[^.]*|\d+/g, "")} ${b.saw.replace(/\d+|".*"/g, "")}`
    kinds.set(kind, [...(kinds.get(kind) ?? []), b])
  }
  return [...kinds.values()].map((all) => `${all.length} × ${all[0]?.invariant} ${all[0]?.at}: ${all[0]?.saw}`)
}

function articles(prefix: string): Page[] {
  return readReports(DATA, prefix)
    .map(pageOfArticle)
    .filter((page) => page !== null)
}

function seeds(): Page[] {
  if (!existsSync(SEEDS)) return []
  const names = readdirSync(SEEDS).filter((name) => name.endsWith(".txt"))
  return names.map((name) => textPage(name, readFileSync(join(SEEDS, name), "utf8"), {}))
}

describe("invariants over real reports", () => {
  test("examples", async () => expect(await walkPages(readExamplePages())).toEqual([]), 120_000)

  test.each([
    ["FA-KES", () => articles("fa-kes-")],
    ["Guardian", () => articles("guardian-")],
    ["seeds", seeds],
  ])(
    "%s",
    async (name, pagesOf) => {
      const pages = pagesOf()
      if (pages.length === 0) return console.log(`skipped: no ${name} data at ${name === "seeds" ? SEEDS : DATA}`)
      expect(await walkPages(pages)).toEqual([])
    },
    300_000,
  )
})

describe("the walk itself", () => {
  const text = "Rebels shelled Aleppo."
  const report: Report = { id: "rp_test", lang: "en", title: null, text, published: null }
  const head = { outlet: null, url: null, title: null, lang: "en", published: null, wire: null, sketch: [] }
  const coded = (mention: Coded["mentions"][number]): Coded => ({
    report: "rp_test",
    head,
    mentions: [mention],
    issues: [],
  })
  const mention = mentionOf(text, "shelled", "shelling")
  const invariants = (m: Coded["mentions"][number]) => reportBreaches(report, coded(m)).map((b) => b.invariant)

  test("finds nothing wrong with a sound mention", () => expect(reportBreaches(report, coded(mention))).toEqual([]))

  test("finds each breach", () => {
    const at = (value: object) => stated(text, "Aleppo", { ...WHERE, ...value })
    expect(invariants({ ...mention, trigger: { start: 0, end: 6, text: "Aleppo" } })).toContain(1)
    expect(invariants({ ...mention, type: { ...mention.type, raw: "shelling" } })).toContain(1)
    expect(invariants({ ...mention, modality: { ...mention.modality, spans: [{ start: 90, end: 95 }] } })).toContain(1)
    expect(invariants({ ...mention, where: [at({ lat: 0, lon: 0 })] })).toContain(6)
    expect(invariants({ ...mention, where: [at({ name: "unknown" })] })).toContain(6)
    expect(invariants({ ...mention, id: "mn_0" })).toContain(7)
    expect(invariants({ ...mention, background: "no" as unknown as boolean })).toContain("schema")
    const harm = stated(text, "shelled", {
      kind: "killed",
      who: "people",
      min: null,
      max: null,
      approximate: false,
    } as const)
    expect(invariants({ ...mention, harm: [{ ...harm, certainty: "assumed" }, harm] })).toContain(2)
    expect(sameBytes({ a: 1 }, { a: 2 }, "x").map((b) => b.invariant)).toEqual([3])
  })

  const WHERE = {
    name: "Aleppo",
    placeId: null,
    lat: null,
    lon: null,
    radiusKm: null,
    precision: "exact",
    country: "SY",
    admin1: null,
  } as const
})
