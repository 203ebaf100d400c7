import { clauseOf } from "../../../lang/en/parse.ts"
import type { EventType, Span } from "../../../schema/index.ts"
import type { Coder, Draft, ReportView, SentenceView } from "../../coder.ts"
import type { HarmHit } from "../../resolve/harm.ts"
import { instrumentsAfter, rolesOf } from "./arguments.ts"
import { type Match, matches } from "./match.ts"
import { modalityOf } from "./modality.ts"

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
])

/** The rule coder: trigger patterns of the ontology over a shallow parse. Baseline, and fall-back where no model can be loaded. */
export const lexiconCoder: Coder = {
  id: "lexicon-en@1",
  languages: ["en"],
  code(view: ReportView): Draft[] {
    return view.sentences
      .filter((s) => s.block !== "caption" && s.block !== "byline")
      .flatMap((s) => sentenceDrafts(view, s))
  },
}

function sentenceDrafts(view: ReportView, s: SentenceView): Draft[] {
  const drafts = matches(view, s).map((match) => draftOf(view, s, match))
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
  const head = tokens[match.to - 1]
  const bare = match.phrase !== null && match.pattern.words.length === 1 && GENERIC_NOUNS.has(head?.lemma ?? "")
  const question = tokens.at(-1)?.text === "?"
  return {
    type: match.pattern.type,
    typeCertainty: match.pattern.weak || bare ? "inferred" : "stated",
    modality: question && reading.modality === "actual" ? "hypothetical" : reading.modality,
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
    targets: hit.harm.kind === "killed" || hit.harm.kind === "wounded" ? [hit.span] : [hit.span],
    things: [],
    places: [],
    weak: hit.harm.kind !== "displaced",
    background: false,
    specificity: 1,
  }
}
