import { readFileSync, writeFileSync } from "node:fs"
import { expect, test } from "vitest"
import { schemaOfDesk } from "./schema-of-desk.ts"

test("the migrations add up to the golden schema", () => {
  const golden = readFileSync(new URL("schema.golden.sql", import.meta.url), "utf8")
  const actual = schemaOfDesk()
  if (actual !== golden) writeFileSync(new URL("schema.actual.sql", import.meta.url), actual)
  expect(actual).toBe(golden)
})
