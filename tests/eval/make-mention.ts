import { mentionId } from "../../src/kit/ids.ts"
import type { Attested, Mention, Span } from "../../src/schema/index.ts"

export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`not in the text: ${words}`)
  return { start, end: start + words.length }
}

/** A stated value that stands on its words. */
export function stated<T>(text: string, words: string, value: T): Attested<T> {
  return { value, certainty: "stated", spans: [spanOf(text, words)], raw: words, by: "test" }
}

/** A mention whose quote is the whole text. */
export function mentionOf(
  text: string,
  trigger: string,
  type: Mention["type"]["value"],
  more: Partial<Mention> = {},
): Mention {
  const quote = { start: 0, end: text.length, text }
  return {
    id: mentionId("rp_test", type, text),
    report: "rp_test",
    type: stated(text, trigger, type),
    modality: stated(text, trigger, "actual"),
    trigger: { ...spanOf(text, trigger), text: trigger },
    quote,
    also: [],
    when: null,
    where: [],
    actors: [],
    targets: [],
    things: [],
    harm: [],
    saidBy: [],
    background: false,
    by: "test",
    ...more,
  }
}
