import type { Block } from "../schema/index.ts"

/**
 * The text with the capitals of Title Case headlines taken back where the body writes the word in lower case, so that a
 * tagger can read them. Same length, same offsets. Words that the body never has in lower case keep their capital.
 */
export function truecase(text: string, blocks: readonly Block[]): string {
  const headlines = blocks.filter(
    (b) => (b.kind === "title" || b.kind === "heading") && isTitleCase(text.slice(b.start, b.end)),
  )
  if (headlines.length === 0) return text
  const lower = new Set(text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}’']*/gu) ?? [])
  let out = text
  for (const b of headlines) {
    const line = text.slice(b.start, b.end).replace(/(?<=[\s"'“‘(-])\p{Lu}\p{Ll}+/gu, (word) => {
      const low = word.toLowerCase()
      return low.length === word.length && (lower.has(low) || COMMON.has(low)) ? low : word
    })
    out = out.slice(0, b.start) + line + out.slice(b.end)
  }
  return out
}

/** Headline verbs and function words, for a body that happens not to hold them. */
const COMMON = new Set(
  `after against amid and as at by for from in into near of off on or over the to with kill kills killed dead wound wounds
  wounded strike strikes attack attacks hit hits bomb bombs bombing shell shells shelling flee flees fled fleeing retreat
  retreats capture captures captured seize seizes take takes retake retakes clash clashes fight fighting arrest arrests
  arrested release releases die dies explosion blast says say deny denies withdraw withdraws evacuate evacuated siege
  escape escapes try tries continue continues civilians fighters troops rebels forces people children soldiers`.split(
    /\s+/,
  ),
)

function isTitleCase(line: string): boolean {
  const words = line.match(/\p{L}{4,}/gu) ?? []
  return words.length >= 3 && words.filter((w) => /^\p{Lu}/u.test(w)).length / words.length > 0.7
}
