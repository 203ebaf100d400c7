import { AxeBuilder } from "@axe-core/playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hasBrowser, openStage, type Stage } from "./browser.ts"

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }
const VIEWS = [
  "desk",
  "desk selected",
  "desk list",
  "desk filters",
  "desk empty",
  "event",
  "evidence",
  "report",
  "codebook",
  "about",
  "missing",
] as const

describe.skipIf(!hasBrowser)("accessibility, by axe", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  function pathOf(view: (typeof VIEWS)[number]): string {
    const { named, told } = stage.fixture.data
    const claim = `${told[0]?.mentions[0]?.id}.harm.0`
    const paths = {
      desk: "/?grade=contested&grade=weak",
      "desk selected": `/?sel=${named.market}`,
      "desk list": `/?view=list&sel=${named.arabic}`,
      "desk filters": "/?view=filters&from=2021-01-01",
      "desk empty": "/?q=nothingmatches",
      event: `/event/${named.market}`,
      evidence: `/event/${named.market}?claim=${claim}`,
      report: `/report/${told[0]?.report.id}?claim=${claim}`,
      codebook: "/codebook",
      about: "/about",
      missing: "/event/none",
    }
    return paths[view]
  }

  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const colorScheme of ["light", "dark"] as const) {
      it(`finds nothing wrong, ${size}, ${colorScheme}`, async () => {
        const { page } = await stage.open("/about", { viewport, colorScheme })
        const found: string[] = []
        for (const view of VIEWS) {
          await page.goto(stage.url + pathOf(view))
          await page.waitForLoadState("networkidle")
          for (const summary of await page.locator("main summary:visible").all()) await summary.click()
          const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude(".maplibregl-canvas").analyze()
          for (const v of violations) found.push(`${view}: ${v.id} ${v.nodes[0]?.target} ${v.nodes[0]?.failureSummary}`)
        }
        expect(found).toEqual([])
        await page.close()
      }, 300_000)
    }
  }
})
