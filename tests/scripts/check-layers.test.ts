import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { checkLayers } from "../../scripts/check-layers.ts"
import { treeOf } from "./fixture-tree.ts"

const breachesOf = (files: Record<string, string>) => checkLayers(treeOf(files))

describe("check-layers", () => {
  test("a tree whose imports point down is fine", () => {
    const files = {
      "schema/index.ts": 'import { z } from "zod"\nexport const a = z.string()\n',
      "kit/hash.ts": 'import type { a } from "../schema/index.ts"\nexport type A = typeof a\n',
      "code/code.ts":
        'import type { Resources } from "../resources.ts"\nimport "../kit/hash.ts"\nexport type R = Resources\n',
      "resources.ts": "export interface Resources {}\n",
      "store/open.ts": 'import { DatabaseSync } from "node:sqlite"\nexport const d = DatabaseSync\n',
    }
    expect(breachesOf(files)).toEqual([])
  })

  test("an import that points up is told with file and line", () => {
    const files = { "kit/a.ts": '// one\n\nimport { b } from "../code/b.ts"\n', "code/b.ts": "export const b = 1\n" }
    expect(breachesOf(files)).toEqual(["src/kit/a.ts:3: kit may not import code/b.ts: imports point down"])
  })

  test("stages do not import each other, nor values of resources", () => {
    const files = {
      "clean/a.ts": "export const a = 1\n",
      "link/b.ts": 'import { a } from "../clean/a.ts"\nimport {\n  open,\n} from "../resources.ts"\n',
      "resources.ts": "export const open = 1\n",
    }
    expect(breachesOf(files)).toEqual([
      "src/link/b.ts:1: link may not import clean/a.ts: imports point down",
      "src/link/b.ts:4: link may not import resources.ts: imports point down",
    ])
  })

  test("re-exports and lazy imports count", () => {
    const files = {
      "lang/a.ts": 'export { x } from "../link/x.ts"\nconst y = import("../link/x.ts")\n',
      "link/x.ts": "export const x = 1\n",
    }
    expect(breachesOf(files)).toHaveLength(2)
  })

  test("a heavy package has one importer", () => {
    const breaches = breachesOf({
      "server/a.ts": 'import { Kysely } from "kysely"\n',
      "link/b.ts": 'import chrono from "chrono-node"\n',
    })
    expect(breaches).toEqual([
      "src/link/b.ts:1: chrono-node may be imported by lang/en/dates.ts only",
      "src/server/a.ts:1: kysely may be imported by store/ only",
    ])
  })

  test("stages are pure", () => {
    const breaches = breachesOf({
      "code/a.ts": 'import { readFileSync } from "node:fs"\nexport const x = Math.random()\n',
      "link/b.ts": "export const now = Date.now()\n",
    })
    expect(breaches).toEqual([
      "src/code/a.ts:1: a stage is pure: no node:fs",
      "src/code/a.ts:2: a stage is pure: export const x = Math.random()",
      "src/link/b.ts:1: a stage is pure: export const now = Date.now()",
    ])
  })

  test("a cycle is told as a chain", () => {
    const breaches = breachesOf({
      "kit/a.ts": 'import "./b.ts"\n',
      "kit/b.ts": 'import "./c.ts"\n',
      "kit/c.ts": 'import "./a.ts"\n',
    })
    expect(breaches).toEqual(["src/kit/a.ts:1: import cycle: kit/a.ts → kit/b.ts → kit/c.ts → kit/a.ts"])
  })

  test("a folder without a layer is told", () => {
    expect(breachesOf({ "misc/a.ts": "export {}\n" })).toEqual(["src/misc/a.ts:1: misc has no layer"])
  })

  test("this project keeps its layers", () => {
    expect(checkLayers(join(import.meta.dirname, "../../src"))).toEqual([])
  })
})
