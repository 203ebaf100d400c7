import type { Event, Harm, Mention, When, Where } from "../src/schema/index.ts"
import { sameHead } from "./gold-match.ts"
import { type GoldIncident, readIncidents } from "./incident-gold.ts"
import { type ExampleRun, runExamples } from "./run-examples.ts"
import { type Score, type ScoreContext, share } from "./scorer.ts"

const NEAR_KM = 25

/** Great-circle distance on a sphere of 6,371 km, in km. */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(h))
}

function nearPlace(gold: GoldIncident, where: Where | null | undefined): boolean {
  if (!where) return false
  const { lat, lon, name } = gold.where
  if (lat !== null && lon !== null && where.lat !== null && where.lon !== null)
    return distanceKm({ lat, lon }, { lat: where.lat, lon: where.lon }) <= NEAR_KM
  return sameHead(name, [where.name])
}

function rightDay(gold: GoldIncident, when: When | null | undefined): boolean {
  return when !== null && when !== undefined && when.start >= gold.when.start && when.end <= gold.when.end
}

/** How well a mention fits an incident: 0 for another type or for a telling that is surely of another day or place. */
function fit(gold: GoldIncident, mention: Mention): number {
  if (!gold.types.includes(mention.type.value)) return 0
  const place = mention.where.some((w) => nearPlace(gold, w.value))
  if (mention.where.length > 0 && !place && mention.where[0]?.value.country !== gold.where.country) return 0
  const day = rightDay(gold, mention.when?.value)
  const stated = mention.when !== null && mention.when.certainty !== "assumed"
  const touches =
    mention.when !== null && mention.when.value.start <= gold.when.end && mention.when.value.end >= gold.when.start
  if (stated && !touches) return 0
  return 1 + (day ? 4 : touches ? 2 : 0) + (place ? 4 : 0) + (gold.types[0] === mention.type.value ? 1 : 0)
}

/** The mention of each (incident, report): best fit first, no mention twice. */
function tellingsOf(gold: readonly GoldIncident[], run: ExampleRun): Map<GoldIncident, Map<string, Mention>> {
  const options = run.coded.flatMap((coded) => {
    const report = run.names.get(coded.report) ?? ""
    return gold
      .filter((g) => report in g.tellings)
      .flatMap((g) => coded.mentions.map((mention) => ({ g, report, mention, fit: fit(g, mention) })))
  })
  const tellings = new Map<GoldIncident, Map<string, Mention>>(gold.map((g) => [g, new Map()]))
  const taken = new Set<string>()
  for (const o of options.filter((o) => o.fit > 0).sort((a, b) => b.fit - a.fit)) {
    const told = tellings.get(o.g)
    if (told === undefined || told.has(o.report) || taken.has(o.mention.id)) continue
    told.set(o.report, o.mention)
    taken.add(o.mention.id)
  }
  return tellings
}

function harmOf(event: Event): Harm[] {
  return event.harm.flatMap((h) => [...(h.best ? [h.best] : []), ...h.alternatives.map((a) => a.value)])
}

/** What became of one incident: the verdict per field, null where the field is not judged. */
export interface IncidentVerdict {
  id: string
  event: string | null
  tellings: { wanted: number; told: number; joined: number }
  type: boolean
  day: boolean
  place: boolean
  modality: boolean
  actor: boolean | null
  origins: boolean | null
  tolls: { wanted: number; kept: number }
  /** Look-alikes that share its event. */
  mergedWith: string[]
}

function verdict(gold: GoldIncident, told: Map<string, Mention>, eventOf: Map<string, Event>): IncidentVerdict {
  const events = [...told.values()].map((m) => eventOf.get(m.id)).filter((e) => e !== undefined)
  const size = (event: Event) => events.filter((e) => e === event).length
  const event = [...events].sort((a, b) => size(b) - size(a))[0] ?? null
  const harm = event ? harmOf(event) : []
  const actors = event?.actors.flatMap((a) => [a.best, ...a.alternatives.map((v) => v.value)]) ?? []
  return {
    id: gold.id,
    event: event?.id ?? null,
    tellings: { wanted: Object.keys(gold.tellings).length, told: told.size, joined: event ? size(event) : 0 },
    type: event?.type.best != null && gold.types.includes(event.type.best),
    day: rightDay(gold, event?.when.best),
    place: nearPlace(gold, event?.where.best),
    modality:
      [...told].filter(([report, m]) => gold.tellings[report]?.includes(m.modality.value)).length === told.size &&
      told.size > 0,
    actor:
      gold.actors.length === 0
        ? null
        : gold.actors.some((g) => actors.some((a) => a !== null && sameHead(g, [a.name, a.actorId]))),
    origins: gold.origins === null || event === null ? null : event.origins === gold.origins,
    tolls: {
      wanted: gold.tolls.length,
      kept: gold.tolls.filter((t) => harm.some((h) => h.kind === t.kind && h.min === t.min && h.max === t.max)).length,
    },
    mergedWith: [],
  }
}

/** One verdict per incident, in order. */
export function judgeIncidents(gold: readonly GoldIncident[], run: ExampleRun): IncidentVerdict[] {
  const eventOf = new Map(run.events.flatMap((e) => e.mentions.map((m) => [m, e] as const)))
  const tellings = tellingsOf(gold, run)
  const verdicts = gold.map((g) => verdict(g, tellings.get(g) ?? new Map(), eventOf))
  for (const [i, v] of verdicts.entries())
    v.mergedWith = verdicts.filter((w, j) => i !== j && v.event !== null && w.event === v.event).map((w) => w.id)
  return verdicts
}

function rate(
  verdicts: readonly IncidentVerdict[],
  key: "type" | "day" | "place" | "modality" | "actor" | "origins",
): number {
  const judged = verdicts.filter((v) => v.event !== null && v[key] !== null)
  return share(judged.filter((v) => v[key]).length, judged.length)
}

export function scoreVerdicts(verdicts: readonly IncidentVerdict[]): Score {
  const sum = (of: (v: IncidentVerdict) => number) => verdicts.reduce((n, v) => n + of(v), 0)
  return {
    name: "incidents",
    n: verdicts.length,
    metrics: {
      found: share(
        sum((v) => (v.event ? 1 : 0)),
        verdicts.length,
      ),
      tellings: share(
        sum((v) => v.tellings.told),
        sum((v) => v.tellings.wanted),
      ),
      joined: share(
        sum((v) => v.tellings.joined),
        sum((v) => v.tellings.told),
      ),
      unsplit: share(
        sum((v) => (v.tellings.told === v.tellings.joined ? 1 : 0)),
        verdicts.length,
      ),
      unmerged: share(
        sum((v) => (v.mergedWith.length === 0 ? 1 : 0)),
        verdicts.length,
      ),
      type: rate(verdicts, "type"),
      day: rate(verdicts, "day"),
      placeWithin25km: rate(verdicts, "place"),
      modality: rate(verdicts, "modality"),
      actor: rate(verdicts, "actor"),
      origins: rate(verdicts, "origins"),
      tolls: share(
        sum((v) => v.tolls.kept),
        sum((v) => v.tolls.wanted),
      ),
    },
  }
}

/** The example reports through the whole pipeline, against `tests/incidents/incidents.json`. */
export async function scoreIncidents(context: ScoreContext): Promise<Score> {
  return scoreVerdicts(judgeIncidents(readIncidents(), await runExamples(await context.resources())))
}
