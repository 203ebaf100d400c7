import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach } from "vitest"
import type { Desk } from "../../src/store/desk.ts"
import { openDesk } from "../../src/store/open.ts"

const folders: string[] = []
const open: Desk[] = []

/** A folder that goes away after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sightline-"))
  folders.push(folder)
  return folder
}

/** A new desk, closed and removed after the test. */
export async function tempDesk(folder = join(tempFolder(), "a.desk")): Promise<Desk> {
  const desk = await openDesk(folder, { mode: "create" })
  open.push(desk)
  return desk
}

export async function dumpOf(desk: Desk): Promise<string> {
  let text = ""
  for await (const line of desk.dump()) text += line
  return text
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

afterEach(async () => {
  for (const desk of open.splice(0)) await desk.close().catch(() => {})
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
