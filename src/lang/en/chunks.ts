import type { Span } from "../../schema/index.ts"
import type { Sentence, Token } from "./tag.ts"
import { isGerundForm, isParticipleForm } from "./verb-forms.ts"

/** A base noun phrase: determiner to head. Indices are into the sentence's tokens, `to` is exclusive. */
export interface NounPhrase extends Span {
  index: number
  from: number
  to: number
  head: number
  /** Lower-cased words of the preposition before it ("of", "out of"); null for a bare phrase. */
  prep: string | null
  /** Token index where a possessor inside the phrase ends ("Russia's | bombing"); null without one. */
  possessorTo: number | null
  /** Index of the phrase that it is coordinated with, directly before it ("A, B and C"). */
  coordinatedWith: number | null
}

const IN_PHRASE = new Set(["DET", "ADJ", "NUM", "NOUN", "PROPN", "X", "SYM"])
const RELATIVE = new Set(["who", "which", "that", "whom", "whose", "where", "what"])
const APPROXIMATORS = new Set([
  "about",
  "around",
  "nearly",
  "almost",
  "some",
  "over",
  "approximately",
  "roughly",
  "only",
])
const TIME_NOUNS = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning evening afternoon night
  dawn dusk noon midnight day week weekend month year hour minute decade january february march april may june july
  august september october november december summer winter spring autumn`.split(/\s+/),
)

export function isTimeWord(token: Token | undefined): boolean {
  return (
    token !== undefined && (TIME_NOUNS.has(token.lemma) || TIME_NOUNS.has(token.lower) || /^\d{4}s?$/.test(token.lower))
  )
}

export function isRelativePronoun(token: Token | undefined): boolean {
  return token !== undefined && RELATIVE.has(token.lower)
}

/** Splits a sentence into base noun phrases, in order. */
export function nounPhrases(sentence: Sentence): NounPhrase[] {
  const { tokens } = sentence
  const phrases: NounPhrase[] = []
  let at = 0
  while (at < tokens.length) {
    const to = phraseEnd(tokens, at)
    if (to === at) {
      at++
      continue
    }
    phrases.push(makePhrase(tokens, at, to, phrases))
    at = to
  }
  return phrases
}

function phraseEnd(tokens: Token[], from: number): number {
  const lead = approximation(tokens, from)
  if (lead > 0) return phraseEnd(tokens, from + lead)
  const first = tokens[from]
  if (!first) return from
  if (first.pos === "PRON") {
    if (isRelativePronoun(first)) return from
    if (!/^(their|his|her|its|our|my|your)$/.test(first.lower)) return from + 1
  } else if (!continues(tokens, from, from)) return from
  let to = from + 1
  while (to < tokens.length && continues(tokens, to, from)) to = absorb(tokens, to)
  while (to > from + 1 && tokens[to - 1]?.pos === "DET") to--
  return tokens.slice(from, to).some((t) => t.pos !== "DET" && t.pos !== "SYM") ? to : from
}

/** Length of "at least", "more than", "as many as" before a number; 0 without one. */
function approximation(tokens: Token[], at: number): number {
  const words = tokens.slice(at, at + 3).map((t) => t.lower)
  const length =
    /^as (many|few|much)$/.test(words.slice(0, 2).join(" ")) && words[2] === "as"
      ? 3
      : /^(at (least|most)|(more|less|fewer) than|up to|close to)$/.test(words.slice(0, 2).join(" "))
        ? 2
        : 0
  const next = tokens[at + length]
  return length > 0 && (next?.pos === "NUM" || /^(a|dozens|hundreds|thousands|scores)$/.test(next?.lower ?? ""))
    ? length
    : 0
}

/** Takes one token, or a bracketed abbreviation "(SDF)", or a quoted word. */
function absorb(tokens: Token[], at: number): number {
  return tokens[at]?.text === "(" ? at + 3 : at + 1
}

function continues(tokens: Token[], at: number, from: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token) return false
  if (at > from && (token.pos === "DET" || token.pos === "PRON"))
    return /^(all|both|half|such)$/.test(tokens[at - 1]?.lower ?? "")
  if (
    token.text === "'s" ||
    token.text === "’s" ||
    ((token.text === "'" || token.text === "’") && token.pos === "PART")
  )
    return at > from
  if (token.text === "(") return at > from && next?.pos === "PROPN" && tokens[at + 2]?.text === ")"
  if (IN_PHRASE.has(token.pos)) return !(token.pos === "SYM" && token.text !== "%") && !isTimeEdge(tokens, at, from)
  if (token.pos === "VERB") return isModifierVerb(tokens, at, from)
  if (APPROXIMATORS.has(token.lower)) return next?.pos === "NUM"
  return false
}

/** "the town last Friday" is two phrases; "Friday prayers" is one. */
function isTimeEdge(tokens: Token[], at: number, from: number): boolean {
  if (at === from) return false
  const before = tokens[at - 1]
  const startsTime =
    isTimeWord(tokens[at]) || (/^(last|next|early|late)$/.test(tokens[at]?.lower ?? "") && isTimeWord(tokens[at + 1]))
  return (
    startsTime &&
    (before?.pos === "NOUN" || before?.pos === "PROPN") &&
    !isTimeWord(before) &&
    !isNounLike(tokens[at + 1])
  )
}

function isNounLike(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN"
}

/** "the captured soldiers", "wounded civilians": a participle between determiner (or start) and noun. */
function isModifierVerb(tokens: Token[], at: number, from: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (!token || !next || !(isNounLike(next) || next.pos === "ADJ")) return false
  if (/^(following|including|involving|using)$/.test(token.lower) && tokens[at - 1]?.pos !== "DET") return false
  if (!isParticipleForm(token.lower) && !isGerundForm(token.lower)) return false
  const before = tokens[at - 1]
  if (at === from) return before?.pos === "ADP" && isParticipleForm(token.lower) && next.pos === "NOUN"
  return (
    before?.pos === "DET" ||
    before?.pos === "ADJ" ||
    before?.pos === "NUM" ||
    before?.lower === "'s" ||
    before?.lower === "’s" ||
    (before?.pos === "PRON" && at - 1 === from)
  )
}

function makePhrase(tokens: Token[], from: number, to: number, before: NounPhrase[]): NounPhrase {
  const [first, last] = [tokens[from] as Token, tokens[to - 1] as Token]
  let possessorTo: number | null = null
  for (let i = from; i < to - 1; i++) if (/^['’]s?$/.test(tokens[i]?.text ?? "")) possessorTo = i
  const head = headOf(tokens, from, to)
  const index = before.length
  return {
    index,
    from,
    to,
    head,
    start: first.start,
    end: last.end,
    prep: prepositionBefore(tokens, from),
    possessorTo,
    coordinatedWith: coordination(tokens, from, before),
  }
}

/** Last noun before a bracket; "(SDF)" and "%" are no heads. */
function headOf(tokens: Token[], from: number, to: number): number {
  let end = to
  for (let i = from + 1; i < to; i++) if (tokens[i]?.text === "(") end = Math.min(end, i)
  for (let i = end - 1; i >= from; i--) if (/^(NOUN|PROPN|NUM|PRON)$/.test(tokens[i]?.pos ?? "")) return i
  return end - 1
}

function prepositionBefore(tokens: Token[], from: number): string | null {
  while (/^["“”'‘]$/.test(tokens[from - 1]?.text ?? "")) from--
  const before = tokens[from - 1]
  if (!before) return null
  if (/^(up|down|off|away|back|out)$/.test(before.lower) && tokens[from - 2]?.pos === "VERB") return null
  const isPreposition =
    before.pos === "ADP" ||
    (before.lower === "to" && before.pos === "PART") ||
    /^(including|following|during|towards?|amid|despite|than|as|because)$/.test(before.lower)
  if (!isPreposition) {
    const words = `${tokens[from - 2]?.lower} ${before.lower}`
    return /^(according to|close to|next to)$/.test(words) ? words : null
  }
  const two = `${tokens[from - 2]?.lower ?? ""} ${before.lower}`
  return /^(out of|because of|close to|next to|as of|according to|away from|inside of|outside of|south of|north of|east of|west of|ahead of|due to|such as|more than|less than)$/.test(
    two,
  )
    ? two
    : before.lower
}

function coordination(tokens: Token[], from: number, before: NounPhrase[]): number | null {
  const previous = before.at(-1)
  if (!previous || from <= previous.to) return null
  const between = tokens.slice(previous.to, from)
  const joined =
    between.length <= 3 &&
    between.every((t) => t.text === "," || /^(and|or|nor|as|well|plus|&)$/.test(t.lower)) &&
    between.length > 0
  return joined ? previous.index : null
}
