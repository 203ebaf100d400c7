/** Letters, marks and digits of any script; what lies between separates words. */
const WORD = /[\p{L}\p{M}\p{N}]+/gu

/**
 * An FTS5 query for what a person typed: all words, in any order, the last one possibly unfinished. Every word is quoted,
 * so that no word is taken for an operator. null where there is no word.
 */
export function ftsQuery(text: string, column?: "words" | "place" | "actors"): string | null {
  const words = text.match(WORD)
  if (!words) return null
  const terms = words.slice(0, 32).map((word) => `"${word}"`)
  const query = `${terms.join(" ")}*`
  return column ? `${column} : (${query})` : query
}
