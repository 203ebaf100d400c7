import { normaliseWords } from "../kit/text.ts"
import type { DraftBlock } from "./draft.ts"
import { FURNITURE_WORDS, type Furniture } from "./furniture-words.ts"

/** What can be seen of one line without its neighbours. */
export interface LineFeatures {
  /** Normalised words, for comparing. */
  key: string
  /** Words; two characters count as one in scripts that do not divide them. */
  words: number
  /** Ends like a sentence, closing quotes and brackets aside. */
  sentenceEnd: boolean
  /** Share of digits among the characters that are not space, 0 to 1. */
  digitShare: number
  /** Share of words that begin in upper case, 0 to 1; 0 in scripts without case. */
  capitalShare: number
  /** The script of most letters; null without letters. */
  script: string | null
  /** The interface vocabulary of the line: category, strong phrases, share of the line's words that it covers. */
  furniture: Furniture | null
  strong: number
  covered: number
  /** Words to the reader: "you", "your", "click", "please", "this site". */
  toReader: boolean
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Latin", /\p{Script=Latin}/gu],
  ["Arabic", /\p{Script=Arabic}/gu],
  ["Cyrillic", /\p{Script=Cyrillic}/gu],
  ["Hebrew", /\p{Script=Hebrew}/gu],
  ["Greek", /\p{Script=Greek}/gu],
  ["Han", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ["Hangul", /\p{Script=Hangul}/gu],
  ["Devanagari", /\p{Script=Devanagari}/gu],
  ["Bengali", /\p{Script=Bengali}/gu],
  ["Thai", /\p{Script=Thai}/gu],
  ["Myanmar", /\p{Script=Myanmar}/gu],
  ["Ethiopic", /\p{Script=Ethiopic}/gu],
  ["Armenian", /\p{Script=Armenian}/gu],
  ["Georgian", /\p{Script=Georgian}/gu],
]
const UNSPACED = new Set(["Han", "Thai", "Myanmar"])
const SENTENCE_END = /[.!?…。！？؟۔।॥።။][\s"'”’»)\]›״]*$/u
const TO_READER = new Set(
  (
    "you your yours please click tap enter login this site website page form field here our us " +
    "انقر اضغط يرجى هذا الموقع موقعنا لك تابعنا нажмите пожалуйста вы ваш ваша ваше вашей сайт сайте сайта наш нас " +
    "לחץ אנא האתר אתם שלך sie ihre bitte klicken seite vous votre veuillez cliquez site nous usted su haga clic sitio " +
    "lütfen tıklayın siteniz sitemiz شما لطفا کلیک سایت"
  ).split(" "),
)

const cache = new WeakMap<DraftBlock, LineFeatures>()

export function featuresOf(block: DraftBlock): LineFeatures {
  let features = cache.get(block)
  if (features === undefined) {
    features = measure(block.text)
    cache.set(block, features)
  }
  return features
}

function measure(text: string): LineFeatures {
  const key = normaliseWords(text.length > 4000 ? text.slice(0, 4000) : text)
  const list = key === "" ? [] : key.split(" ")
  const script = scriptOf(text)
  const found = vocabularyOf(list)
  const words = script !== null && UNSPACED.has(script) ? Math.ceil(text.length / 2) : list.length
  return {
    key,
    words,
    sentenceEnd: SENTENCE_END.test(text.slice(-12)),
    digitShare: share(text, /\p{Nd}/gu, /\S/gu),
    capitalShare: share(text, /(?<![\p{L}\p{M}\p{N}'’-])\p{Lu}/gu, /(?<![\p{L}\p{M}\p{N}'’-])[\p{Lu}\p{Ll}]/gu),
    script,
    ...found,
    toReader: list.some((word) => TO_READER.has(word)),
  }
}

function share(text: string, part: RegExp, whole: RegExp): number {
  const all = text.match(whole)?.length ?? 0
  return all === 0 ? 0 : (text.match(part)?.length ?? 0) / all
}

/** The script of most letters of the first 1,000 characters. */
export function scriptOf(text: string): string | null {
  const sample = text.slice(0, 1000)
  let best: string | null = null
  let most = 0
  for (const [name, pattern] of SCRIPTS) {
    const n = sample.match(pattern)?.length ?? 0
    if (n > most) [best, most] = [name, n]
  }
  return best
}

interface Phrase {
  words: readonly string[]
  category: Furniture
  strong: boolean
}

function phrasesOf(list: string, category: Furniture, strong: boolean): Phrase[] {
  return list
    .split("|")
    .map((phrase) => ({ words: normaliseWords(phrase).split(" "), category, strong }))
    .filter((phrase) => phrase.words[0] !== "")
}

/** Phrases by their first word, longest first. */
const PHRASES: ReadonlyMap<string, readonly Phrase[]> = (() => {
  const byFirst = new Map<string, Phrase[]>()
  for (const [category, { strong, weak }] of Object.entries(FURNITURE_WORDS) as [
    Furniture,
    (typeof FURNITURE_WORDS)[Furniture],
  ][])
    for (const phrase of [...phrasesOf(strong, category, true), ...phrasesOf(weak, category, false)]) {
      const first = phrase.words[0] ?? ""
      byFirst.set(
        first,
        [...(byFirst.get(first) ?? []), phrase].sort((a, b) => b.words.length - a.words.length),
      )
    }
  return byFirst
})()

function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  return PHRASES.get(words[at] ?? "")?.find((phrase) => phrase.words.every((word, i) => words[at + i] === word))
}

function vocabularyOf(words: readonly string[]): Pick<LineFeatures, "furniture" | "strong" | "covered"> {
  const weight = new Map<Furniture, number>()
  let covered = 0
  let strong = 0
  for (let i = 0; i < words.length; i++) {
    const phrase = phraseAt(words, i)
    if (phrase === undefined) continue
    covered += phrase.words.length
    if (phrase.strong) strong++
    weight.set(phrase.category, (weight.get(phrase.category) ?? 0) + phrase.words.length + (phrase.strong ? 2 : 0))
    i += phrase.words.length - 1
  }
  const furniture = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
  return { furniture, strong, covered: words.length === 0 ? 0 : covered / words.length }
}

const OWNERSHIP = /^(?:©|\(c\)|copyright\b)/i
/** "1,204 views", "Comments (3)": a number and one word, which is interface vocabulary. */
const COUNT = /^\p{L}+\s?[:(]?\s?\d[\d.,]{0,9}\)?$|^\d[\d.,]{0,9}\s?[KkMm]?\s\p{L}+$/u
const MIN_PROSE_WORDS = 12
const MIN_OPEN_PROSE_WORDS = 30

/**
 * The reason why a line is interface rather than reporting, or null. Short lines need half of their words to be
 * interface vocabulary; a longer one that does not end like a sentence less; one that does must speak to its reader.
 */
export function furnitureOf(block: DraftBlock): Furniture | null {
  const f = featuresOf(block)
  if (f.furniture === null) return null
  if (f.words <= 12 && OWNERSHIP.test(block.text) && !(f.sentenceEnd && f.words > 8)) return "copyright"
  if (f.words <= 4 && COUNT.test(block.text)) return f.furniture
  if (f.words <= 4)
    return f.covered >= 0.5 && !(f.sentenceEnd && f.strong === 0 && f.covered < 0.75) ? f.furniture : null
  if (f.words <= 8 && f.covered >= 0.5) return f.furniture
  if (!f.sentenceEnd && f.words <= 40 && (f.strong >= 1 ? f.covered >= 0.25 : f.covered >= 0.5)) return f.furniture
  if (f.strong >= 1 && f.toReader && f.covered >= 0.15 && f.words <= 60) return f.furniture
  return f.strong >= 2 && f.covered >= 0.2 && f.words <= 80 ? f.furniture : null
}

/** Running text: long enough to be a sentence, and no interface line. */
export function isProse(block: DraftBlock): boolean {
  const f = featuresOf(block)
  if (block.kind === "title" || block.kind === "byline" || block.kind === "heading") return false
  const long = f.sentenceEnd ? f.words >= MIN_PROSE_WORDS : f.words >= MIN_OPEN_PROSE_WORDS && f.capitalShare < 0.6
  return long && furnitureOf(block) === null
}

/** Where the running text starts and ends: indices of the first and last prose block; -1 where there is none. */
export function bodyRange(blocks: readonly DraftBlock[]): { first: number; last: number } {
  return { first: blocks.findIndex(isProse), last: blocks.findLastIndex(isProse) }
}
