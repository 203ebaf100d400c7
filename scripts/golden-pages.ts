/**
 * Writes tests/pages/<name>/report.json from page.html or page.txt (and page.json: url, outlet, charset). Run by hand,
 * then read the difference:  npx node scripts/golden-pages.ts [name…]
 */
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { cleaner } from "../src/clean/clean.ts"
import { GOLDEN_PAGES, goldenJson, goldenNames, readGoldenPage } from "../tests/clean/golden-page.ts"

const wanted = process.argv.slice(2)
const machine = cleaner()
for (const name of await goldenNames()) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const outcome = await machine.clean(await readGoldenPage(name))
  await writeFile(join(GOLDEN_PAGES, name, "report.json"), goldenJson(outcome))
  console.error(`wrote ${name}: ${outcome.value?.title ?? "no report"}`)
}
await machine.close()
