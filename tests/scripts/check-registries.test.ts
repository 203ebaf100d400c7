import { join } from "node:path"
import { expect, test } from "vitest"
import { checkRegistries } from "../../scripts/check-registries.ts"
import { treeOf } from "./fixture-tree.ts"

const KIND = {
  what: "comparator",
  folder: "compare",
  registry: "compare/index.ts",
  part: /^export const \w+: Comparator\b/m,
}
const PART = "export const day: Comparator = {}\n"

test("a part that the registry imports is fine; other files of the folder need not be there", () => {
  const root = treeOf({
    "compare/day.ts": PART,
    "compare/math.ts": "export {}\n",
    "compare/index.ts": 'import { day } from "./day.ts"\n',
  })
  expect(checkRegistries(root, [KIND])).toEqual([])
})

test("a part that nobody registered is told", () => {
  const root = treeOf({ "compare/day.ts": PART, "compare/index.ts": "export {}\n" })
  expect(checkRegistries(root, [KIND])).toEqual(["compare/day.ts: this comparator is not in compare/index.ts"])
})

test("a missing registry, and a pattern that finds nothing, are told", () => {
  expect(checkRegistries(treeOf({ "compare/day.ts": PART }), [KIND])).toEqual([
    "compare/index.ts: the registry of compare is missing",
  ])
  expect(checkRegistries(treeOf({ "other/a.ts": "" }), [KIND])).toEqual(["compare: no comparator is there"])
})

test("this project's parts are registered", () => {
  expect(checkRegistries(join(import.meta.dirname, "../.."))).toEqual([])
})
