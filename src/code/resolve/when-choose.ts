import { FINITE_BREAKS, REPORTING_VERBS, TELLING_NOUNS } from "../../lang/en/dates-attach.ts"
import type { Sentence, Token } from "../../lang/en/tag.ts"
import type { Span } from "../../schema/index.ts"
import { addDays } from "./when-calendar.ts"
import type { DateHit } from "./when-hit.ts"

export interface ChooseHints {
  /** The event itself is planned, threatened or expected: the day on which somebody said so is not its day. */
  future?: boolean
}

/** Costs in words of distance; a date of another clause is taken only where the event's own clause has none. */
const COST = {
  comma: 3,
  clause: 6,
  stop: 10,
  limit: 12,
  owned: 25,
  before: 3,
  loose: 15,
  speech: 40,
  tooFar: 60,
} as const

/**
 * The date, among those of the event's own sentence, that says when the event of `trigger` was; null where none does.
 * A date that only says when somebody spoke ("said on Monday that ...") gives way to any other; alone, it gives the event
 * the day of speaking or the day before, as "when/speech-day", and nothing where the event lies ahead.
 */
export function chooseDate(
  hits: readonly DateHit[],
  sentence: Sentence,
  trigger: Span,
  hints: ChooseHints = {},
): DateHit | null {
  const scored = hits
    .filter((h) => h.span.start >= sentence.start && h.span.end <= sentence.end)
    .map((hit) => ({
      hit,
      speech: isSpeechDate(hit, sentence.tokens, trigger),
      cost: cost(hit, sentence.tokens, trigger),
    }))
    .map((s) => ({ ...s, cost: s.cost + (s.speech ? COST.speech : 0) + tenseCost(s.hit, hints) }))
    .filter((s) => s.speech || s.cost < COST.tooFar)
    .sort((a, b) => a.cost - b.cost || a.hit.span.start - b.hit.span.start)
  const best = scored[0]
  if (!best) return null
  return best.speech ? fromSpeech(best.hit, hints) : best.hit
}

function tenseCost(hit: DateHit, hints: ChooseHints): number {
  const ahead = hit.why.startsWith("when/future")
  return ahead === (hints.future === true) ? 0 : COST.clause
}

function fromSpeech(hit: DateHit, hints: ChooseHints): DateHit | null {
  if (hints.future || hit.why.startsWith("when/future")) return null
  if (hit.when.precision !== "day") return { ...hit, certainty: "inferred", why: "when/speech-day" }
  return {
    ...hit,
    when: { ...hit.when, start: addDays(hit.when.start, -1) },
    certainty: "inferred",
    why: "when/speech-day",
  }
}

function indexAt(tokens: readonly Token[], span: Span): { first: number; last: number } {
  const first = tokens.findIndex((t) => t.end > span.start)
  const after = tokens.findIndex((t) => t.start >= span.end)
  return { first: Math.max(0, first), last: (after < 0 ? tokens.length : after) - 1 }
}

function cost(hit: DateHit, tokens: readonly Token[], trigger: Span): number {
  const date = indexAt(tokens, hit.span)
  const verb = indexAt(tokens, trigger)
  const [from, to] = date.first < verb.first ? [date.last + 1, verb.first] : [verb.last + 1, date.first]
  const isFronted =
    date.first < verb.first && tokens.slice(0, date.first).every((t) => /^(?:ADP|DET|ADV|CCONJ)$/.test(t.pos))
  let sum = limitCost(hit, date, verb) + looseCost(hit, tokens[date.first - 1])
  if (date.first < verb.first && !isFronted) sum += COST.before
  for (let i = from; i < to; i++) {
    const token = tokens[i]
    if (!token) continue
    const isFree = isFronted && i === from && token.text === ","
    sum += 1 + (isFree ? 0 : breakCost(token, tokens[i + 1]))
  }
  const owner = tokens[date.last + 1]
  if (owner && /^['’]s$/.test(owner.text))
    sum += verb.first > date.last && verb.first - date.last <= 6 ? -5 : COST.owned
  return sum
}

/** "AFP Thursday 5 Feb 2015 At least ...": a full date that no word ties to the sentence heads the report. */
function looseCost(hit: DateHit, before: Token | undefined): number {
  const isTied = before !== undefined && /^(?:ADP|DET|SCONJ|ADJ)$/.test(before.pos)
  return hit.why === "when/printed" && !isTied ? COST.loose : 0
}

function limitCost(hit: DateHit, date: { first: number }, verb: { first: number }): number {
  if (hit.why === "when/narrative-of-clause") return verb.first > date.first ? -4 : COST.owned
  return /^when\/(?:since|until|before|after)/.test(hit.why) ? COST.limit : 0
}

function breakCost(token: Token, next: Token | undefined): number {
  if (/^[;:()–—]$/.test(token.text)) return COST.stop
  if (token.text === ",") return COST.comma
  if (FINITE_BREAKS.has(token.lower)) return COST.clause
  return token.pos === "CCONJ" && next?.pos === "VERB" ? COST.comma : 0
}

/** A date belongs to the verb before it in its clause, or, leading the clause, to the one after it. */
function isSpeechDate(hit: DateHit, tokens: readonly Token[], trigger: Span): boolean {
  if (hit.why === "when/narrative-of-clause") return false
  const date = indexAt(tokens, hit.span)
  const verb = verbOf(tokens, date)
  if (!verb || (verb.start < trigger.end && trigger.start < verb.end)) return false
  return REPORTING_VERBS.has(verb.lemma) || TELLING_NOUNS.has(verb.lower)
}

function verbOf(tokens: readonly Token[], date: { first: number; last: number }): Token | null {
  for (let i = date.first - 1; i >= 0; i--) {
    const token = tokens[i]
    if (!token) break
    if (TELLING_NOUNS.has(token.lower) && date.first - i <= 3) return token
    if (token.pos === "VERB" || REPORTING_VERBS.has(token.lemma)) return token
    if (/^[,;:"“”()–—]$/.test(token.text) || FINITE_BREAKS.has(token.lower)) break
  }
  const isLed = tokens.slice(0, date.first).every((t) => t.pos !== "VERB")
  const from = date.last + 1
  return (isLed && tokens.slice(from, from + 14).find((t) => t.pos === "VERB" || REPORTING_VERBS.has(t.lemma))) || null
}
