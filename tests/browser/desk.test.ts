import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hasBrowser, mapDrawn, openStage, type Stage } from "./browser.ts"

describe.skipIf(!hasBrowser)("the desk in a browser", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  const total = () => stage.fixture.data.events.length
  const rows = "li[data-event]"

  it("shows every event in the list and the placed ones on the map", async () => {
    const { page, notes } = await stage.open("/", { basemap: true })
    await page.locator(rows).first().waitFor()
    expect(await page.locator(rows).count()).toBe(total())
    expect(await page.getByRole("heading", { name: `${total()} events` }).count()).toBe(1)
    await mapDrawn(page)
    const empty = await page.locator(".maplibregl-canvas").screenshot()
    expect(distinctBytes(empty)).toBeGreaterThan(200)
    expect(notes).toEqual([])
    await page.close()
  })

  it("selects on the map what is clicked there", async () => {
    const { page } = await stage.open(`/?type=riot`)
    await mapDrawn(page)
    const box = await page.locator(".maplibregl-canvas").boundingBox()
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
    await page.waitForURL(/sel=ev_/)
    await page.locator(`${rows}.selected`).waitFor()
    expect(await page.locator(`${rows}.selected`).textContent()).toContain("Riot, Port Selim")
    await page.close()
  })

  it("keeps filters in the address through reload and back", async () => {
    const { page } = await stage.open("/")
    await page.getByRole("checkbox", { name: /^Shelling/ }).check()
    await page.waitForURL(/type=shelling/)
    await page.getByRole("heading", { name: "4 events" }).waitFor()
    await page.getByRole("checkbox", { name: /^Contested/ }).check()
    await page.getByRole("heading", { name: "1 event", exact: true }).waitFor()

    await page.reload()
    await page.getByRole("heading", { name: "1 event", exact: true }).waitFor()
    expect(await page.getByRole("checkbox", { name: /^Shelling/ }).isChecked()).toBe(true)

    await page.goBack()
    await page.getByRole("heading", { name: "4 events" }).waitFor()
    await page.goBack()
    await page.getByRole("heading", { name: `${total()} events` }).waitFor()
    await page.close()
  })

  it("filters by words, and says so when nothing matches", async () => {
    const { page } = await stage.open("/")
    await page.locator(rows).first().waitFor()
    await page.keyboard.press("/")
    await page.keyboard.type("vegetable")
    await page.waitForURL(/q=vegetable/)
    await page.getByRole("heading", { name: "1 event", exact: true }).waitFor()
    await page.keyboard.type("xyz")
    await page.getByText("No event matches these filters").waitFor()
    await page.locator(".events").getByRole("button", { name: "Clear all" }).click()
    await page.getByRole("heading", { name: `${total()} events` }).waitFor()
    await page.close()
  })

  it("filters by the time that is brushed", async () => {
    const { page } = await stage.open("/")
    const plot = page.locator(".timeline svg")
    await page.locator(".timeline rect").first().waitFor()
    const box = await plot.boundingBox()
    if (box === null) throw new Error("no timeline")
    await page.mouse.move(box.x + 5, box.y + 50)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.25, box.y + 50, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL(/from=2021-01-0\d&to=2021-0\d-\d\d/)
    const heading = page.locator(".events h2")
    await expect.poll(() => heading.textContent()).not.toBe(`${total()} events`)
    expect(Number.parseInt((await heading.textContent()) ?? "", 10)).toBeGreaterThan(0)
    await page.close()
  })

  it("can be used with the keyboard alone", async () => {
    const { page } = await stage.open("/")
    await page.locator(rows).first().waitFor()
    await page.keyboard.press("Tab")
    expect(await page.evaluate("document.activeElement.innerText")).toBe("Skip to the events")
    await page.keyboard.press("?")
    await page.getByRole("dialog", { name: "Keys" }).waitFor()
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    const second = page.locator(rows).nth(1)
    const id = await second.getAttribute("data-event")
    expect(page.url()).toContain(`sel=${id}`)
    expect(await page.locator(":focus").getAttribute("href")).toBe(`/event/${id}`)
    await page.keyboard.press("k")
    expect(page.url()).toContain(`sel=${await page.locator(rows).first().getAttribute("data-event")}`)
    await page.keyboard.press("Escape")
    expect(page.url()).not.toContain("sel=")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.waitForURL(/\/event\/ev_/)
    await page.getByRole("heading", { level: 1 }).waitFor()
    await page.close()
  })

  it("fits a phone: one view at a time, nothing wider than the screen", async () => {
    const { page } = await stage.open("/", { viewport: { width: 390, height: 844 } })
    await page.getByRole("button", { name: "List" }).click()
    await page.locator(rows).first().waitFor()
    expect(await page.locator(rows).first().isVisible()).toBe(true)
    for (const path of [
      "/",
      "/?view=list",
      "/?view=filters",
      "/codebook",
      "/about",
      `/event/${stage.fixture.data.named.market}`,
    ]) {
      await page.goto(stage.url + path)
      await page.waitForLoadState("networkidle")
      const overflow = await page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
      expect(`${path} ${overflow}`).toBe(`${path} 0`)
    }
    await page.close()
  })
})

function distinctBytes(data: Uint8Array): number {
  return new Set(data).size
}
