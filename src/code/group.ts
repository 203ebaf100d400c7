import type { Actor, Attested, EventType, When, Where } from "../schema/index.ts"
import { bearsHarm, type Filled } from "./fill.ts"

/** Drafts of one report that tell one event, in text order. The first is the one that tells it best. */
export type Group = Filled[]

/** How many sentences back a telling may take up an event without naming it anew. */
const REACH_SENTENCES = 4

/** Kinds of telling that can be one event: "the attack" after an air strike, "killed" after shelling. */
const GENERIC = new Set<EventType>(["attack-on-civilians", "armed-clash", "explosion"])
const VIOLENT = new Set<EventType>([
  "armed-clash",
  "air-strike",
  "shelling",
  "explosion",
  "suicide-attack",
  "chemical-attack",
  "attack-on-civilians",
  "execution",
])

/** Joins the tellings of one event: same or generic type, compatible modality, no two places, days, actors or tolls that contradict. */
export function group(filled: readonly Filled[]): Group[] {
  const groups: Group[] = []
  const body = filled.filter((f) => f.sentence.block !== "title" && f.sentence.block !== "heading")
  const heads = filled.filter((f) => !body.includes(f))
  for (const item of body) {
    const home =
      groups.findLast((g) => joins(g, item, REACH_SENTENCES)) ??
      (item.draft.weak ? groups.find((g) => joins(g, item, 99)) : undefined)
    if (home) home.push(item)
    else groups.push([item])
  }
  for (const item of heads) {
    const home = groups.find((g) => joins(g, item, Number.POSITIVE_INFINITY))
    if (home) home.push(item)
    else groups.push([item])
  }
  return groups.map(bestFirst).sort((a, b) => position(a) - position(b))
}

function position(g: Group): number {
  return Math.min(...g.map((f) => f.draft.trigger.start))
}

/** A strong body telling before a weak one or a headline; then text order. */
function bestFirst(g: Group): Group {
  const rank = (f: Filled) =>
    Number(f.draft.weak) * 2 + Number(f.sentence.block === "title" || f.sentence.block === "heading")
  return [...g].sort((a, b) => rank(a) - rank(b) || a.draft.trigger.start - b.draft.trigger.start)
}

function joins(g: Group, item: Filled, reach: number): boolean {
  const last = g.at(-1) as Filled
  const near = Math.min(...g.map((f) => Math.abs(item.sentence.index - f.sentence.index)))
  if (near > reach || (near > 0 && onlyTotals(item))) return false
  if (!sameKind(g, item) || !sameModality(g, item)) return false
  if (near > 0 && tollsContradict(g, item)) return false
  return g.every((f) => placesAgree(f.where, item.where) && daysAgree(f.when, item.when)) && partiesAgree(g, item, last)
}

/** "More than 180,000 have been killed since the war began" tells of no single event told before. */
function onlyTotals(item: Filled): boolean {
  return item.draft.weak && item.tolls.length > 0 && item.tolls.every((t) => t.harm.value.cumulative)
}

function sameKind(g: Group, item: Filled): boolean {
  if (g.some((f) => f.draft.type === item.draft.type && !f.draft.weak)) return true
  if (g.every((f) => f.draft.weak) && item.draft.weak)
    return VIOLENT.has(item.draft.type) && g.some((f) => VIOLENT.has(f.draft.type))
  const weakSide = item.draft.weak ? item : (g.find((f) => f.draft.weak) ?? null)
  if (!weakSide || !GENERIC.has(weakSide.draft.type)) return false
  const other = item.draft.weak ? g.map((f) => f.draft.type) : [item.draft.type]
  if (!item.draft.weak && !g.every((f) => f.draft.weak)) return false
  return other.some(
    (t) => VIOLENT.has(t) || (item.tolls.length > 0 && item.tolls.every((h) => bearsHarm(t, h.harm.value.kind))),
  )
}

function sameModality(g: Group, item: Filled): boolean {
  const happened = (m: string) => m === "actual" || m === "ongoing"
  return g.some(
    (f) => f.draft.modality === item.draft.modality || (happened(f.draft.modality) && happened(item.draft.modality)),
  )
}

const EXACT = new Set<Where["precision"]>(["exact", "near", "admin3"])

/** Two point-like places contradict unless they share one; a frame contradicts a point of another province. */
export function placesAgree(a: readonly Attested<Where>[], b: readonly Attested<Where>[]): boolean {
  const [points, others] = [a, b].map((list) =>
    list.filter((w) => EXACT.has(w.value.precision)).map((w) => w.value),
  ) as [Where[], Where[]]
  if (points.length > 0 && others.length > 0) return points.some((p) => others.some((o) => samePlace(p, o)))
  const frames = [...a, ...b].map((w) => w.value)
  const provinces = new Set(frames.filter((w) => w.admin1).map((w) => `${w.country}|${w.admin1}`))
  const countries = new Set(frames.filter((w) => w.country).map((w) => w.country))
  if (a.length === 0 || b.length === 0) return true
  return (
    countries.size <= 1 &&
    (provinces.size <= 1 ||
      a.some((x) => b.some((y) => samePlace(x.value, y.value) || x.value.admin1 === y.value.admin1)))
  )
}

function samePlace(a: Where, b: Where): boolean {
  return a.placeId !== null && b.placeId !== null
    ? a.placeId === b.placeId
    : a.name.toLowerCase() === b.name.toLowerCase()
}

function daysAgree(a: Attested<When> | null, b: Attested<When> | null): boolean {
  return !a || !b || (a.value.start <= b.value.end && b.value.start <= a.value.end)
}

function partiesAgree(g: Group, item: Filled, last: Filled): boolean {
  const named = (list: readonly Attested<Actor>[]) =>
    list.filter((a) => a.value.actorId !== null).map((a) => a.value.groupId ?? a.value.actorId)
  const differ = (x: (string | null | undefined)[], y: (string | null | undefined)[]) =>
    x.length > 0 && y.length > 0 && !x.some((k) => y.includes(k))
  if (item.sentence === last.sentence && item.draft.clause.start === last.draft.clause.start) return true
  return !g.some((f) => differ(named(f.actors), named(item.actors)))
}

/** Another exact number for the same harm is another event, unless the words say that the toll rose. */
function tollsContradict(g: Group, item: Filled): boolean {
  const exact = (f: Filled) =>
    f.tolls
      .map((t) => t.harm)
      .filter((h) => h.value.kind === "killed" && h.value.min !== null && !h.value.partOf && !h.value.cumulative)
  const mine = exact(item)
  const theirs = g.flatMap(exact)
  if (mine.length === 0 || theirs.length === 0 || item.draft.weak) return false
  return !mine.some((m) => theirs.some((t) => m.value.min === t.value.min || m.value.who !== t.value.who))
}
