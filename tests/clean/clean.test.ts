import { afterAll, describe, expect, it } from "vitest"
import { clean, cleaner } from "../../src/clean/clean.ts"
import { Report } from "../../src/schema/index.ts"
import { bytesPage, pageOf } from "./page.ts"

const machine = cleaner()
afterAll(() => machine.close())

const codes = (outcome: { issues: { code: string }[] }) => outcome.issues.map(({ code }) => code)
const html = (body: string, given = {}) => machine.clean(pageOf(body, { mime: "text/html", ...given }))
const STORY = "Shells hit the market of Tarsin on Sunday, killing nine people and wounding thirty, two medics said."

describe("clean", () => {
  it("gives a report that names its page", async () => {
    const { value, issues } = await clean(pageOf(STORY, { url: "https://www.harbour.example/a", outlet: null }))
    expect(issues).toEqual([])
    expect(Report.parse(value)).toMatchObject({
      id: "rp_0123456789abcdef",
      pageId: "pg_0123456789abcdef",
      outlet: "harbour.example",
      lang: "en",
      title: null,
      published: null,
      text: STORY,
    })
  })

  it("prefers the given outlet to the page's own", async () => {
    const page = `<meta property="og:site_name" content="Harbour"><p>${STORY}</p>`
    expect((await html(page)).value?.outlet).toBe("Harbour")
    expect((await html(page, { outlet: "Given" })).value?.outlet).toBe("Given")
  })

  it("takes no date from mastheads, captions or the future", async () => {
    const caption = "Men look at the market, on March 3, 2019. (Photo by Harbour Press)"
    expect(
      (await machine.clean(pageOf(`${STORY}\n\n${caption}\n\n${STORY} Then it rained.`))).value?.published,
    ).toBeNull()
    const future = await html(`<meta name="date" content="2031-01-01"><p>${STORY}</p>`)
    expect(future.value?.published).toBeNull()
    expect(codes(future)).toContain("clean/date-after-capture")
  })

  it("takes the reader's calendar day where the page states UTC", async () => {
    const page = `<meta property="article:published_time" content="2023-11-09T01:49:09Z"><p>${STORY}</p>`
    const { value } = await html(page, { url: "https://harbour.example/2023/11/08/market" })
    expect(value?.published).toMatchObject({ value: "2023-11-08", origin: "url", why: "published/local-day" })
  })

  it("never reads scripts, styles or templates", async () => {
    const { value } = await html(
      `<script>var a = "Forty killed in script";</script><style>.forty{}</style><p>${STORY}</p><template><p>Forty killed in template</p></template>`,
    )
    expect(value?.text).toBe(STORY)
  })

  it("works again after a page that was ended", async () => {
    const short = cleaner({ timeCapMs: 1 })
    const slow = await short.clean(pageOf(`<div><p>${STORY}</p></div>`.repeat(3000), { mime: "text/html" }))
    expect(codes(slow)).toContain("clean/too-slow")
    expect(slow.value?.text).toContain("Tarsin")
    await short.close()
    expect((await html(`<p>${STORY}</p>`)).issues).toEqual([])
  })

  it("answers many pages at once, each with its own", async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `${STORY} It was number ${i} of that day.`)
    const outcomes = await Promise.all(texts.map((text) => html(`<html><body><p>${text}</p></body></html>`)))
    expect(outcomes.map(({ value }) => value?.text)).toEqual(texts)
  })

  it("refuses work once closed", async () => {
    const closed = cleaner()
    await closed.close()
    await expect(closed.clean(pageOf("<p>x</p>", { mime: "text/html" }))).rejects.toThrow(/closed/)
  })
})

describe("hostile pages", () => {
  const inTime = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
    const started = performance.now()
    return [await work(), performance.now() - started]
  }

  it.each(["", " \n\t ", "\uFEFF", "<html></html>", "<!-- -->"])("empty: %j", async (body) => {
    const outcome = await machine.clean(pageOf(body))
    expect(outcome.value).toBeNull()
    expect(codes(outcome)).toContain("clean/no-text")
  })

  it("binary bytes, declared binary types", async () => {
    const png = await machine.clean(bytesPage(Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), { name: "a.png" }))
    expect(png).toMatchObject({ value: null, issues: [{ code: "clean/binary", severity: "error" }] })
    expect(png.issues[0]?.message).toContain("a.png")
    expect(codes(await machine.clean(pageOf("x", { mime: "application/pdf" })))).toEqual(["clean/binary"])
  })

  it("invalid UTF-8 is told, and the rest is read", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${STORY} „So it is“ – `),
      Buffer.from([0xff]),
      Buffer.from(" they said."),
    ])
    const outcome = await machine.clean(bytesPage(bytes))
    expect(codes(outcome)).toEqual(["clean/broken-characters"])
    expect(outcome.value?.text).toContain("Tarsin")
  })

  it("20,000 nested divs cost under 2 s and still give their text", async () => {
    await html(`<p>${STORY}</p>`)
    const body = `<html><body>${"<div>".repeat(20_000)}${STORY}${"</div>".repeat(20_000)}</body></html>`
    const [outcome, ms] = await inTime(() => html(body))
    expect(ms).toBeLessThan(2000)
    expect(codes(outcome)).toEqual(["clean/too-deep"])
    expect(outcome.value?.text).toBe(STORY)
  })

  it("10 MB of attributes", async () => {
    const flood = Array.from({ length: 900_000 }, (_, i) => `a${i}=1`).join(" ")
    const [outcome, ms] = await inTime(() => html(`<html><body><p>${STORY}</p><div ${flood}>x</div></body></html>`))
    expect(ms).toBeLessThan(4000)
    expect(codes(outcome)).toContain("clean/too-large")
    expect(outcome.value?.text).toContain("Tarsin")
  })

  it("200 MB of text is cut, with an issue", async () => {
    const [outcome, ms] = await inTime(() => machine.clean(pageOf(`${STORY}\n\n`.repeat(2_000_000))))
    expect(ms).toBeLessThan(10_000)
    expect(codes(outcome)).toContain("clean/too-large")
    expect(outcome.value?.text.length).toBeLessThanOrEqual(400_000)
  })

  it("one line without spaces, one without words", async () => {
    const [, ms] = await inTime(async () => {
      for (const text of ["a".repeat(2_000_000), "(".repeat(500_000), "- ".repeat(300_000), "“".repeat(300_000)])
        await machine.clean(pageOf(text))
    })
    expect(ms).toBeLessThan(8000)
  })
})
