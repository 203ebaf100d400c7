import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Coded, Event, Report } from "../../src/schema/index.ts"
import { openDesk } from "../../src/store/open.ts"
import { all, dumpOf } from "../store/temp-desk.ts"
import { type Ran, runCli } from "./run-cli.ts"

const LAUNCHER = fileURLToPath(new URL("../../bin/sightline.js", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "sightline-cli-"))
const desk = join(folder, "a.desk")
const RECORDS = [
  {
    id: "r1",
    title: "Shells hit Mosul market",
    date: "2017-03-08",
    outlet: "The Plain Paper",
    text: "Islamic State militants shelled a market in Mosul on Tuesday, killing at least 12 civilians, a police officer said.",
  },
  {
    id: "r2",
    title: "Market in Mosul shelled",
    date: "2017-03-08",
    outlet: "Harbour Daily",
    text: "At least 14 civilians were killed on Tuesday when Islamic State fighters shelled a market in Mosul, medics said.",
  },
]
const LINES = RECORDS.map((record) => `${JSON.stringify(record)}\n`).join("")
let added: Ran

beforeAll(async () => {
  writeFileSync(join(folder, "reports.jsonl"), LINES)
  added = await runCli(["add", join(folder, "reports.jsonl"), "--desk", desk])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function eventIds(): Promise<string[]> {
  const opened = await openDesk(desk, { mode: "read" })
  const ids = (await all(opened.allEvents())).map((event) => event.id)
  await opened.close()
  return ids
}

test("add: talk on standard error, nothing on standard output, code 0", () => {
  expect(added.err).toMatch(/2 reports added with \d+ mentions.*; the desk .* has \d+ events/)
  expect(added.out).toBe("")
  expect(added.code).toBe(0)
})

test("add twice changes nothing", async () => {
  const opened = await openDesk(desk, { mode: "read" })
  const before = await dumpOf(opened)
  const again = await runCli(["add", join(folder, "reports.jsonl"), "--desk", desk])
  expect(again).toMatchObject({
    code: 0,
    err: expect.stringContaining("0 reports added with 0 mentions; 2 already there"),
  })
  expect(await dumpOf(opened)).toBe(before)
  await opened.close()
})

test("add reads standard input", async () => {
  const { code, err } = await runCli(["add", "-", "--desk", join(folder, "b.desk")], LINES)
  expect(err).toContain("2 reports added")
  expect(code).toBe(0)
})

test("show: a card with the values, their words and the outlets; --json the same as JSON", async () => {
  const ids = await eventIds()
  const cards = await Promise.all(ids.map((id) => runCli(["show", id, "--desk", desk])))
  const text = cards.map((card) => card.out).join("")
  expect(text).toContain("shelling")
  expect(text).toContain("“at least 12 civilians”")
  expect(text).toContain("The Plain Paper · 2017-03-08")
  const json = await runCli(["show", ids[0] ?? "", "--json", "--desk", desk])
  expect(Event.safeParse(JSON.parse(json.out).event).success).toBe(true)
  expect((await runCli(["show", "ev_none", "--desk", desk])).code).toBe(1)
})

test("explain: why each value is what it is, with its words in their sentence", async () => {
  const [id = ""] = await eventIds()
  const { out, code } = await runCli(["explain", id, "--desk", desk])
  expect(code).toBe(0)
  expect(out).toMatch(/type\s+shelling/)
  expect(out).toMatch(/stated, by lexicon-en@1/)
  expect(out).toMatch(/\d+–\d+: .*\[.+\]/)
  const mention = /mn_[0-9a-f]{16}/.exec(out)?.[0] ?? ""
  expect((await runCli(["explain", mention, "--desk", desk])).out).toContain(mention)
})

test("export: to standard output, and to a file that appears whole", async () => {
  const jsonl = await runCli(["export", "--format", "events.jsonl", "--desk", desk])
  for (const line of jsonl.out.trimEnd().split("\n")) Event.parse(JSON.parse(line))
  const file = join(folder, "claims.csv")
  const csv = await runCli(["export", "--format", "claims.csv", "--out", file, "--desk", desk])
  expect(csv).toMatchObject({ code: 0, out: "" })
  expect(readFileSync(file, "utf8")).toContain("harm,>=12,at least 12 civilians")
  const nowhere = await runCli(["export", "--format", "geojson", "--out", join(folder, "none/x"), "--desk", desk])
  expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining("cannot write") })
})

test("verify: 0 for a sound desk, 1 and a name for one that is not", async () => {
  expect(await runCli(["verify", "--desk", desk])).toMatchObject({ code: 0, out: "" })
  const broken = join(folder, "broken.desk")
  await runCli(["add", "-", "--desk", broken], LINES)
  rmSync(join(broken, "pages"), { recursive: true })
  const found = await runCli(["verify", "--desk", broken])
  expect(found.code).toBe(1)
  expect(found.out).toMatch(/^page\/bytes\tpg_[0-9a-f]{16}\tpage bytes missing or damaged/)
})

describe("filters", () => {
  test("clean | code | link give reports, coded reports and events; the same as add gives", async () => {
    const reports = await runCli(["clean"], LINES)
    const coded = await runCli(["code"], reports.out)
    const events = await runCli(["link"], coded.out)
    expect([reports.code, coded.code, events.code]).toEqual([0, 0, 0])
    for (const line of reports.out.trimEnd().split("\n")) Report.parse(JSON.parse(line))
    for (const line of coded.out.trimEnd().split("\n")) Coded.parse(JSON.parse(line))
    const ids = events.out
      .trimEnd()
      .split("\n")
      .map((line) => Event.parse(JSON.parse(line)).id)
    expect(ids.sort()).toEqual(await eventIds())
  })

  test("a bad line is told on standard error with its number, the rest goes on, and the code is 3", async () => {
    const bad = `{"nonsense":1}\n{oops\n`
    const clean = await runCli(["clean"], bad + LINES)
    expect(clean.out.trimEnd().split("\n")).toHaveLength(2)
    expect(clean.err).toMatch(/-:1: not a page and not a report/)
    expect(clean.err).toMatch(/-:2: not JSON/)
    const code = await runCli(["code"], bad + clean.out)
    expect(code.out.trimEnd().split("\n")).toHaveLength(2)
    expect(code.err).toMatch(/-:1: not a report/)
    const link = await runCli(["link"], bad + code.out)
    expect(link.err).toMatch(/-:1: not a coded report/)
    expect(link.out).not.toBe("")
    expect([clean.code, code.code, link.code]).toEqual([3, 3, 3])
  })

  test("a reader that goes away ends the writer quietly", async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: i, text: `Report ${i}. `.repeat(50) }),
    ).join("\n")
    const child = spawn(process.execPath, [LAUNCHER, "clean"], { stdio: ["pipe", "pipe", "pipe"] })
    child.stdin.on("error", () => {})
    child.stdin.end(many)
    let err = ""
    child.stderr.on("data", (chunk) => {
      err += chunk
    })
    await once(child.stdout, "data")
    child.stdout.destroy()
    const [code] = await once(child, "close")
    expect(err).toBe("")
    expect(code).toBe(0)
  })
})

test("Ctrl-C finishes the reports at hand and says how to go on; the same command then does", async () => {
  const many = join(folder, "many.jsonl")
  const count = 400
  writeFileSync(many, Array.from({ length: count }, (_, i) => JSON.stringify({ ...RECORDS[i % 2], id: i })).join("\n"))
  const slow = join(folder, "slow.desk")
  const child = spawn(process.execPath, [LAUNCHER, "add", many, "--desk", slow], {
    stdio: ["ignore", "ignore", "pipe"],
  })
  let err = ""
  child.stderr.on("data", (chunk) => {
    err += chunk
  })
  const started = async () => {
    const reader = await openDesk(slow, { mode: "read" }).catch(() => null)
    const pages = (await reader?.counts().catch(() => null))?.pages ?? 0
    await reader?.close()
    return pages > 0
  }
  while (!(await started())) await new Promise((resolve) => setTimeout(resolve, 50))
  child.kill("SIGINT")
  const [code] = await once(child, "close")
  expect(err).toContain("stopping after the reports at hand")
  expect(err).toContain("the same command goes on from here")
  expect(code).toBe(130)
  const again = await runCli(["add", many, "--desk", slow])
  expect(again.code).toBe(0)
  const [, fresh = "", known = ""] = /(\d+) reports added.*?(\d+) already there/.exec(again.err) ?? []
  expect(Number(fresh)).toBeGreaterThan(0)
  expect(Number(fresh) + Number(known)).toBe(count)
})
