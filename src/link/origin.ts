import { sketchSimilarity } from "../kit/minhash.ts"
import { normaliseWords } from "../kit/text.ts"
import { UnionFind } from "../kit/union-find.ts"
import type { Telling } from "./telling.ts"

/**
 * From this estimated Jaccard similarity of their 4-word shingles on, two reports are copies of one text. Measured by
 * `eval/link.ts` (`scoreNearCopies`); figures in docs/decisions/0003-linking.md.
 */
export const NEAR_COPY_SIMILARITY = 0.4
/** A cluster of more reports than this compares each with the next ones only. */
const MAX_COPY_WINDOW = 200

/** Speakers of these kinds are not one identifiable voice: two reports that cite "witnesses" cite different ones. */
const NO_ONE_VOICE: ReadonlySet<string> = new Set(["witness", "local", "official", "unknown"])

const MAX_NAMES = 3

/** Reports that stand on one source. */
export interface Origin {
  reports: string[]
  /** Why they count as one, and who it is: "Reuters wire", "copies of one text". */
  name: string
  outlets: string[]
}

interface Source {
  report: string
  outlet: string | null
  wire: string | null
  /** Keys of the news agencies that it cites. */
  agencies: Set<string>
  sketch: readonly number[]
  /** Identified speakers, each with a figure that it gives or with none: "ru-mod|killed|40|40". */
  figures: Set<string>
  /** Names of identified speakers, and of the others that it cites. */
  speakers: string[]
  unnamed: string[]
}

/** Whoever denies what a report tells is not where the report has it from. */
function sourcesOf(members: readonly Telling[], unnamed: ReadonlySet<string>): Source[] {
  const byReport = new Map<string, Source>()
  const told = new Set(members.filter((t) => !t.denied).map((t) => t.mention.report))
  for (const { mention, head, tolls, denied } of members) {
    const source = byReport.get(mention.report) ?? {
      report: mention.report,
      outlet: head.outlet,
      wire: head.wire,
      agencies: new Set<string>(),
      sketch: head.sketch,
      figures: new Set<string>(),
      speakers: [],
      unnamed: [],
    }
    byReport.set(mention.report, source)
    if (denied && told.has(mention.report)) continue
    for (const { value } of mention.saidBy) {
      if (value.kind === "agency") for (const name of [value.speakerId, value.name]) source.agencies.add(agency(name))
      const nobody = value.speakerId === null || unnamed.has(value.speakerId) || NO_ONE_VOICE.has(value.kind)
      ;(nobody ? source.unnamed : source.speakers).push(value.name)
      if (nobody) continue
      const figures = tolls.filter((h) => h.min !== null).map((h) => `${h.kind}|${h.min}|${h.max}`)
      for (const figure of figures.length > 0 ? figures : ["no figure"])
        source.figures.add(`${value.speakerId}|${figure}`)
    }
  }
  return [...byReport.values()]
}

const NO_AGENCY = "agency:"

function agency(name: string | null): string {
  return `${NO_AGENCY}${normaliseWords(name ?? "")}`
}

/** What names one source: two reports with a key in common have one origin. */
function keysOf(source: Source): string[] {
  const keys = [...source.figures].map((f) => `figure:${f}`)
  const credited = [...source.agencies]
  if (source.wire !== null) credited.push(agency(source.wire))
  return keys.concat(credited.length > 0 ? credited : agency(source.outlet)).filter((key) => key !== NO_AGENCY)
}

function uniteCopies(sources: readonly Source[], sets: UnionFind): void {
  sources.forEach((a, i) => {
    for (const b of sources.slice(i + 1, i + 1 + MAX_COPY_WINDOW))
      if (sets.find(a.report) !== sets.find(b.report) && sketchSimilarity(a.sketch, b.sketch) >= NEAR_COPY_SIMILARITY)
        sets.union(a.report, b.report)
  })
}

function nameOf(sources: readonly Source[]): string {
  const wires = distinct(sources.map((s) => s.wire))
  if (wires.length > 0) return `${wires.join(", ")} wire`
  const speakers = distinct(sources.flatMap((s) => s.speakers))
  if (speakers.length > 0) return speakers.slice(0, MAX_NAMES).join(", ")
  const outlets = distinct(sources.map((s) => s.outlet)).join(", ") || "an unnamed outlet"
  const cited = distinct(sources.flatMap((s) => s.unnamed))
  return cited.length > 0 ? `${outlets} citing ${cited.slice(0, MAX_NAMES).join(", ")}` : outlets
}

function distinct(names: readonly (string | null)[]): string[] {
  return [...new Set(names.filter((n) => n !== null))].sort()
}

/**
 * Independent origins of an event's reports, oldest first. Reports share one when they are near-copies, credit or cite
 * one news agency (or one of them is that agency), come from one outlet on its own account, or cite one identified speaker for one figure, or
 * for no figure at all.
 */
export function originsOf(members: readonly Telling[], unnamed: ReadonlySet<string>): Origin[] {
  const sources = sourcesOf(members, unnamed)
  const sets = new UnionFind()
  const firstWith = new Map<string, string>()
  for (const source of sources) {
    sets.add(source.report)
    for (const key of keysOf(source)) {
      const first = firstWith.get(key)
      if (first === undefined) firstWith.set(key, source.report)
      else sets.union(first, source.report)
    }
  }
  uniteCopies(sources, sets)
  const byReport = new Map(sources.map((s) => [s.report, s]))
  return sets.groups().map((reports) => {
    const group = reports.map((r) => byReport.get(r)).filter((s) => s !== undefined)
    return { reports, name: nameOf(group), outlets: distinct(group.map((s) => s.outlet)) }
  })
}
