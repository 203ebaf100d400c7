import { code } from "../src/code/code.ts"
import type { Attested, Mention, Report } from "../src/schema/index.ts"
import { type GoldMention, type GoldSentence, readGold } from "./gold.ts"
import { matchMentions, sameWhen, tallyHarm, tallyHeads } from "./gold-match.ts"
import { f1, type Score, type ScoreContext, share, type Tally, tally, tallyF1 } from "./scorer.ts"

/** A gold sentence as the report that the coder gets. */
export function reportOf(sentence: GoldSentence): Report {
  const { published, text, id } = sentence
  return {
    id: `rp_gold-${id}`,
    lang: "en",
    title: null,
    text,
    published:
      published === null
        ? null
        : { value: published, certainty: "stated", spans: [], raw: published, by: "gold", origin: "given" },
  }
}

const HEADS = ["actors", "targets", "where", "saidBy"] as const

type Named = Attested<{ name: string }>

function wordsOf(value: Named): (string | null)[] {
  const ids = Object.entries(value.value).filter(([key]) => key.endsWith("Id"))
  return [value.raw, value.value.name, ...ids.map(([, id]) => (typeof id === "string" ? id : null))]
}

/** Values that stand in the text: an added province or a guess from context is neither right nor wrong here. */
function told(values: readonly Named[]): (string | null)[][] {
  return values.filter((v) => v.spans.length > 0).map(wordsOf)
}

interface Sums {
  fields: Record<(typeof HEADS)[number] | "harm", Tally>
  modality: number
  when: number
  whereFirst: Tally
}

function addPair(sums: Sums, gold: GoldMention, mention: Mention): void {
  if (mention.modality.value === gold.modality) sums.modality++
  if (sameWhen(gold.when, mention.when)) sums.when++
  for (const field of HEADS) tallyHeads(gold[field], told(mention[field]), sums.fields[field])
  tallyHarm(
    gold.harm,
    mention.harm.map((h) => h.value),
    sums.fields.harm,
  )
  const first = gold.where.filter((w) => !w.startsWith("?")).slice(0, 1)
  if (first.length > 0) tallyHeads(first, told(mention.where).slice(0, 1), sums.whereFirst)
}

/** Scores a coder's mentions of gold sentences; `codeOne` is the coder. */
export function scoreSentences(
  name: string,
  gold: readonly GoldSentence[],
  codeOne: (report: Report) => Mention[],
): Score {
  const sums: Sums = {
    fields: { actors: tally(), targets: tally(), where: tally(), saidBy: tally(), harm: tally() },
    modality: 0,
    when: 0,
    whereFirst: tally(),
  }
  const counts = { found: 0, missed: 0, extra: 0, empty: 0, emptyKept: 0 }
  for (const sentence of gold) {
    const mentions = codeOne(reportOf(sentence))
    const { found, missed, extra } = matchMentions(sentence, mentions)
    counts.found += found.length
    counts.missed += missed.length
    counts.extra += extra.length
    if (sentence.mentions.length === 0) {
      counts.empty++
      if (mentions.length === 0) counts.emptyKept++
    }
    for (const pair of found) addPair(sums, pair.gold, pair.mention)
  }
  const precision = share(counts.found, counts.found + counts.extra)
  const recall = share(counts.found, counts.found + counts.missed)
  return {
    name,
    n: gold.length,
    metrics: {
      precision,
      recall,
      f1: f1(precision, recall),
      modality: share(sums.modality, counts.found),
      when: share(sums.when, counts.found),
      whereFirst: tallyF1(sums.whereFirst),
      ...Object.fromEntries(Object.entries(sums.fields).map(([field, t]) => [field, tallyF1(t)])),
      noEvent: share(counts.emptyKept, counts.empty),
    },
  }
}

/** The project's own gold sentences through the coder. */
export async function scoreGold(split: "dev" | "test", context: ScoreContext): Promise<Score> {
  const resources = await context.resources()
  return scoreSentences(`gold-${split}`, readGold(split), (report) => code(report, resources).mentions)
}
