import fc from "fast-check"
import { afterAll, describe, expect, it } from "vitest"
import { cleaner } from "../../src/clean/clean.ts"
import { Report } from "../../src/schema/index.ts"
import { bytesPage, pageOf } from "./page.ts"

const machine = cleaner()
afterAll(() => machine.close())

const LINES = [
  "Skip to content",
  "TARSIN, March 3, 2019 (Reuters) - Shells hit the market of the town on Sunday, medics said.",
  "Leave a reply",
  "Shells hit market in Tarsin",
  "3 March 2019 18:40",
  "Photo: Harbour Press",
  "شارك على فيسبوك",
  "Today is 5 May 2020 - 12 Ramadan 1441",
  "The brigade denied that it had shelled the town, and asked for an inquiry by the monitors. - AFP",
]
const line = fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }))
const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.join("\n"))
const tag = fc.constantFrom("p", "div", "h1", "nav", "script", "blockquote", "li", "table", "td", "br", "title", "body")
const markup = fc
  .array(fc.tuple(tag, line, fc.boolean()), { maxLength: 12 })
  .map((parts) => `<html>${parts.map(([t, words, close]) => `<${t}>${words}${close ? `</${t}>` : ""}`).join("")}`)

function check(report: Report | null): void {
  if (report === null) return
  Report.parse(report)
  const blocks = report.blocks ?? []
  expect(blocks.map(({ start, end }) => report.text.slice(start, end)).join("\n\n")).toBe(report.text)
  for (const { start, end } of blocks) expect(report.text.slice(start, end).trim()).toBe(report.text.slice(start, end))
  if (report.title !== null) expect(report.text.startsWith(report.title)).toBe(true)
  for (const value of [report.published, report.dateline, report.wire])
    for (const [i, span] of (value?.spans ?? []).entries()) {
      const words = report.text.slice(span.start, span.end)
      expect(words.length).toBeGreaterThan(0)
      if (i === 0) expect(value?.raw).toBe(words)
    }
}

describe("any page", () => {
  it("of plain text: exact blocks and spans, same result twice", async () => {
    await fc.assert(
      fc.asyncProperty(text, async (body) => {
        const [first, second] = [await machine.clean(pageOf(body)), await machine.clean(pageOf(body))]
        expect(second).toEqual(first)
        check(first.value)
        if (first.value === null) expect(first.issues.some(({ severity }) => severity === "error")).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it("of HTML", async () => {
    await fc.assert(
      fc.asyncProperty(markup, async (body) => {
        const page = pageOf(body, { mime: "text/html" })
        const [first, second] = [await machine.clean(page), await machine.clean(page)]
        expect(second).toEqual(first)
        check(first.value)
      }),
      { numRuns: 100 },
    )
  })

  it("of bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        check((await machine.clean(bytesPage(bytes))).value)
      }),
      { numRuns: 150 },
    )
  })

  it("what is removed or kept was in the plain text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 12 }), async (lines) => {
        const { value } = await machine.clean(pageOf(lines.join("\n\n")))
        const all = [...(value?.removed ?? []).map((r) => r.text), ...(value?.text.split("\n\n") ?? [])]
        if (value !== null) expect(all.sort()).toEqual([...lines].sort())
      }),
      { numRuns: 150 },
    )
  })
})
