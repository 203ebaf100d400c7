import { mkdirSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { Readable } from "node:stream"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"
import { type FileOptions, fileSource } from "../../src/connect/files.ts"
import type { Page } from "../../src/schema/index.ts"
import { Page as PageSchema } from "../../src/schema/index.ts"
import { tempFolder } from "../store/temp-desk.ts"

async function read(
  paths: string[],
  options: FileOptions = {},
): Promise<{ pages: Page[]; codes: string[]; messages: string[] }> {
  const pages: Page[] = []
  const codes: string[] = []
  const messages: string[] = []
  for await (const { value, issues } of (await fileSource(paths, options)).items()) {
    if (value) pages.push(PageSchema.parse(value))
    codes.push(...issues.map((issue) => issue.code))
    messages.push(...issues.map((issue) => issue.message))
  }
  return { pages, codes, messages }
}

function folderWith(files: Record<string, string | Uint8Array>): string {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, ".."), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
  return folder
}

test("a folder is read in order of name, with what is below it, and only what can be a report", async () => {
  const folder = folderWith({
    "b.html": "<p>b</p>",
    "a.txt": "a",
    "deep/er/c.md": "c",
    "d.jsonl": '{"text":"d"}\n',
    "e.jsonl.gz": gzipSync('{"text":"e"}\n{"text":"f"}'),
    "image.png": "no",
    "README.md": "about this folder",
  })
  const { pages, codes } = await read([folder])
  expect(pages.map((page) => page.body)).toEqual(["a", "<p>b</p>", "d", "c", "e", "f"])
  expect(pages.map((page) => page.mime)).toEqual([
    "text/plain",
    "text/html",
    "text/plain",
    "text/plain",
    "text/plain",
    "text/plain",
  ])
  expect(codes).toEqual([])
})

test("the same file gives the same page, whatever it is called; its time is that of the file", async () => {
  const folder = folderWith({ "a.txt": "words", "b.txt": "words" })
  utimesSync(join(folder, "a.txt"), 1e9, 1e9)
  const { pages } = await read([join(folder, "a.txt"), join(folder, "b.txt")])
  expect(pages[0]?.id).toBe(pages[1]?.id)
  expect(pages[0]?.fetchedAt).toBe("2001-09-09T01:46:40.000Z")
})

test("a file time from before the web is no time of capture", async () => {
  const folder = folderWith({ "a.txt": "words" })
  utimesSync(join(folder, "a.txt"), 0, 0)
  expect((await read([folder])).pages[0]?.fetchedAt.slice(0, 2)).toBe("20")
})

test("bytes that are no UTF-8 travel as base64, a byte order mark stays in the body", async () => {
  const folder = folderWith({ "a.txt": Buffer.from("caf\u00e9", "latin1"), "b.txt": "\uFEFFwords" })
  const { pages } = await read([folder])
  expect(pages[0]).toMatchObject({ encoding: "base64", body: Buffer.from("caf\u00e9", "latin1").toString("base64") })
  expect(pages[1]?.body).toBe("\uFEFFwords")
})

test("UTF-16 is text", async () => {
  const folder = folderWith({
    "a.txt": Buffer.from("\uFEFFwords of war", "utf16le"),
    "b.txt": Buffer.from("words of war", "utf16le"),
  })
  expect((await read([folder])).pages).toHaveLength(2)
})

test("empty, binary, too large, missing and odd inputs each give an issue that names them, and the rest goes on", async () => {
  const folder = folderWith({
    "1-empty.txt": "",
    "2-binary.txt": Buffer.from([1, 0, 2, 3, 0, 0, 0, 9]),
    "3-pdf.html": "%PDF-1.7 …",
    "4-large.txt": "x",
    "5-good.txt": "good",
  })
  truncateSync(join(folder, "4-large.txt"), 200 * 1024 * 1024)
  const { pages, codes, messages } = await read([folder, join(folder, "none.txt"), "/dev/null"])
  expect(pages.map((page) => page.body)).toEqual(["good"])
  expect(codes).toEqual([
    "connect/unreadable",
    "connect/empty",
    "connect/binary",
    "connect/binary",
    "connect/too-large",
    "connect/unreadable",
  ])
  expect(messages[0]).toContain("none.txt: there is no such file")
  expect(messages[3]).toContain("3-pdf.html: this is a PDF")
  expect(messages[4]).toContain("200 MB; a page is at most 64 MB")
})

test("a folder without a report says what it looked for", async () => {
  const { codes, messages } = await read([tempFolder()])
  expect(codes).toEqual(["connect/empty-folder"])
  expect(messages[0]).toContain(".html")
})

test("folders that lead back to themselves end", async () => {
  const folder = folderWith({ "a.txt": "a" })
  symlinkSync(folder, join(folder, "loop"))
  expect((await read([folder])).pages).toHaveLength(1)
})

test("JSON Lines: each bad line gives its issue with its number, and the rest goes on", async () => {
  const lines = [
    '{"text":"one"}',
    "",
    "{oops",
    "[1]",
    '{"title":"no text"}',
    '{"text":"  "}',
    '{"text":7}',
    '{"text":"two"}',
  ]
  const { pages, codes, messages } = await read(["-"], { stdin: Readable.from([Buffer.from(lines.join("\n"))]) })
  expect(pages.map((page) => page.body)).toEqual(["one", "two"])
  expect(codes).toEqual(["connect/line", "connect/schema", "connect/schema", "connect/empty", "connect/schema"])
  expect(messages.map((message) => message.slice(0, 4))).toEqual(["-:3:", "-:4:", "-:5:", "-:6:", "-:7:"])
})

test("damaged gzip gives an issue after the lines that could be read", async () => {
  const whole = gzipSync(Array.from({ length: 2000 }, (_, i) => `{"text":"line ${i} ${Math.sin(i)}"}`).join("\n"))
  const folder = folderWith({ "a.jsonl.gz": whole.subarray(0, whole.length / 2), "b.txt": "after" })
  const { pages, codes } = await read([folder])
  expect(codes).toEqual(["connect/unreadable"])
  expect(pages.length).toBeGreaterThan(1)
  expect(pages.at(-1)?.body).toBe("after")
})

test("the outlet given holds for pages that name none", async () => {
  const folder = folderWith({ "a.jsonl": '{"text":"a","outlet":"Own"}\n{"text":"b"}' })
  const { pages } = await read([folder], { outlet: "Given" })
  expect(pages.map((page) => page.outlet)).toEqual(["Own", "Given"])
})
