import { normaliseWords } from "./text.ts"

const SHINGLE_WORDS = 4
/** Signature length; the standard error of the estimate is 1/sqrt(64) = 0.125 at worst. */
export const SKETCH_SIZE = 64
const MIN_WORDS = 25

/** FNV-1a over UTF-16 units: a cheap 32-bit hash (Fowler, Noll and Vo, public domain). */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** Final mixer of MurmurHash3 (Appleby, public domain), seeded: a cheap family of hash functions. */
export function mix(hash: number, seed: number): number {
  let h = hash ^ Math.imul(seed + 1, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * MinHash signature (Broder 1997) of the text's 4-word shingles, as `SKETCH_SIZE` unsigned 32-bit numbers.
 * [] for a text of under 25 words, which says too little to call two texts copies.
 */
export function sketchOf(text: string): number[] {
  const words = normaliseWords(text).split(" ")
  if (words.length < MIN_WORDS) return []
  const sketch = new Uint32Array(SKETCH_SIZE).fill(0xffffffff)
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
    const hash = fnv1a(words.slice(i, i + SHINGLE_WORDS).join(" "))
    for (let s = 0; s < SKETCH_SIZE; s++) {
      const value = mix(hash, s)
      if (value < (sketch[s] ?? 0)) sketch[s] = value
    }
  }
  return [...sketch]
}

/** Estimated Jaccard similarity of two texts' shingles, 0 to 1; 0 where either is too short to compare. */
export function sketchSimilarity(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let same = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) same++
  return same / a.length
}
