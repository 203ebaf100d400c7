const MAGIC: readonly [string, readonly number[]][] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["PNG image", [0x89, 0x50, 0x4e, 0x47]],
  ["JPEG image", [0xff, 0xd8, 0xff]],
  ["GIF image", [0x47, 0x49, 0x46, 0x38]],
  ["ZIP archive or office document", [0x50, 0x4b, 0x03, 0x04]],
  ["gzip archive", [0x1f, 0x8b]],
  ["xz archive", [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ["7z archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["RAR archive", [0x52, 0x61, 0x72, 0x21]],
  ["ELF program", [0x7f, 0x45, 0x4c, 0x46]],
  ["old office document", [0xd0, 0xcf, 0x11, 0xe0]],
  ["RIFF media", [0x52, 0x49, 0x46, 0x46]],
  ["Ogg media", [0x4f, 0x67, 0x67, 0x53]],
  ["MP3 audio", [0x49, 0x44, 0x33]],
  ["WebAssembly", [0x00, 0x61, 0x73, 0x6d]],
  ["SQLite database", [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
]

const SNIFF_CHARS = 8192
/** Above this share of control characters the input is no text; real pages have none, or a stray one. */
const MAX_CONTROL_SHARE = 0.02

/** Names the binary format that the bytes open with, "binary data" for other non-text, or null for text. */
export function binaryFormat(bytes: Uint8Array): string | null {
  for (const [name, magic] of MAGIC) if (magic.every((byte, i) => bytes[i] === byte)) return name
  if (bytes[4] === 0x66 && bytes[5] === 0x74 && bytes[6] === 0x79 && bytes[7] === 0x70) return "MP4 media"
  return null
}

/** True for decoded text that is no text: many control characters or replacement characters. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, SNIFF_CHARS)
  if (head.length === 0) return false
  let control = 0
  let broken = 0
  for (let i = 0; i < head.length; i++) {
    const code = head.charCodeAt(i)
    if (code === 0xfffd) broken++
    else if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 27) control++
  }
  return control / head.length > MAX_CONTROL_SHARE || broken / head.length > 0.3
}

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|table|h[1-6]|span|script|link)[\s>/]/i
const ANY_TAG = /<(?:p|div|br|span|a|h[1-6]|body|html|table|article|section|ul|li|td)(?:\s[^<>]{0,500})?\/?>/i
const MARKUP_MIME = /^(?:text\/html|application\/xhtml\+xml)/i
const NO_ARTICLE_MIME = /^(?:image|audio|video|font)\/|^application\/(?:json|pdf|zip|gzip|javascript)/i

/** Html or plain, by the declared type checked against the words: pages are often served under a wrong type. */
export function formOf(mime: string, text: string): "html" | "plain" {
  const head = text.slice(0, SNIFF_CHARS)
  if (HTML_START.test(head)) return "html"
  return MARKUP_MIME.test(mime) && ANY_TAG.test(text.slice(0, SNIFF_CHARS * 8)) ? "html" : "plain"
}

/** True for a declared type that carries no article whatever its bytes look like. */
export function isForeignMime(mime: string): boolean {
  return NO_ARTICLE_MIME.test(mime.trim())
}
