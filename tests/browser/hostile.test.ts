import { createServer, type Server } from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { XSS_STRINGS } from "../server/fixture-hostile.ts"
import { hasBrowser, openStage, type Stage } from "./browser.ts"

describe.skipIf(!hasBrowser)("hostile pages in a browser", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  const pwned = (page: { evaluate: (script: string) => Promise<unknown> }) => page.evaluate("window.pwned")

  it("run nothing on any view that shows their words", async () => {
    const id = stage.fixture.data.named.hostile
    const told = stage.fixture.data.told.find((t) => t.report.title?.startsWith("Clash"))
    const mention = told?.mentions[0]?.id
    const paths = [
      `/?sel=${id}`,
      `/event/${id}`,
      `/event/${id}?claim=${mention}.actors.0`,
      `/report/${told?.report.id}?claim=${mention}.where.0`,
    ]
    for (const path of paths) {
      const { page, notes } = await stage.open(path)
      await page.getByText("<script>window.pwned=1</script>").first().waitFor()
      for (const summary of await page.locator("main summary").all()) await summary.click()
      await page.waitForTimeout(300)
      expect(await pwned(page)).toBeUndefined()
      expect(notes).toEqual([])
      await page.close()
    }
  })

  it("run nothing from an address", async () => {
    for (const text of XSS_STRINGS) {
      const word = encodeURIComponent(text)
      const { page, notes } = await stage.open(`/?q=${word}&actor=${word}&type=${word}&sel=${word}`)
      await page.getByRole("heading", { level: 1 }).waitFor({ state: "attached" })
      await page.waitForLoadState("networkidle")
      expect(await pwned(page)).toBeUndefined()
      expect(notes).toEqual([])
      await page.close()
    }
  })

  it("are shown inert: no script, no request, no way out of the frame", async () => {
    const told = stage.fixture.data.told.find((t) => t.report.title?.startsWith("Clash"))
    const { page, notes } = await stage.open(`/report/${told?.report.id}`)
    await page.getByRole("button", { name: "Show the page" }).click()
    await page.frameLocator("iframe").getByText("clashed with guards").first().waitFor()
    await page.waitForTimeout(1000)
    expect(await pwned(page)).toBeUndefined()
    expect(notes.filter((n) => !n.startsWith("policy"))).toEqual([])
    expect(page.url()).toContain("/report/")
    await page.close()
  })

  it("fetch nothing from another server: no image, style sheet, font or prefetch", async () => {
    const { server, port, count } = await listener()
    const html = `<link rel="preconnect" href="http://127.0.0.1:${port}"><link rel="prefetch" href="http://127.0.0.1:${port}/p">
      <img src="http://127.0.0.1:${port}/i"><p>captured words</p><style>@import "http://127.0.0.1:${port}/s"; p{background:url(http://127.0.0.1:${port}/b)}</style>`
    const { page } = await stage.open("/about")
    const answer = await fetch(`${stage.url}/api/pages/${stage.fixture.data.told[0]?.page.id}`)
    const headers = Object.fromEntries(answer.headers)
    await page.route("**/api/pages/probe", (route) =>
      route.fulfill({ status: 200, headers, body: html, contentType: "text/html" }),
    )
    await page.evaluate(
      "document.body.append(Object.assign(document.createElement('iframe'), { sandbox: '', src: '/api/pages/probe' }))",
    )
    await page.frameLocator("iframe").getByText("captured words").waitFor()
    await page.waitForTimeout(1000)
    expect(count()).toBe(0)
    server.close()
    await page.close()
  })
})

/** A port that counts who connects. */
async function listener(): Promise<{ server: Server; port: number; count: () => number }> {
  let connections = 0
  const server = createServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready))
  return { server, port: (server.address() as { port: number }).port, count: () => connections }
}
