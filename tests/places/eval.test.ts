import { existsSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { readGoldArticles, scoreLgl } from "../../eval/places.ts"
import { ownGazetteer } from "./open-gazetteer.ts"

test("gold articles are read with their points; offsets may count from 0 or from 1", () => {
  const toponym = (start: number, name: string) =>
    `<toponym><start>${start}</start><end>${start + name.length}</end><phrase>${name}</phrase><gaztag><lat>1</lat><lon>2</lon></gaztag></toponym>`
  const xml = `<articles><article><text>Salt &amp; Amman, then Irbid.</text>${toponym(7, "Amman")}${toponym(20, "Irbid")}${toponym(3, "Zarqa")}</article></articles>`
  expect(readGoldArticles(xml)).toEqual([
    {
      text: "Salt & Amman, then Irbid.",
      toponyms: [
        { start: 7, end: 12, lat: 1, lon: 2 },
        { start: 19, end: 24, lat: 1, lon: 2 },
      ],
    },
  ])
})

test("without the data there is no score", async () => {
  expect(await scoreLgl(join(import.meta.dirname, "no-such-folder"))).toBeNull()
})

const dataDir = process.env.SIGHTLINE_DATA ?? join(import.meta.dirname, "../../../shared/data")
const absent = !existsSync(join(dataDir, "places"))

test.skipIf(absent)(
  `LGL: four in five toponyms that the gazetteer has lie within 161 km (data in ${dataDir})`,
  async () => {
    const score = await scoreLgl(dataDir, { sample: 100, gazetteer: await ownGazetteer() })
    expect(score?.metrics.accuracy161OfResolved).toBeGreaterThan(0.75)
  },
)
