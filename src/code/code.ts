import { sketchOf } from "../kit/minhash.ts"
import type { Resources } from "../resources.ts"
import { type Coded, dayOf, type Issue, type Mention, type Report, type ReportHead } from "../schema/index.ts"
import type { Coder } from "./coder.ts"
import { lexiconCoder } from "./coders/lexicon/lexicon.ts"
import { fill, giveHarm } from "./fill.ts"
import { group } from "./group.ts"
import { mentionsOf } from "./mention.ts"
import { attributions } from "./resolve/said-by.ts"
import { viewOf } from "./view.ts"

/** Every coder, best first per language. */
export const coders: readonly Coder[] = [lexiconCoder]

/** A report longer than this is coded up to here, with an issue; a press report has 3,000. */
const MAX_CHARS = 200_000

/** Finds the events that a report tells. One `Coded` per report, also for one that tells none; bad data is an issue. */
export function code(report: Report, resources: Resources): Coded {
  const head = headOf(report)
  const coder = coders.find((c) => c.languages.includes(report.lang))
  if (!coder) return { report: report.id, head, mentions: [], issues: [noLanguage(report)] }
  const { mentions, issues } = codeWith(coder, report, resources)
  return { report: report.id, head, mentions, issues: issues.map((i) => ({ ...i, ref: report.id })) }
}

function codeWith(coder: Coder, report: Report, resources: Resources): { mentions: Mention[]; issues: Issue[] } {
  const long = report.text.length > MAX_CHARS
  const { view, issues } = viewOf(long ? cut(report) : report, resources)
  const said = attributions(view, coder.id)
  const filled = coder.code(view).map((draft) => fill(view, draft, said[draft.sentence] ?? [], resources, coder.id))
  giveHarm(view, filled, said, coder.id)
  if (long)
    issues.push({
      code: "code/text-too-long",
      severity: "warning",
      stage: "code",
      message: `the text has ${report.text.length} characters; the first ${MAX_CHARS} were coded`,
    })
  return { mentions: mentionsOf(view, group(filled), coder.id), issues }
}

function cut(report: Report): Report {
  return {
    ...report,
    text: report.text.slice(0, MAX_CHARS),
    blocks: (report.blocks ?? []).filter((b) => b.end <= MAX_CHARS),
  }
}

function noLanguage(report: Report): Issue {
  return {
    code: "code/no-coder",
    severity: "warning",
    stage: "code",
    ref: report.id,
    message: `no coder reads "${report.lang}" yet; the report is kept without mentions`,
  }
}

function headOf(report: Report): ReportHead {
  return {
    outlet: report.outlet ?? null,
    url: report.url ?? null,
    title: report.title,
    lang: report.lang,
    published: report.published ? dayOf(report.published.value) : null,
    wire: report.wire?.value ?? null,
    sketch: sketchOf(report.text.slice(0, MAX_CHARS)),
  }
}
