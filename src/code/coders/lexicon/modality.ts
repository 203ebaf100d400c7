import type { NounPhrase } from "../../../lang/en/chunks.ts"
import { isTimeWord } from "../../../lang/en/chunks.ts"
import {
  CONDITIONALS,
  DENIALS,
  DOUBTFUL_MODALS,
  FUTURE_MODALS,
  GOVERNORS,
  NOUN_CUES,
  OBJECT_CUES,
  ONGOING,
} from "../../../lang/en/modality-words.ts"
import { clauseOf, directObject } from "../../../lang/en/parse.ts"
import { isReportingVerb } from "../../../lang/en/reporting.ts"
import type { Token } from "../../../lang/en/tag.ts"
import type { VerbGroup } from "../../../lang/en/verb-groups.ts"
import type { Modality, Span } from "../../../schema/index.ts"
import type { SentenceView } from "../../coder.ts"
import { governor } from "./arguments.ts"
import type { Match } from "./match.ts"

export interface ModalityReading {
  modality: Modality
  cue: Span
  why: string
}

/** Whether it happened, by the grammar around the trigger (verb chain, negation, condition, governing words). */
export function modalityOf(s: SentenceView, match: Match): ModalityReading {
  const own = { start: s.parse.tokens[match.from]?.start ?? s.start, end: s.parse.tokens[match.to - 1]?.end ?? s.end }
  const reading = match.verb ? ofVerb(s, match.verb, 0) : match.phrase ? ofNoun(s, match.phrase, match) : null
  const outer = deniedBy(s, match.from) ?? conditionBefore(s, match.from)
  if (outer && (!reading || reading.modality === "actual" || reading.modality === "ongoing")) return outer
  return reading ?? { modality: "actual", cue: own, why: "modality/plain" }
}

const ENDING = new Set(["lift", "end", "stop", "break", "cease", "halt", "raise"])

function read(s: SentenceView, modality: Modality, tokens: { from: number; to: number }, why: string): ModalityReading {
  const [first, last] = [s.parse.tokens[tokens.from], s.parse.tokens[tokens.to - 1]]
  return { modality, cue: { start: first?.start ?? s.start, end: last?.end ?? s.end }, why: `modality/${why}` }
}

function ofVerb(s: SentenceView, verb: VerbGroup, depth: number): ModalityReading | null {
  if (verb.negated && !isDoubleNegated(s, verb)) return read(s, "denied", verb, "negated")
  if (verb.modal && FUTURE_MODALS.has(verb.modal)) return read(s, "planned", verb, "future")
  if (verb.modal === "would" && !verb.perfect && isReported(s, verb))
    return read(s, "planned", verb, "future-in-reported-speech")
  if (verb.modal && DOUBTFUL_MODALS.has(verb.modal)) return read(s, "hypothetical", verb, "modal-verb")
  if (isGoingTo(s, verb)) return read(s, "planned", verb, "future")
  if (depth < 3 && (verb.form === "infinitive" || verb.form === "gerund")) {
    const governed = governedVerb(s, verb, depth)
    if (governed) return governed
  }
  if (verb.progressive && !verb.past) return read(s, "ongoing", verb, "progressive")
  if (verb.lemma === "continue" && depth > 0) return read(s, "ongoing", verb, "continues")
  return null
}

/** "neither confirmed nor denied", "not only shelled but": no denial. */
function isDoubleNegated(s: SentenceView, verb: VerbGroup): boolean {
  return s.parse.tokens.slice(verb.from, verb.to + 1).some((t) => /^(only|just|yet)$/.test(t.lower))
}

function isReported(s: SentenceView, verb: VerbGroup): boolean {
  return s.parse.verbs.some((v) => v.to <= verb.from && isReportingVerb(v.lemma))
}

function isGoingTo(s: SentenceView, verb: VerbGroup): boolean {
  const before = s.parse.tokens.slice(Math.max(0, verb.from - 2), verb.from)
  return (
    verb.form === "infinitive" &&
    before.some((t) => t.lower === "going") &&
    before.some((t) => /^(is|are|was|were)$/.test(t.lower) || t.lower === "going")
  )
}

/** What governs "to flee" or "fleeing": the nearest verb, noun or adjective before it. */
function governedVerb(s: SentenceView, verb: VerbGroup, depth: number): ModalityReading | null {
  const { tokens, verbs } = s.parse
  const before = verbs.findLast((v) => v.to <= verb.from)
  const word = governingWord(tokens, verb, before)
  if (word !== null) {
    const token = tokens[word] as Token
    const kind = kindOf(token)
    if (kind === "actual") return before ? ofVerb(s, before, depth + 1) : null
    if (kind) {
      const outer = before && before.main === word ? ofVerb(s, before, depth + 1) : null
      if (outer && outer.modality === "denied" && kind !== "attempted") return outer
      return read(s, kind, { from: word, to: word + 1 }, `governed-by-${kind}`)
    }
  }
  if (verb.form === "infinitive") {
    const isHeadline = before === undefined || (s.block === "title" && !before)
    if (isHeadline) return read(s, "planned", verb, "headline-infinitive")
    return before && word === null ? read(s, "planned", verb, "purpose") : null
  }
  return before && verb.from - before.to <= 1 ? ofVerb(s, before, depth + 1) : null
}

function kindOf(token: Token): Modality | null {
  for (const [kind, words] of Object.entries(GOVERNORS))
    if (words.has(token.lemma) || words.has(token.lower)) return kind as Modality
  return null
}

/** Index of the governing word at most six tokens before, within the clause; null where the verb stands on its own. */
function governingWord(tokens: readonly Token[], verb: VerbGroup, before: VerbGroup | undefined): number | null {
  for (let i = verb.from - 1; i >= Math.max(0, verb.from - 6); i--) {
    const token = tokens[i] as Token
    if (/^[;:.]$/.test(token.text)) return null
    if (verb.form === "gerund" && token.text === ",") return null
    if (/^(VERB|NOUN|ADJ|ADP)$/.test(token.pos) && kindOf(token)) return i
    if (before && i < before.from) return null
  }
  return null
}

function ofNoun(s: SentenceView, phrase: NounPhrase, match: Match): ModalityReading | null {
  const { tokens } = s.parse
  for (let i = phrase.from; i < match.from; i++) {
    const token = tokens[i] as Token
    if (token.lower === "no") return read(s, "denied", { from: i, to: match.to }, "no")
    for (const [kind, words] of Object.entries(NOUN_CUES))
      if (words.has(token.lower)) return read(s, kind as Modality, { from: i, to: i + 1 }, `adjective-${kind}`)
  }
  const head = headBefore(s, phrase)
  if (head !== null) {
    const kind = kindOf(tokens[head] as Token)
    if (kind && kind !== "actual") return read(s, kind, { from: head, to: head + 1 }, `noun-${kind}`)
  }
  const governed = governor(s, phrase)
  if (!governed) return null
  const { verb, as } = governed
  if (as === "object")
    for (const [kind, words] of Object.entries(OBJECT_CUES))
      if (words.has(verb.lemma)) return read(s, kind as Modality, verb, `object-${kind}`)
  if (verb.negated && ENDING.has(verb.lemma)) return read(s, "ongoing", verb, "not-ended")
  const outer = ofVerb(s, verb, 0)
  if (outer) return outer
  const enters = verb.lemma === "enter" && isTimeWord(tokens[directObject(s.parse, verb)[0]?.head ?? -1])
  return as === "subject" && (enters || ONGOING.has(verb.lemma)) ? read(s, "ongoing", verb, "continues") : null
}

/** "fears | of an attack", "an attempt | at escape": the noun before the preposition. */
function headBefore(s: SentenceView, phrase: NounPhrase): number | null {
  const before = s.parse.phrases[phrase.index - 1]
  if (!before || phrase.prep === null || phrase.from - before.to > 1) return null
  return /^(of|at|for|about)$/.test(phrase.prep) ? before.head : null
}

/** "denied that it had shelled", "rejected reports of a strike": a denial whose complement holds the trigger. */
function deniedBy(s: SentenceView, at: number): ModalityReading | null {
  const { tokens } = s.parse
  const denial = s.parse.verbs.findLast((v) => v.to <= at && DENIALS.has(v.lemma))
  if (!denial || denial.negated || denial.passive) return null
  const before = tokens[denial.from - 1]?.lower ?? ""
  if (before === "nor" || before === "or" || tokens[denial.from - 2]?.lower === "nor") return null
  const between = tokens.slice(denial.to, at)
  if (
    between.some(
      (t) =>
        /^[;“”"]$/.test(t.text) ||
        /^(but|saying|while|after|when|responsibility|involvement|adding|role|blame|part|knowledge)$/.test(t.lower),
    )
  )
    return null
  return between.length <= 14 ? read(s, "denied", denial, "denial") : null
}

function conditionBefore(s: SentenceView, at: number): ModalityReading | null {
  const clause = clauseOf(s.parse, at)
  for (const i of [clause.from - 1, clause.from]) {
    const token = s.parse.tokens[i]
    if (token && CONDITIONALS.has(token.lower)) return read(s, "hypothetical", { from: i, to: i + 1 }, "condition")
    if (token?.lower === "case" && s.parse.tokens[i - 1]?.lower === "in")
      return read(s, "hypothetical", { from: i - 1, to: i + 1 }, "condition")
  }
  return null
}
