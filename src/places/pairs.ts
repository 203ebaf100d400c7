import type { Place } from "./place.ts"
import { between } from "./relative.ts"
import type { TextReading } from "./resolve.ts"
import { joins } from "./tokens.ts"
import { attest, type Toponym } from "./toponym.ts"

const ROADS = new Set(["road", "highway", "route", "motorway"])

/** Text order, longer spans first where two overlap; pairs that name one thing ("between X and Y", "the X–Y road") become one. */
export function joined(toponyms: readonly Toponym[], reading: TextReading): Toponym[] {
  const sorted = [...toponyms].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const kept: Toponym[] = []
  for (const t of sorted) {
    const previous = kept[kept.length - 1]
    if (!previous || previous.span.end <= t.span.start) kept.push(t)
    else if (t.span.end - t.span.start > previous.span.end - previous.span.start) kept[kept.length - 1] = t
  }
  const out: Toponym[] = []
  for (let i = 0; i < kept.length; i++) {
    const [a, b] = [kept[i], kept[i + 1]]
    const pair = a && b ? pairOf(a, b, reading) : null
    if (pair) i++
    if (pair) out.push(pair)
    else if (a) out.push(a)
  }
  return out
}

function pairOf(a: Toponym, b: Toponym, reading: TextReading): Toponym | null {
  const gap = reading.text.slice(a.span.end, b.span.start)
  const before = reading.text.slice(Math.max(0, a.span.start - 30), a.span.start)
  const after = reading.words.find((w) => w.start >= b.span.end)
  const road = /^ ?[-–—] ?$/.test(gap) && after !== undefined && ROADS.has(after.lower) && joins(after.gap)
  const middle =
    gap === " and " &&
    /\bbetween (?:the (?:towns?|cities|villages) of )?$/.test(before) &&
    a.use === "place" &&
    b.use === "place"
  if (!road && !middle) return null
  const [x, y] = [pointOf(a), pointOf(b)]
  if (!x || !y || x.kind === "country" || y.kind === "country") return null
  if (x.country !== y.country && !road) return null
  const span =
    road && after
      ? { start: a.span.start, end: after.end }
      : { start: a.span.start - "between ".length, end: b.span.end }
  const start = middle ? before.lastIndexOf("between") + Math.max(0, a.span.start - 30) : span.start
  const name = road ? `${x.name}–${y.name} ${after?.lower}` : `between ${x.name} and ${y.name}`
  const where = between(x, y, name, road ? "feature" : "near")
  const whole = { start, end: span.end }
  return {
    span: whole,
    where: attest(reading.text, whole, where, "inferred", road ? "where/road" : "where/between"),
    use: "place",
  }
}

function pointOf(t: Toponym): Place | null {
  const w = t.where.value
  if (w.lat === null || w.lon === null) return null
  return {
    id: w.placeId ?? "",
    name: w.name,
    kind: w.precision === "country" ? "country" : "town",
    country: w.country,
    admin1: w.admin1,
    lat: w.lat,
    lon: w.lon,
    radiusKm: w.radiusKm ?? 0,
    population: 0,
    prominence: 0,
    seat: null,
    source: "own",
  }
}
