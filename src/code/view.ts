import { identifyActors } from "../actors/identify.ts"
import { identifySpeakers } from "../actors/speakers.ts"
import { overlaps } from "../kit/spans.ts"
import { parse } from "../lang/en/parse.ts"
import { tagEnglish } from "../lang/en/tag.ts"
import { locate } from "../places/locate.ts"
import type { Resources } from "../resources.ts"
import { type Block, dayOf, type Issue, type Report, type Span } from "../schema/index.ts"
import type { ReportView, SentenceView } from "./coder.ts"
import { findHarm } from "./resolve/harm.ts"
import { findDates } from "./resolve/when.ts"
import { truecase } from "./truecase.ts"

/** Recognises everything in an English report once: sentences, dates, actors, speakers, places, tolls. */
export function viewOf(report: Report, resources: Resources): { view: ReportView; issues: Issue[] } {
  const blocks = blocksOf(report)
  const text = report.text
  const cased = truecase(text, blocks)
  const publishedDay = report.published ? dayOf(report.published.value) : null
  const dates = findDates(text, publishedDay)
  const actors = identifyActors(text, resources.actors)
  const speakers = identifySpeakers(text, resources.actors)
  const dateline = report.dateline?.spans[0] ?? null
  const exclude = [
    ...dates.value.map((d) => d.span),
    ...actors.filter((a) => !a.generic).map((a) => a.span),
    ...speakers.map((s) => s.span),
  ]
  const toponyms = locate({ text, exclude, dateline, outlet: report.outlet ?? null }, resources.gazetteer)
  const sentences: SentenceView[] = tagEnglish(cased).map((sentence, index) => {
    const within = <T extends { span: Span }>(items: readonly T[]) => items.filter((x) => overlaps(x.span, sentence))
    const paragraph = blocks.findIndex((b) => overlaps(b, sentence))
    return {
      index,
      start: sentence.start,
      end: sentence.end,
      parse: parse(sentence),
      block: blocks[paragraph]?.kind ?? "paragraph",
      paragraph,
      actors: within(actors),
      speakers: within(speakers),
      toponyms: within(toponyms.value),
      dates: within(dates.value),
      harms: findHarm(sentence, text),
    }
  })
  return { view: { report, text, publishedDay, sentences }, issues: [...dates.issues, ...toponyms.issues] }
}

/** The report's blocks, or its lines where it came without any. */
function blocksOf(report: Report): Block[] {
  if (report.blocks && report.blocks.length > 0) return report.blocks
  const blocks: Block[] = []
  let start = 0
  for (const line of report.text.split("\n")) {
    if (line.trim() !== "")
      blocks.push({
        kind: start === 0 && line === report.title ? "title" : "paragraph",
        start,
        end: start + line.length,
      })
    start += line.length + 1
  }
  return blocks
}
