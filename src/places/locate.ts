import type { Certainty, Issue, Outcome, Span, Where } from "../schema/index.ts"
import { contextOf } from "./context.ts"
import { normaliseName, skeletonOf } from "./fold.ts"
import type { Candidate, Gazetteer } from "./gazetteer.ts"
import { type Named, namesAfterPreposition } from "./named.ts"
import { joined } from "./pairs.ts"
import { type Place, whereOf } from "./place.ts"
import { hasRival, otherVotes, rank, support } from "./rank.ts"
import { type Hit, spanOf } from "./recognise.ts"
import { type Relative, relativeTo } from "./relative.ts"
import { type Resolved, read, resolveAll, type TextReading } from "./resolve.ts"
import { attest, type Toponym } from "./toponym.ts"
import { useOf } from "./use.ts"
import { mainCountry, spokenOf } from "./votes.ts"
import { DESCRIPTORS, GIVEN_NAMES } from "./words.ts"

export type { Toponym } from "./toponym.ts"

export interface LocateInput {
  text: string
  /** Actors and outlets: they are not places, though they say which country is spoken of. */
  exclude?: Span[]
  dateline?: Span | null
  outlet?: string | null
}

const MAX_CHARS = 200_000

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
    return isForeign(place, r.hit.key, reading)
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

/** Share of votes under which a text that speaks of some country does not speak of this one. */
const FOREIGN = 0.2

function isForeign(place: Place, key: string, { votes }: TextReading): boolean {
  return support(place, votes, key) < FOREIGN && otherVotes(votes, key).total >= 0.5
}

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
  const countries = spokenOf(votes)
  const anchors = [...new Set(resolved.flatMap((r) => r.ranked[0]?.place ?? []))]
  for (const phrase of [...reading.names, ...namesAfterPreposition(words, hitAt)]) {
    const name = placeLike(phrase, reading)
    if (!name) continue
    const numbers = Array.from({ length: name.last - name.first + 1 }, (_, i) => name.first + i)
    if (numbers.some((i) => taken.has(i) || barred.has(i))) continue
    const toponym = spelledOtherwise(name, reading, { countries, anchors }) ?? unknown(name, reading)
    if (!toponym) continue
    for (const i of numbers) taken.add(i)
    made.push(toponym)
  }
  return made
}

/** The phrase without leading ordinary words ("After X"); null where a word of it names a people, a person or a body. */
function placeLike(phrase: Named, { words, gazetteer, small }: TextReading): Named | null {
  let first = phrase.first
  const isOrdinary = (i: number) =>
    gazetteer.warning(words[i]?.key ?? "") === "word" || small.has(words[i]?.lower ?? "")
  while (first <= phrase.last && words[first]?.opens && isOrdinary(first)) first++
  if (first > phrase.last) return null
  for (let i = first; i <= phrase.last; i++) {
    const word = words[i]
    if (!word || word.text.length < 2) return null
    const warning = gazetteer.warning(word.key)
    if (gazetteer.demonym(word.key) || warning === "org" || warning === "time") return null
  }
  const only = words[first]
  if (first === phrase.last && only && (gazetteer.warning(only.key) || GIVEN_NAMES.has(only.key))) return null
  return { ...phrase, first }
}

/** How alike a name must sound, by how surely the words call it a place. */
const LIKENESS = { described: 0.82, preposition: 0.88 }
/** Names of two consonants sound like many others, and names are first looked for in the country most spoken of. */
const SHORT_LIKENESS = 0.94

/** What the text is already known to speak of: its countries, most first, and its places. */
interface Surroundings {
  readonly countries: readonly string[]
  readonly anchors: readonly Place[]
}

function spelledOtherwise(name: Named, reading: TextReading, near: Surroundings): Toponym | null {
  const { countries, anchors } = near
  const { words, gazetteer, text, votes } = reading
  const span = spanOf(words, name.first, name.last)
  const key = normaliseName(text.slice(span.start, span.end))
  const least =
    skeletonOf(key).length < 3 ? SHORT_LIKENESS : name.descriptor ? LIKENESS.described : LIKENESS.preposition
  const glued = /^al[b-df-hj-np-tv-z]\w{3}/.test(key) ? gazetteer.folded(key.slice(2), countries) : []
  const alike: Candidate[] = [...gazetteer.folded(key, countries), ...glued]
  const candidates = alike.filter(
    (c) => c.score >= (c.place.country === countries[0] ? least : Math.max(least, SHORT_LIKENESS)),
  )
  if (candidates.length === 0) return null
  const context = contextOf(words, name, name.descriptor)
  const ranked = rank({ key, candidates, context, container: null, votes, anchors })
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
