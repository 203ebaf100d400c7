import { createReadStream } from "node:fs"
import { readdir, readFile, stat } from "node:fs/promises"
import { basename, join } from "node:path"
import type { Readable } from "node:stream"
import { sha256 } from "../kit/hash.ts"
import { pageId } from "../kit/ids.ts"
import type { Issue, Outcome, Page } from "../schema/index.ts"
import { pagesOfJsonLines } from "./json-lines.ts"

export const MAX_FILE_BYTES = 64 * 1024 * 1024
/** What is taken from a folder. A file that is named itself is read whatever its ending. */
const ENDINGS = [".html", ".htm", ".txt", ".md", ".jsonl", ".jsonl.gz"]

export interface FileOptions {
  /** For pages that name none. */
  outlet?: string | null
  /** What `-` reads: JSON Lines. */
  stdin?: Readable
  /** Of one page; JSON Lines files may be of any size. 64 MiB unless told. */
  maxBytes?: number
}

/** Pages one by one. `total` is how many there will be, null where only reading tells. */
export interface PageSource {
  total: number | null
  items(): AsyncGenerator<Outcome<Page | null>>
}

/**
 * Reads files, folders (recursively, in order of name) and `-` (JSON Lines from standard input). What cannot be read
 * gives an issue, and the rest goes on.
 */
export async function fileSource(paths: readonly string[], options: FileOptions = {}): Promise<PageSource> {
  const issues: Issue[] = []
  const files: string[] = []
  for (const path of paths) files.push(...(path === "-" ? ["-"] : await filesUnder(path, issues)))
  return {
    total: files.every((file) => file !== "-" && !isJsonLines(file)) ? files.length + issues.length : null,
    async *items() {
      for (const issue of issues) yield { value: null, issues: [issue] }
      for (const file of files) yield* itemsOf(file, options)
    },
  }
}

async function filesUnder(path: string, issues: Issue[]): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const taken = (await reportsUnder(path)).sort()
    if (taken.length === 0) issues.push(fileIssue("connect/empty-folder", path, `no ${ENDINGS.join(", ")} file in it`))
    return taken
  } catch (error) {
    issues.push(unreadable(path, error))
    return []
  }
}

/** Linked files are taken; linked folders are not entered, since they may lead back. */
async function reportsUnder(folder: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) found.push(...(await reportsUnder(path)))
    else if (isTaken(entry.name.toLowerCase())) found.push(path)
  }
  return found
}

/** A folder's README tells of the folder; it is no report. */
function isTaken(name: string): boolean {
  return ENDINGS.some((ending) => name.endsWith(ending)) && !basename(name).startsWith("readme.")
}

async function* itemsOf(file: string, options: FileOptions): AsyncGenerator<Outcome<Page | null>> {
  const outlet = options.outlet ?? null
  try {
    if (file === "-") {
      const fetchedAt = new Date().toISOString()
      yield* pagesOfJsonLines(options.stdin ?? process.stdin, { name: "-", fetchedAt, outlet })
    } else if (isJsonLines(file)) {
      const fetchedAt = capturedAt((await stat(file)).mtime)
      yield* pagesOfJsonLines(createReadStream(file), { name: file, fetchedAt, outlet, gzip: file.endsWith(".gz") })
    } else yield await pageOfFile(file, outlet, options.maxBytes ?? MAX_FILE_BYTES)
  } catch (error) {
    yield { value: null, issues: [unreadable(file, error)] }
  }
}

function isJsonLines(file: string): boolean {
  return /\.jsonl(\.gz)?$/i.test(file)
}

/** One file is one page, captured when the file was last written. Nothing over the cap is read. */
async function pageOfFile(file: string, outlet: string | null, maxBytes: number): Promise<Outcome<Page | null>> {
  const info = await stat(file)
  if (info.isDirectory()) return { value: null, issues: [] }
  if (!info.isFile()) return refuse("connect/unreadable", file, "it is not a regular file")
  if (info.size > maxBytes)
    return refuse("connect/too-large", file, `${megabytes(info.size)} MB; a page is at most ${megabytes(maxBytes)} MB`)
  const bytes = await readFile(file)
  if (bytes.length === 0) return refuse("connect/empty", file, "the file is empty")
  const binary = binaryKind(bytes)
  if (binary) return refuse("connect/binary", file, `this is ${binary}, not text or HTML`)
  const hash = sha256(bytes)
  const value: Page = {
    id: pageId(hash, null, outlet),
    url: null,
    outlet,
    fetchedAt: capturedAt(info.mtime),
    sha256: hash,
    mime: mimeOf(file, bytes),
    ...bodyOf(bytes),
    name: basename(file),
  }
  return { value, issues: [] }
}

/** Before there were web pages: such a time on a file comes from an archiver that sets all to one, and is no capture. */
const FIRST_PAGES = new Date("1995-01-01T00:00:00Z")

function capturedAt(mtime: Date): string {
  return (mtime < FIRST_PAGES ? new Date() : mtime).toISOString()
}

/** Text where the bytes are UTF-8 (a byte order mark stays), else base64: which charset it is, cleaning finds out. */
export function bodyOf(bytes: Buffer): Pick<Page, "body" | "encoding"> {
  try {
    return { body: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return { body: bytes.toString("base64"), encoding: "base64" }
  }
}

function mimeOf(file: string, bytes: Buffer): string {
  if (/\.html?$/i.test(file)) return "text/html"
  if (/\.(txt|md)$/i.test(file)) return "text/plain"
  const head = bytes.subarray(0, 1024).toString("latin1")
  return /^[\s\u00ef\u00bb\u00bf]*<(!doctype html|html|head|body|\?xml|!--)/i.test(head) ? "text/html" : "text/plain"
}

const MAGIC: [string, string][] = [
  ["%PDF-", "a PDF"],
  ["PK\u0003\u0004", "a ZIP archive or office document"],
  ["\u0089PNG", "a PNG image"],
  ["\u00ff\u00d8\u00ff", "a JPEG image"],
  ["GIF8", "a GIF image"],
  ["\u001f\u008b", "a gzip archive"],
  ["\u00fd7zXZ", "an xz archive"],
  ["SQLite format 3", "an SQLite database"],
]

/** What a file is when it is no text; null for text. */
function binaryKind(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 8192)
  const start = head.toString("latin1", 0, 16)
  for (const [magic, kind] of MAGIC) if (start.startsWith(magic)) return kind
  return head.includes(0) && !isUtf16(head) ? "binary data" : null
}

/** By its mark, or by NULs that are many and stand on one side of the byte pairs alone, as Latin letters have them. */
function isUtf16(head: Buffer): boolean {
  if (head.length >= 2 && (head.readUInt16LE(0) === 0xfeff || head.readUInt16BE(0) === 0xfeff)) return true
  const zeros = [0, 0]
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1
  })
  return Math.min(...zeros) === 0 && Math.max(...zeros) > head.length * 0.35
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)
}

function refuse(code: string, file: string, why: string): Outcome<null> {
  return { value: null, issues: [fileIssue(code, file, why)] }
}

function fileIssue(code: string, file: string, why: string): Issue {
  return { code, severity: "error", stage: "connect", message: `${file}: ${why}`, ref: file }
}

const CAUSES: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  EACCES: "it may not be read (permissions)",
  EPERM: "it may not be read (permissions)",
  Z_DATA_ERROR: "the gzip data is damaged; lines before the damage were read",
  Z_BUF_ERROR: "the gzip data ends too early; lines before the end were read",
}

function unreadable(file: string, error: unknown): Issue {
  const { code, message } = error as NodeJS.ErrnoException
  return fileIssue("connect/unreadable", file, CAUSES[code ?? ""] ?? `it cannot be read: ${message}`)
}
