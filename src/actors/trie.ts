import { continuesName, isAllCaps, isCapitalised, type Word, wordsOf } from "./words.ts"

/**
 * How the letters of a text must look to match an alias. "exact": as written ("IS", and every abbreviation of up to
 * six capitals); "capital": a word with its capital, a phrase with at least one; "any": no rule.
 */
export type CaseRule = "exact" | "capital" | "any"

interface Leaf<T> {
  value: T
  rule: CaseRule
  words: readonly string[]
}

interface Node<T> {
  next: Map<string, Node<T>>
  leaves: Leaf<T>[]
}

export interface Match<T> {
  /** How many words it takes. */
  length: number
  values: T[]
}

/** Finds the longest phrase that begins at a word: a token trie over folded words. */
export class PhraseTrie<T> {
  readonly #root: Node<T> = { next: new Map(), leaves: [] }

  add(phrase: string, value: T, rule: CaseRule = caseRuleOf(phrase)): void {
    const words = wordsOf(phrase)
    if (words.length === 0) return
    let node = this.#root
    for (const { key } of words) {
      let next = node.next.get(key)
      if (!next) {
        next = { next: new Map(), leaves: [] }
        node.next.set(key, next)
      }
      node = next
    }
    if (!node.leaves.some((leaf) => leaf.value === value && leaf.rule === rule))
      node.leaves.push({ value, rule, words: words.map((w) => w.text) })
  }

  /** The longest match that begins at `at`, or null. */
  matchAt(words: readonly Word[], at: number): Match<T> | null {
    let best: Match<T> | null = null
    let node: Node<T> | undefined = this.#root
    for (let i = at; i < words.length; i++) {
      const word = words[i]
      if (!word || (i > at && !continuesName(word))) break
      node = node.next.get(word.key)
      if (!node) break
      const values = fitting(node.leaves, words, at)
      if (values.length > 0) best = { length: i - at + 1, values }
    }
    return best
  }
}

function fitting<T>(leaves: readonly Leaf<T>[], words: readonly Word[], at: number): T[] {
  if (leaves.length === 0) return []
  return leaves.filter((leaf) => fits(leaf, words, at)).map((leaf) => leaf.value)
}

function fits<T>(leaf: Leaf<T>, words: readonly Word[], at: number): boolean {
  if (leaf.rule === "any") return true
  if (leaf.rule === "exact")
    return leaf.words.every((w, i) => withoutDots(words[at + i]?.text ?? "") === withoutDots(w))
  return leaf.words.some((w, i) => isCapitalised(w) && isCapitalised(words[at + i]?.text ?? ""))
}

function withoutDots(text: string): string {
  return text.replaceAll(".", "")
}

/** Abbreviations keep their case, names their capital, descriptions ("clan militias") and uncased scripts have no rule. */
export function caseRuleOf(phrase: string): CaseRule {
  const words = wordsOf(phrase)
  const [first] = words
  if (words.length === 1 && first && first.text.length <= 6 && isAllCaps(first.text)) return "exact"
  return words.some((w) => isCapitalised(w.text)) ? "capital" : "any"
}
