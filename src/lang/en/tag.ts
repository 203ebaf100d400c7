import model from "wink-eng-lite-web-model"
import winkNLP, { type ItemToken } from "wink-nlp"
import type { Span } from "../../schema/index.ts"
import { classesOfNoun, isQuantityNoun } from "./noun-classes.ts"
import { isGerundForm, isParticipleForm } from "./verb-forms.ts"

/** A word or sign. Offsets are UTF-16, into the whole text; `pos` is a universal part-of-speech tag ("VERB", "PROPN"). */
export interface Token {
  start: number
  end: number
  text: string
  lower: string
  lemma: string
  pos: string
}

/** Offsets into the whole text, without white space at the edges. */
export interface Sentence {
  start: number
  end: number
  tokens: Token[]
}

const nlp = winkNLP(model, ["sbd", "pos"])
/** Without tagging, for the sentence bounds of a line: half the work. */
const splitter = winkNLP(model, ["sbd"])
const its = nlp.its

/** Irregular forms that wink leaves as they are when it takes them for another part of speech. */
const LEMMAS: Record<string, string> = {
  fled: "flee",
  fleeing: "flee",
  left: "leave",
  wounded: "wound",
  injured: "injure",
  retaken: "retake",
  retook: "retake",
  overrun: "overrun",
  overran: "overrun",
  overtaken: "overtake",
  beaten: "beat",
  withdrawn: "withdraw",
  withdrew: "withdraw",
  shot: "shoot",
  struck: "strike",
  hit: "hit",
  held: "hold",
  driven: "drive",
  drove: "drive",
  blown: "blow",
  blew: "blow",
  taken: "take",
  given: "give",
  fallen: "fall",
  fell: "fall",
  slain: "slay",
  razed: "raze",
  besieged: "besiege",
  shelled: "shell",
  bombed: "bomb",
  looted: "loot",
  ambushed: "ambush",
  stormed: "storm",
  raided: "raid",
}

const HYPHENS = /^[-‐‑–]$/
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.]*$/u

/** Splits English text into sentences of tagged tokens. Lines are never joined: a sentence ends where its line ends. */
export function tagEnglish(text: string): Sentence[] {
  const seen = new Set(text.match(/(?<![\p{L}\p{N}-])\p{Ll}{3,}/gu) ?? [])
  const sentences: Sentence[] = []
  let from = 0
  for (const line of text.split("\n")) {
    for (const span of line.trim() === "" ? [] : sentenceSpans(line)) {
      const sentence = tagSentence(line.slice(span.start, span.end), from + span.start, seen)
      if (sentence) sentences.push(sentence)
    }
    from += line.length + 1
  }
  return sentences
}

/** The tagger takes any capital for a name: a common word that opens a sentence is given to it in lower case. */
function withoutOpeningCapital(sentence: string, seen: ReadonlySet<string>): string {
  return sentence.replace(/^(["“‘(]*)(\p{Lu}\p{Ll}+)(?=[\s,])/u, (all, before: string, word: string) => {
    const lower = word.toLowerCase()
    return lower.length === word.length && (seen.has(lower) || isCommonNoun(lower)) ? before + lower : all
  })
}

function isCommonNoun(lower: string): boolean {
  return (
    [lower, lower.replace(/s$/, ""), lower.replace(/men$/, "man"), lower.replace(/ies$/, "y")].some(
      (w) => classesOfNoun(w).size > 0,
    ) ||
    isQuantityNoun(lower.replace(/s$/, "")) ||
    /^(fierce|heavy|intense|deadly|rioting|fighting|shelling|violence|poison|twin|armed|unknown|masked|military)$/.test(
      lower,
    )
  )
}

function sentenceSpans(line: string): Span[] {
  const spans: Span[] = []
  let cursor = 0
  for (const text of splitter.readDoc(line).sentences().out() as string[]) {
    const at = line.indexOf(text, cursor)
    if (at < 0) continue
    cursor = at + text.length
    const previous = spans.at(-1)
    if (previous && goesOn(line.slice(previous.start, previous.end), text)) previous.end = cursor
    else spans.push({ start: at, end: cursor })
  }
  return spans
}

const ABBREVIATION = /\b(?:Gen|Col|Lt|Maj|Brig|Capt|Sgt|Dr|Mr|Mrs|Ms|St|No|Gov|Sen|Rep|Prof|Adm|Cmdr)\.$/

/** A piece that begins in lower case, or follows a title ("Gen."), goes on with the sentence before it. */
function goesOn(before: string, text: string): boolean {
  return /^\p{Ll}/u.test(text) || ABBREVIATION.test(before)
}

function tagSentence(sentence: string, offset: number, seen: ReadonlySet<string>): Sentence | null {
  const tokens: Token[] = []
  const given = withoutOpeningCapital(sentence, seen)
  let cursor = 0
  nlp
    .readDoc(given)
    .tokens()
    .each((item: ItemToken) => {
      const token = read(item, given, cursor, offset)
      if (!token) return
      cursor = token.end - offset
      tokens.push({ ...token, text: sentence.slice(token.start - offset, token.end - offset) })
    })
  const joined = mendTags(joinHyphens(tokens))
  const [first, last] = [joined[0], joined.at(-1)]
  return first && last ? { start: first.start, end: last.end, tokens: joined } : null
}

function read(item: ItemToken, line: string, cursor: number, offset: number): Token | null {
  const text = item.out(its.value) as string
  const at = line.indexOf(text, cursor)
  if (at < 0 || text.trim() === "") return null
  const lower = text.toLowerCase()
  const pos = item.out(its.pos) as string
  const lemma = LEMMAS[lower] ?? (item.out(its.lemma as never) as string).toLowerCase()
  return { start: offset + at, end: offset + at + text.length, text, lower, lemma, pos }
}

/** "Deir ez-Zor" and "US-backed" are one token each side of the space, not three. */
function joinHyphens(tokens: Token[]): Token[] {
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (!token) continue
    const previous = joined.at(-1)
    const next = tokens[i + 1]
    const isJoint = HYPHENS.test(token.text) && previous?.end === token.start && next?.start === token.end
    if (isJoint && previous && next && WORD.test(next.text) && /[\p{L}\p{N}]$/u.test(previous.text)) {
      joined[joined.length - 1] = join(previous, token, next)
      i++
    } else joined.push(token)
  }
  return joined
}

function join(left: Token, joint: Token, right: Token): Token {
  const text = left.text + joint.text + right.text
  const isName = left.pos === "PROPN" && (right.pos === "PROPN" || /^\p{Lu}/u.test(right.text))
  const isTransliterated =
    /^(al|el|ad|as|ar|at|ez|az|es|ul|bin|abu|umm)$/i.test(left.text) && /^\p{Lu}/u.test(right.text)
  const pos = isName || isTransliterated ? "PROPN" : right.pos === "VERB" ? "ADJ" : right.pos
  return { start: left.start, end: right.end, text, lower: text.toLowerCase(), lemma: text.toLowerCase(), pos }
}

const HELPER = /^(is|are|was|were|be|been|being|has|have|had)$/

/** Mends what the tagger gets wrong in news: "was retaken by", "had shot down", "Human Rights Watch said". */
function mendTags(tokens: Token[]): Token[] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const before = tokens[i - 1]?.pos === "ADV" ? tokens[i - 2] : tokens[i - 1]
    if (token.pos === "NOUN" && isReportingForm(tokens, i)) tokens[i] = { ...token, pos: "VERB" }
    else if (token.pos === "VERB" && isGerundNoun(tokens, i)) tokens[i] = { ...token, pos: "NOUN", lemma: token.lower }
    else if (token.pos === "VERB" && isNamePart(token, before))
      tokens[i] = { ...token, pos: "PROPN", lemma: token.lower }
    else if (
      /^(ADJ|NOUN|PROPN)$/.test(token.pos) &&
      isParticipleForm(token.lower) &&
      (HELPER.test(before?.lower ?? "") || isPlainPast(tokens, i))
    )
      tokens[i] = { ...token, pos: "VERB", lemma: LEMMAS[token.lower] ?? bareForm(token) }
    else if (token.pos === "VERB" && token.lemma === token.lower && token.lower.endsWith("ed"))
      tokens[i] = { ...token, lemma: LEMMAS[token.lower] ?? stemOfPast(token.lower) }
  }
  return tokens
}

/** "The Observatory (SOHR) reports that": a noun's form that reports. */
function isReportingForm(tokens: readonly Token[], i: number): boolean {
  return (
    tokens[i + 1]?.lower === "that" && /^(reports|claims|notes|states|estimates|warns)$/.test(tokens[i]?.lower ?? "")
  )
}

/** "in fighting between", "the shelling of", "heavy bombing": a gerund that is a noun. */
function isGerundNoun(tokens: readonly Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1]]
  if (!isGerundForm(token.lower)) return false
  return (
    /^(between|of)$/.test(next?.lower ?? "") ||
    ((before?.pos === "ADJ" || before?.pos === "DET") && /^(ADP|AUX|VERB|PUNCT|CCONJ)$/.test(next?.pos ?? "PUNCT"))
  )
}

/** A capital inside a sentence, right after a name. */
function isNamePart(token: Token, before: Token | undefined): boolean {
  return before?.pos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(token.text) && /^\p{Lu}/u.test(before.text)
}

/** "militants abducted more than", "fighters looted the": a past form between a noun and what begins an object. */
function isPlainPast(tokens: readonly Token[], i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i] as Token, tokens[i + 1]]
  if (!before || !next || token.pos === "PROPN" || !/^(NOUN|PROPN|PRON)$/.test(before.pos)) return false
  return (
    /^(DET|NUM|PRON|PROPN)$/.test(next.pos) ||
    /^(more|at|about|over|some|dozens|hundreds|thousands|scores|dead|several|many|up|nearly)$/.test(next.lower)
  )
}

/** The lemma of a regular participle, by asking the tagger for it as a verb. */
function bareForm(token: Token): string {
  if (!token.lower.endsWith("ed") || token.lemma !== token.lower) return token.lemma
  const read = nlp.readDoc(`they were ${token.lower} by him`).tokens().itemAt(2)
  const lemma = (read.out(its.lemma as never) as string).toLowerCase()
  return lemma === token.lower ? stemOfPast(token.lower) : lemma
}

/** By the spelling rules of English, for a verb that the tagger does not know ("beheaded", "foiled", "razed"). */
function stemOfPast(lower: string): string {
  const stem = lower.slice(0, -2)
  if (stem.endsWith("i")) return `${stem.slice(0, -1)}y`
  if (/([bdgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  return /([vzcu]|[^n]g|[^s]s|[^aeiou]l|[aiou]r)$/.test(stem) && !/[^aeiou]rl$|ll$/.test(stem) ? `${stem}e` : stem
}
