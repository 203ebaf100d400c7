import { expect, test } from "vitest"
import { checkDocs } from "../../scripts/check-docs.ts"
import { treeOf } from "./fixture-tree.ts"

const BASE = { "package.json": '{ "scripts": { "gate": "x" } }', "src/cli/commands/add.ts": "export {}\n" }

test("links, anchors, scripts and commands that are there are fine", () => {
  const readme =
    "# What it does\n\nSee [docs](docs/a.md#two-words), [top](#what-it-does), [out](https://x.example).\n\n    sightline add x\n\n`npm run gate`\n"
  expect(checkDocs(treeOf({ ...BASE, "README.md": readme, "docs/a.md": "## Two words\n" }))).toEqual([])
})

test("each breach is told with file and line", () => {
  const readme = [
    "[a](docs/no.md)",
    "[b](#nowhere)",
    "`npm run fly`",
    "`sightline dance`",
    "kept in /home/someone",
    "TODO",
  ].join("\n")
  expect(checkDocs(treeOf({ ...BASE, "README.md": readme }))).toEqual([
    "README.md:1: dead link docs/no.md",
    "README.md:2: no heading #nowhere",
    "README.md:3: no npm script fly",
    "README.md:4: no command sightline dance",
    "README.md:5: not for a document: /home/",
    "README.md:6: not for a document: TODO",
  ])
})
