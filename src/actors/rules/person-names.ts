import type { Word } from "../words.ts"
import { isAllCaps, isCapitalised } from "../words.ts"

const PARTICLES = new Set(
  "al el ad an as ar az ash at bin ibn ben abd de van von der ag ould ul ur ud du la den abu umm um abou".split(" "),
)

const NOT_NAMES = new Set(
  (
    "assembly staff command security council directorate secretary union minister ministry president general colonel " +
    "brigadier lieutenant the a an in on at by of and but he she it they we i his her their our its this that these those " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december photo source read after before during when while if as for from with north south east west " +
    "northern southern eastern western province governorate district city town village airport airbase road brigade " +
    "battalion division front army force forces group movement party state states republic islamic united international " +
    "national human rights office agency news network television tv press house department centre center university " +
    "hospital commission authority congress people staffs operational main according however meanwhile earlier last two three four five some many most several more both no not"
  ).split(" "),
)

/** Reads a person's name that begins at a word: up to six capitalised words, with particles between. Its end, or null. */
export function nameAt(words: readonly Word[], at: number): number | null {
  let end: number | null = null
  for (let i = at; i < words.length && i < at + 7; i++) {
    const word = words[i]
    if (!word || (i > at && !goesOn(words, i))) break
    if (isNameWord(word)) end = i + 1
    else if (!(PARTICLES.has(word.key) && isNameLike(words[i + 1]))) break
  }
  return end
}

function goesOn(words: readonly Word[], i: number): boolean {
  const gap = words[i]?.gap ?? ""
  if (gap === " " || gap === "-" || gap === "'" || gap === "’") return words[i]?.key !== "s"
  return gap === ". " && (words[i - 1]?.text.length ?? 0) === 1
}

function isNameLike(word: Word | undefined): boolean {
  return word !== undefined && isNameWord(word)
}

function isNameWord(word: Word): boolean {
  if (!isCapitalised(word.text) || NOT_NAMES.has(word.key)) return false
  return !isAllCaps(word.text) || word.text.length === 1
}

/** The name that ends just before a word, reading backwards: where it begins, or null. */
export function nameBefore(words: readonly Word[], end: number): number | null {
  let from: number | null = null
  for (let i = end - 1; i >= 0 && i >= end - 6; i--) {
    const word = words[i]
    if (!word) break
    if (isNameWord(word)) from = i
    else if (!PARTICLES.has(word.key)) break
    else if (from === i + 1 && words[from]?.gap === "-") from = i
    if (!goesOn(words, i)) break
  }
  return from
}

/** How many words of a range are capitalised name words (a particle is not). */
export function nameLength(words: readonly Word[], from: number, to: number): number {
  return words.slice(from, to).filter(isNameWord).length
}

export function isParticle(word: Word | undefined): boolean {
  return word !== undefined && PARTICLES.has(word.key)
}
