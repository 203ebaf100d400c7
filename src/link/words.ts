import { fnv1a } from "../kit/minhash.ts"
import { normaliseWords } from "../kit/text.ts"

/** Words of this many letters or more are compared by their first letters only. */
const STEM_LETTERS = 5

/** Function words are short in the languages written with Latin letters; in others two letters can carry meaning. */
function isContent(word: string): boolean {
  if (/\d/.test(word)) return true
  return /^[a-z]+$/.test(word) ? word.length > 3 : word.length > 1
}

/**
 * The content words of some texts as sorted, distinct 32-bit hashes of their first five letters. Cutting at five
 * letters (Can et al. 2008, "F5") joins "bombed", "bomber" and "bombing" without a stemmer per language.
 */
export function contentWords(texts: readonly string[]): Int32Array {
  const found = new Set<number>()
  for (const text of texts)
    for (const word of normaliseWords(text).split(" "))
      if (word !== "" && isContent(word)) found.add(fnv1a(word.slice(0, STEM_LETTERS)) | 0)
  return Int32Array.from(found).sort()
}

/** How many values two sorted arrays share. */
export function sharedCount(a: Int32Array, b: Int32Array): number {
  let shared = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] ?? 0, b[j] ?? 0]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

/** Jaccard similarity of two sorted arrays, 0 to 1; 0 where both are empty. */
export function jaccard(a: Int32Array, b: Int32Array): number {
  const shared = sharedCount(a, b)
  const all = a.length + b.length - shared
  return all === 0 ? 0 : shared / all
}
