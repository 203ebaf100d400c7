/**
 * Writes a picture of every page, wide and narrow, light and dark, into a folder:
 *   node scripts/screenshots.ts <folder> [url of a running desk] [regular expression over names]
 * Without a URL (or with "-") it serves the desk of the tests' fixture.
 */
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { chromium, type Page } from "playwright-core"
import { serve } from "../src/server/serve.ts"
import { CHROMIUM, CHROMIUM_ARGS } from "../tests/browser/chromium.ts"
import { openFixture } from "../tests/server/open-fixture.ts"

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } }
const SCHEMES = ["light", "dark"] as const

interface Shot {
  name: string
  path: string
  /** Whole page instead of the window. */
  full: boolean
  only?: keyof typeof SIZES
}

async function shotsOf(base: string): Promise<Shot[]> {
  const json = async (path: string) => (await fetch(`${base}${path}`)).json()
  const { items } = (await json("/api/events?sort=origins&limit=5")) as { items: { id: string }[] }
  const event = items[0]?.id ?? "none"
  const { mentions } = (await json(`/api/events/${event}`)) as {
    mentions: { mention: { id: string }; report: { id: string } }[]
  }
  const first = mentions[0]
  const claim = `${first?.mention.id}.harm.0`
  return [
    { name: "desk", path: "/", full: false },
    { name: "desk-selected", path: `/?sel=${event}`, full: false },
    { name: "desk-list", path: "/?view=list", full: false, only: "narrow" },
    { name: "desk-filters", path: "/?view=filters&grade=weak", full: false, only: "narrow" },
    { name: "desk-filtered", path: "/?grade=weak&from=2021-01-01&q=people", full: false, only: "wide" },
    { name: "desk-empty", path: "/?q=nothingmatchesthis", full: false, only: "wide" },
    { name: "event", path: `/event/${event}`, full: true },
    { name: "event-evidence", path: `/event/${event}?claim=${claim}`, full: false },
    { name: "report", path: `/report/${first?.report.id}?claim=${claim}`, full: true },
    { name: "codebook", path: "/codebook", full: false },
    { name: "about", path: "/about", full: true },
    { name: "missing", path: "/event/none", full: false, only: "wide" },
  ]
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle")
  const map = page.locator("[data-idle]")
  if (await map.count())
    await page
      .locator('[data-idle="true"]')
      .first()
      .waitFor({ timeout: 60_000 })
      .catch(() => null)
  await page.waitForTimeout(700)
}

async function main(folder: string, url: string | undefined, names: RegExp): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const fixture = url === undefined ? await openFixture() : null
  const webRoot = fileURLToPath(new URL("../web/dist", import.meta.url))
  const serving = fixture === null ? null : await serve({ desk: fixture.desk, webRoot }, 0)
  const base = url ?? serving?.url ?? ""
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
  const shots = await shotsOf(base)
  for (const [size, viewport] of Object.entries(SIZES)) {
    for (const scheme of SCHEMES) {
      const page = await browser.newPage({ viewport, colorScheme: scheme })
      page.on("console", (m) => m.type() === "error" && console.error(`${size} ${scheme}: ${m.text()}`))
      for (const shot of shots) {
        const name = `${shot.name}-${size}-${scheme}`
        if ((shot.only !== undefined && shot.only !== size) || !names.test(name)) continue
        await page.goto(base + shot.path)
        await settle(page)
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: shot.full })
      }
      await page.close()
    }
  }
  await browser.close()
  await serving?.close()
  await fixture?.remove()
}

const [folder, url, names] = process.argv.slice(2)
if (folder === undefined) {
  console.error("usage: node scripts/screenshots.ts <folder> [url] [names]")
  process.exit(2)
}
await main(folder, url === "-" ? undefined : url, new RegExp(names ?? ""))
