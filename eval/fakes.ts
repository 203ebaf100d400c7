import { cleaner } from "../src/clean/clean.ts"
import { code } from "../src/code/code.ts"
import { normaliseWords } from "../src/kit/text.ts"
import type { Resources } from "../src/resources.ts"
import type { Coded, EventType, Mention, Report } from "../src/schema/index.ts"
import { fakesActorClass } from "./actors.ts"
import { scoreFakesToll, type TollPrediction, tollRecord } from "./harm.ts"
import { pageOfArticle, readReports } from "./read-reports.ts"
import { type Score, type ScoreContext, share, spread } from "./scorer.ts"

/** FA-KES (Abu Salem et al. 2019): one label set per report on the Syrian war. */
interface FakesLabel {
  governorate: string
  actor: string
  cause: string
}

const GOVERNORATES: Record<string, string[]> = {
  aleppo: ["aleppo", "halab"],
  idlib: ["idlib"],
  damascus: ["damascus", "rif dimashq", "rural damascus", "dimashq"],
  "deir ezzor": ["deir ez zor", "dayr az zawr", "deir ezzor", "deir al zor"],
  raqqa: ["raqqa", "ar raqqah"],
  homs: ["homs"],
  hasakeh: ["al hasakah", "hasakah", "hasakeh", "al hasaka"],
  daraa: ["daraa", "dar a", "deraa"],
  hama: ["hama", "hamah"],
  lattakia: ["latakia", "lattakia", "al ladhiqiyah"],
  quneitra: ["quneitra", "al qunaytirah"],
  suweida: ["as suwayda", "suweida", "sweida"],
  tartus: ["tartus", "tartous"],
}

/** FA-KES's name of a first-level division; null for one that it does not know. */
export function governorateClass(admin1: string | null): string | null {
  const words = normaliseWords(admin1 ?? "").replace(/ (governorate|province)$/, "")
  return Object.entries(GOVERNORATES).find(([, names]) => names.includes(words))?.[0] ?? null
}

const CAUSES: Partial<Record<EventType, string>> = {
  "air-strike": "shelling",
  shelling: "shelling",
  explosion: "explosion",
  "suicide-attack": "explosion",
  "chemical-attack": "chemical and toxic gases",
  execution: "execution",
  "armed-clash": "shooting",
  "attack-on-civilians": "shooting",
}

export function causeClass(type: EventType): string {
  return CAUSES[type] ?? "unknown"
}

function labelOf(line: Record<string, unknown>): FakesLabel {
  const text = (key: string) => String(line[key] ?? "").toLowerCase()
  return { governorate: text("location"), actor: text("actor"), cause: text("cause_of_death") }
}

/** The largest killed figure told of one incident, 0 where none is. */
function mostKilled(mention: Mention): number {
  const figures = mention.harm.map((h) => h.value).filter((h) => h.kind === "killed" && !h.cumulative)
  return Math.max(0, ...figures.map((h) => h.min ?? h.max ?? 0))
}

/** News before history and plans; each in the coder's order. */
export function ranked(mentions: readonly Mention[]): Mention[] {
  const isNews = (m: Mention) => !m.background && ["actual", "ongoing"].includes(m.modality.value)
  return [...mentions.filter(isNews), ...mentions.filter((m) => !isNews(m))]
}

/** Of the ranked mentions, the first with a killed figure, else the first that tells a cause of death, else the first. */
export function mainMention(ranked: readonly Mention[]): Mention | null {
  return (
    ranked.find((m) => mostKilled(m) > 0) ??
    ranked.find((m) => causeClass(m.type.value) !== "unknown") ??
    ranked[0] ??
    null
  )
}

interface Verdict {
  governorate: boolean
  actor: boolean
  cause: boolean
}

function judge(mention: Mention | null, label: FakesLabel): Verdict {
  if (mention === null)
    return { governorate: false, actor: label.actor === "unknown", cause: label.cause === "unknown" }
  const governorate = mention.where.map((w) => governorateClass(w.value.admin1)).find((c) => c !== null)
  return {
    governorate: governorate === label.governorate,
    actor: (fakesActorClass(mention.actors[0]?.value ?? null) ?? "unknown") === label.actor,
    cause: causeClass(mention.type.value) === label.cause,
  }
}

/** Null where coding throws, which is a bug of one report: the rest is still measured, and `coded` falls. */
function codeOrNull(report: Report, resources: Resources): Coded | null {
  try {
    return code(report, resources)
  } catch {
    return null
  }
}

const FIELDS = ["governorate", "actor", "cause"] as const

/** Reports of `reports/fa-kes-*.jsonl.gz` through clean (as plain text) and code; each field for the main and for any mention. */
export async function scoreFakes(context: ScoreContext): Promise<Score | null> {
  const lines = spread(readReports(context.dataDir, "fa-kes-"), context.sample)
  if (lines.length === 0) return null
  const resources = await context.resources()
  const sums = new Map<string, number>()
  const add = (key: string, right: boolean) => sums.set(key, (sums.get(key) ?? 0) + Number(right))
  const tolls = new Map<string, TollPrediction>()
  const stage = cleaner()
  for (const line of lines) {
    const label = labelOf(line)
    const page = pageOfArticle(line)
    const report = page === null ? null : (await stage.clean(page)).value
    const coded = report === null ? null : codeOrNull(report, resources)
    const mentions = ranked(coded?.mentions ?? [])
    const main = judge(mainMention(mentions), label)
    const any = mentions.map((m) => judge(m, label))
    for (const field of FIELDS) {
      add(`${field}Main`, main[field])
      add(`${field}Any`, main[field] || any.some((v) => v[field]))
    }
    add("withMention", mentions.length > 0)
    add("coded", coded !== null)
    tolls.set(
      String(line.unit_id ?? ""),
      mentions.map((m) => m.harm.map((h) => h.value)),
    )
  }
  await stage.close()
  const shares = Object.fromEntries([...sums].map(([key, count]) => [key, share(count, lines.length)]))
  const { metrics } = scoreFakesToll(lines.map(tollRecord), tolls)
  return { name: "fakes", n: lines.length, metrics: { ...metrics, ...shares } }
}
