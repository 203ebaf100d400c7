import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { afterEach, expect, test } from "vitest"
import { openDesk } from "../../src/store/open.ts"
import { tempDesk } from "./temp-desk.ts"

const HOLD = fileURLToPath(new URL("hold-desk.ts", import.meta.url))
const children: ChildProcess[] = []

afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL")
})

async function holder(folder: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [HOLD, folder], { stdio: ["ignore", "pipe", "inherit"] })
  children.push(child)
  await once(child.stdout, "data")
  return child
}

test("a desk that another process writes is refused, by name and with a way out; reading goes on", async () => {
  const desk = await tempDesk()
  await desk.close()
  await holder(desk.folder)
  const refused = await openDesk(desk.folder, { mode: "write" }).catch((error) => error)
  expect(refused.name).toBe("ConfigError")
  expect(refused.message).toContain(desk.folder)
  expect(refused.message).toContain("another process")
  expect(refused.wayOut).toContain("--desk")
  const reader = await openDesk(desk.folder, { mode: "read" })
  expect((await reader.counts()).pages).toBe(0)
  await reader.close()
})

test("a writer that is killed leaves no lock behind", async () => {
  const desk = await tempDesk()
  await desk.close()
  const child = await holder(desk.folder)
  child.kill("SIGKILL")
  await once(child, "exit")
  const again = await openDesk(desk.folder, { mode: "write" })
  await again.close()
})

test("the same process cannot write a desk twice either", async () => {
  const desk = await tempDesk()
  await expect(openDesk(desk.folder, { mode: "write" })).rejects.toThrow(/another process/)
  await desk.close()
  await (await openDesk(desk.folder, { mode: "write" })).close()
})
