import { spawnSync } from "node:child_process"
import { chmodSync, readdirSync, statSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, test } from "vitest"
import { addToDesk } from "../../src/pipeline/add.ts"
import { fakeStages, generatedPages, sourceOf } from "../pipeline/fake-stages.ts"
import { tempDesk } from "./temp-desk.ts"

const CHILD = fileURLToPath(new URL("open-as-nobody.ts", import.meta.url))
const NOBODY = 65534

/** Permissions do not bind root, so that the child runs as nobody where the tests run as root. */
function asNobody(folder: string, mode: string): { name?: string; message?: string; wayOut?: string; counts?: object } {
  const identity = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const child = spawnSync(process.execPath, [CHILD, folder, mode], { encoding: "utf8", ...identity })
  expect(child.stderr).toBe("")
  return JSON.parse(child.stdout)
}

function setReadOnly(folder: string, readOnly: boolean): void {
  chmodSync(dirname(folder), 0o755)
  for (const path of ["", ...(readdirSync(folder, { recursive: true }) as string[])]) {
    const full = join(folder, path)
    chmodSync(full, statSync(full).isDirectory() ? (readOnly ? 0o555 : 0o755) : readOnly ? 0o444 : 0o644)
  }
}

/** Whether nobody can read this project at all: not so where it lies in a private home folder. */
const reachable =
  process.getuid?.() !== 0 ||
  spawnSync(process.execPath, ["-e", "require('fs').readFileSync(process.argv[1])", CHILD], {
    uid: NOBODY,
    gid: NOBODY,
  }).status === 0

test.skipIf(!reachable)("a desk that may not be written says so, and can still be read", async () => {
  const desk = await tempDesk()
  await addToDesk(desk, sourceOf(generatedPages(3)), fakeStages)
  await desk.close()
  setReadOnly(desk.folder, true)
  try {
    for (const mode of ["write", "create"]) {
      const answer = asNobody(desk.folder, mode)
      expect(answer.name).toBe("ConfigError")
      expect(answer.message).toContain(`the desk ${desk.folder} cannot be written`)
      expect(answer.wayOut).toContain("--desk")
    }
    expect(asNobody(desk.folder, "read").counts).toMatchObject({ pages: 3, reports: 3 })
  } finally {
    setReadOnly(desk.folder, false)
  }
})

test.skipIf(!reachable)("a folder in which no desk can be made says so", async () => {
  const desk = await tempDesk()
  await desk.close()
  chmodSync(dirname(desk.folder), 0o555)
  const answer = asNobody(join(dirname(desk.folder), "new.desk"), "create")
  expect(answer).toMatchObject({ name: "ConfigError", message: expect.stringContaining("cannot be written") })
  chmodSync(dirname(desk.folder), 0o755)
})
