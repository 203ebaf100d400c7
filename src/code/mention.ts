import { mentionId } from "../kit/ids.ts"
import { overlaps, quoteOf, sliceOf, trimSpan } from "../kit/spans.ts"
import { normaliseWords } from "../kit/text.ts"
import {
  type Attested,
  compareCertainty,
  type Mention,
  type Modality,
  type Quote,
  type Span,
  type Speaker,
  type When,
  type Where,
} from "../schema/index.ts"
import type { ReportView } from "./coder.ts"
import type { Filled } from "./fill.ts"
import type { Group } from "./group.ts"
import { assumedWhen } from "./resolve/when.ts"
import { compareSpecificity } from "./resolve/where.ts"

/** How long before publication an event of its own date is history rather than news. */
const BACKGROUND_DAYS = 60

/** One mention per group; a second one of the same type in a sentence takes its clause as its quote, to have an id of its own. */
export function mentionsOf(view: ReportView, groups: readonly Group[], by: string): Mention[] {
  const taken = new Set<string>()
  const mentions: Mention[] = []
  for (const g of groups) {
    const head = g[0] as Filled
    const quote = quoteFor(view, head, (q) => !taken.has(mentionId(view.report.id, head.draft.type, q.text)))
    if (!quote) continue
    const id = mentionId(view.report.id, head.draft.type, quote.text)
    taken.add(id)
    mentions.push(build(view, g, head, id, quote, by))
  }
  return carryOver(view, mentions)
}

function quoteFor(view: ReportView, head: Filled, isFree: (q: Quote) => boolean): Quote | null {
  for (const span of [head.sentence, head.draft.clause, head.draft.trigger]) {
    const trimmed = trimSpan(view.text, { start: span.start, end: span.end })
    const quote = trimmed && quoteOf(view.text, trimmed)
    if (quote && isFree(quote) && normaliseWords(quote.text) !== "") return quote
  }
  return null
}

function build(view: ReportView, g: Group, head: Filled, id: string, quote: Quote, by: string): Mention {
  const d = head.draft
  const at = (span: Span) => ({ spans: [span], raw: sliceOf(view.text, span), by })
  const modality: Modality = d.modality
  const when = bestWhen(g)
  return {
    id,
    report: view.report.id,
    type: { value: d.type, certainty: d.typeCertainty, ...at(d.trigger), why: "type/trigger" },
    modality: { value: modality, certainty: "stated", ...at(d.modalityCue), why: d.modalityWhy },
    trigger: quoteOf(view.text, d.trigger),
    quote,
    also: alsoOf(view, g, quote),
    when,
    where: merged(
      g.map((f) => f.where),
      (w) => w.placeId ?? w.name,
    ).sort((a, b) => compareSpecificity(a.value, b.value)),
    actors: merged(
      g.map((f) => f.actors),
      (a) => a.actorId ?? a.name,
    ),
    targets: merged(
      g.map((f) => f.targets),
      (a) => a.actorId ?? a.name,
    ),
    things: merged(
      g.map((f) => f.things),
      (t) => `${t.role}|${t.name.toLowerCase()}`,
    ),
    ...claims(g),
    background: when !== null && isPast(view, when.value),
    by,
  }
}

function alsoOf(view: ReportView, g: Group, quote: Quote): Quote[] {
  const sentences = [...new Set(g.map((f) => f.sentence))]
    .filter((s) => !overlaps(s, quote))
    .sort((a, b) => a.start - b.start)
  return sentences.map((s) => quoteOf(view.text, { start: s.start, end: s.end }))
}

/** Values of all tellings, one per key: the surest, with the words of every telling. */
function merged<T>(lists: readonly Attested<T>[][], keyOf: (value: T) => string): Attested<T>[] {
  const byKey = new Map<string, Attested<T>>()
  for (const item of lists.flat()) {
    const key = keyOf(item.value)
    const seen = byKey.get(key)
    if (!seen) byKey.set(key, item)
    else {
      const [first, second] = compareCertainty(item.certainty, seen.certainty) < 0 ? [item, seen] : [seen, item]
      byKey.set(key, {
        ...first,
        spans: [
          ...first.spans,
          ...second.spans.filter((s) => !first.spans.some((x) => x.start === s.start && x.end === s.end)),
        ],
      })
    }
  }
  return [...byKey.values()]
}

/** The tolls and the citation chain: who tells of the event, then who only says one of the tolls, each toll naming its own. */
function claims(g: Group): Pick<Mention, "harm" | "saidBy"> {
  const saidBy = [...(g.find((f) => f.saidBy.length > 0)?.saidBy ?? [])]
  const keyOf = (s: Attested<Speaker>) => s.value.speakerId ?? s.value.name.toLowerCase()
  const teller = saidBy.map(keyOf).join("|")
  const indexOf = (speaker: Attested<Speaker>) => {
    const at = saidBy.findIndex((s) => keyOf(s) === keyOf(speaker))
    return at >= 0 ? at : saidBy.push(speaker) - 1
  }
  const tolls = g
    .flatMap((f) => f.tolls)
    .map((t) => ({ ...t, said: t.speakers.map(indexOf), own: t.speakers.map(keyOf).join("|") }))
  const harm = tolls.map((t) =>
    t.own === teller && saidBy.length === t.said.length ? t.harm : { ...t.harm, saidBy: t.said },
  )
  return {
    harm: merged([harm], (h) =>
      [h.kind, h.who, h.min, h.max, h.approximate, h.cumulative ?? false, h.partOf ?? false].join("|"),
    ),
    saidBy,
  }
}

/** The most precise of the surest dates. */
function bestWhen(g: Group): Attested<When> | null {
  const length = (w: When) => Date.parse(w.end) - Date.parse(w.start)
  const dates = g.flatMap((f) => (f.when ? [f.when] : []))
  return (
    [...dates].sort((a, b) => length(a.value) - length(b.value) || compareCertainty(a.certainty, b.certainty))[0] ??
    null
  )
}

function isPast(view: ReportView, when: When): boolean {
  const reference = view.publishedDay ?? latestDay(view)
  return reference !== null && Date.parse(reference) - Date.parse(when.end) > BACKGROUND_DAYS * 86_400_000
}

/** Without a publication day, the latest day that the text itself prints stands for the day of writing. */
function latestDay(view: ReportView): string | null {
  const days = view.sentences
    .flatMap((s) => s.dates)
    .filter((d) => d.when.precision === "day" && d.anchor === "absolute")
    .map((d) => d.when.end)
  return days.sort().at(-1) ?? null
}

/** Place and day that a sentence leaves out are those told just before it, or of the lead; the day of publication is only assumed. */
function carryOver(view: ReportView, mentions: Mention[]): Mention[] {
  const sentenceAt = (m: Mention) => view.sentences.find((s) => overlaps(s, m.trigger))
  const done: Mention[] = []
  for (const m of mentions) {
    const s = sentenceAt(m)
    const before = done
      .filter((x) => !x.background)
      .findLast((x) => {
        const other = sentenceAt(x)
        return (
          s && other && other.paragraph === s.paragraph && Math.abs(s.index - other.index) <= 2 && sharesParty(x, m)
        )
      })
    done.push({
      ...m,
      where: m.where.length > 0 ? m.where : whereElse(view, m, before),
      when: m.when ?? whenElse(view, m, before),
    })
  }
  return done
}

/** A telling goes on with the event before it where it names no doer of its own, or the same one. */
function sharesParty(x: Mention, m: Mention): boolean {
  const ids = (list: Mention["actors"]) => list.map((a) => a.value.groupId ?? a.value.actorId ?? a.value.name)
  const mine = ids([...m.actors, ...m.targets])
  return m.actors.length === 0 || ids([...x.actors, ...x.targets]).some((id) => mine.includes(id))
}

function whereElse(view: ReportView, m: Mention, before: Mention | undefined): Attested<Where>[] {
  const inferred = (list: readonly Attested<Where>[], why: string) =>
    list.map((w) => ({ ...w, certainty: w.certainty === "stated" ? ("inferred" as const) : w.certainty, why }))
  if (m.background) return []
  if (before && before.where.length > 0) return inferred(before.where, "where/told-before")
  const lead = view.sentences.find(
    (s) =>
      s.block !== "title" && s.block !== "byline" && s.block !== "caption" && s.toponyms.some((t) => t.use === "place"),
  )
  const ofParagraph = view.sentences.findLast(
    (s) =>
      s.end <= m.trigger.start &&
      s.paragraph === view.sentences.find((x) => overlaps(x, m.trigger))?.paragraph &&
      s.toponyms.some((t) => t.use === "place"),
  )
  const source = ofParagraph ?? lead
  const places = (source?.toponyms ?? [])
    .filter((t) => t.use === "place")
    .map((t) => t.where)
    .sort((a, b) => compareSpecificity(a.value, b.value))
  return inferred(places.slice(0, 1), ofParagraph ? "where/paragraph" : "where/lead")
}

const AHEAD = new Set<Modality>(["planned", "threatened", "hypothetical"])

function whenElse(view: ReportView, m: Mention, before: Mention | undefined): Attested<When> | null {
  if (AHEAD.has(m.modality.value)) return null
  const told = before?.when
  if (told && told.certainty !== "assumed" && !AHEAD.has(before.modality.value))
    return { ...told, certainty: "inferred", why: "when/told-before" }
  return view.publishedDay ? assumedWhen(view.publishedDay, m.by) : null
}
