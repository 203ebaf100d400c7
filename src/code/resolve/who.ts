import type { ActorRegister } from "../../actors/register.ts"
import { contains, overlaps, sliceOf } from "../../kit/spans.ts"
import { type Actor, type Attested, compareCertainty, type Span } from "../../schema/index.ts"
import type { ReportView, SentenceView } from "../coder.ts"
import { antecedentOf } from "../coders/lexicon/classes.ts"

/** Actors named in the phrases of one role, without doubles, surest first; [] where nobody is named. */
export function whoIn(
  view: ReportView,
  s: SentenceView,
  spans: readonly Span[],
  register: ActorRegister,
  by: string,
): Attested<Actor>[] {
  const found: Attested<Actor>[] = []
  for (const span of spans) {
    const named = actorsIn(view, s, span, by)
    if (named.length > 0) found.push(...named)
    else found.push(...(pronounIn(view, s, span, by) ?? stateIn(view, s, span, register, by) ?? []))
  }
  return distinct(found)
}

function actorsIn(view: ReportView, s: SentenceView, span: Span, by: string): Attested<Actor>[] {
  const hits = s.actors.filter((a) => overlaps(a.span, span))
  const specific = hits.some((h) => h.actor.actorId !== null || !h.generic)
  return hits
    .filter((h) => !specific || h.actor.actorId !== null || !h.generic)
    .map((h) => ({
      value: h.actor,
      certainty: h.certainty,
      spans: [h.span],
      raw: sliceOf(view.text, h.span),
      by,
      why: h.why,
    }))
}

/** "They fled": the actors of the phrase that the pronoun takes up; the words shown are that phrase's. */
function pronounIn(view: ReportView, s: SentenceView, span: Span, by: string): Attested<Actor>[] | null {
  const phrase = s.parse.phrases.find(
    (p) => contains(span, p) && s.parse.tokens[p.head]?.pos === "PRON" && p.to - p.from === 1,
  )
  if (!phrase) return null
  const before = antecedentOf(view, s, phrase)
  if (!before) return null
  return actorsIn(view, before.sentence, before.phrase, by).map((a) => ({
    ...a,
    certainty: a.certainty === "assumed" ? "assumed" : "inferred",
    why: "actor/pronoun",
  }))
}

/** "Turkey launched", "Damascus denied": a place name that stands for its state. */
function stateIn(
  view: ReportView,
  s: SentenceView,
  span: Span,
  register: ActorRegister,
  by: string,
): Attested<Actor>[] | null {
  const place = s.toponyms.find(
    (t) =>
      overlaps(t.span, span) && (t.use === "metonym" || t.where.value.precision === "country" || t.use === "modifier"),
  )
  const country = place?.where.value.country
  if (!place || !country) return null
  const state = register.byId(`${country.toLowerCase()}-government`)
  return state
    ? [
        {
          value: { name: state.name, actorId: state.id, kind: state.kind },
          certainty: "inferred",
          spans: [place.span],
          raw: sliceOf(view.text, place.span),
          by,
          why: "actor/state-of-place",
        },
      ]
    : null
}

function distinct(actors: readonly Attested<Actor>[]): Attested<Actor>[] {
  const byKey = new Map<string, Attested<Actor>>()
  for (const actor of actors) {
    const key = actor.value.actorId ?? actor.value.name
    const seen = byKey.get(key)
    if (!seen) byKey.set(key, actor)
    else if (compareCertainty(actor.certainty, seen.certainty) < 0)
      byKey.set(key, { ...actor, spans: [...actor.spans, ...seen.spans] })
    else if (!seen.spans.some((x) => x.start === actor.spans[0]?.start))
      byKey.set(key, { ...seen, spans: [...seen.spans, ...actor.spans] })
  }
  return [...byKey.values()]
}
