import { overlaps } from "../kit/spans.ts"
import type { Span } from "../schema/index.ts"
import { accepts } from "./accept.ts"
import { type Context, contextOf } from "./context.ts"
import type { Gazetteer } from "./gazetteer.ts"
import { listedNames, type Named, namesBeforeDescriptor } from "./named.ts"
import type { Place } from "./place.ts"
import { hasRival, type Ranked, rank, type Votes } from "./rank.ts"
import { type Hit, recognise } from "./recognise.ts"
import { type Reading, rejectionOf } from "./reject.ts"
import { type Word, wordsOf } from "./tokens.ts"
import { containerOf, votesOf } from "./votes.ts"

/** A hit with everything that was found out about it. */
export interface Resolved {
  readonly hit: Hit
  readonly context: Context
  readonly ranked: readonly Ranked[]
  readonly container: Place | null
}

export interface TextReading extends Reading {
  readonly text: string
  readonly hits: readonly Hit[]
  /** Hits inside excluded spans: they vote, and give no toponym. */
  readonly silent: ReadonlySet<Hit>
  readonly barred: ReadonlySet<number>
  readonly names: readonly Named[]
  readonly votes: Votes
  readonly kept: readonly { hit: Hit; context: Context }[]
}

/** Reads a text: its words, what may name places, and which countries it speaks of. `given` hits replace the found ones. */
export function read(
  text: string,
  exclude: readonly Span[],
  gazetteer: Gazetteer,
  given?: readonly Hit[],
): TextReading {
  const words = withLostApostrophes(wordsOf(text), gazetteer)
  const barred = new Set<number>()
  words.forEach((w, i) => {
    if (exclude.some((s) => overlaps(s, w))) barred.add(i)
  })
  const found = recognise(words, gazetteer, new Set())
  const hits = given ? withGiven(found, given) : found
  const hitAt = new Map<number, Hit>()
  for (const hit of hits) for (let i = hit.first; i <= hit.last; i++) hitAt.set(i, hit)
  const silent = new Set(hits.filter((h) => barred.has(h.first) || barred.has(h.last)))
  const small = new Set(words.filter((w) => !w.capital).map((w) => w.lower))
  const base: Reading = { words, gazetteer, hitAt, titled: titledWords(words), small }
  const names = [...listedNames(words), ...namesBeforeDescriptor(words)]
  const kept = given
    ? given.map((hit) => ({ hit, context: contextOf(words, hit, descriptorOf(hit, names)) }))
    : keptHits(
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

/** "Syrias Aleppo": where a page lost its apostrophes, a known place with an s too many is a possessive. */
function withLostApostrophes(words: readonly Word[], gazetteer: Gazetteer): Word[] {
  return words.map((word) => {
    if (!word.capital || !/[a-z]s$/.test(word.text) || word.text.length < 5 || word.possessive) return word
    if (gazetteer.exact(word.key).length > 0 || gazetteer.demonym(word.key) || gazetteer.warning(word.key)) return word
    const stem = word.key.slice(0, -1)
    const place = gazetteer.exact(stem).find((c) => c.match === "primary")?.place
    if (!place || (place.source === "geonames" && place.prominence < 5) || gazetteer.warning(stem)) return word
    const text = word.text.slice(0, -1)
    return { ...word, text, key: stem, lower: text.toLowerCase(), end: word.end - 1, possessive: true }
  })
}

function withGiven(found: readonly Hit[], given: readonly Hit[]): Hit[] {
  const free = found.filter((f) => !given.some((g) => f.first <= g.last && g.first <= f.last))
  return [...free, ...given].sort((a, b) => a.first - b.first)
}

function descriptorOf(hit: Hit, names: readonly Named[]): string | null {
  return names.find((n) => n.first <= hit.first && hit.last <= n.last)?.descriptor ?? null
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
    const long = words.slice(from + 1, to).filter((w) => w.text.length > 3 && /^\p{L}/u.test(w.text))
    if (long.length >= 4 && long.filter((w) => w.capital).length > 0.75 * long.length)
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
    const context = contextOf(reading.words, hit, descriptorOf(hit, names))
    const rejection = rejectionOf(hit, context, reading)
    if (rejection === null) kept.push({ hit, context })
    else if (rejection === "person") people.add(hit.key)
  }
  return kept.filter(({ hit, context }) => !people.has(hit.key) || context.locative >= 2 || isCountry(hit))
}

/** Two rounds: places that are clear without the others become anchors for the rest. */
export function resolveAll(reading: TextReading, all = false): Resolved[] {
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
        ranked: rank({ key: hit.key, candidates: hit.candidates, context, container, votes, anchors }),
      }
    })
  const anchors = new Map<string, Place>()
  for (const r of ranked([])) {
    const best = r.ranked[0]
    if (best && (r.container || !hasRival(r.ranked)) && accepts(r, votes, reading))
      anchors.set(best.place.id, best.place)
  }
  const places = ranked([...anchors.values()]).filter((r) => all || accepts(r, votes, reading))
  const demonyms = reading.kept.filter(({ hit }) => hit.demonym !== null)
  return [...places, ...demonyms.map(({ hit, context }) => ({ hit, context, container: null, ranked: [] }))]
}
