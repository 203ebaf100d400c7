/** A word of a text. Offsets are UTF-16; `key` is its folded form for comparing; `gap` is what stands before it. */
export interface Word {
  start: number
  end: number
  text: string
  key: string
  gap: string
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}\p{M}]+/gu
const ASCII = /^[\x20-\x7e]*$/

/** Splits at everything but letters, digits and marks; "U.S." is one word. "al-Nusra" is two, "ISIS's" is "isis" and "s". */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const word = match[0]
    words.push({ start, end: start + word.length, text: word, key: keyOf(word), gap: gapOf(text.slice(end, start)) })
    end = start + word.length
  }
  return words
}

/** Odd spaces are spaces, and marks of no width are nothing. */
function gapOf(gap: string): string {
  if (ASCII.test(gap)) return gap
  return gap.replace(/[\u00a0\u2009\u202f]/g, " ").replace(/[\u200b-\u200f\u2060\u00ad]/g, "")
}

/** Lower case without diacritics and dots: "Séléka" → "seleka", "U.S." → "us". */
export function keyOf(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase().replaceAll(".", "")
  return word
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(".", "")
    .replaceAll("ı", "i")
}

const NAME_GAP = /^[\s'’ʼ`´\-‐‑–/()&"“”״]{0,3}$/
const PHRASE_GAP = /^(?:[ \t\u00a0]{0,2}\n?[ \t]*|['’ʼ\-‐‑–])$/

/** Whether a word goes on a name begun before it: no comma, full stop or empty line between. */
export function continuesName(word: Word): boolean {
  return word.gap === " " || (NAME_GAP.test(word.gap) && !word.gap.includes("\n\n"))
}

/** Whether a word goes on a plain phrase: only a space, a hyphen or an apostrophe between. */
export function continuesPhrase(word: Word | undefined): word is Word {
  return word !== undefined && (word.gap === " " || (word.gap !== "" && PHRASE_GAP.test(word.gap)))
}

export function isCapitalised(text: string): boolean {
  return /^\p{Lu}/u.test(text)
}

export function isAllCaps(text: string): boolean {
  return /^[\p{Lu}\p{N}.]+$/u.test(text) && /\p{Lu}/u.test(text)
}
