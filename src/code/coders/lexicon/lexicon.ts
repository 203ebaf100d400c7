import { overlaps } from "../../../kit/spans.ts"
import { classesOfNoun, type NounClass } from "../../../lang/en/noun-classes.ts"
import { clauseOf } from "../../../lang/en/parse.ts"
import type { EventType, Span } from "../../../schema/index.ts"
import type { Coder, Draft, ReportView, SentenceView } from "../../coder.ts"
import type { HarmHit } from "../../resolve/harm.ts"
import { instrumentsAfter, rolesOf } from "./arguments.ts"
import { classesOf } from "./classes.ts"
import { type Match, matches } from "./match.ts"
import { modalityOf } from "./modality.ts"
import { PREPOSITIONS } from "./patterns.ts"

const ATTACKS = new Set<EventType>([
  "armed-clash",
  "air-strike",
  "shelling",
  "explosion",
  "suicide-attack",
  "chemical-attack",
  "execution",
])
/** A trigger of the key type makes one of the listed types in the same sentence part of its own telling. */
const COVERS: Partial<Record<EventType, readonly EventType[]>> = {
  "suicide-attack": ["explosion"],
  "chemical-attack": ["air-strike", "shelling"],
  "air-strike": ["explosion"],
  shelling: ["explosion"],
}
/** Saying it is doing it: a threat of what will be done is made now. */
const SPEECH_ACTS = new Set<EventType>(["threat", "accusation"])
/** Event nouns that mostly take up what was told before ("the attack", "the killings"). */
const GENERIC_NOUNS = new Set([
  "attack",
  "killing",
  "offensive",
  "violence",
  "fighting",
  "battle",
  "bloodshed",
  "atrocity",
  "unrest",
  "hostilities",
  "shooting",
  "strike",
  "raid",
  "assault",
])

/** The rule coder: trigger patterns of the ontology over a shallow parse. Baseline, and fall-back where no model can be loaded. */
export const lexiconCoder: Coder = {
  id: "lexicon-en@1",
  languages: ["en"],
  code(view: ReportView): Draft[] {
    const conflict = speaksOfConflict(view)
    return view.sentences
      .filter((s) => s.block !== "caption" && s.block !== "byline")
      .flatMap((s) => sentenceDrafts(view, s, conflict))
  },
}

/** Types whose words have everyday meanings too: believed only in a report that speaks of armed people, weapons or the dead. */
const NEEDS_CONFLICT = new Set<EventType>([
  "sexual-violence",
  "air-strike",
  "armed-clash",
  "explosion",
  "destruction",
  "seizure",
  "retreat",
  "negotiation",
  "agreement",
  "riot",
  "execution",
  "shelling",
  "attack-on-civilians",
  "protest",
])
/** A pattern of one word and no class says little by itself. */
const EVERYDAY = 2
const ARMED_KINDS = new Set([
  "state-force",
  "rebel-group",
  "militia",
  "identity-militia",
  "private-force",
  "international-force",
])

function speaksOfConflict(view: ReportView): boolean {
  return view.sentences.some(
    (s) =>
      s.actors.some((a) => ARMED_KINDS.has(a.actor.kind)) ||
      s.harms.some((h) => h.harm.kind === "killed" || h.harm.kind === "wounded") ||
      s.parse.tokens.some(
        (t) =>
          t.pos === "NOUN" &&
          ["AIR", "GUNS", "EXPLOSIVE", "ARMED"].some(
            (c) => classesOfNoun(t.lemma).has(c as NounClass) && !AMBIGUOUS.has(t.lemma),
          ),
      ),
  )
}

/** Nouns of the armed classes that peaceful texts use as often. */
const AMBIGUOUS = new Set(
  "plane aircraft shell mine device charge blast round leader chief head group cell division unit force alliance opposition regime government ally guard officer general police command column party commander coalition vessel rocket battery tank gun launcher shelling enemy".split(
    " ",
  ),
)

function sentenceDrafts(view: ReportView, s: SentenceView, conflict: boolean): Draft[] {
  const found = matches(view, s).filter(
    (m) =>
      conflict ||
      !NEEDS_CONFLICT.has(m.pattern.type) ||
      m.pattern.specificity > EVERYDAY ||
      (m.pattern.type === "protest" && m.verb !== null),
  )
  const drafts = found.map((match) => draftOf(view, s, match))
  const strong = drafts.filter((d) => !d.weak)
  const kept = drafts.filter((d) =>
    d.weak ? !strong.some((x) => takesIn(x, d)) : !strong.some((x) => x !== d && covers(x, d)),
  )
  const orphan = orphanHarm(s, kept)
  return orphan ? [...kept, orphan] : kept
}

/** A weak word is the outcome of a better-told event of the same sentence. */
function takesIn(strong: Draft, weak: Draft): boolean {
  const bearing =
    ATTACKS.has(strong.type) ||
    [
      "attack-on-civilians",
      "riot",
      "protest",
      "abduction",
      "arrest",
      "siege",
      "territory-taken",
      "destruction",
    ].includes(strong.type)
  return (
    bearing &&
    strong.modality !== "planned" &&
    strong.modality !== "threatened" &&
    strong.modality !== "hypothetical" &&
    !(strong.type === weak.type && strong.weak)
  )
}

function covers(x: Draft, d: Draft): boolean {
  const alike = x.modality === d.modality
  if (alike && COVERS[x.type]?.includes(d.type)) return true
  const sameClause = x.clause.start === d.clause.start
  if (d.type === "destruction" && ATTACKS.has(x.type) && alike && (sameClause || d.actors.length === 0)) return true
  return sameClause && alike && x.type === d.type && x.trigger.start < d.trigger.start && x.trigger.end >= d.trigger.end
}

function draftOf(view: ReportView, s: SentenceView, match: Match): Draft {
  const { tokens } = s.parse
  const roles = rolesOf(view, s, match)
  const reading = modalityOf(s, match)
  const clause = clauseOf(s.parse, match.from)
  const noun = tokens[match.phrase?.head ?? -1]
  const generic =
    match.phrase !== null &&
    GENERIC_NOUNS.has(noun?.lemma ?? "") &&
    match.pattern.words.filter((w) => !PREPOSITIONS.has(w)).length === 1
  const bare = generic && match.pattern.words.length === 1
  const question = tokens.at(-1)?.text === "?"
  return {
    type: generic ? genericType(view, s, match.pattern.type, roles.targets) : match.pattern.type,
    typeCertainty: match.pattern.weak || bare ? "inferred" : "stated",
    modality:
      SPEECH_ACTS.has(match.pattern.type) && reading.modality !== "denied"
        ? "actual"
        : question && reading.modality === "actual"
          ? "hypothetical"
          : reading.modality,
    modalityCue: reading.cue,
    modalityWhy: question ? "modality/question" : reading.why,
    sentence: s.index,
    trigger: spanOfTokens(s, match.from, match.to),
    clause: spanOfTokens(s, clause.from, clause.to),
    actors: roles.actors,
    targets: roles.targets,
    things: [
      ...roles.things,
      ...instrumentsAfter(s, match.to - 1).map((span) => ({ span, role: "instrument" as const })),
    ],
    places: roles.places,
    weak: match.pattern.weak || bare,
    background: false,
    specificity: match.specificity,
  }
}

/** A bare "attack" is one on civilians where its target, or a toll of its sentence, is civilian; otherwise fighting. */
function genericType(view: ReportView, s: SentenceView, type: EventType, targets: readonly Span[]): EventType {
  if (type !== "attack-on-civilians" && type !== "armed-clash") return type
  const civilian = s.parse.phrases.some(
    (p) => targets.some((t) => overlaps(t, p)) && classesOf(view, s, p).has("CIVIL"),
  )
  const victims = s.harms.filter((h) => h.harm.kind === "killed" || h.harm.kind === "wounded").map((h) => h.harm.who)
  const armed = victims.some((who) => who === "combatants" || who === "commanders")
  return !armed && (civilian || victims.some((who) => who !== "people")) ? "attack-on-civilians" : "armed-clash"
}

function spanOfTokens(s: SentenceView, from: number, to: number): Span {
  return { start: s.parse.tokens[from]?.start ?? s.start, end: s.parse.tokens[to - 1]?.end ?? s.end }
}

const HARM_TYPE: Record<HarmHit["harm"]["kind"], EventType> = {
  killed: "attack-on-civilians",
  wounded: "attack-on-civilians",
  captured: "arrest",
  displaced: "displacement",
  missing: "abduction",
}

/** A toll without any trigger ("the death toll rose to 70") still tells of an event: one told elsewhere, or one by itself. */
function orphanHarm(s: SentenceView, drafts: readonly Draft[]): Draft | null {
  const hit = s.harms.find((h) => h.harm.min !== null || h.harm.max !== null)
  if (!hit || drafts.length > 0) return null
  return {
    type: HARM_TYPE[hit.harm.kind],
    typeCertainty: "inferred",
    modality: "actual",
    modalityCue: hit.trigger,
    modalityWhy: "modality/plain",
    sentence: s.index,
    trigger: hit.trigger,
    clause: { start: s.start, end: s.end },
    actors: [],
    targets: [hit.span],
    things: [],
    places: [],
    weak: hit.harm.kind !== "displaced",
    background: false,
    specificity: 1,
  }
}
