import { overlaps } from "../kit/spans.ts"
import type { Attested, Certainty, Issue, Outcome, Span, Where } from "../schema/index.ts"
import { accepts } from "./accept.ts"
import { type Context, contextOf } from "./context.ts"
import { normaliseName } from "./fold.ts"
import type { Candidate, Gazetteer } from "./gazetteer.ts"
import { listedNames, type Named, namesAfterPreposition, namesBeforeDescriptor } from "./named.ts"
import { type Place, whereOf } from "./place.ts"
import { hasRival, type Ranked, rank, support, type Votes } from "./rank.ts"
import { type Hit, recognise, spanOf } from "./recognise.ts"
import { type Reading, rejectionOf } from "./reject.ts"
import { between, type Relative, relativeTo } from "./relative.ts"
import { joins, type Word, wordsOf } from "./tokens.ts"
import { type Use, useOf } from "./use.ts"
import { containerOf, mainCountry, spokenOf, votesOf } from "./votes.ts"
import { DESCRIPTORS } from "./words.ts"

export interface LocateInput {
  text: string
  /** Actors and outlets: they are not places, though they say which country is spoken of. */
  exclude?: Span[]
  dateline?: Span | null
  outlet?: string | null
}

export interface Toponym {
  span: Span
  where: Attested<Where>
  /** A place; a government named by its seat ("Damascus said"); part of another name ("the Aleppo brigade", "Syrian"); where the report was filed. */
  use: Use
}

const BY = "places@1"
const MAX_CHARS = 200_000

/** A hit with everything that was found out about it. */
interface Resolved {
  readonly hit: Hit
  readonly context: Context
  readonly ranked: readonly Ranked[]
  readonly container: Place | null
}

/**
 * Places named in the text, in text order, without overlaps. Pure. Names that the words around them call a place but
 * that the gazetteer does not know have no id and no point. A text of over 200,000 characters is read up to there,
 * with an issue.
 */
export function locate(input: LocateInput, gazetteer: Gazetteer): Outcome<Toponym[]> {
  const issues: Issue[] = []
  const text = input.text.slice(0, MAX_CHARS)
  if (text.length < input.text.length)
    issues.push({
      code: "where/text-too-long",
      severity: "warning",
      stage: "code",
      message: `the text has ${input.text.length} characters; places were looked for in the first ${MAX_CHARS}`,
    })
  const reading = read(text, input.exclude ?? [], gazetteer)
  const resolved = resolveAll(reading)
  const named = toponymsOfNames(reading, resolved)
  const found = resolved.flatMap((r) => toponymOf(r, reading, input.dateline ?? null) ?? [])
  return { value: joined([...found, ...named], reading), issues }
}

interface TextReading extends Reading {
  readonly text: string
  readonly hits: readonly Hit[]
  /** Hits inside excluded spans: they vote, and give no toponym. */
  readonly silent: ReadonlySet<Hit>
  readonly barred: ReadonlySet<number>
  readonly names: readonly Named[]
  readonly votes: Votes
  readonly kept: readonly { hit: Hit; context: Context }[]
}

function read(text: string, exclude: readonly Span[], gazetteer: Gazetteer): TextReading {
  const words = wordsOf(text)
  const barred = new Set<number>()
  words.forEach((w, i) => {
    if (exclude.some((s) => overlaps(s, w))) barred.add(i)
  })
  const hits = recognise(words, gazetteer, new Set())
  const hitAt = new Map<number, Hit>()
  for (const hit of hits) for (let i = hit.first; i <= hit.last; i++) hitAt.set(i, hit)
  const silent = new Set(hits.filter((h) => barred.has(h.first) || barred.has(h.last)))
  const small = new Set(words.filter((w) => !w.capital).map((w) => w.lower))
  const base: Reading = { words, gazetteer, hitAt, titled: titledWords(words), small }
  const names = [...listedNames(words), ...namesBeforeDescriptor(words)]
  const kept = keptHits(
    hits.filter((h) => !silent.has(h)),
    names,
    base,
  )
  const votes = votesOf([
    ...kept.map(({ hit, context }) => ({ hit, weight: voteWeight(hit, context) })),
    ...[...silent].map((hit) => ({ hit, weight: hit.demonym || isCountry(hit) ? 1 : 0.1 })),
  ])
  return { ...base, text, hits, silent, barred, names, votes, kept }
}

function isCountry(hit: Hit): boolean {
  return hit.candidates[0]?.place.kind === "country"
}

function voteWeight(hit: Hit, context: Context): number {
  if (hit.demonym || isCountry(hit)) return 1
  const known = (hit.candidates[0]?.place.prominence ?? 0) >= 4.5
  return known || context.locative >= 2 ? 1 : 0.15
}

/** Words of sentences where most long words have capitals: headings in title case. */
function titledWords(words: readonly Word[]): Set<number> {
  const titled = new Set<number>()
  for (let from = 0; from < words.length; ) {
    let to = from + 1
    while (to < words.length && !words[to]?.opens) to++
    const long = words.slice(from, to).filter((w) => w.text.length > 3 && /^\p{L}/u.test(w.text))
    if (long.length >= 4 && long.filter((w) => w.capital).length >= 0.7 * long.length)
      for (let i = from; i < to; i++) titled.add(i)
    from = to
  }
  return titled
}

/** Hits that are no piece of a person's name, of a longer name, or an ordinary word; a family name stays one throughout. */
function keptHits(hits: readonly Hit[], names: readonly Named[], reading: Reading): { hit: Hit; context: Context }[] {
  const people = new Set<string>()
  const kept: { hit: Hit; context: Context }[] = []
  for (const hit of hits) {
    const listed = names.find((n) => n.first <= hit.first && hit.last <= n.last)?.descriptor ?? null
    const context = contextOf(reading.words, hit, listed)
    const rejection = rejectionOf(hit, context, reading)
    if (rejection === null) kept.push({ hit, context })
    else if (rejection === "person") people.add(hit.key)
  }
  return kept.filter(({ hit, context }) => !people.has(hit.key) || context.locative >= 2 || isCountry(hit))
}

/** Two rounds: places that are clear without the others become anchors for the rest. */
function resolveAll(reading: TextReading): Resolved[] {
  const { words, hitAt, gazetteer, votes } = reading
  const names = reading.kept.filter(({ hit }) => hit.demonym === null)
  const containers = new Map<string, Place>()
  for (const { hit } of names) {
    const container = containerOf(words, hit, hitAt, gazetteer)
    if (container && !containers.has(hit.key)) containers.set(hit.key, container)
  }
  const ranked = (anchors: readonly Place[]) =>
    names.map(({ hit, context }) => {
      const container = containers.get(hit.key) ?? null
      return {
        hit,
        context,
        container,
        ranked: rank({ candidates: hit.candidates, context, container, votes, anchors }),
      }
    })
  const anchors = new Map<string, Place>()
  for (const r of ranked([])) {
    const best = r.ranked[0]
    if (best && (r.container || !hasRival(r.ranked)) && accepts(r, votes, reading))
      anchors.set(best.place.id, best.place)
  }
  const places = ranked([...anchors.values()]).filter((r) => accepts(r, votes, reading))
  const demonyms = reading.kept.filter(({ hit }) => hit.demonym !== null)
  return [...places, ...demonyms.map(({ hit, context }) => ({ hit, context, container: null, ranked: [] }))]
}

function attest(text: string, span: Span, where: Where, certainty: Certainty, why: string): Attested<Where> {
  return { value: where, certainty, spans: [span], raw: text.slice(span.start, span.end), by: BY, why }
}

function toponymOf(r: Resolved, reading: TextReading, dateline: Span | null): Toponym | null {
  const { words, gazetteer, text } = reading
  const span = spanOf(words, r.hit.first, r.hit.last)
  if (r.hit.demonym) {
    const country = gazetteer.country(r.hit.demonym)
    if (!country) return null
    return { span, where: attest(text, span, whereOf(country), "stated", "where/demonym"), use: "modifier" }
  }
  const best = r.ranked[0]
  if (!best) return null
  const { place } = best
  const seatOfPower = place.seat === "country" || gazetteer.metonym(r.hit.key) !== null
  const use = useOf({ text, words, hit: r.hit, context: r.context, place, seatOfPower, dateline })
  const certainty: Certainty =
    best.candidate.match === "folded" || (hasRival(r.ranked) && !r.container) ? "inferred" : "stated"
  if (use !== "place") return { span, where: attest(text, span, whereOf(place), certainty, `where/${use}`), use }
  return placeToponym(r, place, certainty, reading)
}

function placeToponym(r: Resolved, place: Place, certainty: Certainty, reading: TextReading): Toponym {
  const { words, text, gazetteer } = reading
  const { first, last } = r.hit
  const relative =
    relativeTo({ words, first, last, context: r.context, place, gazetteer }) ?? described(r, place, reading)
  if (relative) {
    const span = spanOf(words, relative.first, relative.last)
    return { span, where: attest(text, span, relative.where, certainty, relative.why), use: "place" }
  }
  const span = spanOf(words, first, last)
  return { span, where: attest(text, span, whereOf(place), certainty, whyOf(r)), use: "place" }
}

function whyOf(r: Resolved): string {
  const match = r.ranked[0]?.candidate.match
  if (match === "folded") return "where/folded-name"
  if (r.container) return "where/container"
  return hasRival(r.ranked) ? "where/country-context" : "where/exact-name"
}

/** "Aleppo province" is the division; "Deir Ezzor airbase" a site at or near the town. */
function described(r: Resolved, place: Place, reading: TextReading): Relative | null {
  const { gazetteer } = reading
  const { first, last } = r.hit
  const word = r.context.descriptor
  const descriptor = word ? DESCRIPTORS.get(word) : undefined
  if (!word || !descriptor) return null
  const to = r.context.right ?? last
  const whole = whereOf(place)
  if (descriptor.kinds.includes(place.kind)) {
    const area = descriptor.gives === "area" && r.context.right !== null
    return area ? { where: whole, why: "where/exact-name", first, last: to } : null
  }
  if (descriptor.gives === "site" && r.context.right !== null && whole.precision === "exact")
    return support(place, reading.votes) < FOREIGN
      ? strangeSite(r, reading, to)
      : {
          where: {
            ...whole,
            name: `${place.name} ${word}`,
            placeId: place.id,
            radiusKm: Math.round(place.radiusKm + 8),
            precision: "near",
          },
          why: "where/site-at-town",
          first,
          last: to,
        }
  if (descriptor.gives !== "area") return null
  return divisionOf(place, descriptor.kinds.includes("admin1"), gazetteer, first, to)
}

/** Share of votes under which a text does not speak of a country. */
const FOREIGN = 0.2

/** A dam named like a far town of a country that the text does not speak of is some other dam. */
function strangeSite(r: Resolved, reading: TextReading, last: number): Relative {
  const span = spanOf(reading.words, r.hit.first, last)
  return {
    where: unknownWhere(reading.text.slice(span.start, span.end), reading),
    why: "where/unknown-name",
    first: r.hit.first,
    last,
  }
}

const DISTRICT_KM = 20

function divisionOf(place: Place, wide: boolean, gazetteer: Gazetteer, first: number, last: number): Relative | null {
  if (whereOf(place).precision !== "exact" || place.country === null) return null
  const division = wide && place.seat !== null && place.admin1 ? gazetteer.admin1(place.country, place.admin1) : null
  if (division) return { where: whereOf(division), why: "where/admin-area", first, last }
  return {
    where: { ...whereOf(place), radiusKm: Math.max(DISTRICT_KM, place.radiusKm), precision: wide ? "near" : "admin2" },
    why: "where/admin-area",
    first,
    last,
  }
}

/** Phrases that the words call a place: known under another spelling, or unknown. */
function toponymsOfNames(reading: TextReading, resolved: readonly Resolved[]): Toponym[] {
  const { words, barred, hitAt, votes } = reading
  const taken = new Set<number>()
  for (const { hit } of resolved) for (let i = hit.first; i <= hit.last; i++) taken.add(i)
  const made: Toponym[] = []
  for (const name of [...reading.names, ...namesAfterPreposition(words, hitAt)]) {
    const numbers = Array.from({ length: name.last - name.first + 1 }, (_, i) => name.first + i)
    if (numbers.some((i) => taken.has(i) || barred.has(i))) continue
    const toponym = spelledOtherwise(name, reading, spokenOf(votes)) ?? unknown(name, reading)
    if (!toponym) continue
    for (const i of numbers) taken.add(i)
    made.push(toponym)
  }
  return made
}

/** How alike a name must sound, by how surely the words call it a place. */
const LIKENESS = { described: 0.74, preposition: 0.84 }

function spelledOtherwise(name: Named, reading: TextReading, countries: readonly string[]): Toponym | null {
  const { words, gazetteer, text, votes } = reading
  const span = spanOf(words, name.first, name.last)
  const key = normaliseName(text.slice(span.start, span.end))
  const least = name.descriptor ? LIKENESS.described : LIKENESS.preposition
  const candidates: Candidate[] = gazetteer.folded(key, countries).filter((c) => c.score >= least)
  if (candidates.length === 0 || gazetteer.warning(key)) return null
  const context = contextOf(words, name, name.descriptor)
  const ranked = rank({ candidates, context, container: null, votes, anchors: [] })
  const hit: Hit = { first: name.first, last: name.last, key, candidates, demonym: null }
  const place = ranked[0]?.place
  return place ? placeToponym({ hit, context, ranked, container: null }, place, "inferred", reading) : null
}

function unknown(name: Named, reading: TextReading): Toponym | null {
  if (!name.descriptor) return null
  const { words, text } = reading
  const descriptor = DESCRIPTORS.get(name.descriptor)
  const site = descriptor?.gives === "site"
  const last = site && words[name.last + 1]?.lower === name.descriptor ? name.last + 1 : name.last
  const span = spanOf(words, name.first, last)
  const where = unknownWhere(text.slice(span.start, span.end), reading)
  return { span, where: attest(text, span, where, "inferred", "where/unknown-name"), use: "place" }
}

function unknownWhere(name: string, reading: TextReading): Where {
  const country = mainCountry(reading.votes)
  return { name, placeId: null, lat: null, lon: null, radiusKm: null, precision: "exact", country, admin1: null }
}

const ROADS = new Set(["road", "highway", "route", "motorway"])

/** Text order, longer spans first where two overlap; pairs that name one thing ("between X and Y", "the X–Y road") become one. */
function joined(toponyms: readonly Toponym[], reading: TextReading): Toponym[] {
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
