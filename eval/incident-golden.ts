import type { Event } from "../src/schema/index.ts"
import type { ExampleRun } from "./run-examples.ts"

/** One event as the golden file keeps it: what a reader of the record sees, without ids and scores that change with wording. */
function summary(event: Event, run: ExampleRun): Record<string, unknown> {
  const { when, where } = event
  const harm = event.harm.map((h) =>
    [h.best, ...h.alternatives.map((a) => a.value)]
      .filter((v) => v !== null)
      .map(
        (v) =>
          `${v.kind} ${v.who} ${v.approximate ? "~" : ""}${v.min ?? ""}..${v.max ?? ""}${v.cumulative ? " cumulative" : ""}`,
      )
      .join(" | "),
  )
  return {
    type: event.type.best,
    modality: event.modality.best,
    when: when.best && `${when.best.start}..${when.best.end} ${when.best.precision} ${when.certainty}`,
    where: where.best && `${where.best.name}, ${where.best.country} ${where.best.precision} ${where.certainty}`,
    actors: event.actors.map((a) => a.best?.name ?? null),
    targets: event.targets.map((a) => a.best?.name ?? null),
    harm,
    outlets: event.outlets,
    origins: event.origins,
    grade: event.grade,
    reports: event.reports.map((id) => run.names.get(id) ?? id).sort(),
  }
}

/** The events of the examples, sorted by their first report, as the text of `tests/incidents/events.golden.json`. */
export function goldenOf(run: ExampleRun): string {
  const lines = run.events.map((event) => JSON.stringify(summary(event, run)))
  const key = (line: string) => line.slice(line.lastIndexOf('"reports"')) + line
  return `[\n${lines.sort((a, b) => (key(a) < key(b) ? -1 : 1)).join(",\n")}\n]\n`
}
