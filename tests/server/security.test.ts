import { createServer } from "node:http"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { ConfigError } from "../../src/errors.ts"
import { createApp } from "../../src/server/app.ts"
import { serve } from "../../src/server/serve.ts"
import { XSS_STRINGS } from "./fixture-hostile.ts"
import { type OpenFixture, openFixture } from "./open-fixture.ts"

let fixture: OpenFixture
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  fixture = await openFixture()
  app = createApp({ desk: fixture.desk, webRoot: null })
})
afterAll(() => fixture.remove())

const ORIGIN = { host: "localhost", origin: "http://localhost" }
const JSON_TYPE = { "content-type": "application/json" }

function post(path: string, body: unknown, headers: Record<string, string> = { ...ORIGIN, ...JSON_TYPE }) {
  return app.request(path, { method: "POST", headers, body: typeof body === "string" ? body : JSON.stringify(body) })
}

/** A JSON answer whose shape the test itself goes on to assert. */
// biome-ignore lint/suspicious/noExplicitAny: the assertions are the check of the shape
type Body = any

async function read(path: string): Promise<Body> {
  return (await app.request(path)).json()
}

async function hostilePage() {
  const detail = await read(`/api/events/${fixture.data.named.hostile}`)
  return app.request(`/api/pages/${detail.mentions[0].report.pageId}`)
}

describe("headers", () => {
  it.each(["/api/counts", "/api/none", "/api/events?type=x"])("are strict on %s", async (path) => {
    const { headers } = await app.request(path)
    const csp = headers.get("content-security-policy") ?? ""
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("script-src 'self'")
    expect(csp).not.toMatch(/unsafe|https?:|\*|blob:/)
    expect(headers.get("x-content-type-options")).toBe("nosniff")
    expect(headers.get("referrer-policy")).toBe("no-referrer")
    expect(headers.get("access-control-allow-origin")).toBeNull()
  })
})

describe("a captured page", () => {
  it("comes back byte for byte and inert", async () => {
    const response = await hostilePage()
    const stored = fixture.data.told.find((t) => t.report.title?.startsWith("Clash"))?.page.body
    expect(await response.text()).toBe(stored)
    expect(response.headers.get("content-type")).toBe("text/html")
    const csp = response.headers.get("content-security-policy") ?? ""
    expect(csp.split("; ")).toEqual(
      expect.arrayContaining(["sandbox", "default-src 'none'", "style-src 'unsafe-inline'", "form-action 'none'"]),
    )
    expect(csp).not.toContain("script-src")
    expect(csp).not.toContain("allow-scripts")
    expect(response.headers.get("x-content-type-options")).toBe("nosniff")
  })

  it("is plain text where it was not HTML", async () => {
    const page = fixture.data.told.find((t) => t.page.mime === "text/plain")?.page
    const response = await app.request(`/api/pages/${page?.id}`)
    expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8")
    expect(response.headers.get("content-security-policy")).toContain("sandbox")
  })
})

describe("hostile strings", () => {
  it("travel through JSON unchanged, never as markup", async () => {
    const response = await app.request(`/api/events/${fixture.data.named.hostile}`)
    expect(response.headers.get("content-type")).toContain("application/json")
    const { mentions } = (await response.json()) as Body
    const report = await read(`/api/reports/${mentions[0].report.id}`)
    for (const text of XSS_STRINGS) expect(report.report.text).toContain(text)
  })

  it("in an address do not come back as markup", async () => {
    for (const text of XSS_STRINGS) {
      const response = await app.request(`/api/events/${encodeURIComponent(text)}`)
      expect(response.status).toBe(404)
      expect(response.headers.get("content-type")).toBe("application/problem+json")
    }
  })
})

describe("deciding", () => {
  const judgement = () => {
    const [a, b] = fixture.data.events[0]?.mentions ?? []
    return { a, b, verdict: "different", by: "coder-1", why: "other towns" }
  }

  it("appends a judgement and a review, with id and time of the desk's making", async () => {
    const response = await post("/api/judgements", judgement())
    expect(response.status).toBe(201)
    const made = await response.json()
    expect(made).toMatchObject({ ...judgement(), supersedes: null })
    expect(await (await app.request("/api/judgements")).json()).toContainEqual(made)

    const review = { mention: judgement().a, field: "when", verdict: "confirm", by: "coder-1" }
    expect((await post("/api/reviews", review)).status).toBe(201)
    const reviews = await (await app.request(`/api/reviews?mention=${review.mention}`)).json()
    expect(reviews).toHaveLength(1)
    expect((await read("/api/counts")).stale).toBe(true)
  })

  it.each([
    ["another site", { ...JSON_TYPE, host: "localhost", origin: "https://evil.example" }, 403],
    ["an opaque origin", { ...JSON_TYPE, host: "localhost", origin: "null" }, 403],
    ["another port of this machine", { ...JSON_TYPE, host: "localhost:4173", origin: "http://localhost:9999" }, 403],
    ["a cross-site form", { ...JSON_TYPE, host: "localhost", "sec-fetch-site": "cross-site" }, 403],
    ["a form's content type", { ...ORIGIN, "content-type": "text/plain" }, 415],
  ])("is refused from %s", async (_name, headers, status) => {
    expect((await post("/api/judgements", judgement(), headers as Record<string, string>)).status).toBe(status)
  })

  it("is open to programs, which send no Origin", async () => {
    expect((await post("/api/judgements", judgement(), { ...JSON_TYPE, host: "localhost" })).status).toBe(201)
  })

  it.each([
    ["not JSON", "{", 400],
    ["an unknown verdict", { ...judgementShape, verdict: "maybe" }, 400],
    ["a mention against itself", { ...judgementShape, b: "x" }, 400],
    ["an unknown key", { ...judgementShape, admin: true }, 400],
    ["unknown mentions", judgementShape, 404],
    ["an oversized body", { ...judgementShape, why: "x".repeat(70_000) }, 413],
  ])("refuses %s", async (_name, body, status) => {
    expect((await post("/api/judgements", body)).status).toBe(status)
  })
})

const judgementShape = { a: "x", b: "y", verdict: "same", by: "coder-1" }

describe("the port", () => {
  it("answers to loopback names only", async () => {
    for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:4173"]) {
      expect((await app.request("/api/counts", { headers: { host } })).status).toBe(421)
    }
    for (const host of ["localhost:4173", "127.0.0.1:4173", "[::1]:80"]) {
      expect((await app.request("/api/counts", { headers: { host } })).status).toBe(200)
    }
  })

  it("is loopback, and a taken one is a clear error", async () => {
    const serving = await serve({ desk: fixture.desk, webRoot: null }, 0)
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect((await fetch(`${serving.url}/api/counts`)).status).toBe(200)
    await serving.close()

    const other = createServer().listen(0, "127.0.0.1")
    await new Promise((ready) => other.once("listening", ready))
    const { port } = other.address() as { port: number }
    await expect(serve({ desk: fixture.desk, webRoot: null }, port)).rejects.toThrow(ConfigError)
    other.close()
  })
})
