import { randomBytes } from "node:crypto"
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { gunzip, gzip } from "node:zlib"
import { IntegrityError } from "../errors.ts"
import { sha256 } from "../kit/hash.ts"

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** Pages are archived as gzip under their hash: `pages/ab/ab12….gz`, which any tool opens. */
export function archivePath(folder: string, hash: string): string {
  return join(folder, "pages", hash.slice(0, 2), `${hash}.gz`)
}

/**
 * Writes page bytes that are not there yet. When this returns they are on the disk: file and folder are synced, and a
 * file appears under its name only when it is whole.
 */
export async function archive(folder: string, pages: { hash: string; bytes: Uint8Array }[]): Promise<void> {
  const touched = new Set<string>()
  const fresh = new Map(pages.map((page) => [page.hash, page.bytes]))
  await Promise.all(
    [...fresh].map(async ([hash, bytes]) => {
      const path = archivePath(folder, hash)
      // Also for a file that is there: whoever wrote it may have died before syncing its folder.
      touched.add(dirname(path))
      if (await exists(path)) return
      await mkdir(dirname(path), { recursive: true })
      await writeWhole(path, await compress(bytes))
    }),
  )
  await Promise.all([...touched].map(syncFolder))
  if (touched.size > 0) await syncFolder(join(folder, "pages"))
}

async function writeWhole(path: string, data: Uint8Array): Promise<void> {
  const draft = `${path}.${randomBytes(4).toString("hex")}.part`
  const file = await open(draft, "wx")
  try {
    await file.writeFile(data)
    await file.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return
  const handle = await open(path, "r")
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Takes away what a writer that died left half written. Only for whoever has the desk's lock. */
export async function sweepDrafts(folder: string): Promise<void> {
  const entries = await readdir(join(folder, "pages"), { recursive: true, withFileTypes: true })
  const drafts = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".part"))
  for (const draft of drafts) await rm(join(draft.parentPath, draft.name), { force: true })
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/** @throws IntegrityError when the bytes are missing, damaged, or not those of the hash */
export async function readArchived(folder: string, hash: string): Promise<Uint8Array> {
  const path = archivePath(folder, hash)
  let bytes: Uint8Array
  try {
    bytes = await expand(await readFile(path))
  } catch (cause) {
    throw new IntegrityError(`page bytes missing or damaged: ${path}`, { cause })
  }
  if (sha256(bytes) !== hash) throw new IntegrityError(`page bytes do not match their hash: ${path}`)
  return bytes
}
