import type { Span, Where } from "../schema/index.ts"
import { normaliseName, withoutArticle } from "./fold.ts"
import type { Gazetteer } from "./gazetteer.ts"
import { whereOf } from "./place.ts"
import type { Hit } from "./recognise.ts"
import { read, resolveAll } from "./resolve.ts"
import { wordsOf } from "./tokens.ts"

/** Which place each given span names, in the same order; null for a name that the gazetteer does not have. */
export function resolveGiven(text: string, spans: readonly Span[], gazetteer: Gazetteer): (Where | null)[] {
  const words = wordsOf(text)
  const hits = spans.map((span): Hit | null => {
    const first = words.findIndex((w) => w.end > span.start)
    const last = words.findLastIndex((w) => w.start < span.end)
    if (first < 0 || last < first) return null
    const key = normaliseName(text.slice(span.start, span.end))
    const demonym = gazetteer.demonym(key)
    const found = gazetteer.exact(key)
    const candidates = found.length > 0 ? found : gazetteer.exact(withoutArticle(key))
    return { first, last, key, candidates, demonym: found.length > 0 ? null : demonym }
  })
  const reading = read(
    text,
    [],
    gazetteer,
    hits.filter((h) => h !== null),
  )
  const resolved = new Map(resolveAll(reading, true).map((r) => [r.hit, r]))
  return hits.map((hit) => {
    if (!hit) return null
    const country = hit.demonym ? gazetteer.country(hit.demonym) : null
    const place = country ?? resolved.get(hit)?.ranked[0]?.place
    return place ? whereOf(place) : null
  })
}
