import { NotFoundError } from "../../errors.ts"
import type { Link } from "../../schema/index.ts"
import type { Desk, EventDetail, MentionAnswer } from "../../store/desk.ts"
import { openDesk } from "../../store/open.ts"
import { fieldValues, headline } from "../card.ts"
import { oneLine } from "./show.ts"

const CONTEXT_CHARS = 60
const MAX_LINKS = 20

export async function explain(id: string, options: { desk: string }): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "read" })
  try {
    const mention = await desk.mention(id)
    const event = mention ? null : await desk.event(id)
    if (!mention && !event) throw new NotFoundError(`neither a mention nor an event: ${id}`)
    const lines = mention ? await mentionReasons(desk, mention) : event ? await eventReasons(desk, event) : []
    process.stdout.write(`${lines.join("\n")}\n`)
    return 0
  } finally {
    await desk.close()
  }
}

async function eventReasons(desk: Desk, detail: EventDetail): Promise<string[]> {
  const { event, links, mentions } = detail
  const rules = Object.entries({ when: event.when, where: event.where, type: event.type, modality: event.modality })
  const kept = links.filter((link) => !link.joined).slice(0, MAX_LINKS)
  return [
    `${event.id}  ${headline(event)}`,
    `  grade ${event.grade}: ${event.gradeWhy}`,
    ...rules.map(
      ([field, value]) => `  ${field} picked by rule ${value.rule}, from ${value.support.join(", ") || "nothing"}`,
    ),
    ...section("joined because", links.filter((link) => link.joined).flatMap(linkLines)),
    ...section("weighed and kept apart", kept.flatMap(linkLines)),
    ...detail.judgements.map(
      (j) => `  judged ${j.verdict} by ${j.by} at ${j.at}: ${j.a} ${j.b}${j.why ? `: ${j.why}` : ""}`,
    ),
    ...(await Promise.all(mentions.map(async (mention) => ["", ...(await valueReasons(desk, mention))]))).flat(),
  ]
}

async function mentionReasons(desk: Desk, answer: MentionAnswer): Promise<string[]> {
  const links = await desk.links(answer.mention.id)
  return [
    ...(await valueReasons(desk, answer)),
    `  event ${answer.event ?? "none yet: the desk is not linked"}`,
    ...section("links", links.slice(0, MAX_LINKS).flatMap(linkLines)),
  ]
}

function section(title: string, lines: string[]): string[] {
  return lines.length > 0 ? [`  ${title}:`, ...lines] : []
}

function linkLines(link: Link): string[] {
  const verdict = link.joined ? "joined" : "apart"
  return [
    `    ${link.a} + ${link.b}: ${link.score.toFixed(2)} ${verdict}`,
    ...link.reasons.map((reason) => `      ${reason.comparator} ${reason.score.toFixed(2)}: ${reason.words}`),
  ]
}

async function valueReasons(desk: Desk, { mention, report }: MentionAnswer): Promise<string[]> {
  const text = (await desk.report(report.id))?.report.text ?? ""
  const lines = fieldValues(mention).flatMap(({ field, text: shown, value }) => {
    const how = [value.certainty, `by ${value.by}`, value.why ?? "", value.origin ? `from ${value.origin}` : ""]
    return [
      `    ${field.padEnd(9)} ${shown}`,
      `              ${how.filter((part) => part !== "").join(", ")}`,
      ...value.spans.map((span) => `              ${inContext(text, span.start, span.end)}`),
      ...(value.spans.length === 0 && value.raw !== null ? [`              “${oneLine(value.raw)}”`] : []),
    ]
  })
  const unknown = mention.when === null ? ["    when      unknown: the report gives no date for it"] : []
  return [
    `${mention.id} in ${report.id} (${report.outlet ?? "unknown outlet"}, ${report.published ?? "undated"})`,
    `  trigger “${mention.trigger.text}” in “${oneLine(mention.quote.text)}”`,
    ...lines,
    ...unknown,
  ]
}

/** The words in brackets, with a little of what stands around them. */
function inContext(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - CONTEXT_CHARS), start)
  const after = text.slice(end, end + CONTEXT_CHARS)
  return `${start}–${end}: …${oneLine(`${before}[${text.slice(start, end)}]${after}`)}…`
}
