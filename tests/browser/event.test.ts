import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { hasBrowser, openStage, type Stage } from "./browser.ts"

describe.skipIf(!hasBrowser)("an event in a browser", () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage()
  })
  afterAll(() => stage?.close())

  it("sets the claims side by side and leads each to its very words", async () => {
    const { page, notes } = await stage.open(`/event/${stage.fixture.data.named.market}`)
    await page.getByRole("heading", { level: 1, name: "Shelling, Sarem" }).waitFor()
    expect(await page.getByText("3 outlets, 3 independent origins").count()).toBe(1)
    for (const words of ["12 people", "At least nine people", "14 civilians"]) {
      await page
        .locator("table")
        .getByRole("button", { name: new RegExp(`killed: ${words}`) })
        .click()
      await page.locator("mark.strong").first().waitFor()
      await expect.poll(() => page.locator(".text mark.strong").allInnerTexts()).toEqual([words])
      expect(await page.locator(".text mark.strong").isVisible()).toBe(true)
    }
    expect(page.url()).toContain(".harm.0")
    expect(await page.locator(".text mark.where").allInnerTexts()).toEqual(["Sarem"])

    await page.goBack()
    await expect.poll(() => page.locator(".text mark.strong").allInnerTexts()).toEqual(["At least nine people"])
    await page.keyboard.press("Escape")
    await page.locator(".pane").waitFor({ state: "detached" })
    expect(page.url()).not.toContain("claim=")
    expect(notes).toEqual([])
    await page.close()
  })

  it("draws every event of the desk", async () => {
    const { page, notes } = await stage.open("/about")
    for (const { id } of stage.fixture.data.events) {
      await page.goto(`${stage.url}/event/${id}`)
      await page.locator("main h1").waitFor()
      expect(await page.getByText("could not be drawn").count()).toBe(0)
    }
    expect(notes).toEqual([])
    await page.close()
  })

  it("says so where a value has no words", async () => {
    const { page } = await stage.open(`/event/${stage.fixture.data.named.plan}`)
    await page.getByRole("button", { name: /no words; assumed/ }).click()
    await page.getByText("No words in this report carry this value.").waitFor()
    expect(await page.locator("mark.strong").count()).toBe(0)
    await page.close()
  })

  it("shows what was removed, the hash, and the page as captured", async () => {
    const market = stage.fixture.data.told[0]
    const { page } = await stage.open(`/report/${market?.report.id}`)
    await page.getByText(market?.page.sha256 ?? "").waitFor()
    await page.getByText("What cleaning left out of the report, and why.").click()
    expect(await page.getByText("Most read: ten things").isVisible()).toBe(true)
    await page.getByRole("button", { name: "Show the page" }).click()
    const frame = page.frameLocator("iframe")
    await frame.getByRole("heading", { name: "Twelve dead as shells hit Sarem market" }).waitFor()
    await page.close()
  })

  it("lays right-to-left text from the right", async () => {
    const { page } = await stage.open(`/event/${stage.fixture.data.named.arabic}`)
    await page.getByRole("button", { name: /مئات العائلات/ }).click()
    const paragraph = page.locator(".text p").nth(1)
    await paragraph.waitFor()
    expect(await page.evaluate("getComputedStyle(document.querySelectorAll('.text p')[1]).direction")).toBe("rtl")
    expect(await page.locator(".text").getAttribute("lang")).toBe("ar")
    await page.close()
  })

  it("tells an unknown event from a broken desk, and offers a way out", async () => {
    const { page } = await stage.open("/event/none")
    await page.getByText("Nothing is at this address").waitFor()
    await page.getByRole("link", { name: "Go to the desk" }).click()
    await page.locator("li[data-event]").first().waitFor()

    await page.route("**/api/events?**", (route) => route.abort())
    await page.goto(stage.url)
    await page.getByText("The desk does not answer.").waitFor()
    await page.unroute("**/api/events?**")
    await page.getByRole("button", { name: "Try again" }).click()
    await page.locator("li[data-event]").first().waitFor()
    await page.close()
  })
})
