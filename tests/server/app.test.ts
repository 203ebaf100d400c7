import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { InputError } from "../../src/errors.ts"
import { createApp } from "../../src/server/app.ts"
import type { ServedDesk } from "../../src/server/deps.ts"
import { type OpenFixture, openFixture } from "./open-fixture.ts"

let fixture: OpenFixture
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  fixture = await openFixture()
  app = createApp({ desk: fixture.desk, webRoot: null })
})
afterAll(() => fixture.remove())

// biome-ignore lint/suspicious/noExplicitAny: the assertions are the check of the shape
type Body = any

async function get(path: string) {
  const response = await app.request(path)
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body }
}

describe("GET /api/events", () => {
  it("lists every event, page by page, each once", async () => {
    const ids: string[] = []
    for (let cursor: string | null = null, pages = 0; pages < 20; pages++) {
      const { body } = await get(`/api/events?limit=4${cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`}`)
      ids.push(...body.items.map((e: { id: string }) => e.id))
      cursor = body.next
      if (cursor === null) break
    }
    expect(ids.toSorted()).toEqual(fixture.data.events.map((e) => e.id).toSorted())
  })

  it.each([
    ["type=shelling", (e: Card) => e.type === "shelling"],
    ["type=shelling&type=air-strike", (e: Card) => e.type === "shelling" || e.type === "air-strike"],
    ["modality=denied", (e: Card) => e.modality === "denied"],
    ["grade=contested&grade=fair", (e: Card) => e.grade === "contested" || e.grade === "fair"],
    [
      "from=2021-05-01&to=2021-05-31",
      (e: Card) => e.when !== null && e.when.start >= "2021-05-01" && e.when.end <= "2021-05-31",
    ],
    ["bbox=35,32,43,38", (e: Card) => e.where?.lon != null && e.where.lon >= 35 && e.where.lon <= 43],
    ["minOrigins=3", (e: Card) => e.origins >= 3],
    ["place=Sarem", (e: Card) => e.where?.name === "Sarem"],
    ["country=UA", (e: Card) => e.where?.country === "UA"],
    ["outlet=State%20Bulletin", (e: Card) => e.grade === "contested" || e.modality === "denied"],
    ["q=vegetable", (e: Card) => e.where?.name === "Sarem"],
  ])("filters by %s", async (query, holds) => {
    const { status, body } = await get(`/api/events?limit=500&${query}`)
    expect(status).toBe(200)
    expect(body.items.length).toBeGreaterThan(0)
    expect(body.items.length).toBeLessThan(fixture.data.events.length)
    expect(body.items.filter((e: Card) => !holds(e))).toEqual([])
    expect(body.total).toBe(body.items.length)
  })

  it("counts facets so that a facet's other values can still be chosen", async () => {
    const { body } = await get("/api/events?type=shelling&facets=1")
    const types = new Map(body.facets.type.map((c: { value: string; count: number }) => [c.value, c.count]))
    expect(types.get("shelling")).toBe(body.total)
    expect(types.get("air-strike")).toBe(2)
    expect((await get("/api/events")).body.facets).toBeNull()
  })

  it.each([
    "/api/events?type=picnic",
    "/api/events?limit=0",
    "/api/events?limit=9999",
    "/api/events?from=2021-02-30",
    "/api/events?from=2021-05-02&to=2021-05-01",
    "/api/events?bbox=1,2,3",
    "/api/events?bbox=10,50,20,40",
    "/api/events?colour=red",
    "/api/events?sort=best",
    "/api/timeline?bucket=hour",
  ])("refuses %s with a problem that names the parameter", async (path) => {
    const { status, headers, body } = await get(path)
    expect(status).toBe(400)
    expect(headers.get("content-type")).toBe("application/problem+json")
    expect(body).toMatchObject({ status: 400, title: "Bad request" })
    const parameter = /\?(\w+)/.exec(path)?.[1] ?? ""
    expect(body.detail).toContain(parameter)
  })

  it("takes hostile words as words", async () => {
    for (const words of [`" OR 1=1 --`, "%' ; DROP TABLE event;", "a* NEAR(b", "(((", "\u0000x", "ا".repeat(300)]) {
      const { status } = await get(`/api/events?q=${encodeURIComponent(words)}`)
      expect([200, 400]).toContain(status)
    }
    expect((await get("/api/events")).body.total).toBe(fixture.data.events.length)
  })
})

interface Card {
  type: string
  modality: string
  grade: string
  origins: number
  when: { start: string; end: string } | null
  where: { name: string; lon: number | null; country: string | null } | null
}

describe("map and timeline", () => {
  it("gives the points of placed events with their radius", async () => {
    const { headers, body } = await get("/api/events.geojson")
    expect(headers.get("content-type")).toBe("application/geo+json")
    expect(body.features).toHaveLength(fixture.data.events.length - 1)
    const market = body.features.find((f: { id: string }) => f.id === fixture.data.named.market)
    expect(market.geometry.coordinates).toEqual([36.61, 35.81])
    expect(market.properties).toMatchObject({ radiusKm: 2, precision: "exact", type: "shelling", grade: "contested" })
    expect(body.features.map((f: { id: string }) => f.id)).not.toContain(fixture.data.named.nowhere)
  })

  it("counts every dated event once, in buckets that fit the span", async () => {
    const auto = (await get("/api/timeline")).body
    expect(auto.bucket).toBe("week")
    expect(auto.undated).toBe(1)
    const total = auto.rows.reduce((sum: number, row: { count: number }) => sum + row.count, 0)
    expect(total + auto.undated).toBe(fixture.data.events.length)
    for (const row of auto.rows) expect(new Date(`${row.start}T00:00:00Z`).getUTCDay()).toBe(1)
    expect(
      (await get("/api/timeline?bucket=year")).body.rows.every((r: { start: string }) => r.start === "2021-01-01"),
    ).toBe(true)
    expect(
      (await get("/api/timeline?type=shelling&bucket=day")).body.rows.every(
        (r: { type: string }) => r.type === "shelling",
      ),
    ).toBe(true)
  })
})

describe("one event, report, mention", () => {
  it("gives an event with its mentions, links and near misses", async () => {
    const { body } = await get(`/api/events/${fixture.data.named.market}`)
    expect(body.mentions.map((m: { report: { outlet: string } }) => m.report.outlet)).toEqual([
      "Levant Courier",
      "North Ledger",
      "State Bulletin",
    ])
    expect(body.near).toHaveLength(1)
    expect(body.near[0].link.joined).toBe(false)
    expect(body.event.mentions).toContain(body.near[0].own)
    expect(body.near[0].other.event).not.toBe(body.event.id)
  })

  it("gives a report whose spans lie on the very words", async () => {
    const { mentions } = (await get(`/api/events/${fixture.data.named.arabic}`)).body
    const { body } = await get(`/api/reports/${mentions[0].report.id}`)
    const mention = body.mentions[0]
    expect(body.events[mention.id]).toBe(fixture.data.named.arabic)
    for (const value of [mention.type, mention.when, ...mention.where, ...mention.harm]) {
      expect(body.report.text.slice(value.spans[0].start, value.spans[0].end)).toBe(value.raw)
    }
  })

  it.each(["events/none", "reports/none", "mentions/none", "pages/none", "nothing"])("has no /api/%s", async (path) => {
    const { status, body } = await get(`/api/${path}`)
    expect(status).toBe(404)
    expect(body).toMatchObject({ status: 404, title: "Not found" })
  })

  it("finds reports and events by their words", async () => {
    const { body } = await get("/api/search?q=vegetable")
    expect(body.reports[0].outlet).toBe("Levant Courier")
    expect(body.reports[0].snippet).toContain("\uE000vegetable\uE001")
  })

  it("describes the codebook and the desk", async () => {
    const { body } = await get("/api/codebook")
    expect(body.types).toHaveLength(31)
    const families = body.families.map((f: { id: string }) => f.id)
    for (const type of body.types) expect(families).toContain(type.family)
    expect((await get("/api/counts")).body).toMatchObject({ events: fixture.data.events.length, stale: false })
  })
})

describe("errors", () => {
  const broken = (error: unknown) => {
    const bugs: unknown[] = []
    const desk = { ...fixture.desk, counts: () => Promise.reject(error) } as unknown as ServedDesk
    return { bugs, app: createApp({ desk, webRoot: null, onBug: (e) => bugs.push(e) }) }
  }

  it("keeps a bug's text and stack inside", async () => {
    const { bugs, app } = broken(new Error("secret path /home/x"))
    const response = await app.request("/api/counts")
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toContain("secret")
    expect(text).not.toContain(".ts")
    expect(bugs).toHaveLength(1)
  })

  it("passes on what is meant for a person, with the way out", async () => {
    const { bugs, app } = broken(new InputError("the page is empty", { wayOut: "capture it again" }))
    const response = await app.request("/api/counts")
    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ detail: "the page is empty", wayOut: "capture it again" })
    expect(bugs).toHaveLength(0)
  })
})
