import { existsSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { scoreDates, scoreMainText } from "../../eval/pages.ts"
import { readTar } from "../../eval/tar.ts"

const DATA = process.env.SIGHTLINE_DATA ?? join(import.meta.dirname, "..", "..", "..", "shared", "data")
const there = existsSync(join(DATA, "pages"))

describe("page scores", () => {
  it("are null without the data", async () => {
    expect(await scoreMainText("/nowhere")).toBeNull()
    expect(await scoreDates("/nowhere")).toBeNull()
  })

  it.skipIf(!there)("of main text, on a sample (skipped without the public data sets)", async () => {
    const score = await scoreMainText(DATA, { sample: 60 })
    expect(score?.n).toBeGreaterThan(40)
    expect(score?.metrics.f1).toBeGreaterThan(0.85)
  })

  it.skipIf(!there)("of dates, on a sample (skipped without the public data sets)", async () => {
    const score = await scoreDates(DATA, { sample: 60 })
    expect(score?.metrics.accuracy).toBeGreaterThan(0.75)
  })
})

function tarEntry(name: string, body: string, type = "0"): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0, "utf8")
  header.write(body.length.toString(8).padStart(11, "0"), 124, "latin1")
  header.write(type, 156, "latin1")
  const padded = Buffer.alloc(Math.ceil(body.length / 512) * 512)
  padded.write(body)
  return Buffer.concat([header, padded])
}

describe("readTar", () => {
  it("reads files by base name, long names included", () => {
    const long = `folder/${"x".repeat(150)}.html`
    const tar = Buffer.concat([
      tarEntry("folder/", "", "5"),
      tarEntry("folder/a.html", "first"),
      tarEntry("././@LongLink", long, "L"),
      tarEntry(long.slice(0, 99), "second"),
      Buffer.alloc(1024),
    ])
    const files = readTar(tar)
    expect([...files].map(([name, body]) => [name.length, body.toString()])).toEqual([
      [6, "first"],
      [155, "second"],
    ])
  })
})
