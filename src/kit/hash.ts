import { createHash } from "node:crypto"

/** SHA-256 as 64 hex digits. */
export function sha256(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex")
}

/** Stable short id: prefix, underscore, 16 hex digits of SHA-256 over the parts (which may hold any text). */
export function shortId(prefix: string, ...parts: (string | null)[]): string {
  return `${prefix}_${sha256(JSON.stringify(parts)).slice(0, 16)}`
}

/** JSON with sorted keys, so that equal values give equal bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : v,
  )
}
