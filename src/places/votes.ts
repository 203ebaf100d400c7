import { type Gazetteer, TRANSLITERATED } from "./gazetteer.ts"
import type { Place } from "./place.ts"
import type { Votes } from "./rank.ts"
import type { Hit } from "./recognise.ts"
import type { Word } from "./tokens.ts"
import { DESCRIPTORS, DIRECTIONS, PARTS } from "./words.ts"

/** Which countries the text speaks of: its country names and demonyms, and what its other names mostly mean. */
export function votesOf(hits: readonly { hit: Hit; weight: number }[]): Votes {
  const byCountry = new Map<string, number>()
  const byKey = new Map<string, Map<string, number>>()
  const seen = new Map<string, number>()
  for (const { hit, weight } of hits) {
    const times = (seen.get(hit.key) ?? 0) + 1
    seen.set(hit.key, times)
    const given = byKey.get(hit.key) ?? new Map<string, number>()
    byKey.set(hit.key, given)
    for (const [country, share] of sharesOf(hit)) {
      const vote = (share * weight) / times
      byCountry.set(country, (byCountry.get(country) ?? 0) + vote)
      given.set(country, (given.get(country) ?? 0) + vote)
    }
  }
  let total = 0
  for (const v of byCountry.values()) total += v
  return { byCountry, total, byKey }
}

const DEMONYM_VOTE = 0.7

function sharesOf(hit: Hit): Map<string, number> {
  if (hit.demonym) return new Map([[hit.demonym, DEMONYM_VOTE]])
  const shares = new Map<string, number>()
  let sum = 0
  for (const { place, match } of hit.candidates.slice(0, 40)) {
    if (place.country === null) continue
    const worth = 10 ** (0.7 * place.prominence) * (match === "primary" ? 1 : 0.5)
    sum += worth
    shares.set(place.country, (shares.get(place.country) ?? 0) + worth)
  }
  for (const [country, worth] of shares) shares.set(country, worth / sum)
  return shares
}

/** Countries of transliterated names with a fair share of the votes, most first; at most four. */
export function spokenOf(votes: Votes): string[] {
  const most = Math.max(0, ...votes.byCountry.values())
  return [...votes.byCountry]
    .filter(([country, v]) => v >= 0.25 * most && v >= 0.5 && TRANSLITERATED.has(country))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([country]) => country)
}

/** The country that has more than half of the votes; null where none has. */
export function mainCountry(votes: Votes): string | null {
  for (const [country, v] of votes.byCountry) if (v > votes.total / 2) return country
  return null
}

/** Division or country named beside the name: "X, Y", "X in Y", "Y's X", "the Syrian town of X". */
export function containerOf(
  words: readonly Word[],
  hit: Hit,
  hitAt: ReadonlyMap<number, Hit>,
  gazetteer: Gazetteer,
): Place | null {
  return containerAfter(words, hit, hitAt, gazetteer) ?? containerBefore(words, hit, hitAt, gazetteer)
}

function fitting(places: readonly Place[], hit: Hit): Place | null {
  const inside = (p: Place) =>
    hit.candidates.some(
      ({ place }) =>
        place.id !== p.id && place.country === p.country && (p.kind === "country" || place.admin1 === p.name),
    )
  return places.find(inside) ?? null
}

function containerAfter(
  words: readonly Word[],
  hit: Hit,
  hitAt: ReadonlyMap<number, Hit>,
  gazetteer: Gazetteer,
): Place | null {
  let at = hit.last + 1
  while (DESCRIPTORS.has(words[at]?.lower ?? "") && words[at]?.gap === " ") at++
  const next = words[at]
  if (!next) return null
  if (/^,\s$|^ \($/.test(next.gap)) return containerNamed(words, at, hit, hitAt, gazetteer)
  if (next.gap !== " " || next.lower !== "in") return null
  at++
  while (skippable(words[at])) at++
  return containerNamed(words, at, hit, hitAt, gazetteer)
}

function skippable(word: Word | undefined): boolean {
  if (!word) return false
  return (
    word.lower === "the" ||
    word.lower in DIRECTIONS ||
    PARTS.has(word.lower) ||
    DESCRIPTORS.has(word.lower) ||
    word.lower === "of"
  )
}

function containerNamed(
  words: readonly Word[],
  at: number,
  hit: Hit,
  hitAt: ReadonlyMap<number, Hit>,
  gazetteer: Gazetteer,
): Place | null {
  const other = hitAt.get(at)
  if (other?.demonym) {
    const country = gazetteer.country(other.demonym)
    return country ? fitting([country], hit) : null
  }
  const word = words[at]
  const key = other && other.first === at ? other.key : (word?.key ?? "")
  if (!other && !word?.capital) return null
  return fitting(gazetteer.containers(key), hit)
}

function containerBefore(
  words: readonly Word[],
  hit: Hit,
  hitAt: ReadonlyMap<number, Hit>,
  gazetteer: Gazetteer,
): Place | null {
  for (let at = hit.first - 1; at >= 0 && at >= hit.first - 6; at--) {
    if (!/^[ -]$/.test(words[at + 1]?.gap ?? "")) return null
    const other = hitAt.get(at)
    if (other?.demonym) {
      const country = gazetteer.country(other.demonym)
      return country ? fitting([country], hit) : null
    }
    if (other) return words[at]?.possessive ? fitting(gazetteer.containers(other.key), hit) : null
    const word = words[at]
    const plain =
      word &&
      (skippable(word) ||
        /^(capital|key|strategic|besieged|border|main|coastal|port|largest|second|third|nearby|ancient|historic|mostly|mainly)$/.test(
          word.lower,
        ))
    if (!plain) return null
  }
  return null
}
