import { cleaner } from "../src/clean/clean.ts"
import { code } from "../src/code/code.ts"
import { normaliseWords } from "../src/kit/text.ts"
import type { EventType, Harm, Mention } from "../src/schema/index.ts"
import { fakesActorClass } from "./actors.ts"
import { pageOfArticle, readReports } from "./read-reports.ts"
import { type Score, type ScoreContext, share, spread } from "./scorer.ts"

/** FA-KES (Abu Salem et al. 2019): one label set per report on the Syrian war. A figure of 0 also means "not stated". */
export interface FakesLabel {
  /** Killed civilians (children and women are among them) and killed others. */
  civilians: number
  others: number
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
  suweida: ["as suwayda", "suweida", "sweida", "as suwayda "],
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
  const number = (key: string) => Number(line[key] ?? 0) || 0
  const text = (key: string) => String(line[key] ?? "").toLowerCase()
  return {
    civilians: number("nb_civilians") || Math.max(number("nb_children"), number("nb_women")),
    others: number("nb_noncivilians"),
    governorate: text("location"),
    actor: text("actor"),
    cause: text("cause_of_death"),
  }
}

function isFigure(harm: Harm, value: number): boolean {
  return harm.kind === "killed" && (harm.min === value || harm.max === value)
}

/** One of the mention's killed figures is the label's total, or one each is its two parts. */
export function tollExact(mention: Mention, label: FakesLabel): boolean {
  const harm = mention.harm.map((h) => h.value)
  const has = (value: number) => harm.some((h) => isFigure(h, value))
  if (has(label.civilians + label.others)) return true
  return label.civilians > 0 && label.others > 0 && has(label.civilians) && has(label.others)
}

/** The largest killed figure told of one incident, 0 where none is. */
function mostKilled(mention: Mention): number {
  const figures = mention.harm.map((h) => h.value).filter((h) => h.kind === "killed" && !h.cumulative)
  return Math.max(0, ...figures.map((h) => h.min ?? h.max ?? 0))
}

/** The first actual mention with a killed figure, else the first that told a cause of death, else the first. */
export function mainMention(mentions: readonly Mention[]): Mention | null {
  const actual = mentions.filter((m) => !m.background && ["actual", "ongoing"].includes(m.modality.value))
  return (
    actual.find((m) => mostKilled(m) > 0) ??
    actual.find((m) => causeClass(m.type.value) !== "unknown") ??
    actual[0] ??
    mentions[0] ??
    null
  )
}

interface Verdict {
  toll: boolean
  governorate: boolean
  actor: boolean
  cause: boolean
}

function judge(mention: Mention | null, label: FakesLabel): Verdict {
  if (mention === null)
    return { toll: false, governorate: false, actor: label.actor === "unknown", cause: label.cause === "unknown" }
  const admin1 = mention.where.map((w) => governorateClass(w.value.admin1)).find((c) => c !== null)
  return {
    toll: tollExact(mention, label),
    governorate: admin1 === label.governorate,
    actor: (fakesActorClass(mention.actors[0]?.value ?? null) ?? "unknown") === label.actor,
    cause: causeClass(mention.type.value) === label.cause,
  }
}

const FIELDS = ["toll", "governorate", "actor", "cause"] as const

/** Reports of `reports/fa-kes-*.jsonl.gz` through clean (as plain text) and code; each field for the main and for any mention. */
export async function scoreFakes(context: ScoreContext): Promise<Score | null> {
  const lines = spread(readReports(context.dataDir, "fa-kes-"), context.sample)
  if (lines.length === 0) return null
  const resources = await context.resources()
  const sums = new Map<string, number>()
  const add = (key: string, right: boolean) => sums.set(key, (sums.get(key) ?? 0) + Number(right))
  const stage = cleaner()
  let withToll = 0
  for (const line of lines) {
    const label = labelOf(line)
    const page = pageOfArticle(line)
    const report = page === null ? null : (await stage.clean(page)).value
    const mentions = report === null ? [] : code(report, resources).mentions
    const main = judge(mainMention(mentions), label)
    const any = mentions.map((m) => judge(m, label))
    if (label.civilians + label.others > 0) withToll++
    else main.toll = false
    for (const field of FIELDS) {
      add(`${field}Main`, main[field])
      add(
        `${field}Any`,
        main[field] || any.some((v) => v[field] && (field !== "toll" || label.civilians + label.others > 0)),
      )
    }
    add("withMention", mentions.length > 0)
  }
  await stage.close()
  const whole = (key: string) => (key.startsWith("toll") ? withToll : lines.length)
  return {
    name: "fakes",
    n: lines.length,
    metrics: Object.fromEntries([...sums].map(([key, count]) => [key, share(count, whole(key))])),
  }
}
