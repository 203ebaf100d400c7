import iconv from "iconv-lite"
import jschardet from "jschardet"
import type { Page } from "../schema/index.ts"
import { binaryFormat, looksBinary } from "./sniff.ts"

/** The page's characters. `broken` counts what the charset could not say (now U+FFFD); `cut` tells of the size cap. */
export interface Decoded {
  text: string
  charset: string
  broken: number
  cut: boolean
}

const META_SCAN_BYTES = 4096
const DETECT_BYTES = 64 * 1024
const META_CHARSET = /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})/i
const XML_CHARSET = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9_:.-]{2,40})/i

/**
 * Reads the body of a page as characters, at most `maxChars` of them. Returns the name of the format instead when the
 * body is no text. Charset, surest first: byte order mark, valid UTF-8 with a multi-byte sequence, transport, meta
 * element, detection (jschardet), windows-1252.
 */
export function decodePage(page: Page, maxChars: number): Decoded | { binary: string } {
  if (page.encoding !== "base64") return decodeText(page.body, maxChars)
  const cut = page.body.length > maxChars * 6
  const bytes = Buffer.from(cut ? page.body.slice(0, maxChars * 6) : page.body, "base64")
  const format = binaryFormat(bytes)
  if (format !== null) return { binary: format }
  const charset = charsetOf(bytes, page.charset)
  const all = iconv.decode(bytes, charset)
  const text = all.length > maxChars ? all.slice(0, maxChars) : all
  if (looksBinary(text)) return { binary: "binary data" }
  return { text, charset, broken: count(text, "\uFFFD"), cut: cut || all.length > maxChars }
}

function decodeText(body: string, maxChars: number): Decoded | { binary: string } {
  const text = (body.length > maxChars ? body.slice(0, maxChars) : body).replace(/^\uFEFF/, "")
  const format = binaryFormat(Buffer.from(text.slice(0, 16), "latin1"))
  if (format !== null) return { binary: format }
  if (looksBinary(text)) return { binary: "binary data" }
  return { text, charset: "utf-8", broken: count(text, "\uFFFD"), cut: body.length > maxChars }
}

function charsetOf(bytes: Buffer, transport: string | undefined): string {
  const mark = byteOrderMark(bytes)
  if (mark !== null) return mark
  if (isUtf8(bytes)) return "utf-8"
  const head = bytes.subarray(0, META_SCAN_BYTES).toString("latin1")
  const named = [transport, META_CHARSET.exec(head)?.[1], XML_CHARSET.exec(head)?.[1]]
  for (const name of named) if (name && iconv.encodingExists(name) && !/^utf-?8$/i.test(name)) return name
  if (mostlyUtf8(bytes)) return "utf-8"
  const guess = jschardet.detect(bytes.subarray(0, DETECT_BYTES))?.encoding
  return guess && iconv.encodingExists(guess) ? guess : "windows-1252"
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8"
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  return unmarkedUtf16(bytes)
}

/** UTF-16 of Latin text shows as a NUL in every other byte. */
function unmarkedUtf16(bytes: Buffer): string | null {
  const pairs = Math.min(bytes.length >> 1, 64)
  let low = 0
  let high = 0
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) high++
    if (bytes[2 * i + 1] === 0) low++
  }
  if (pairs >= 8 && low > pairs * 0.9 && high === 0) return "utf-16le"
  return pairs >= 8 && high > pairs * 0.9 && low === 0 ? "utf-16be" : null
}

/** Valid UTF-8 (plain ASCII included, unless it switches charsets by escape sequences as ISO-2022-JP does). */
function isUtf8(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
    return !text.includes("\u001b$") && !text.includes("\u001b(")
  } catch {
    return false
  }
}

/** Few broken sequences among several good ones: damaged UTF-8 rather than another charset. */
function mostlyUtf8(bytes: Buffer): boolean {
  const text = bytes.subarray(0, DETECT_BYTES).toString("utf8")
  const broken = count(text, "\uFFFD")
  let good = -broken
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) good++
  return good >= 3 && broken <= good * 0.7
}

function count(text: string, char: string): number {
  let n = 0
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) n++
  return n
}
