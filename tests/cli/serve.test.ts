import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, expect, test } from "vitest"
import type { DeskCounts, EventAnswer, EventDetail, MentionAnswer } from "../../src/store/desk.ts"
import { runCli } from "./run-cli.ts"

const LAUNCHER = fileURLToPath(new URL("../../bin/sightline.js", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "sightline-serve-"))
const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill("SIGKILL")
  rmSync(folder, { recursive: true, force: true })
})

async function serving(desk: string): Promise<{ child: ChildProcess; url: string; err: () => string }> {
  const child = spawn(process.execPath, [LAUNCHER, "serve", "--desk", desk, "--port", "0"], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  children.push(child)
  let err = ""
  const url = await new Promise<string>((resolve, reject) => {
    child.stderr.on("data", (chunk) => {
      err += chunk
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(err)?.[0]
      if (found) resolve(found)
    })
    child.on("exit", () => reject(new Error(`serve ended: ${err}`)))
  })
  return { child, url, err: () => err }
}

test("serve fills an empty desk with the examples, follows decisions, keeps others from writing, and ends at Ctrl-C", async () => {
  const desk = join(folder, "a.desk")
  const { child, url, err } = await serving(desk)
  expect(err()).toMatch(/the desk is empty: adding the reports of examples/)
  const json = async <T>(path: string): Promise<T> => (await fetch(url + path)).json() as Promise<T>
  const counts = await json<DeskCounts>("/api/counts")
  expect(counts.events).toBeGreaterThan(20)
  expect(counts.stale).toBe(false)

  const { items } = await json<EventAnswer>("/api/events?sort=origins&limit=1")
  const detail = await json<EventDetail>(`/api/events/${items[0]?.id}`)
  const [a, b] = detail.event.mentions
  const response = await fetch(`${url}/api/judgements`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Origin: url },
    body: JSON.stringify({ by: "tester", a, b, verdict: "different" }),
  })
  expect(response.status).toBe(201)
  const [one, other] = await Promise.all([a, b].map((id) => json<MentionAnswer>(`/api/mentions/${id}`)))
  expect(one?.event).not.toBe(other?.event)
  expect((await json<DeskCounts>("/api/counts")).stale).toBe(false)

  const second = await runCli(["add", "-", "--desk", desk], "{}")
  expect(second).toMatchObject({ code: 1, err: expect.stringContaining("is being written by another process") })
  expect(await runCli(["verify", "--desk", desk])).toMatchObject({ code: 0, out: "" })

  child.kill("SIGINT")
  expect(await once(child, "exit")).toEqual([0, null])
})

test("a port in use ends with 1 and the way out", async () => {
  const blocker = createServer().listen(0, "127.0.0.1")
  await once(blocker, "listening")
  const { port } = blocker.address() as { port: number }
  const ran = await runCli(["serve", "--no-examples", "--desk", join(folder, "b.desk"), "--port", String(port)])
  blocker.close()
  expect(ran).toMatchObject({
    code: 1,
    err: expect.stringContaining(`port ${port} is in use\n  give another with --port`),
  })
})
