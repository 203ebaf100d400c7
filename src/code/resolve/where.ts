import { contains, overlaps } from "../../kit/spans.ts"
import type { Toponym } from "../../places/locate.ts"
import { type Attested, compareCertainty, type EventType, type Span, type Where } from "../../schema/index.ts"
import type { Draft, SentenceView } from "../coder.ts"

/** Events that are not where they come from: "jets from the base struck". */
const FROM_AFAR = new Set<EventType>(["air-strike", "shelling", "explosion", "armed-clash"])

/** Most specific first. */
const SPECIFICITY: Where["precision"][] = [
  "exact",
  "near",
  "admin3",
  "admin2",
  "feature",
  "waters",
  "admin1",
  "country",
]

export function compareSpecificity(a: Where, b: Where): number {
  return SPECIFICITY.indexOf(a.precision) - SPECIFICITY.indexOf(b.precision)
}

/**
 * The event's own places in its sentence, most specific first. A speaker's place is not the event's, nor is a place that
 * stands for a government, or the name of an actor. Places that the grammar ties to the trigger come before the others
 * of the clause, and those before the rest of the sentence.
 */
export function whereIn(s: SentenceView, draft: Draft, speakers: readonly Span[]): Attested<Where>[] {
  const usable = s.toponyms.filter(
    (t) =>
      t.use === "place" &&
      !isAside(s, t) &&
      !(FROM_AFAR.has(draft.type) && s.parse.phrases.some((p) => p.prep === "from" && overlaps(p, t.span))) &&
      !speakers.some((x) => overlaps(x, t.span)) &&
      !isActorOnly(s, draft, t),
  )
  const tied = usable.filter((t) => draft.places.some((p) => overlaps(p, t.span)))
  const inClause = usable.filter((t) => contains(draft.clause, t.span))
  const chosen = tied.length > 0 ? withParents(tied, usable) : inClause.length > 0 ? inClause : nearest(usable, draft)
  return distinct(chosen.map((t) => t.where)).sort((a, b) => compareSpecificity(a.value, b.value))
}

function isActorOnly(s: SentenceView, draft: Draft, t: Toponym): boolean {
  const inActor = s.actors.some((a) => contains(a.span, t.span) || isSeatOf(s, a.span.end, t.span.start))
  const country = t.where.value.precision === "country"
  return (
    inActor ||
    (country &&
      [...draft.actors, ...draft.targets].some((span) => span.start === t.span.start && span.end === t.span.end))
  )
}

/** "the border with Turkey", "a U.S.-brokered plan", "Moscow time": the name says what another word means. */
function isAside(s: SentenceView, t: Toponym): boolean {
  const { tokens } = s.parse
  const first = tokens.findIndex((x) => x.end > t.span.start)
  const last = tokens.findIndex((x) => x.end >= t.span.end)
  const country = t.where.value.precision === "country"
  const borders =
    country &&
    tokens[first - 1]?.lower === "with" &&
    /^(border|frontier|boundary)$/.test(tokens[first - 2]?.lemma ?? "")
  const hyphened = country && (tokens[first]?.text.includes("-") ?? false)
  return borders || hyphened || tokens[last + 1]?.lower === "time"
}

/** "the security forces of Baghdad". */
function isSeatOf(s: SentenceView, actorEnd: number, placeStart: number): boolean {
  const between = s.parse.tokens.filter((t) => t.start >= actorEnd && t.end <= placeStart)
  return between.length === 1 && between[0]?.lower === "of" && placeStart - actorEnd <= 4
}

/** "Hajin, in Deir ez-Zor province": a coarser place of the same country beside the chosen one stays, as its frame. */
function withParents(tied: Toponym[], usable: Toponym[]): Toponym[] {
  const frames = usable.filter((t) => {
    const w = t.where.value
    const coarse = w.precision === "admin1" || w.precision === "country" || w.precision === "admin2"
    return (
      coarse &&
      !tied.includes(t) &&
      tied.some(
        (x) => x.where.value.country === w.country && (w.precision === "country" || x.where.value.admin1 === w.admin1),
      )
    )
  })
  return [...tied, ...frames]
}

function nearest(usable: Toponym[], draft: Draft): Toponym[] {
  const distance = (t: Toponym) =>
    Math.min(Math.abs(t.span.start - draft.trigger.end), Math.abs(draft.trigger.start - t.span.end))
  const best = [...usable].sort((a, b) => distance(a) - distance(b))[0]
  return best ? withParents([best], usable) : []
}

function distinct(places: readonly Attested<Where>[]): Attested<Where>[] {
  const byKey = new Map<string, Attested<Where>>()
  for (const place of places) {
    const key = place.value.placeId ?? `${place.value.name}|${place.value.precision}`
    const seen = byKey.get(key)
    if (!seen || compareCertainty(place.certainty, seen.certainty) < 0) byKey.set(key, place)
  }
  return [...byKey.values()]
}
