import { fileURLToPath } from "node:url"
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from "playwright-core"
import { type Serving, serve } from "../../src/server/serve.ts"
import { type OpenFixture, openFixture } from "../server/open-fixture.ts"
import { CHROMIUM, CHROMIUM_ARGS } from "./chromium.ts"

const NOTHING = { type: "FeatureCollection", features: [] }
const WEB_ROOT = fileURLToPath(new URL("../../web/dist", import.meta.url))

/** False where no Chromium is installed: the tests are then skipped, except in CI, where that is a failure. */
export const hasBrowser = CHROMIUM !== ""
if (!hasBrowser) {
  const words = "no Chromium found: install one (Debian: apt install chromium) or name it in CHROMIUM"
  if (process.env.CI) throw new Error(words)
  console.warn(`browser tests skipped: ${words}`)
}

export type StageOptions = BrowserContextOptions & { basemap?: boolean }

/** A real server over the fixture's desk, and a browser that notes whatever must not happen. */
export interface Stage {
  url: string
  fixture: OpenFixture
  /**
   * A page in a context of its own. `notes` grows by every foreign request, refused resource, script error and dialog.
   * Land and labels are left off the map, for speed, unless `basemap` asks for them.
   */
  open(path: string, options?: StageOptions): Promise<{ page: Page; notes: string[] }>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const fixture = await openFixture()
  const serving: Serving = await serve({ desk: fixture.desk, webRoot: WEB_ROOT }, 0)
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
  const open: Stage["open"] = async (path, { basemap = false, ...options } = {}) => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    if (!basemap) await context.route("**/basemap/*", (route) => route.fulfill({ json: NOTHING }))
    const page = await context.newPage()
    page.on("close", () => context.close().catch(() => undefined))
    const notes = watch(page, serving.url)
    await page.goto(serving.url + path)
    return { page, notes }
  }
  const close = async () => {
    await browser.close()
    await serving.close()
    await fixture.remove()
  }
  return { url: serving.url, fixture, open, close }
}

function watch(page: Page, own: string): string[] {
  const notes: string[] = []
  const foreign = (r: Request) => !r.url().startsWith(own) && !r.url().startsWith("data:")
  // A captured page in its frame may try; its policy refuses before anything leaves. The desk itself must not even try.
  page.on("request", (r) => {
    if (foreign(r) && r.frame() === page.mainFrame()) notes.push(`foreign request: ${r.url()}`)
  })
  page.on("requestfailed", (r) => {
    const why = r.failure()?.errorText ?? ""
    if (foreign(r) && !/^csp$|BLOCKED_BY_(CSP|RESPONSE|CLIENT)/i.test(why)) notes.push(`foreign: ${r.url()} ${why}`)
  })
  page.on("requestfinished", (r) => foreign(r) && notes.push(`foreign answer: ${r.url()}`))
  page.on("pageerror", (e) => notes.push(`script error: ${e.message}`))
  page.on("dialog", (d) => {
    notes.push(`dialog: ${d.message()}`)
    void d.dismiss()
  })
  page.on("console", (m) => {
    if (/content security policy/i.test(m.text()) && !m.location().url.includes("/api/pages/")) {
      notes.push(`policy: ${m.text()}`)
    }
  })
  return notes
}

/** Waits until the map has drawn everything that it knows. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('[data-idle="true"]').first().waitFor({ timeout: 45_000 })
}
