import { addToDesk } from "../../src/pipeline/add.ts"
import { openDesk } from "../../src/store/open.ts"
import { fakeStages, generatedPages, sourceOf } from "../pipeline/fake-stages.ts"

// The process that the crash test kills: adds `count` generated reports to a desk in small batches, and links.
const [folder = "", count = "0"] = process.argv.slice(2)
const desk = await openDesk(folder, { mode: "create" })
await addToDesk(desk, sourceOf(generatedPages(Number(count))), fakeStages, { batchPages: 4 })
await desk.close()
