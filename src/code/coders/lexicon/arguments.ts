import type { NounPhrase } from "../../../lang/en/chunks.ts"
import { classesOfNoun } from "../../../lang/en/noun-classes.ts"
import {
  attachedTo,
  directObject,
  logicalObject,
  logicalSubject,
  phrasesAfter,
  withCoordinates,
} from "../../../lang/en/parse.ts"
import type { VerbGroup } from "../../../lang/en/verb-groups.ts"
import type { EventType, Span } from "../../../schema/index.ts"
import type { ReportView, SentenceView } from "../../coder.ts"
import { classesOf } from "./classes.ts"
import type { Match } from "./match.ts"

/** Phrases by role, before they are resolved to actors, things and places. */
export interface Roles {
  actors: Span[]
  targets: Span[]
  things: { span: Span; role: "object" | "instrument" }[]
  places: Span[]
}

/** Types whose noun takes its doer after "of" ("the retreat of the army"). */
const OF_IS_ACTOR = new Set<EventType>([
  "retreat",
  "desertion",
  "surrender",
  "deployment",
  "protest",
  "riot",
  "negotiation",
  "agreement",
  "threat",
  "organisation-change",
])
/** Verbs that carry an event noun as their object: "carried out raids". */
const LIGHT = new Set([
  "carry",
  "launch",
  "conduct",
  "stage",
  "mount",
  "deliver",
  "start",
  "begin",
  "intensify",
  "continue",
  "make",
  "lead",
  "execute",
  "perform",
  "step",
  "resume",
  "commit",
  "unleash",
  "wage",
  "undertake",
  "tighten",
  "impose",
  "lay",
  "announce",
  "plan",
  "prepare",
  "order",
  "fire",
  "hold",
  "reach",
  "sign",
  "broker",
  "declare",
  "use",
  "join",
  "claim",
  "complete",
  "threaten",
  "suspend",
  "stop",
  "halt",
  "end",
  "engage",
])
/** Verbs whose subject the event of the object befalls: "suffered an attack", "repelled an assault". */
const BEFALLS = new Set([
  "suffer",
  "face",
  "repel",
  "repulse",
  "foil",
  "thwart",
  "survive",
  "come",
  "endure",
  "undergo",
  "witness",
  "see",
  "resist",
  "fend",
  "condemn",
  "deny",
])
const TRANSITIVE_PREPS = new Set(["of", "on", "against", "targeting", "at"])
const PLACE_PREPS = new Set([
  "in",
  "at",
  "near",
  "inside",
  "outside",
  "around",
  "across",
  "on",
  "into",
  "from",
  "to",
  "towards",
  "toward",
  "over",
  "through",
  "north of",
  "south of",
  "east of",
  "west of",
  "close to",
  "between",
  "along",
  "within",
  "off",
])
/** Types that are about the place itself: their object place is where it happened. */
const OBJECT_IS_PLACE = new Set<EventType>([
  "territory-taken",
  "siege",
  "retreat",
  "armed-clash",
  "shelling",
  "air-strike",
  "displacement",
  "evacuation",
  "explosion",
  "surrender",
])

export function rolesOf(view: ReportView, s: SentenceView, match: Match): Roles {
  const { subjects, objects, after } = match.phrase ? nounArguments(s, match, match.phrase) : verbArguments(s, match)
  const roles: Roles = { actors: [], targets: [], things: [], places: [] }
  const type = match.pattern.type
  for (const phrase of subjects) {
    const classes = classesOf(view, s, phrase)
    const isWeapon = classes.has("AIR") || classes.has("GUNS") || classes.has("EXPLOSIVE")
    if (isWeapon) roles.things.push({ span: spanOf(s, phrase), role: "instrument" })
    if (!isWeapon || hasActor(s, phrase)) roles.actors.push(spanOf(s, phrase))
  }
  for (const phrase of objects) addObject(view, s, roles, phrase, type)
  for (const phrase of after)
    if (phrase.prep === null || PLACE_PREPS.has(phrase.prep)) roles.places.push(spanOf(s, phrase))
  return roles
}

function addObject(view: ReportView, s: SentenceView, roles: Roles, phrase: NounPhrase, type: EventType): void {
  const span = spanOf(s, phrase)
  const classes = classesOf(view, s, phrase)
  if (hasActor(s, phrase) || classes.has("CIVIL") || classes.has("ARMED") || classes.has("PERSON"))
    roles.targets.push(span)
  if (hasPlace(s, span) && (OBJECT_IS_PLACE.has(type) || classes.has("PLACE"))) roles.places.unshift(span)
  else if (!classes.has("PERSON") && !hasPlace(s, span) && s.parse.tokens[phrase.head]?.pos !== "PRON")
    roles.things.push({ span, role: "object" })
}

function hasActor(s: SentenceView, span: Span): boolean {
  return s.actors.some((a) => a.span.start < span.end && span.start < a.span.end)
}

function hasPlace(s: SentenceView, span: Span): boolean {
  return s.toponyms.some((t) => t.use === "place" && t.span.start < span.end && span.start < t.span.end)
}

/** A phrase with what hangs on it by "of" and with a bracket: "a large number | of field commanders". */
function spanOf(s: SentenceView, phrase: NounPhrase): Span {
  const of = s.parse.phrases[phrase.index + 1]
  const end = of?.prep === "of" && of.from - phrase.to === 1 ? of.end : phrase.end
  return { start: phrase.start, end }
}

interface Arguments {
  subjects: NounPhrase[]
  objects: NounPhrase[]
  /** Phrases with a preposition in the same clause. */
  after: NounPhrase[]
}

function verbArguments(s: SentenceView, match: Match): Arguments {
  const type = match.pattern.type
  const after = phrasesAfter(s.parse, match.to - 1)
  let objects = match.objects
  if (objects.length === 0 || match.pattern.words.length > 1) {
    const preps =
      type === "negotiation" || type === "agreement" || type === "armed-clash"
        ? new Set(["with", "against", "by"])
        : new Set(["on", "against", "at"])
    objects = [...new Set([...objects, ...after.filter((n) => preps.has(n.prep ?? ""))])]
  }
  if (type === "territory-taken") objects = [...objects, ...after.filter((n) => n.prep === "from")]
  if (match.pattern.words[0] === "fall")
    return { subjects: after.filter((n) => n.prep === "to"), objects: match.subjects, after }
  return { subjects: match.subjects, objects, after: [...after, ...locativeBefore(s, match.from)] }
}

/** "In the eastern suburbs, the army shelled …": a phrase of place that opens the sentence. */
function locativeBefore(s: SentenceView, at: number): NounPhrase[] {
  return s.parse.phrases.filter(
    (n) => n.to <= at && PLACE_PREPS.has(n.prep ?? "") && n.prep !== "from" && n.prep !== "to",
  )
}

function nounArguments(s: SentenceView, match: Match, phrase: NounPhrase): Arguments {
  const { parse } = s
  const type = match.pattern.type
  const attached = attachedTo(parse, phrase)
  const { subjects, others } = parties(parse, attached, type)
  const hit = attached.filter((n) => TRANSITIVE_PREPS.has(n.prep ?? "") && !subjects.includes(n))
  const objects = [...others, ...hit.flatMap((n) => withCoordinates(parse, n))]
  const after = [...attached, ...phrasesAfter(parse, phrase.head)]
  if (modifierHolds(s, phrase, match))
    subjects.push({
      ...phrase,
      to: match.from,
      end: parse.tokens[match.from - 1]?.end ?? phrase.end,
      head: Math.max(phrase.from, match.from - 1),
    })
  subjects.push(...claimant(s, phrase))
  const governed = governor(s, phrase)
  if (governed) {
    const { verb, as } = governed
    if (as === "object" && LIGHT.has(verb.lemma) && subjects.length === 0) subjects.push(...logicalSubject(parse, verb))
    if (as === "object" && BEFALLS.has(verb.lemma)) objects.push(...logicalSubject(parse, verb))
    if (as === "subject") {
      const hit = logicalObject(parse, verb)
      if (!verb.passive) objects.push(...hit.filter((n) => n !== phrase))
    }
    if (as === "agent") objects.push(...logicalObject(parse, verb))
    after.push(...phrasesAfter(parse, verb.to - 1))
  }
  return {
    subjects: unique(subjects),
    objects: unique(objects),
    after: unique([...after, ...locativeBefore(s, phrase.from)]),
  }
}

/** Who is named beside an event noun: after "by", "between", for some types "of"; of two sides in a fight the second is the other side. */
function parties(
  parse: SentenceView["parse"],
  attached: readonly NounPhrase[],
  type: EventType,
): { subjects: NounPhrase[]; others: NounPhrase[] } {
  const between = attached.filter((n) => n.prep === "between").flatMap((n) => withCoordinates(parse, n))
  const by = attached
    .filter((n) => n.prep === "by" || (n.prep === "of" && OF_IS_ACTOR.has(type)))
    .flatMap((n) => withCoordinates(parse, n))
  return type === "armed-clash"
    ? { subjects: [...by, ...between.slice(0, 1)], others: between.slice(1) }
    : { subjects: [...by, ...between], others: [] }
}

/** "X claimed responsibility for the blast", "X was behind the attack". */
function claimant(s: SentenceView, phrase: NounPhrase): NounPhrase[] {
  const { tokens, phrases, verbs } = s.parse
  const before = phrases[phrase.index - 1]
  const claims = phrase.prep === "for" && before && tokens[before.head]?.lemma === "responsibility"
  const behind = phrase.prep === "behind"
  const verb = verbs.findLast((v) => v.to <= (claims && before ? before.from : phrase.from))
  return verb && !verb.negated && (behind || (claims && /^(claim|take|assume)$/.test(verb.lemma)))
    ? logicalSubject(s.parse, verb)
    : []
}

/** The words before the trigger inside its phrase name somebody: "Russian air strikes", "the militia's retreat". */
function modifierHolds(s: SentenceView, phrase: NounPhrase, match: Match): boolean {
  if (match.from <= phrase.from) return false
  const span = { start: phrase.start, end: s.parse.tokens[match.from - 1]?.end ?? phrase.start }
  const anti = s.parse.tokens.slice(phrase.from, match.from).some((t) => t.lower.startsWith("anti-"))
  const possessor = phrase.possessorTo !== null && phrase.possessorTo < match.from
  return (
    !anti &&
    (possessor || hasActor(s, span) || s.toponyms.some((t) => t.span.start >= span.start && t.span.end <= span.end))
  )
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)]
}

/** The verb that an event noun depends on, and how. */
export function governor(
  s: SentenceView,
  phrase: NounPhrase,
): { verb: VerbGroup; as: "subject" | "object" | "agent" } | null {
  const { parse } = s
  for (const verb of parse.verbs) {
    if (!verb.passive && directObject(parse, verb).includes(phrase)) return { verb, as: "object" }
    if (verb.passive && logicalSubject(parse, verb).includes(phrase)) return { verb, as: "agent" }
    if (verb.passive && logicalObject(parse, verb).includes(phrase)) return { verb, as: "object" }
    if (!verb.passive && logicalSubject(parse, verb).includes(phrase)) return { verb, as: "subject" }
  }
  const before = parse.verbs.findLast((v) => v.to <= phrase.from)
  const phrasal =
    before &&
    phrase.from - before.to <= 3 &&
    parse.tokens
      .slice(before.to, phrase.from)
      .every((t) => /^(ADP|ADV|DET)$/.test(t.pos) || /^(out|under|off|up)$/.test(t.lower))
  if (before && phrasal) return { verb: before, as: before.passive && phrase.prep === "by" ? "agent" : "object" }
  return null
}

/** Nouns of the phrase's own head count as instruments: "an air strike with cluster bombs". */
export function instrumentsAfter(s: SentenceView, at: number): Span[] {
  return phrasesAfter(s.parse, at, new Set(["with", "using"]))
    .filter((n) =>
      ["GUNS", "EXPLOSIVE", "AIR"].some((c) => classesOfNoun(s.parse.tokens[n.head]?.lemma ?? "").has(c as never)),
    )
    .flatMap((n) => withCoordinates(s.parse, n))
    .map((n) => ({ start: n.start, end: n.end }))
}
