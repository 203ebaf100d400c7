import { existsSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { describe, expect, test } from "vitest"
import { ConfigError, InputError, IntegrityError, NotFoundError } from "../../src/errors.ts"
import { addToDesk } from "../../src/pipeline/add.ts"
import { archivePath } from "../../src/store/archive.ts"
import type { Desk } from "../../src/store/desk.ts"
import { openDesk } from "../../src/store/open.ts"
import { fakeStages, generatedPages, pageOf, sourceOf } from "../pipeline/fake-stages.ts"
import { all, dumpOf, tempDesk, tempFolder } from "./temp-desk.ts"

const BODY = [
  "2019-03-02 Anat: shelling killed 5, by Grey Brigade.",
  "2019-04-09 Suva: siege killed 2, by Blue Guard.",
  "undated Nowhere: protest killed 0, by Blue Guard.",
].join("\n")

async function deskWith(...bodies: string[]): Promise<Desk> {
  const desk = await tempDesk()
  const pages = bodies.map((body, i) => pageOf(body, `page-${i}`))
  await addToDesk(desk, sourceOf(pages), fakeStages)
  return desk
}

describe("adding", () => {
  test("a page comes back with its bytes, its report, mentions and events", async () => {
    const desk = await deskWith(BODY)
    expect(await desk.counts()).toMatchObject({ pages: 1, reports: 1, mentions: 3, events: 3, stale: false })
    const [page] = await all(desk.pages())
    expect(page).toEqual(pageOf(BODY, "page-0"))
    const report = await desk.report(page?.id.replace("pg_", "rp_") ?? "")
    expect(report?.report.text).toBe(BODY)
    expect(report?.mentions).toHaveLength(3)
    expect(report?.page?.bytes).toBe(BODY.length)
  })

  test("bytes that are no UTF-8 come back unchanged", async () => {
    const desk = await tempDesk()
    const bytes = Buffer.from([0xe9, 0x74, 0xe9, 0x0a])
    const { sha256 } = await import("../../src/kit/hash.ts")
    const page = { ...pageOf("x"), sha256: sha256(bytes), body: bytes.toString("base64"), encoding: "base64" as const }
    await desk.add([{ page, report: null, coded: null, issues: [] }])
    expect(await all(desk.pages())).toEqual([page])
    expect(Buffer.from((await desk.page(page.id))?.bytes ?? [])).toEqual(bytes)
  })

  test("adding the same again changes nothing, byte for byte", async () => {
    const desk = await tempDesk()
    const pages = generatedPages(30)
    await addToDesk(desk, sourceOf(pages), fakeStages)
    const before = [await dumpOf(desk), await all(desk.allEvents()), await all(desk.allLinks())]
    const summary = await addToDesk(desk, sourceOf(pages), fakeStages)
    expect(summary).toMatchObject({ seen: 30, added: 0, known: 30, linked: false })
    expect([await dumpOf(desk), await all(desk.allEvents()), await all(desk.allLinks())]).toEqual(before)
  })

  test("a page whose bytes are not those of its hash is refused with an issue", async () => {
    const desk = await tempDesk()
    const issues = await desk.add([{ page: { ...pageOf("a"), body: "b" }, report: null, coded: null, issues: [] }])
    expect(issues).toMatchObject([{ code: "store/hash-mismatch", severity: "error" }])
    expect((await desk.counts()).pages).toBe(0)
  })

  test("two mentions of one id in a report: the first is kept, and an issue says so", async () => {
    const line = "2019-03-02 Anat: shelling killed 5, by Grey Brigade."
    const desk = await deskWith(`${line} ${line}`)
    expect((await desk.counts()).mentions).toBe(1)
    const [page] = await all(desk.pages())
    const report = await desk.report(page?.id.replace("pg_", "rp_") ?? "")
    expect(report?.issues).toMatchObject([{ code: "store/same-mention-id" }])
  })
})

describe("asking", () => {
  test("filters narrow, alone and together", async () => {
    const desk = await deskWith(BODY, "2019-03-02 Anat: shelling killed 7, by Grey Brigade.")
    const ids = async (filter: Parameters<Desk["events"]>[0]) =>
      (await desk.events(filter)).items.map((item) => item.where?.name)
    expect(await ids({})).toEqual(["Suva", "Anat", "Nowhere"])
    expect(await ids({ sort: "killed" })).toEqual(["Anat", "Suva", "Nowhere"])
    expect(await ids({ sort: "oldest" })).toEqual(["Anat", "Suva", "Nowhere"])
    expect(await ids({ types: ["siege", "protest"] })).toEqual(["Suva", "Nowhere"])
    expect(await ids({ from: "2019-03-03" })).toEqual(["Suva"])
    expect(await ids({ to: "2019-04-08" })).toEqual(["Anat"])
    expect(await ids({ actor: ["Blue Guard"], from: "2019-01-01" })).toEqual(["Suva"])
    expect(await ids({ box: [41, 34, 43, 35] })).toEqual(["Anat"])
    expect(await ids({ box: [41, 34, 43, 35], from: "2019-04-01" })).toEqual([])
    expect(await ids({ box: [170, -20, -170, -10] })).toEqual(["Suva"])
    expect(await ids({ place: "sUv" })).toEqual(["Suva"])
    expect(await ids({ place: "Grey" })).toEqual([])
    expect(await ids({ text: "grey brig" })).toEqual(["Anat"])
    expect(await ids({ text: '"; DROP' })).toEqual([])
    expect(await ids({ text: "AND" })).toEqual([])
    expect(await ids({ outlet: ["The Plain Paper"], minOrigins: 2 })).toEqual([])
  })

  test("a box edge is decided by the point itself, not by the tree's rounded one", async () => {
    const desk = await deskWith("2019-04-09 Suva: siege killed 2, by Blue Guard.")
    const at = async (west: number) => (await desk.points({ box: [west, -90, 180, 90] })).length
    expect([await at(178.4), await at(178.40000001)]).toEqual([1, 0])
  })

  test("facets count every value but leave out their own filter", async () => {
    const desk = await deskWith(BODY)
    const { facets } = await desk.events({ types: ["siege"] })
    expect(facets?.type.map(({ value, count }) => [value, count])).toEqual([
      ["protest", 1],
      ["shelling", 1],
      ["siege", 1],
    ])
    expect(facets?.actor).toEqual([{ value: "Blue Guard", label: "Blue Guard", count: 1 }])
    expect(facets?.month).toEqual([{ value: "2019-04", label: "2019-04", count: 1 }])
  })

  test("pages of a list give every event once", async () => {
    const desk = await tempDesk()
    await addToDesk(desk, sourceOf(generatedPages(80)), fakeStages)
    for (const sort of ["newest", "oldest", "origins", "killed"] as const) {
      const seen: string[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await desk.events({ sort, limit: 7, facets: false, ...(cursor ? { cursor } : {}) })
        seen.push(...page.items.map((item) => item.id))
        cursor = page.next
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBe((await desk.counts()).events)
    }
    await expect(desk.events({ cursor: "no" })).rejects.toThrow("not a cursor")
  })

  test("an event is also found by the id of any of its mentions", async () => {
    const line = "2019-03-02 Anat: shelling killed 5, by Grey Brigade."
    const desk = await deskWith(line, `Again: ${line}`)
    const [event] = await all(desk.allEvents())
    expect(event?.mentions).toHaveLength(2)
    for (const mention of event?.mentions ?? []) {
      const detail = await desk.event(mention.replace("mn_", "ev_"))
      expect(detail?.event.id).toBe(event?.id)
      expect(detail?.mentions.map((one) => one.mention.id)).toEqual(event?.mentions)
      expect((await desk.mention(mention))?.event).toBe(event?.id)
      expect(await desk.links(mention)).toHaveLength(1)
    }
    expect(await desk.event("ev_0000000000000000")).toBeNull()
  })

  test("search finds reports by their text and marks the hits", async () => {
    const desk = await deskWith(BODY, "An unrelated note about Ñandú herding.")
    const { reports, events } = await desk.search("nandu herd")
    expect(reports).toHaveLength(1)
    expect(reports[0]?.snippet).toContain("\uE000Ñandú\uE001")
    expect(events).toEqual([])
    expect((await desk.search("anat shell")).events).toHaveLength(1)
    expect(await desk.search("!!")).toEqual({ events: [], reports: [] })
  })

  test("the timeline counts days by type", async () => {
    const desk = await deskWith(BODY)
    expect(await desk.timeline()).toEqual({
      days: [
        { day: "2019-03-02", type: "shelling", count: 1 },
        { day: "2019-04-09", type: "siege", count: 1 },
      ],
      undated: 1,
    })
  })
})

describe("deciding", () => {
  const given = { by: "tester", why: null, supersedes: null, at: "2020-01-01T00:00:00Z" }

  test("judgements and reviews are appended, and make the events stale", async () => {
    const desk = await deskWith(BODY)
    const [a = "", b = ""] = (await all(desk.allEvents())).flatMap((event) => event.mentions)
    const first = await desk.judge({ ...given, a, b, verdict: "different" })
    expect(await desk.judge({ ...given, a, b, verdict: "different" })).toEqual(first)
    const second = await desk.judge({ ...given, a, b, verdict: "withdrawn", supersedes: first.id })
    expect(await desk.judgements()).toEqual([first, second])
    const review = await desk.review({ ...given, mention: a, field: "type", verdict: "correct", value: "siege" })
    expect(await desk.reviews(a)).toEqual([review])
    expect((await desk.mention(a))?.reviews).toEqual([review])
    expect((await desk.counts()).stale).toBe(true)
  })

  test("a decision on nothing, or one that does not fit, is refused", async () => {
    const desk = await deskWith(BODY)
    const [a = ""] = (await all(desk.allEvents())).flatMap((event) => event.mentions)
    await expect(desk.judge({ ...given, a, b: "mn_none", verdict: "same" })).rejects.toThrow(NotFoundError)
    await expect(desk.judge({ ...given, a, b: a, verdict: "same" })).rejects.toThrow(InputError)
    await expect(desk.judge({ ...given, a, b: "x", verdict: "perhaps" as "same" })).rejects.toThrow(InputError)
    expect(await desk.judgements()).toEqual([])
  })

  test("nothing a human decided, and no page, can be changed or deleted", async () => {
    const desk = await deskWith(BODY)
    const [a = "", b = ""] = (await all(desk.allEvents())).flatMap((event) => event.mentions)
    await desk.judge({ ...given, a, b, verdict: "different" })
    await desk.review({ ...given, mention: a, field: "type", verdict: "confirm" })
    await desk.close()
    const database = new DatabaseSync(`${desk.folder}/desk.sqlite`)
    database.exec("PRAGMA recursive_triggers = ON")
    for (const table of ["judgements", "reviews", "pages"]) {
      expect(() => database.exec(`UPDATE ${table} SET id = 'x'`)).toThrow(/never changed/)
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/never deleted/)
      expect(() => database.exec(`REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/never deleted/)
    }
    database.close()
  })
})

describe("opening", () => {
  test("a reader reads while a writer writes, and cannot write itself", async () => {
    const desk = await deskWith(BODY)
    const reader = await openDesk(desk.folder, { mode: "read" })
    expect((await reader.counts()).events).toBe(3)
    await desk.add([{ page: pageOf("more"), report: null, coded: null, issues: [] }])
    expect((await reader.counts()).pages).toBe(2)
    await expect(reader.add([])).rejects.toThrow(ConfigError)
    await reader.close()
  })

  test("no desk, a file in its place, and a desk of a newer Sightline each say what to do", async () => {
    const folder = tempFolder()
    await expect(openDesk(`${folder}/none`, { mode: "read" })).rejects.toThrow(/there is no desk at/)
    await expect(openDesk(new URL(import.meta.url).pathname, { mode: "create" })).rejects.toThrow(
      /is a file, not a desk/,
    )
    const desk = await tempDesk()
    await desk.close()
    const database = new DatabaseSync(`${desk.folder}/desk.sqlite`)
    database.exec("PRAGMA user_version = 999")
    database.close()
    await expect(openDesk(desk.folder, { mode: "write" })).rejects.toThrow(/newer Sightline/)
  })

  test("a file that is no SQLite file is named", async () => {
    const desk = await tempDesk()
    await desk.close()
    const { writeFileSync } = await import("node:fs")
    writeFileSync(`${desk.folder}/desk.sqlite`, "x".repeat(5000))
    await expect(openDesk(desk.folder, { mode: "write" })).rejects.toThrow(/damaged or no SQLite file/)
  })

  test("missing page bytes are an integrity error that names the file", async () => {
    const desk = await deskWith(BODY)
    const { rmSync } = await import("node:fs")
    const { sha256, id } = pageOf(BODY, "page-0")
    expect(existsSync(archivePath(desk.folder, sha256))).toBe(true)
    rmSync(archivePath(desk.folder, sha256))
    await expect(desk.page(id)).rejects.toThrow(IntegrityError)
  })
})
