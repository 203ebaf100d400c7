import { contains, overlaps, sliceOf } from "../../kit/spans.ts"
import type { NounPhrase } from "../../lang/en/chunks.ts"
import { directObject, grammaticalSubject } from "../../lang/en/parse.ts"
import { isReportingVerb, needsClause } from "../../lang/en/reporting.ts"
import type { VerbGroup } from "../../lang/en/verb-groups.ts"
import type { Actor, Attested, Span, Speaker } from "../../schema/index.ts"
import type { ReportView, SentenceView } from "../coder.ts"

/** Who is cited for a stretch of the report. */
export interface Attribution {
  /** Nearest first: the ministry, then the agency that quotes it. */
  chain: Attested<Speaker>[]
  /** Words of the speakers and the reporting verb: places in them are not the event's. */
  cue: Span
  /** What is said. */
  scope: Span
}

/** Attributions of every sentence, by sentence index; a quotation that runs over several sentences has one speaker. */
export function attributions(view: ReportView, by: string): Attribution[][] {
  const all: Attribution[][] = []
  let last: Attested<Speaker>[] = []
  for (const s of view.sentences) {
    const found = sentenceAttributions(view, s, by, last)
    all.push(found)
    const own = found[0]?.chain
    if (own && own.length > 0) last = own
    else if (view.sentences[s.index - 1]?.paragraph !== s.paragraph) last = last.slice(0, 1)
  }
  continueQuotations(view, all)
  return all
}

/** The chain for a span of a sentence: the narrowest scope around it first, wider ones after it. */
export function saidByOf(found: readonly Attribution[], span: Span): Attested<Speaker>[] {
  const around = found
    .filter((a) => contains(a.scope, span))
    .sort((a, b) => a.scope.end - a.scope.start - (b.scope.end - b.scope.start))
  const chain: Attested<Speaker>[] = []
  for (const speaker of around.flatMap((a) => a.chain)) {
    const key = (x: Attested<Speaker>) => x.value.speakerId ?? x.value.name.toLowerCase()
    if (!chain.some((c) => key(c) === key(speaker))) chain.push(speaker)
  }
  return chain
}

function sentenceAttributions(view: ReportView, s: SentenceView, by: string, last: Attested<Speaker>[]): Attribution[] {
  const found = [...accordingTo(view, s, by)]
  for (const verb of s.parse.verbs) {
    const attribution = reported(view, s, verb, by, last)
    if (attribution) found.push(attribution)
  }
  return found
}

function accordingTo(view: ReportView, s: SentenceView, by: string): Attribution[] {
  const found: Attribution[] = []
  for (const phrase of s.parse.phrases) {
    const cited =
      phrase.prep === "according to" ||
      (phrase.prep === "to" && s.parse.tokens[phrase.from - 2]?.lower === "according") ||
      citing(s, phrase)
    if (!cited) continue
    const chain = speakersIn(view, s, phrase, by)
    const opening = s.parse.tokens[phrase.from - 2]?.start ?? phrase.start
    if (chain.length > 0)
      found.push({ chain, cue: { start: opening, end: phrase.end }, scope: { start: s.start, end: s.end } })
  }
  return found
}

function citing(s: SentenceView, phrase: NounPhrase): boolean {
  return /^(citing|quoting)$/.test(s.parse.tokens[phrase.from - 1]?.lower ?? "")
}

function reported(
  view: ReportView,
  s: SentenceView,
  verb: VerbGroup,
  by: string,
  last: Attested<Speaker>[],
): Attribution | null {
  if (!isReportingVerb(verb.lemma) || (verb.form !== "finite" && verb.form !== "gerund")) return null
  const { tokens } = s.parse
  const next = tokens[verb.to]
  const clauseFollows = next?.lower === "that" || s.parse.verbs.some((v) => v.from > verb.main && v.form === "finite")
  const trails = /^[,”"]$/.test(tokens[(s.parse.phrases.findLast((n) => n.to <= verb.from)?.from ?? 0) - 1]?.text ?? "")
  if (needsClause(verb.lemma) && !clauseFollows && !trails) return null
  if (verb.passive || claimsLives(s, verb)) return null
  const subject = speakerPhrase(s, verb)
  if (!subject) return null
  const chain = chainOf(view, s, verb, subject, by, last)
  if (chain.length === 0) return null
  const cue = {
    start: Math.min(subject.start, tokens[verb.from]?.start ?? s.end),
    end: Math.max(subject.end, tokens[verb.to - 1]?.end ?? s.start),
  }
  return { chain, cue, scope: scopeOf(s, verb, subject, cue) }
}

/** "claimed the lives of", "claimed responsibility": no report. */
function claimsLives(s: SentenceView, verb: VerbGroup): boolean {
  const object = directObject(s.parse, verb)[0]
  return (
    verb.lemma === "claim" &&
    /^(life|lives|responsibility|territory|victory)$/.test(s.parse.tokens[object?.head ?? -1]?.lemma ?? "")
  )
}

/** The subject of the reporting verb; after a closing quotation or comma, the phrase behind it ("…," said the mayor). */
function speakerPhrase(s: SentenceView, verb: VerbGroup): NounPhrase | null {
  const { tokens, phrases } = s.parse
  const before = tokens[verb.from - 1]
  const after = phrases.find((n) => n.from === verb.to && n.prep === null)
  if (before && /^[,”"’'?!]$/.test(before.text) && after && verb.form === "finite") {
    const alone = !phrases.some((n) => n.to === verb.from)
    if (alone && looksLikeSpeaker(s, after)) return after
  }
  return grammaticalSubject(s.parse, verb)
}

function looksLikeSpeaker(s: SentenceView, phrase: NounPhrase): boolean {
  const head = s.parse.tokens[phrase.head]
  return (
    head?.pos === "PROPN" ||
    head?.pos === "PRON" ||
    s.speakers.some((x) => overlaps(x.span, phrase)) ||
    s.actors.some((x) => overlaps(x.span, phrase)) ||
    HUMAN.test(head?.lemma ?? "")
  )
}

/** After the verb where a clause or an open quotation follows; before it where the speaker closes the sentence. */
function scopeOf(s: SentenceView, verb: VerbGroup, subject: NounPhrase, cue: Span): Span {
  const { tokens } = s.parse
  const first = Math.min(subject.from, verb.from)
  const mark = tokens[first - 1]?.text ?? ""
  const closesBefore = /^[,”"’'?!–—]$/.test(mark) && s.parse.verbs.some((v) => v.to <= first)
  const quoted = /^[”"’']$/.test(mark) || /^[”"’']$/.test(tokens[first - 2]?.text ?? "")
  const tail = tokens.slice(Math.max(subject.to, verb.to)).filter((t) => t.pos === "VERB").length
  const complement = tokens[verb.to]?.lower === "that" || tokens[verb.to]?.text === ":" || (tail > 0 && !closesBefore)
  if (closesBefore && (!complement || quoted)) return { start: s.start, end: s.end }
  const relative = /^(which|who)$/.test(tokens[verb.from - 1]?.lower ?? "")
  if (relative) return cue
  return complement || first <= 3 ? { start: cue.start, end: s.end } : { start: s.start, end: s.end }
}

/** "told Reuters", "SANA quoted a source as saying": the second speaker of the sentence joins the chain. */
function chainOf(
  view: ReportView,
  s: SentenceView,
  verb: VerbGroup,
  subject: NounPhrase,
  by: string,
  last: Attested<Speaker>[],
): Attested<Speaker>[] {
  const first = isPronoun(s, subject) ? fromPronoun(s, subject, last) : speakersIn(view, s, subject, by)
  const objects = directObject(s.parse, verb)
  if (verb.lemma === "quote" || verb.lemma === "cite")
    return [...objects.flatMap((o) => speakersIn(view, s, o, by)), ...first]
  if (verb.lemma !== "tell" && verb.lemma !== "inform") return first
  const heard = objects
    .flatMap((o) => speakersIn(view, s, o, by))
    .filter((x) => x.value.kind === "agency" || x.value.kind === "outlet")
  return [...first, ...heard]
}

function isPronoun(s: SentenceView, phrase: NounPhrase): boolean {
  return s.parse.tokens[phrase.head]?.pos === "PRON"
}

/** "he added": the speaker before, whose words are shown. */
function fromPronoun(s: SentenceView, phrase: NounPhrase, last: Attested<Speaker>[]): Attested<Speaker>[] {
  const pronoun = s.parse.tokens[phrase.head]?.lower ?? ""
  if (!/^(he|she|they|it)$/.test(pronoun)) return []
  return last.slice(0, 1).map((x) => ({ ...x, certainty: "inferred" as const, why: "said-by/pronoun" }))
}

const HUMAN =
  /^(source|official|spokesman|spokeswoman|spokesperson|minister|ministry|governor|mayor|resident|witness|medic|doctor|activist|commander|general|president|statement|police|army|military|leader|member|survivor|villager|monitor|observer|group|government|report|agency|newspaper|channel|office|department|envoy|diplomat|lawmaker|chief|expert|analyst|rescuer|worker|officer|family|relative|council|coalition|organisation|organization|authority|rebel|militant|director|head|representative|elder|lawyer|human|teacher|nurse)$/

const KIND_BY_HEAD: [RegExp, Speaker["kind"]][] = [
  [/^(resident|villager|family|relative|elder|survivor|teacher)$/, "local"],
  [/^(witness|observer)$/, "witness"],
  [/^(medic|doctor|nurse|rescuer)$/, "medic"],
  [/^(activist)$/, "activist"],
  [/^(army|military|commander|general|officer)$/, "military"],
  [/^(rebel|militant|group)$/, "armed-group"],
  [/^(government|ministry|president|minister|department|authority|envoy|diplomat|police)$/, "state"],
  [
    /^(official|governor|mayor|spokesman|spokeswoman|spokesperson|council|director|chief|lawmaker|representative)$/,
    "official",
  ],
  [/^(prosecutor|judge|lawyer|union|network|prosecutor-general)$/, "official"],
  [/^(contact|trader|farmer|shopkeeper|driver)$/, "local"],
  [/^(agency)$/, "agency"],
  [/^(newspaper|channel)$/, "outlet"],
]

const KIND_OF_ACTOR: Partial<Record<Actor["kind"], Speaker["kind"]>> = {
  "state-force": "military",
  "rebel-group": "armed-group",
  militia: "armed-group",
  "identity-militia": "armed-group",
  "private-force": "armed-group",
  "international-force": "international",
  civilians: "local",
  "aid-workers": "aid",
  journalists: "outlet",
  person: "person",
  government: "state",
}

function speakersIn(view: ReportView, s: SentenceView, phrase: NounPhrase, by: string): Attested<Speaker>[] {
  const of = s.parse.phrases[phrase.index + 1]
  const reach = { start: phrase.start, end: of?.prep === "of" || of?.prep === "for" ? of.end : phrase.end }
  const known = s.speakers
    .filter((x) => overlaps(x.span, phrase))
    .map(
      (x): Attested<Speaker> => ({
        value: x.speaker,
        certainty: x.certainty,
        spans: [x.span],
        raw: sliceOf(view.text, x.span),
        by,
        why: x.why,
      }),
    )
  if (known.length > 0) return known
  const actor = s.actors.find((x) => overlaps(x.span, phrase)) ?? s.actors.find((x) => overlaps(x.span, reach))
  const kind = actor ? KIND_OF_ACTOR[actor.actor.kind] : undefined
  if (actor && kind)
    return [
      {
        value: { name: actor.actor.name, speakerId: actor.actor.actorId, kind },
        certainty: actor.certainty,
        spans: [actor.span],
        raw: sliceOf(view.text, actor.span),
        by,
        why: "said-by/actor",
      },
    ]
  const place = s.toponyms.find(
    (t) => overlaps(t.span, phrase) && (t.use === "metonym" || t.where.value.precision === "country"),
  )
  const head = s.parse.tokens[phrase.head]
  const raw = sliceOf(view.text, phrase)
  if (place && contains(phrase, place.span) && place.span.end >= (head?.start ?? 0)) {
    return [
      {
        value: { name: `Government of ${place.where.value.name}`, speakerId: null, kind: "state" },
        certainty: "inferred",
        spans: [{ start: phrase.start, end: phrase.end }],
        raw,
        by,
        why: "said-by/state-of-place",
      },
    ]
  }
  return described(s, phrase, raw, by)
}

/** Subjects of reporting verbs that are nobody. */
const NO_SPEAKER =
  /^(time|datum|data|evidence|video|footage|image|sign|plan|move|result|figure|fact|number|event|situation|day|week|attack|strike|operation|toll|law|rule|war|conflict|victim|statement|child|shell|rocket|people|photo|picture|blast|map)$/

/** "the governor of X", "Talal Someone": a person or body that no register knows, under the words of the report. */
function described(s: SentenceView, phrase: NounPhrase, raw: string, by: string): Attested<Speaker>[] {
  const head = s.parse.tokens[phrase.head]
  const lemma = head?.lemma ?? ""
  if (!/^(NOUN|PROPN)$/.test(head?.pos ?? "") || NO_SPEAKER.test(lemma)) return []
  const titled = s.parse.tokens
    .slice(phrase.from, phrase.to)
    .map((t) => KIND_BY_HEAD.find(([re]) => re.test(t.lemma) || re.test(t.lower))?.[1])
    .find(Boolean)
  const kind = titled ?? (head?.pos === "PROPN" ? "person" : "unknown")
  return [
    {
      value: { name: raw.replace(/^(the|a|an)\s+/i, ""), speakerId: null, kind },
      certainty: "stated",
      spans: [{ start: phrase.start, end: phrase.end }],
      raw,
      by,
      why: "said-by/described",
    },
  ]
}

/** Sentences inside one pair of quotation marks take the speaker that the quotation has, before or after them. */
function continueQuotations(view: ReportView, all: Attribution[][]): void {
  for (let i = 0; i < view.sentences.length; i++) {
    const s = view.sentences[i] as SentenceView
    if ((all[i]?.length ?? 0) > 0 || !opensQuotation(view.text, s)) continue
    const closing = view.sentences
      .slice(i + 1, i + 4)
      .find((n) => n.paragraph === s.paragraph && (all[n.index]?.length ?? 0) > 0)
    const earlier = view.sentences.slice(Math.max(0, i - 2), i).findLast((n) => (all[n.index]?.length ?? 0) > 0)
    const source = all[(closing ?? earlier)?.index ?? -1]?.[0]
    if (source)
      all[i] = [
        {
          chain: source.chain.map((c) => ({ ...c, certainty: "inferred", why: "said-by/quotation-goes-on" })),
          cue: { start: s.start, end: s.start + 1 },
          scope: { start: s.start, end: s.end },
        },
      ]
  }
}

function opensQuotation(text: string, s: Span): boolean {
  const words = text.slice(Math.max(0, s.start - 2), s.end)
  return /^[\s]*[“"]/.test(words.slice(0, 4)) || /^[“"]/.test(text.slice(s.start, s.start + 1))
}
