import type { NounPhrase } from "../../../lang/en/chunks.ts"
import { classesOfNoun, type NounClass } from "../../../lang/en/noun-classes.ts"
import { attachedTo, logicalObject, logicalSubject, withCoordinates } from "../../../lang/en/parse.ts"
import type { Token } from "../../../lang/en/tag.ts"
import type { VerbGroup } from "../../../lang/en/verb-groups.ts"
import type { ReportView, SentenceView } from "../../coder.ts"
import { classesOf } from "./classes.ts"
import { nounPatterns, type Pattern, PREPOSITIONS, verbPatterns } from "./patterns.ts"

export interface Match {
  pattern: Pattern
  /** Token indices of the trigger words, `to` exclusive. */
  from: number
  to: number
  verb: VerbGroup | null
  phrase: NounPhrase | null
  subjects: NounPhrase[]
  objects: NounPhrase[]
  specificity: number
}

const SKIPPABLE = /^(DET|ADJ|PRON|NUM|ADV)$/
const GAP = 8
/** What hit somebody must be said; who did it may be left out ("was captured"). */
const INSTRUMENTS = new Set<NounClass>(["AIR", "GUNS", "EXPLOSIVE", "BOMBER"])

/** Every trigger of a sentence, at most one per verb or noun phrase: the most specific pattern that fits. */
export function matches(view: ReportView, s: SentenceView): Match[] {
  const found: Match[] = []
  for (const verb of s.parse.verbs) {
    const best = bestOf(patternsOf(s.parse.tokens[verb.main]).map((p) => matchVerb(view, s, verb, p)))
    if (best) found.push(best)
  }
  for (const phrase of s.parse.phrases) {
    const head = s.parse.tokens[phrase.head]
    if (!head || head.pos === "PRON") continue
    const patterns =
      nounPatterns.get(head.lemma) ??
      nounPatterns.get(head.lower) ??
      nounPatterns.get(head.lower.replace(/s$/, "")) ??
      []
    const best = bestOf(patterns.map((p) => matchNoun(view, s, phrase, p)))
    if (best && !found.some((m) => m.from <= best.from && best.to <= m.to)) found.push(best)
  }
  return found.sort((a, b) => a.from - b.from)
}

/** By the tagger's lemma, or by any regular stem of the form, since the tagger leaves rarer verbs as they are. */
function patternsOf(token: Token | undefined): readonly Pattern[] {
  if (!token) return []
  const known = verbPatterns.get(token.lemma)
  if (known) return known
  const stem = token.lower.replace(/(?:ing|ed|es|s|d)$/, "")
  const forms = [
    stem,
    `${stem}e`,
    token.lower.replace(/(?:d|s)$/, ""),
    stem.replace(/(.)\1$/, "$1"),
    token.lower.replace(/ied$/, "y"),
  ]
  return forms.map((f) => verbPatterns.get(f)).find(Boolean) ?? []
}

function bestOf(candidates: (Match | null)[]): Match | null {
  let best: Match | null = null
  for (const c of candidates) if (c && (!best || c.specificity > best.specificity)) best = c
  return best
}

function fits(view: ReportView, s: SentenceView, phrases: readonly NounPhrase[], wanted: NounClass): boolean {
  return phrases.some((p) => classesOf(view, s, p).has(wanted))
}

function matchVerb(view: ReportView, s: SentenceView, verb: VerbGroup, pattern: Pattern): Match | null {
  const rest = pattern.words.slice(1)
  const end = followWords(s.parse.tokens, verb.to, rest) ?? (isPassiveOf(s, verb, rest) ? verb.to : null)
  if (end === null) return null
  const subjects = logicalSubject(s.parse, verb)
  const objects = objectsOf(s, verb, pattern, end)
  let specificity = pattern.specificity
  if (pattern.subject) {
    const unsaid =
      subjects.length === 0 && (verb.passive || verb.form !== "finite") && !INSTRUMENTS.has(pattern.subject)
    if (unsaid) specificity -= 1.5
    else if (!fits(view, s, subjects, pattern.subject)) return null
  }
  if (pattern.object && !fits(view, s, objects, pattern.object)) return null
  return { pattern, from: verb.main, to: Math.max(end, verb.to), verb, phrase: null, subjects, objects, specificity }
}

/** "A truce was signed", for "sign truce": the pattern's noun is the head of what the passive is about. */
function isPassiveOf(s: SentenceView, verb: VerbGroup, rest: readonly string[]): boolean {
  if (!verb.passive || rest.length === 0 || rest.includes("*")) return false
  return logicalObject(s.parse, verb).some((n) => {
    const from = n.head - rest.length + 1
    return from >= n.from && rest.every((w, i) => isWord(s.parse.tokens[from + i], w))
  })
}

/** Index after the last matched word; null where they do not follow. */
function followWords(tokens: readonly Token[], from: number, words: readonly string[]): number | null {
  let at = from
  let end = from
  let skip = 2
  for (const word of words) {
    if (word === "*") {
      skip = GAP
      continue
    }
    let left = skip
    while (at < tokens.length && !isWord(tokens[at], word)) {
      if (
        left-- === 0 ||
        (skip < GAP && !SKIPPABLE.test(tokens[at]?.pos ?? "")) ||
        /^[.;:]$/.test(tokens[at]?.text ?? "")
      )
        return null
      at++
    }
    if (at >= tokens.length) return null
    at++
    end = at
    skip = 2
  }
  return end
}

function isWord(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.lemma === word || token.lower === word || token.lower === `${word}s`)
}

function objectsOf(s: SentenceView, verb: VerbGroup, pattern: Pattern, end: number): NounPhrase[] {
  const { parse } = s
  if (verb.passive) return logicalObject(parse, verb)
  if (pattern.words.length === 1 || pattern.words.includes("*")) return logicalObject(parse, verb)
  const lastWord = pattern.words.at(-1) ?? ""
  const next = parse.phrases.find((n) => n.from >= end)
  if (!next || parse.verbs.some((v) => v.from >= end && v.from < next.from)) return logicalObject(parse, verb)
  if (PREPOSITIONS.has(lastWord) || next.prep === null || next.prep === "of") return withCoordinates(parse, next)
  return next.prep === "on" || next.prep === "against" ? withCoordinates(parse, next) : []
}

function matchNoun(view: ReportView, s: SentenceView, phrase: NounPhrase, pattern: Pattern): Match | null {
  const { tokens } = s.parse
  const at = pattern.words.findIndex((w) => PREPOSITIONS.has(w))
  const before = at < 0 ? pattern.words : pattern.words.slice(0, at)
  const start = phrase.head - before.length + 1
  if (start < phrase.from || !before.every((w, i) => isWord(tokens[start + i], w))) return null
  if (
    pattern.subject &&
    !tokens.slice(phrase.from, start).some((t) => classesOfNoun(t.lemma).has(pattern.subject as NounClass))
  )
    return null
  const attached = attachedTo(s.parse, phrase)
  if (at < 0 && isOfSomethingElse(view, s, attached)) return null
  let to = phrase.head + 1
  if (at >= 0) {
    const next = attached.find((n) => n.prep === pattern.words[at])
    const rest = pattern.words.slice(at + 1)
    if (!next) return null
    if (rest.length > 0 && !isWord(tokens[next.head], rest.at(-1) ?? "")) return null
    if (pattern.object && !fits(view, s, [next], pattern.object)) return null
    if (rest.length > 0) to = next.to
  }
  return { pattern, from: start, to, verb: null, phrase, subjects: [], objects: [], specificity: pattern.specificity }
}

/** "an explosion of colour", "the execution of the budget": the noun does not mean the event. */
function isOfSomethingElse(view: ReportView, s: SentenceView, attached: readonly NounPhrase[]): boolean {
  const of = attached[0]
  return of?.prep === "of" && classesOf(view, s, of).size === 0 && s.parse.tokens[of.head]?.pos === "NOUN"
}
