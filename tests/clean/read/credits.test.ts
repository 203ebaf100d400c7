import { describe, expect, it } from "vitest"
import { findDateline } from "../../../src/clean/read/dateline.ts"
import { dateOfUrl } from "../../../src/clean/read/published.ts"
import { findWire } from "../../../src/clean/read/wire.ts"
import type { Block } from "../../../src/schema/index.ts"

const one = (text: string): Block[] => [{ kind: "paragraph", start: 0, end: text.length }]

function dateline(text: string) {
  const found = findDateline(text, one(text))
  if (found === null) return null
  const place = found.place && text.slice(found.place.start, found.place.end)
  return [place, found.agency?.name ?? null, found.date?.value ?? null]
}

describe("findDateline", () => {
  it.each([
    ["TARSIN, March 3 (Reuters) – Shells hit the market.", ["TARSIN", "Reuters", null]],
    ["TARSIN, March 3, 2019 (Reuters) - Shells hit the market.", ["TARSIN", "Reuters", "2019-03-03"]],
    ["BIR ZAFAR — Gunmen attacked a convoy.", ["BIR ZAFAR", null, null]],
    ["Tarsin, SANA – The army advanced.", ["Tarsin", "SANA", null]],
    ["Tarsin, Northland (AP) — Gunmen attacked.", ["Tarsin, Northland", "AP", null]],
    ["KABUL: Gunmen attacked a convoy.", ["KABUL", null, null]],
    ["Damascus - SANA - The army advanced.", ["Damascus", "SANA", null]],
    ["دمشق - سانا: قالت مصادر إن الجيش تقدم.", ["دمشق", "SANA", null]],
    ["(Reuters) - Shells hit the market.", [null, "Reuters", null]],
    ["TARSIN, Northland, Oct 17 (Harbour Wire) - Shells hit the market.", ["TARSIN, Northland", "Harbour Wire", null]],
    ["Tarsin, Northern State News – The army advanced.", ["Tarsin", "Northern State News", null]],
  ])("%s", (text, expected) => expect(dateline(text)).toEqual(expected))

  it.each([
    "The army – which lost the town – said it would return.",
    "Gunmen attacked a convoy – Two soldiers died.",
    "Two things matter: The road and the bridge.",
    "He said the SDF (Reuters) would - Never mind.",
    "Shelling began on March 3 - The town burnt.",
    "",
  ])("no dateline: %s", (text) => expect(dateline(text)).toBeNull())
})

describe("findWire", () => {
  const wire = (text: string) => findWire(text, one(text))?.name ?? null
  it.each([
    ["The blast killed ten. - REUTERS", "Reuters"],
    ["The blast killed ten.-REUTERS", "Reuters"],
    ["The blast killed ten. (AFP)", "AFP"],
    ["The blast killed ten. --Xinhua", "Xinhua"],
    ["The blast killed ten. Source: Interfax", "Interfax"],
    ["The blast killed ten. With reporting by AFP.", "AFP"],
    ["(Reuters) The blast killed ten.", "Reuters"],
  ])("%s", (text, name) => expect(wire(text)).toBe(name))

  it.each([
    "The blast killed ten, a witness told Reuters.",
    "They looked at the map",
    "He fell into an anti-tank gap",
    "A reporter of AFP was there when it happened and saw it.",
  ])("no credit: %s", (text) => expect(wire(text)).toBeNull())
})

describe("dateOfUrl", () => {
  it.each([
    ["https://a.example/2017/07/20/x", "2017-07-20"],
    ["https://a.example/news-2017-7-2.html", "2017-07-02"],
    ["https://a.example/a20170720.htm", "2017-07-20"],
  ])("%s", (url, day) => expect(dateOfUrl(url)?.value).toBe(day))
  it.each(["https://a.example/2017/07/", "https://a.example/id/20991399", "https://a.example/1234567890"])(
    "none: %s",
    (url) => expect(dateOfUrl(url)).toBeNull(),
  )
})
