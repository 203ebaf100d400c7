import fc from "fast-check"
import { expect, test } from "vitest"
import { pageOfRecord } from "../../src/connect/record.ts"
import { sha256 } from "../../src/kit/hash.ts"
import { Page } from "../../src/schema/index.ts"

const context = { name: "in.jsonl:1", fetchedAt: "2020-01-01T00:00:00Z", outlet: null }

test("a report-like record becomes a page that declares what the record says", () => {
  const record = {
    id: 17,
    title: "Bridge hit",
    text: "A bridge was hit.",
    date: "2018-03-04",
    source: "The Plain Paper",
    url: "https://plain.example/17",
    lang: "en",
    mood: "ignored",
  }
  const { value, issues } = pageOfRecord(record, context)
  expect(issues).toEqual([])
  expect(value).toMatchObject({
    url: "https://plain.example/17",
    outlet: "The Plain Paper",
    mime: "text/plain",
    body: "Bridge hit\n\nA bridge was hit.",
    given: { title: "Bridge hit", published: "2018-03-04", lang: "en" },
    name: "in.jsonl:1 (17)",
  })
})

test("html wins over text, and a body that is markup is HTML", () => {
  const mime = (record: object) => pageOfRecord(record, context).value?.mime
  expect(mime({ html: "<p>a</p>", text: "a" })).toBe("text/html")
  expect(mime({ body: "  <article>a</article>" })).toBe("text/html")
  expect(mime({ body: "a < b" })).toBe("text/plain")
})

test("a report's own attested publication day is taken, a day in another notation is left unknown with an issue", () => {
  const published = { value: "2018-03-04", certainty: "stated", spans: [], raw: "4 March 2018", by: "clean@1" }
  expect(pageOfRecord({ text: "a", published }, context).value?.given?.published).toBe("2018-03-04")
  const odd = pageOfRecord({ text: "a", date: "3/4/2018" }, context)
  expect(odd.value?.given).toBeUndefined()
  expect(odd.issues).toMatchObject([{ code: "connect/date", severity: "warning" }])
})

test("two records of the same words are two pages when their ids or addresses differ, one when not", () => {
  const id = (record: object) => pageOfRecord({ text: "a", ...record }, context).value?.id
  expect(id({ id: 1 })).toBe(id({ id: 1 }))
  expect(new Set([id({}), id({ id: 1 }), id({ id: 2 }), id({ url: "https://a.example" })]).size).toBe(4)
})

test("a Page passes as it is; one with another hash than its body's does not", () => {
  const page = {
    id: "pg_1",
    url: null,
    outlet: null,
    fetchedAt: "2020-01-01",
    sha256: sha256("a"),
    mime: "text/plain",
    body: "a",
  }
  expect(pageOfRecord(page, context)).toEqual({ value: page, issues: [] })
  expect(pageOfRecord({ ...page, body: "b" }, context).issues).toMatchObject([{ code: "connect/hash-mismatch" }])
  const unfit = pageOfRecord({ ...page, fetchedAt: "yesterday" }, context)
  expect(unfit).toMatchObject({
    value: null,
    issues: [{ code: "connect/schema", message: expect.stringContaining("fetchedAt") }],
  })
})

test("any JSON at all gives a valid page or an issue, never an exception", () => {
  const field = fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue())
  const record = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(
      fc.constantFrom(
        "id",
        "title",
        "text",
        "body",
        "html",
        "published",
        "date",
        "outlet",
        "url",
        "lang",
        "sha256",
        "mime",
      ),
      field,
    ),
  )
  fc.assert(
    fc.property(record, (value) => {
      const { value: page, issues } = pageOfRecord(value, context)
      if (page === null) expect(issues.length).toBeGreaterThan(0)
      else {
        expect(Page.safeParse(page).success).toBe(true)
        expect(sha256(page.body)).toBe(page.sha256)
      }
    }),
    { numRuns: 500 },
  )
})
