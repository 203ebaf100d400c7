import { NotFoundError } from "../../errors.ts"
import type { Event, Resolved } from "../../schema/index.ts"
import type { EventDetail, MentionAnswer } from "../../store/desk.ts"
import { openDesk } from "../../store/open.ts"
import { actorText, fieldValues, harmText, headline, whenText, whereText } from "../card.ts"

export async function show(id: string, options: { desk: string; json?: boolean }): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "read" })
  try {
    const detail = await desk.event(id)
    if (!detail) throw new NotFoundError(`no event ${id} on the desk ${options.desk}`)
    process.stdout.write(options.json ? `${JSON.stringify(detail)}\n` : eventCard(detail))
    return 0
  } finally {
    await desk.close()
  }
}

/** An event and, under it, every mention with its values, their words, speakers and outlets. */
export function eventCard({ event, mentions }: EventDetail): string {
  const lines = [
    headline(event),
    `${event.id} · ${event.grade}: ${event.gradeWhy}`,
    `${event.mentions.length} mentions, ${event.outlets} outlets, ${event.origins} independent origins`,
    "",
    ...eventLines(event),
    ...mentions.flatMap((mention) => ["", ...mentionLines(mention)]),
  ]
  return `${lines.join("\n")}\n`
}

function eventLines(event: Event): string[] {
  const side = (field: string, sides: Event["actors"]) => sides.map((one) => resolvedLine(field, one, actorText))
  return [
    resolvedLine("when", event.when, whenText),
    resolvedLine("where", event.where, whereText),
    ...side("actor", event.actors),
    ...side("target", event.targets),
    ...event.harm.map((harm) => {
      const spread = harm.low === harm.high ? "" : ` (claims range from ${harm.low ?? "?"} to ${harm.high ?? "?"})`
      return resolvedLine("harm", harm, harmText) + spread
    }),
  ]
}

function resolvedLine<T>(field: string, resolved: Resolved<T>, text: (value: T) => string): string {
  const best = resolved.best === null ? "unknown" : text(resolved.best)
  const others = resolved.alternatives.map(({ value, support }) => `${text(value)} ×${support.length}`)
  const rest = others.length > 0 ? `; also said: ${others.join("; ")}` : ""
  return `  ${field.padEnd(9)} ${best}${resolved.certainty ? ` [${resolved.certainty}]` : ""}${rest}`
}

export function mentionLines({ mention, report, reviews }: MentionAnswer): string[] {
  const source = [report.outlet ?? "unknown outlet", report.published ?? "undated", report.url ?? report.id].join(" · ")
  return [
    `${source}  ${mention.id}${mention.background ? " (background)" : ""}`,
    `  “${oneLine(mention.quote.text)}”`,
    ...fieldValues(mention).map(({ field, text, value }) => {
      const words = value.raw === null ? "" : ` “${oneLine(value.raw)}”`
      return `    ${field.padEnd(9)} ${text} [${value.certainty}]${words === ` “${text}”` ? "" : words}`
    }),
    ...reviews.map((review) => `    review    ${review.field}: ${review.verdict} by ${review.by} at ${review.at}`),
  ]
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim()
}
