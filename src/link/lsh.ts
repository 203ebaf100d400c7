import { mix } from "../kit/minhash.ts"

const BANDS = 8
const ROWS = 3

/**
 * Locality-sensitive keys of a set of word hashes (Indyk and Motwani 1998, banded MinHash): 8 bands of 3. Two sets with
 * a Jaccard similarity of 0.3, 0.5, 0.7 share a key with probability 0.20, 0.66, 0.97. [] for fewer than three words.
 */
export function bandsOf(words: Int32Array): number[] {
  if (words.length < ROWS) return []
  const keys: number[] = []
  for (let band = 0; band < BANDS; band++) {
    let key = band
    for (let row = 0; row < ROWS; row++) {
      let least = 0xffffffff
      for (const word of words) least = Math.min(least, mix(word, band * ROWS + row))
      key = mix(least, key)
    }
    keys.push(key * BANDS + band)
  }
  return keys
}
