import type { Telling } from "../telling.ts"

/**
 * One kind of evidence on whether two mentions tell one event. Pure and symmetric: `score(a, b) === score(b, a)`.
 * `score` is from -1 (speaks against) to 1 (speaks for), and null where one of the two says nothing to compare.
 * `words` says in a short phrase what was seen; it is called only where a link is shown to a person.
 */
export interface Comparator {
  readonly id: string
  readonly about: string
  score(a: Telling, b: Telling): number | null
  words(a: Telling, b: Telling): string
}
