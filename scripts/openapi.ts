/** Writes openapi.json, the API's description; `--check` only says whether the file is the one that the code gives. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { createApp } from "../src/server/app.ts"
import type { ServedDesk } from "../src/server/deps.ts"

const file = fileURLToPath(new URL("../openapi.json", import.meta.url))

/** The description needs no desk: no route that reads one is called. */
const noDesk = new Proxy({} as ServedDesk, {
  get: () => () => {
    throw new Error("the API's description must not read a desk")
  },
})

const answer = await createApp({ desk: noDesk, webRoot: null }).request("/api/openapi.json")
const text = `${JSON.stringify(await answer.json(), null, 2)}\n`

if (!process.argv.includes("--check")) writeFileSync(file, text)
else if (!existsSync(file) || readFileSync(file, "utf8") !== text) {
  console.error("openapi.json is stale: run node scripts/openapi.ts and commit it")
  process.exit(1)
}
