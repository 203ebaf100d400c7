import { findHarm } from "../src/code/resolve/harm.ts"
import { tagEnglish } from "../src/lang/en/tag.ts"
import type { Harm } from "../src/schema/index.ts"
import { readReports } from "./read-reports.ts"
import { type Score, share } from "./scorer.ts"

/** One report of FA-KES (Zenodo, CC BY) with its labels. 0 may also mean "not stated". */
export interface TollRecord {
  id: string
  text: string
  civilians: number
  nonCivilians: number
  children: number
  women: number
}

/** The harm of a report, one list per mention, most central mention first. */
export type TollPrediction = readonly (readonly Harm[])[]

/** Reads `reports/fa-kes-*.jsonl.gz` under a data folder; [] where there is none. */
export function readFakesTolls(dataDir: string): TollRecord[] {
  return readReports(dataDir, "fa-kes-").map(tollRecord)
}

export function tollRecord(row: Record<string, unknown>): TollRecord {
  const count = (key: string) => Number(row[key] ?? 0) || 0
  return {
    id: String(row.unit_id ?? ""),
    text: String(row.content_raw || row.article_content || ""),
    civilians: count("nb_civilians"),
    nonCivilians: count("nb_noncivilians"),
    children: count("nb_children"),
    women: count("nb_women"),
  }
}

/** All killed of the labelled incident; where only children or women are counted, they are all. */
function labelledTotal(r: TollRecord): number {
  return Math.max(r.civilians, r.children + r.women) + r.nonCivilians
}

function labels(r: TollRecord): Set<number> {
  return new Set([labelledTotal(r), r.civilians, r.nonCivilians].filter((n) => n > 0))
}

/** Numbers that a figure prints: its bounds, and for an open lower bound the number below ("more than 30" is min 31). */
function printedNumbers(harm: Harm): number[] {
  const { min, max } = harm
  if (min !== null && max !== null) return [min, max]
  return [min, max, min !== null && !harm.approximate ? min - 1 : null].filter((n) => n !== null)
}

function isWholeToll(harm: Harm): boolean {
  return harm.kind === "killed" && harm.partOf !== true && (harm.min !== null || harm.max !== null)
}

/** The sum of a mention's killed of different kinds of people ("five women and a child"). */
function sumOf(harms: readonly Harm[]): number {
  const byWho = new Map<string, number>()
  for (const h of harms) if (!byWho.has(h.who)) byWho.set(h.who, h.min ?? h.max ?? 0)
  return [...byWho.values()].reduce((a, b) => a + b, 0)
}

/** "Dozens" and its like say no number. */
function isNumber(harm: Harm): boolean {
  return !(harm.approximate && harm.max === null)
}

/** The first mention with a counted toll of its own; then one with a vague toll; a running total only where there is nothing else. */
function mainTolls(prediction: TollPrediction): Harm[] {
  const whole = prediction.map((harms) => harms.filter(isWholeToll))
  const own = whole.map((h) => h.filter((x) => x.cumulative !== true))
  const counted = own.map((h) => h.filter(isNumber))
  for (const lists of [counted, own, whole]) {
    const first = lists.find((h) => h.length > 0)
    if (first) return first
  }
  return []
}

/**
 * tollAny: some killed figure of the report, or the sum of one mention's, equals a label (all killed, civilians, or
 * non-civilians). tollMain: the first figure of the main mention does, or its sum equals all killed. tollFound: share of
 * reports with any killed figure. Reports without a labelled toll are left out.
 */
export function scoreFakesToll(
  records: readonly TollRecord[],
  predictions: ReadonlyMap<string, TollPrediction>,
): Score {
  const scored = records.filter((r) => labels(r).size > 0)
  const count = (test: (r: TollRecord, p: TollPrediction) => boolean) =>
    share(scored.filter((r) => test(r, predictions.get(r.id) ?? [])).length, scored.length)
  return {
    name: "fa-kes toll",
    n: scored.length,
    metrics: { tollAny: count(hasAny), tollMain: count(hasMain), tollFound: count((_, p) => mainTolls(p).length > 0) },
  }
}

export function hasAny(record: TollRecord, prediction: TollPrediction): boolean {
  const wanted = labels(record)
  return prediction.some((harms) => {
    const tolls = harms.filter((h) => h.kind === "killed" && (h.min !== null || h.max !== null))
    return (
      tolls.some((h) => printedNumbers(h).some((n) => wanted.has(n))) || wanted.has(sumOf(tolls.filter(isWholeToll)))
    )
  })
}

export function hasMain(record: TollRecord, prediction: TollPrediction): boolean {
  const tolls = mainTolls(prediction)
  const first = tolls[0]
  if (!first) return false
  const wanted = labels(record)
  return printedNumbers(first).some((n) => wanted.has(n)) || sumOf(tolls) === labelledTotal(record)
}

/** Every sentence as if it were a mention, in text order: measures figures alone, without the coder. */
export function predictTollsBySentence(text: string): Harm[][] {
  return tagEnglish(text).map((s) => findHarm(s, text).map((h) => h.harm))
}

if (import.meta.main) {
  const records = readFakesTolls(process.env.SIGHTLINE_DATA ?? "../shared/data")
  const predictions = new Map(records.map((r) => [r.id, predictTollsBySentence(r.text)]))
  process.stdout.write(`${JSON.stringify(scoreFakesToll(records, predictions))}\n`)
}
