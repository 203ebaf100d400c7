import { readFigures } from "../../lang/en/harm-figures.ts"
import { isHarmWord } from "../../lang/en/harm-triggers.ts"
import type { HarmWho } from "../../lang/en/harm-words.ts"
import type { Sentence, Token } from "../../lang/en/tag.ts"
import type { Certainty, Harm, Span } from "../../schema/index.ts"
import type { Claim } from "./harm-claim.ts"
import { findClaims } from "./harm-claims.ts"
import { isCumulative } from "./harm-cumulative.ts"

/**
 * A casualty figure. `span` covers the figure with its bounds and its noun ("at least 12 civilians"), `trigger` the word
 * that says what happened to them. `why`: "harm/count"; "harm/part" (of a figure before it); "harm/union" ("70 killed
 * and wounded": up to 70 of each); "harm/uncounted" (people, no number); "harm/casualties" (no number, no kind told apart);
 * "harm/families" (families are counted, not people); "harm/loss" ("lost 14 fighters").
 */
export interface HarmHit {
  span: Span
  harm: Harm
  trigger: Span
  certainty: Certainty
  why: string
}

/** Every casualty figure of a sentence, in text order. Whether it was denied or only feared is for the coder to say. */
export function findHarm(sentence: Sentence, text: string): HarmHit[] {
  const { tokens } = sentence
  if (!tokens.some((t) => isHarmWord(t.lower))) return []
  const claims = findClaims(tokens, readFigures(tokens))
  const hits = claims.flatMap((claim) => toHits(claim, tokens, text))
  return hits.sort((a, b) => a.span.start - b.span.start || a.trigger.start - b.trigger.start || order(a, b))
}

function order(a: HarmHit, b: HarmHit): number {
  return a.harm.kind < b.harm.kind ? -1 : a.harm.kind > b.harm.kind ? 1 : 0
}

function spanOf(tokens: readonly Token[], first: number, last: number): Span | null {
  const [a, b] = [tokens[first], tokens[last]]
  return a && b ? { start: a.start, end: b.end } : null
}

function toHits(claim: Claim, tokens: readonly Token[], text: string): HarmHit[] {
  const span = spanOf(tokens, claim.figure.first, claim.figure.last)
  const trigger = spanOf(tokens, claim.trigger.first, claim.trigger.last)
  if (!span || !trigger) return []
  const harm = harmOf(claim, tokens, text)
  if (harm.kind === "displaced" && (harm.who === "combatants" || harm.who === "commanders")) return []
  const certainty: Certainty = claim.union || claim.why === "harm/loss" ? "inferred" : "stated"
  const isEmptyPart = claim.part && harm.min === null && harm.max === null
  if (isEmptyPart) return []
  const hit: HarmHit = { span, harm, trigger, certainty, why: claim.why }
  return [hit]
}

function harmOf(claim: Claim, tokens: readonly Token[], text: string): Harm {
  const { figure, kind } = claim
  const isUnion = claim.union && figure.max !== 0
  const isFamilies = claim.why === "harm/families"
  const harm: Harm = {
    kind,
    who: figure.who as HarmWho,
    min: isUnion || isFamilies ? null : figure.min,
    max: isFamilies ? null : figure.max,
    approximate: figure.approximate || isUnion || isFamilies,
  }
  if (isCumulative(tokens, claim, text)) harm.cumulative = true
  if (claim.part) harm.partOf = true
  return harm
}
