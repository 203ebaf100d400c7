import { createHash } from "node:crypto"
import { readFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { basemapComplete, buildBasemap } from "./build.ts"

const here = fileURLToPath(new URL(".", import.meta.url))

/** Folder whose `basemap/` holds the files; made once (about 10 s, 600 MB) and kept while its makers do not change. */
export async function basemapFolder(): Promise<string> {
  const makers = ["build.ts", "simplify.ts"].map((name) => readFileSync(join(here, name)))
  const key = createHash("sha256").update(Buffer.concat(makers)).digest("hex").slice(0, 12)
  const folder = join(here, "..", "..", ".cache", `web-${key}`)
  if (basemapComplete(join(folder, "basemap"))) return folder
  const draft = `${folder}.${process.pid}`
  await buildBasemap(join(draft, "basemap"))
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  return folder
}
