import type { Event, Link, Resolved } from "../schema/index.ts"

function signed(score: number): string {
  return score > 0 ? `+${score.toFixed(2)}` : score.toFixed(2)
}

/** One line on the outcome, then one per reason: "+1.00 day: same time: 2018-12-14". */
export function explainLink(link: Link): string[] {
  const outcome = link.joined ? "one event" : "kept apart"
  const head = `${link.a} and ${link.b}: ${outcome}, probability ${link.score.toFixed(2)}`
  return [head, ...link.reasons.map((r) => `  ${signed(r.score)} ${r.comparator}: ${r.words}`)]
}

function brief(value: unknown): string {
  if (value === null || typeof value !== "object") return String(value)
  const v = value as Record<string, unknown>
  if (typeof v.name === "string") return v.precision === undefined ? v.name : `${v.name} (${String(v.precision)})`
  if (typeof v.start === "string") return v.start === v.end ? v.start : `${v.start} to ${String(v.end)}`
  return Object.entries(v)
    .map(([k, x]) => `${k} ${String(x)}`)
    .join(", ")
}

function explainValue(field: string, resolved: Resolved<unknown>): string[] {
  if (resolved.best === null && resolved.alternatives.length === 0) return [`${field}: not told`]
  const said = `${resolved.support.length} telling${resolved.support.length === 1 ? "" : "s"}`
  const head = `${field}: ${brief(resolved.best)}, ${resolved.certainty ?? "unknown"}, by ${resolved.rule} (${said}: ${resolved.support.join(", ")})`
  return [head, ...resolved.alternatives.map((a) => `  or ${brief(a.value)} (${a.support.join(", ")})`)]
}

/** Why each value of an event is what it is, and why its mentions are one event; lines of plain text. */
export function explainEvent(event: Event, links: readonly Link[] = []): string[] {
  const members = new Set(event.mentions)
  const inside = links.filter((l) => members.has(l.a) && members.has(l.b) && l.joined)
  const near = links.filter((l) => members.has(l.a) !== members.has(l.b))
  return [
    `${event.id}: ${event.mentions.length} mentions in ${event.reports.length} reports, ${event.outlets} outlets, ${event.origins} origins`,
    `grade: ${event.grade}: ${event.gradeWhy}`,
    ...explainValue("type", event.type),
    ...explainValue("modality", event.modality),
    ...explainValue("when", event.when),
    ...explainValue("where", event.where),
    ...event.actors.flatMap((a) => explainValue("actor", a)),
    ...event.targets.flatMap((t) => explainValue("target", t)),
    ...event.harm.flatMap((h) => [
      ...explainValue("harm", h),
      `  low ${h.low ?? "unknown"}, high ${h.high ?? "unknown"}`,
    ]),
    ...inside.flatMap(explainLink),
    ...(near.length > 0 ? ["near misses:", ...near.flatMap(explainLink)] : []),
  ]
}
