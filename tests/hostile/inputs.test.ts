import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Ran, runCli } from "../cli/run-cli.ts"

const folder = mkdtempSync(join(tmpdir(), "sightline-hostile-"))
const GOOD = "Rebels shelled the town of Mosul on 3 March 2017, killing 4 people, the army said."
let added: Ran
let tookMs = 0

const FILES: Record<string, string | Uint8Array> = {
  "empty.txt": "",
  "blank.txt": " \n\t\n",
  "binary.txt": Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
  "picture.html": Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
  "broken.txt": Buffer.concat([
    Buffer.from(`${GOOD} «Déjà vu», said the mayor: « l'été ». `),
    Buffer.from([0xff, 0xc3, 0x28, 0xe2, 0x28, 0xa1]),
    Buffer.from(" Plus de détails à venir, côté français.\n"),
  ]),
  "bomb.html": `<html><body>${"<div>".repeat(20_000)}<p>${GOOD}</p>${"</div>".repeat(20_000)}</body></html>`,
  "attributes.html": `<html><body><p ${"a=b ".repeat(300_000)}>${GOOD}</p></body></html>`,
  "lines.jsonl": `{"text":"${GOOD}"}\n{"id":1,"title":"no text"}\n{"text":7}\n{"text":"cut\n"just a string"\n{"text":"${GOOD} Again."}\n`,
  "damaged.jsonl.gz": gzipSync(JSON.stringify({ text: `${GOOD} `.repeat(50) })).subarray(0, 60),
  "nul.txt": `${GOOD}\u0000\u0000 more`,
  "z-good.txt": `Report of 4 March 2017\n\n${GOOD}`,
}

beforeAll(async () => {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, "huge.html"), "")
  truncateSync(join(folder, "huge.html"), 200 * 1024 * 1024)
  const started = performance.now()
  added = await runCli(["add", folder, join(folder, "missing.txt"), "--desk", join(folder, "a.desk"), "--verbose"])
  tookMs = performance.now() - started
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test("the run ends with 3, in reasonable time, and no stack trace", () => {
  expect(added.code).toBe(3)
  expect(added.out).toBe("")
  expect(added.err).not.toMatch(/\n\s+at /)
  expect(added.err).not.toContain("/bug")
  expect(tookMs).toBeLessThan(60_000)
})

test.each([
  ["an empty file", /error connect\/empty: .*\/empty\.txt: the file is empty/],
  ["a file of white space", /error clean\/[a-z-]+: blank\.txt: /],
  ["a binary file", /error connect\/binary: .*\/binary\.txt: this is binary data, not text/],
  ["a picture that is called a page", /error connect\/binary: .*\/picture\.html: this is a PNG image/],
  ["a file with NULs in it", /error connect\/binary: .*\/nul\.txt: this is binary data/],
  ["a file of 200 MB", /error connect\/too-large: .*\/huge\.html: 200 MB; a page is at most 64 MB/],
  ["broken UTF-8", /warning clean\/broken-characters: broken\.txt: \d+ characters are not valid/],
  ["20,000 nested elements", /warning clean\/too-deep: bomb\.html: its elements are nested 2000\d deep/],
  ["300,000 attributes", /warning clean\/too-large: attributes\.html: /],
  ["a JSON line without a text", /error connect\/schema: .*lines\.jsonl:2: .*none of text, body and html/],
  ["a JSON line whose text is a number", /error connect\/schema: .*lines\.jsonl:3: .*text/],
  ["a line that is no JSON", /error connect\/line: .*lines\.jsonl:4: not JSON/],
  ["a JSON line that is no object", /error connect\/schema: .*lines\.jsonl:5: /],
  ["damaged gzip", /error connect\/unreadable: .*damaged\.jsonl\.gz: the gzip data ends too early/],
  ["a missing file", /error connect\/unreadable: .*missing\.txt: there is no such file or folder/],
])("%s gives a clear issue", (_name, message) => {
  expect(added.err).toMatch(message)
})

test("the good inputs among them are all on the desk", async () => {
  const { out, code } = await runCli(["export", "--format", "claims.csv", "--desk", join(folder, "a.desk")])
  expect(code).toBe(0)
  const [summary = ""] = /\d+ reports added.*$/m.exec(added.err) ?? []
  // broken.txt, bomb.html, attributes.html, two good lines, z-good.txt; blank.txt is kept as a page without a report
  expect(summary).toContain("7 reports added")
  expect(out).toContain("shelling")
})

test("a second process on the same desk is refused with its name and the way out, and the first goes on", async () => {
  const many = Array.from({ length: 150 }, (_, i) => JSON.stringify({ id: i, text: GOOD })).join("\n")
  const desk = join(folder, "b.desk")
  await runCli(["add", "-", "--desk", desk], JSON.stringify({ text: GOOD }))
  const first = runCli(["add", "-", "--desk", desk], many)
  let second = await runCli(["add", "-", "--desk", desk], "{}")
  for (let i = 0; i < 20 && second.code !== 1; i++) second = await runCli(["add", "-", "--desk", desk], "{}")
  expect(second).toMatchObject({
    code: 1,
    err: expect.stringContaining(`the desk ${desk} is being written by another process\n  wait`),
  })
  expect((await first).code).toBe(0)
})

test("a desk on a full disk says so, and that nothing is lost", async () => {
  const { deskError } = await import("../../src/store/disk-errors.ts")
  for (const cause of [new Error("ENOSPC: no space left on device, write"), new Error("database or disk is full")])
    expect(String(deskError(cause, "/a.desk", "write"))).toContain("no space left to write the desk /a.desk")
})
