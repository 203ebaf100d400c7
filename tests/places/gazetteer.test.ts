import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { ConfigError, InputError } from "../../src/errors.ts"
import { type Gazetteer, openGazetteer } from "../../src/places/gazetteer.ts"
import { PLACE_COLUMNS, placeOfRow, readTsv } from "../../src/places/own-places.ts"
import { ownGazetteer } from "./open-gazetteer.ts"

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await ownGazetteer()
})

describe("candidates", () => {
  test.each([
    ["Deir ez-Zor", "gn:170794"],
    ["Dayr al-Zawr", "gn:170794"],
    ["Deir Ezzor", "gn:170794"],
    ["Deir Ezzur", "gn:170794"],
    ["Der Zor", "gn:170794"],
    ["Abu Kamal", "gn:174448"],
    ["Albu Kamal", "gn:174448"],
    ["Bukamal", "gn:174448"],
    ["Mayadin", "gn:173480"],
    ["Mayedin", "gn:173480"],
    ["al-Mayadeen", "gn:173480"],
    ["al-Ashareh", "gn:174036"],
    ["حلب", "gn:170063"],
    ["Київ", "gn:703448"],
    ["Kiev", "gn:703448"],
    ["Kyiv", "gn:703448"],
    ["Geneva", "gn:2660646"],
  ])("%s is among the first", (name, id) => {
    const ids = gazetteer.candidates(name).map((c) => c.place.id)
    expect(ids.slice(0, 2)).toContain(id)
  })

  test.each(["", "   ", "!!!", "Xqzwvhlompt", "hasOwnProperty"])("%j has none", (name) => {
    expect(gazetteer.candidates(name)).toEqual([])
  })

  test("are sorted by renown, with exact matches only where there are some", () => {
    const found = gazetteer.candidates("Tripoli")
    const towns = found.filter((c) => c.place.kind === "city")
    expect(towns.slice(0, 2).map((c) => c.place.country)).toEqual(["LY", "LB"])
    expect(found.every((c) => c.score === 1)).toBe(true)
  })
})

test("every place of Syria and Iraq that has a governorate has one of the known ones", () => {
  for (const [country, count] of [
    ["SY", 14],
    ["IQ", 18],
  ] as const) {
    const names = new Set<string>()
    for (const seat of ["Damascus", "Aleppo", "Homs", "Baghdad", "Mosul", "Kirkuk"])
      for (const { place } of gazetteer.candidates(seat))
        if (place.country === country && place.admin1) names.add(place.admin1)
    for (const name of names) expect(gazetteer.admin1(country, name)?.name).toBe(name)
    expect(names.size).toBeLessThanOrEqual(count)
  }
})

test("demonyms, containers, seats and warnings are looked up by normalised name", () => {
  expect(gazetteer.demonym("syrians")).toBe("SY")
  expect(gazetteer.demonym("south sudanese")).toBe("SS")
  expect(gazetteer.demonym("hasOwnProperty")).toBeNull()
  expect(gazetteer.containers("la").map((p) => p.name)).toEqual(["Louisiana"])
  expect(gazetteer.metonym("tel aviv")).toBe("IL")
  expect(gazetteer.warning("march")).toBe("time")
})

describe("malformed data", () => {
  test("a missing folder is a ConfigError that names the file", async () => {
    const empty = mkdtempSync(join(tmpdir(), "places-"))
    await expect(openGazetteer(empty)).rejects.toThrow(ConfigError)
    await expect(openGazetteer(empty)).rejects.toThrow(/countries\.tsv/)
  })

  test("a wrong header or column count is an InputError that names file and line", () => {
    expect(() => readTsv("a\tb\n1\t2", "x.tsv", ["a", "c"])).toThrow(InputError)
    expect(() => readTsv("a\tb\n1\t2\t3", "x.tsv", ["a", "b"])).toThrow(/x\.tsv:2: 3 columns/)
  })

  test.each([
    [{ kind: "planet" }, /unknown kind/],
    [{ lat: "north" }, /lat is not a number/],
    [{ lon: "" }, /lon is not a number/],
  ])("a bad cell %j is an InputError", (change, message) => {
    const row = { id: "sl:x", name: "X", alternates: "", kind: "town", country: "SY", admin1: "", lat: "1", lon: "2" }
    const full = { ...row, radiusKm: "", source: "", date: "", ...change }
    expect(() => placeOfRow(full as Record<(typeof PLACE_COLUMNS)[number], string>, "x.tsv")).toThrow(message)
  })

  test("a revision of a record that does not exist is a ConfigError", async () => {
    const dir = mkdtempSync(join(tmpdir(), "places-"))
    const { mkdirSync, copyFileSync } = await import("node:fs")
    mkdirSync(join(dir, "places"))
    for (const f of ["countries.tsv", "admin1.tsv", "not-places.tsv"])
      copyFileSync(join(import.meta.dirname, "../../data/places", f), join(dir, "places", f))
    const row = "gn:999999999\tNowhere\t\ttown\tSY\tAleppo\t36\t37\t\tgeneral knowledge\t2026-01-01"
    writeFileSync(join(dir, "places", "x.tsv"), `${PLACE_COLUMNS.join("\t")}\n${row}\n`)
    await expect(openGazetteer(dir)).rejects.toThrow(/gn:999999999/)
  })
})
