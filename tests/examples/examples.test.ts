import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { EXAMPLES_DIR, readExamplePages } from "../../eval/run-examples.ts"
import { cleaner } from "../../src/clean/clean.ts"
import { dayOf, type Report } from "../../src/schema/index.ts"

/** Words of the pages' furniture, none of which any report says. */
const FURNITURE = [
  "Skip to content",
  "store cookies",
  "Accept all",
  "Sign up to get it",
  "Most read",
  "Ten soups",
  "Brent 57",
  "Read next",
  "Prayer times",
  "Readers also viewed",
  "visitors today",
  "Write a comment",
  "Your e-mail address",
  "Add your voice",
  "Maize prices",
  "Share this:",
  "Quotes delayed",
  "haki zote",
]

interface Row {
  file: string
  day: string | null
  outlet: string
}

/** The tables of examples/README.md: file, day (null where the page prints none of its own), outlet. */
function rows(): Row[] {
  return readFileSync(join(EXAMPLES_DIR, "README.md"), "utf8")
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter((cells) => cells.length === 6 && /\.(html|txt)$|^pages\.jsonl: /.test(cells[1] ?? ""))
    .map(([, file = "", day = "", outlet = ""]) => ({
      file: file.replace(": ", "#"),
      day: /^\d/.test(day) ? day : null,
      outlet,
    }))
}

const reports = new Map<string, Report>()
const stage = cleaner()
beforeAll(async () => {
  for (const page of readExamplePages()) {
    const { value } = await stage.clean(page)
    if (value) reports.set(page.name ?? "", value)
  }
}, 60_000)
afterAll(() => stage.close())

describe("examples", () => {
  test("the README tells of every page, and of no other", () => {
    const told = rows().map((r) => r.file)
    expect([...told].sort()).toEqual([...reports.keys()].sort())
  })

  test("are the work of six outlets, in HTML, text and JSON Lines", () => {
    expect(new Set(rows().map((r) => r.outlet)).size).toBe(6)
    for (const ending of [".html", ".txt", "#"])
      expect(rows().filter((r) => r.file.includes(ending)).length).toBeGreaterThan(3)
  })

  test("clean to text without their furniture", () => {
    for (const [name, report] of reports)
      for (const words of FURNITURE) expect.soft(report.text.includes(words), `${name}: ${words}`).toBe(false)
  })

  test("are never given a wrong day, and nearly all the right one", () => {
    const published = rows().map(({ file, day }) => {
      const value = reports.get(file)?.published?.value
      return { file, day, found: value === undefined ? null : dayOf(value) }
    })
    expect(published.filter((p) => p.found !== null && p.found !== p.day)).toEqual([])
    expect(published.filter((p) => p.found !== null).length).toBeGreaterThanOrEqual(48)
  })

  test("an outlet that is found is the right one", () => {
    for (const { file, outlet } of rows()) {
      const found = reports.get(file)?.outlet ?? null
      if (found !== null) expect.soft(found, file).toBe(outlet)
    }
  })
})
