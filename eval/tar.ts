const BLOCK_BYTES = 512

/** Regular files of an uncompressed tar (ustar, GNU and pax long names) by their base name; the first of a name wins. */
export function readTar(tar: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>()
  let longName: string | null = null
  for (let at = 0; at + BLOCK_BYTES <= tar.length; ) {
    const header = tar.subarray(at, at + BLOCK_BYTES)
    if (header[0] === 0) break
    const size = Number.parseInt(header.toString("latin1", 124, 136).replace(/\0.*$/, "").trim(), 8) || 0
    const type = String.fromCharCode(header[156] ?? 0)
    const body = tar.subarray(at + BLOCK_BYTES, at + BLOCK_BYTES + size)
    if (type === "L") longName = body.toString("utf8").replace(/\0+$/, "")
    else if (type === "x") longName = /\d+ path=([^\n]*)\n/.exec(body.toString("utf8"))?.[1] ?? null
    else {
      const name = longName ?? header.toString("utf8", 0, 100).replace(/\0.*$/, "")
      longName = null
      const base = name.slice(name.lastIndexOf("/") + 1)
      if ((type === "0" || type === "\0") && base !== "" && !files.has(base)) files.set(base, body)
    }
    at += BLOCK_BYTES + Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES
  }
  return files
}
