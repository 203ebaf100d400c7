import { spawnSync } from "node:child_process"
import { expect, test } from "vitest"
import { treeOf } from "../scripts/fixture-tree.ts"

const GATE = new URL("../../eval/gate.ts", import.meta.url).pathname

function gate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [GATE, ...args], { encoding: "utf8" })
  return { status, stdout, stderr }
}

test("a scorer without data is skipped, saying where it looked", () => {
  const empty = treeOf({})
  const { status, stdout } = gate("--only", "fakes,ecb-plus", "--data", empty, "--json")
  expect(status).toBe(0)
  const { rows, falls } = JSON.parse(stdout)
  expect(falls).toEqual([])
  expect(rows.map((r: { skipped: string }) => r.skipped)).toEqual([
    `no data at ${empty}/reports/fa-kes-*.jsonl.gz`,
    `no data at ${empty}/coref/ecbplus-*.tar.xz`,
  ])
}, 30_000)

test("wrong options end with 2 and the usage", () => {
  for (const args of [["--only", "no-such"], ["--sample", "0"], ["--sample", "5", "--raise"], ["--fly"]]) {
    const { status, stderr } = gate(...args)
    expect(status, args.join(" ")).toBe(2)
    expect(stderr).toContain("npm run gate")
  }
}, 30_000)

test("floors are not lowered without a line in the changelog", () => {
  const { status, stderr } = gate("--lower", "a reason that the changelog does not hold")
  expect(status).toBe(1)
  expect(stderr).toContain("CHANGELOG.md must hold")
}, 30_000)
