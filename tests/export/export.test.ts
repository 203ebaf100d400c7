import { expect, test } from "vitest"
import { csvField, csvRow } from "../../src/export/csv.ts"
import { type ExportFormat, exporters, type ShareOptions } from "../../src/export/index.ts"
import { isPrivate } from "../../src/export/persons.ts"
import { coarsened, isDue } from "../../src/export/share.ts"
import { addToDesk } from "../../src/pipeline/add.ts"
import type { Stages } from "../../src/pipeline/stages.ts"
import { type Actor, Event, type Where } from "../../src/schema/index.ts"
import type { Desk } from "../../src/store/desk.ts"
import { fakeStages, pageOf, sourceOf } from "../pipeline/fake-stages.ts"
import { all, tempDesk } from "../store/temp-desk.ts"

const LINE = "2019-03-02 Anat: shelling killed 5, by Grey Brigade."
const PERSON: Actor = { name: "Ann Example", actorId: null, kind: "person" }

async function text(desk: Desk, format: ExportFormat, options: ShareOptions = {}): Promise<string> {
  return (await all(exporters[format](desk, options))).join("")
}

async function deskWith(stages: Stages, ...bodies: string[]): Promise<Desk> {
  const desk = await tempDesk()
  await addToDesk(desk, sourceOf(bodies.map((body, i) => pageOf(body, `page-${i}`))), stages)
  return desk
}

/** The fake stages with a private person as target of everything. */
const withPerson: Stages = {
  ...fakeStages,
  code: async (report) => {
    const coded = await fakeStages.code(report)
    const target = {
      value: PERSON,
      certainty: "stated" as const,
      spans: [{ start: 0, end: 4 }],
      raw: "Ann Example",
      by: "x",
    }
    return { ...coded, mentions: coded.mentions.map((mention) => ({ ...mention, targets: [target] })) }
  },
  link: (input) => {
    const { value, issues } = fakeStages.link(input)
    const side = (support: string[]) => ({
      best: PERSON,
      certainty: "stated" as const,
      rule: "first",
      support,
      alternatives: [],
    })
    return { value: { ...value, events: value.events.map((e) => ({ ...e, targets: [side(e.mentions)] })) }, issues }
  },
}

/** A reader of RFC 4180, for the round trip. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]]
  const fields = csv.matchAll(/("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n)/g)
  for (const [, field = "", end] of fields) {
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field)
    if (end === "\r\n") rows.push([])
  }
  return rows.filter((row) => row.length > 0)
}

test("events.jsonl: every line is an event that fits the schema", async () => {
  const desk = await deskWith(fakeStages, LINE, "undated Nowhere: protest killed 0, by Blue Guard.")
  const lines = (await text(desk, "events.jsonl")).trimEnd().split("\n")
  expect(lines).toHaveLength(2)
  for (const line of lines) Event.parse(JSON.parse(line))
})

test("claims.csv: one row per claim, with its words, place in the text, and the hash of the page", async () => {
  const desk = await deskWith(fakeStages, LINE)
  const [head = [], ...rows] = parsed(await text(desk, "claims.csv"))
  const records = rows.map((row) => Object.fromEntries(row.map((field, i) => [head[i], field])))
  const toll = records.find((record) => record.field === "harm")
  expect(toll).toMatchObject({
    value: "5",
    raw: "5",
    certainty: "stated",
    outlet: "The Plain Paper",
    page_sha256: pageOf(LINE, "page-0").sha256,
  })
  expect(LINE.slice(Number(toll?.span_start), Number(toll?.span_end))).toBe("5")
  expect(records.map((record) => record.field)).toEqual(["type", "modality", "when", "where", "actor", "harm"])
  expect(records.find((record) => record.field === "where")).toMatchObject({
    value: "Anat",
    lat: "34.5",
    radius_km: "2",
  })
  for (const record of records) expect(Object.keys(record)).toHaveLength(head.length)
})

test("CSV fields: quoting as RFC 4180 has it, and no formulas", () => {
  expect(csvRow(["a,b", 'c"d', "e\nf", null, -3])).toBe('"a,b","c""d","e\nf",,-3\r\n')
  for (const start of ["=", "+", "@", "-", "\t", "\r"]) expect(csvField(`${start}cmd()`)).toMatch(/^"?'/)
  expect(csvField("-12.5")).toBe("-12.5")
})

test("geojson: longitude first, precision and radius with it, no geometry where the place is unknown", async () => {
  const desk = await deskWith(fakeStages, LINE, "undated Nowhere: protest killed 0, by Blue Guard.")
  const collection = JSON.parse(await text(desk, "geojson"))
  expect(collection.type).toBe("FeatureCollection")
  const [known, unknown] = collection.features.sort((a: { geometry: unknown }) => (a.geometry ? -1 : 1))
  expect(known).toMatchObject({
    geometry: { type: "Point", coordinates: [42, 34.5] },
    properties: { precision: "exact", radiusKm: 2, start: "2019-03-02" },
  })
  expect(unknown).toMatchObject({ geometry: null, properties: { start: null } })
})

test("an empty desk exports well", async () => {
  const desk = await tempDesk()
  expect(JSON.parse(await text(desk, "geojson")).features).toEqual([])
  expect(parsed(await text(desk, "claims.csv"))).toHaveLength(1)
  expect(await text(desk, "events.jsonl")).toBe("")
})

test("private persons: neither name nor words leave in any format, unless asked for", async () => {
  const desk = await deskWith(withPerson, LINE)
  for (const format of Object.keys(exporters) as ExportFormat[]) {
    const told = await text(desk, format)
    expect(told).not.toContain("Ann Example")
    expect(told).toContain("person")
    expect(await text(desk, format, { withPersons: true })).toContain("Ann Example")
  }
})

test("who is private: persons whom neither the register knows nor a report places in a group", () => {
  expect(isPrivate(PERSON)).toBe(true)
  expect(isPrivate({ ...PERSON, rank: "colonel" })).toBe(true)
  expect(isPrivate({ ...PERSON, actorId: "p1" })).toBe(false)
  expect(isPrivate({ ...PERSON, groupId: "g" })).toBe(false)
  expect(isPrivate({ ...PERSON, kind: "rebel-group" })).toBe(false)
})

test("coarsening: the true point lies within the radius told, and a fine place loses its name", () => {
  const exact: Where = {
    name: "Anat",
    placeId: "gn:1",
    lat: 34.4501,
    lon: 41.9123,
    radiusKm: 1,
    precision: "exact",
    country: "IQ",
    admin1: "Anbar",
  }
  for (const km of [1, 5, 25, 100]) {
    const told = coarsened(exact, km)
    const north = (told.lat ?? 0) - 34.4501
    const east = ((told.lon ?? 0) - 41.9123) * Math.cos((34.45 * Math.PI) / 180)
    expect(Math.hypot(north, east) * 111.195).toBeLessThanOrEqual(told.radiusKm ?? 0)
    expect(told).toMatchObject({ name: "Anbar", placeId: null, precision: "near" })
  }
  expect(coarsened(exact, undefined)).toBe(exact)
  expect(coarsened({ ...exact, lat: null, lon: null }, 5).lat).toBeNull()
})

test("a delay leaves out what is new, and what has no date", async () => {
  const desk = await deskWith(fakeStages, LINE, "undated Nowhere: protest killed 0, by Blue Guard.")
  const events = await all(desk.allEvents())
  const due = (today: string) => events.filter((e) => isDue(e, { delayDays: 30, today: new Date(today) })).length
  expect([due("2019-03-05"), due("2019-04-05")]).toEqual([0, 1])
  expect(events.filter((e) => isDue(e, {}))).toHaveLength(2)
})
