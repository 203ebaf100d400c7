import { openDesk } from "../../src/store/open.ts"
import { pageOf } from "../pipeline/fake-stages.ts"

// For the read-only tests: as whoever runs it, opens a desk and, where it is to be written, adds one page.
const [folder = "", mode = "read"] = process.argv.slice(2)
try {
  const desk = await openDesk(folder, { mode: mode as "read" })
  const issues = mode === "read" ? [] : await desk.add([{ page: pageOf("new"), report: null, coded: null, issues: [] }])
  process.stdout.write(JSON.stringify({ counts: await desk.counts(), issues }))
  await desk.close()
} catch (error) {
  const { name, message, wayOut } = error as { name: string; message: string; wayOut?: string }
  process.stdout.write(JSON.stringify({ name, message, wayOut }))
}
