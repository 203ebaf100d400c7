import { normaliseName } from "./fold.ts"

/** A word of the text. */
export interface Word {
  readonly start: number
  /** Without a possessive 's. */
  readonly end: number
  readonly text: string
  /** As `normaliseName` gives it. */
  readonly key: string
  readonly lower: string
  readonly capital: boolean
  readonly possessive: boolean
  /** What parts it from the word before: " ", "-", ", ", ". " … */
  readonly gap: string
  /** First word of a sentence, a heading or a quotation, where a capital says nothing. */
  readonly opens: boolean
}

/** "U.S.", "W.Va." are one word; else letters and digits with inner apostrophes. */
const WORD = /(?:\p{Lu}\p{Ll}{0,2}\.){2,4}|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘`´][\p{L}\p{M}]+)*/gu
const POSSESSIVE = /['’ʼ]s$/i

export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let before = 0
  for (const found of text.matchAll(WORD)) {
    const printed = found[0]
    const possessive = POSSESSIVE.test(printed)
    const word = possessive ? printed.slice(0, -2) : printed
    const gap = text.slice(before, found.index)
    const previous = words[words.length - 1]
    words.push({
      start: found.index,
      end: found.index + word.length,
      text: word,
      key: normaliseName(word),
      lower: word.toLowerCase(),
      capital: /^[\p{Lu}\p{Lt}]/u.test(word) || !/^[\p{Ll}\p{N}]/u.test(word),
      possessive,
      gap,
      opens: previous === undefined || opensSentence(gap, previous),
    })
    before = found.index + printed.length
  }
  return words
}

const ABBREVIATED = new Set("st mt ft dr mr mrs ms gen col maj capt lt sgt gov sen rep no u.s".split(" "))

function opensSentence(gap: string, previous: Word): boolean {
  if (/\n\s*\n|[!?:;•*"“«]\s*$|[!?]["”»]?\s/.test(gap)) return true
  if (!/\.["”’)]?\s/.test(gap)) return false
  return !(ABBREVIATED.has(previous.lower) || (previous.text.length === 1 && previous.capital))
}

/** Words parted by no more than a space or a hyphen belong to one name. */
export function joins(gap: string): boolean {
  return gap === " " || gap === "-" || gap === "‐" || gap === "–" || gap === "\u00a0" || gap === "\n"
}

/** No punctuation between this word and the one before (a line break inside a paragraph is none). */
export function follows(word: Word | undefined): boolean {
  return word !== undefined && (joins(word.gap) || /^ ?["“‘'] ?$/.test(word.gap))
}
