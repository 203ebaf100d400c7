/** Writes tests/incidents/events.golden.json; run by hand after looking at what changed. With --show, prints the verdicts instead. */
import { writeFileSync } from "node:fs"
import { readIncidents } from "../eval/incident-gold.ts"
import { goldenOf } from "../eval/incident-golden.ts"
import { judgeIncidents, scoreVerdicts } from "../eval/incident-score.ts"
import { runExamples } from "../eval/run-examples.ts"
import { openResources } from "../src/resources.ts"

const run = await runExamples(await openResources())
const verdicts = judgeIncidents(readIncidents(), run)
if (process.argv.includes("--show")) {
  for (const verdict of verdicts) console.log(JSON.stringify(verdict))
  console.log(scoreVerdicts(verdicts).metrics)
} else {
  writeFileSync(new URL("../tests/incidents/events.golden.json", import.meta.url), goldenOf(run))
  console.error(`${run.events.length} events of ${run.reports.length} reports written`)
}
