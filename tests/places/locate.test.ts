import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { type Gazetteer, openGazetteer } from "../../src/places/gazetteer.ts"
import { locate } from "../../src/places/locate.ts"

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await openGazetteer(join(import.meta.dirname, "../../data"))
})

/** "use raw → name, id or precision" for every toponym of the text. */
function found(text: string): string[] {
  return locate({ text }, gazetteer).value.map((t) => `${t.use}: ${t.where.raw} → ${t.where.value.name}`)
}

describe("locate", () => {
  test("finds towns, provinces and countries in text order", () => {
    expect(found("Shells fell on Saraqib in Idlib province in northern Syria.")).toEqual([
      "place: Saraqib → Saraqib",
      "place: Idlib province → Idlib",
      "place: northern Syria → northern Syria",
    ])
  })
})
