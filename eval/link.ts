import { pathToFileURL } from "node:url"
import { fnv1a, sketchOf, sketchSimilarity } from "../src/kit/minhash.ts"
import { normaliseWords } from "../src/kit/text.ts"
import { link } from "../src/link/link.ts"
import { NEAR_COPY_SIMILARITY } from "../src/link/origin.ts"
import { DEFAULT_MODEL, type LinkModel } from "../src/link/score.ts"
import { jaccard } from "../src/link/words.ts"
import { bCubed, ceafOf, ceafTotal, muc, overMergeRate, type Partition } from "./coref-metrics.ts"
import { readEcbPlus } from "./ecb-plus.ts"
import { pageOfArticle, readReports } from "./read-reports.ts"
import { type Score, share } from "./scorer.ts"

/**
 * For mentions whose trigger is known and whose day, place and event type are not: what the default model takes from
 * those three has to come from the trigger and the words. Blocking, comparators and clustering are the product's own.
 */
export const UNTYPED_MODEL: LinkModel = {
  ...DEFAULT_MODEL,
  id: "untyped@1",
  bias: -4.5,
  weights: {
    ...DEFAULT_MODEL.weights,
    day: { weight: 3.5, silence: 0, why: "never given" },
    place: { weight: 1, silence: 0, why: "names only" },
    type: { weight: 0, silence: 0, why: "one for all" },
    trigger: { weight: 3, silence: 0, why: "stands for the type" },
    wording: { weight: 3, silence: 0, why: "the only context" },
  },
}

/**
 * Cross-document event coreference on the gold mentions of ECB+, topic by topic; general news, and neither days nor
 * coordinates are given, so that it measures blocking by words and clustering rather than the whole linker. All of a
 * chain in one document is one mention. `overMerge`: share of joined pairs that gold keeps apart. Null without the data.
 */
export function scoreEcbPlus(dataDir: string, model: LinkModel = UNTYPED_MODEL): Score | null {
  const topics = readEcbPlus(dataDir)
  if (topics === null) return null
  const [gold, system]: [string[][], string[][]] = [[], []]
  let ceaf = 0
  for (const topic of topics) {
    const { events } = link({ coded: topic.coded, judgements: [], reviews: [] }, { model }).value
    const found = events.map((e) => e.mentions)
    ceaf += ceafTotal(topic.gold, found)
    gold.push(...topic.gold)
    system.push(...found)
  }
  return { name: "ecb-plus", n: gold.flat().length, metrics: corefMetrics(gold, system, ceaf) }
}

function corefMetrics(gold: Partition, system: Partition, ceaf: number): Record<string, number> {
  const [b, m, c] = [bCubed(gold, system), muc(gold, system), ceafOf(ceaf, gold.length, system.length)]
  return {
    conllF1: (b.f1 + m.f1 + c.f1) / 3,
    b3Precision: b.precision,
    b3Recall: b.recall,
    b3F1: b.f1,
    mucF1: m.f1,
    ceafF1: c.f1,
    overMerge: overMergeRate(gold, system),
  }
}

/** Two reports are near-copies from this Jaccard similarity of their exact 4-word shingles on; read by eye, all such are. */
const REFERENCE_JACCARD = 0.5
const SHINGLE_WORDS = 4

function shingles(text: string): Int32Array {
  const words = normaliseWords(text).split(" ")
  const found = new Set<number>()
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++)
    found.add(fnv1a(words.slice(i, i + SHINGLE_WORDS).join(" ")) | 0)
  return Int32Array.from(found).sort()
}

/**
 * How well 64-number sketches find near-copies among the FA-KES reports, against the exact similarity of all pairs.
 * Null without the data.
 */
export function scoreNearCopies(dataDir: string, threshold = NEAR_COPY_SIMILARITY): Score | null {
  const texts = readReports(dataDir, "fa-kes-").map((line) => pageOfArticle(line)?.body ?? "")
  if (texts.length === 0) return null
  const reports = texts.map((text) => ({ sketch: sketchOf(text), shingles: shingles(text) }))
  let [hit, extra, missed] = [0, 0, 0]
  for (const [i, a] of reports.entries())
    for (const b of reports.slice(i + 1)) {
      const copy = jaccard(a.shingles, b.shingles) >= REFERENCE_JACCARD
      const found = sketchSimilarity(a.sketch, b.sketch) >= threshold
      if (copy && found) hit++
      else if (found) extra++
      else if (copy) missed++
    }
  const metrics = { recall: share(hit, hit + missed), precision: share(hit, hit + extra) }
  return { name: "near-copies", n: hit + missed, metrics }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const dataDir = process.env.SIGHTLINE_DATA ?? "../shared/data"
  console.log(JSON.stringify([scoreEcbPlus(dataDir), scoreNearCopies(dataDir)], null, 2))
}
