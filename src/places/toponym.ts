import type { Attested, Certainty, Span, Where } from "../schema/index.ts"
import type { Use } from "./use.ts"

export interface Toponym {
  span: Span
  where: Attested<Where>
  /** A place; a government named by its seat ("Damascus said"); part of another name ("the Aleppo brigade", "Syrian"); where the report was filed. */
  use: Use
}

const BY = "places@1"

/** A place with the words that carry it. */
export function attest(text: string, span: Span, where: Where, certainty: Certainty, why: string): Attested<Where> {
  return { value: where, certainty, spans: [span], raw: text.slice(span.start, span.end), by: BY, why }
}
