import type { Span } from "../../schema/index.ts"
import type { Bound } from "./dates-expression.ts"
import { FUTURE_CUES, REPORTING } from "./dates-words.ts"

const REACH_BEFORE_CHARS = 90
const REACH_AFTER_CHARS = 60

const BOUNDS: readonly [RegExp, Bound][] = [
  [/\b(?:since|ever since)(?:\s+(?:at least|about|around|the|last))?\s$/i, "since"],
  [/\b(?:until|till|by|up to)(?:\s+(?:at least|about|around|the))?\s$/i, "until"],
  [/\b(?:before|prior to|ahead of)(?:\s+the)?\s$/i, "before"],
  [/\b(?:after|following)(?:\s+the)?\s$/i, "after"],
]

/** The preposition that makes a date a limit, if one stands right before it. */
export function boundBefore(text: string, start: number): Bound | null {
  const before = text.slice(Math.max(0, start - 22), start)
  return BOUNDS.find(([pattern]) => pattern.test(before))?.[1] ?? null
}

/** "Friday's raid", "the 5 May attack": the date belongs to the noun after it. */
export function isOwned(text: string, span: Span): boolean {
  const after = text.slice(span.end, span.end + 6)
  if (/^['’]s\s+\p{L}/u.test(after)) return true
  return (
    /\b(?:the|a|its|his|their|last|that)\s$/i.test(text.slice(Math.max(0, span.start - 6), span.start)) &&
    /^ \p{Ll}{3}/u.test(after)
  )
}

/** Where a clause begins that a cue before it does not reach into. */
const CLAUSE_BREAK = /[.;!?\n]\s|["“”\n]|\b(?:who|which|where|when|while|after|since|because|although|but)\b/g

function lastIndexOf(pattern: RegExp, text: string): number {
  let at = -1
  for (const match of text.matchAll(pattern)) at = match.index
  return at
}

function firstIndexOf(pattern: RegExp, text: string): number {
  const at = text.search(pattern)
  return at < 0 ? Number.POSITIVE_INFINITY : at
}

/** True where the clause of the date looks forward: a cue before it, or after it where it leads the clause, with no verb of telling between. */
export function isFuture(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - REACH_BEFORE_CHARS), span.start)
  const clause = before.slice(lastIndexOf(CLAUSE_BREAK, before) + 1)
  if (isOwned(text, span) || /\b(?:since|after|following)\s(?:the\s)?$/i.test(clause)) return false
  const cue = lastIndexOf(FUTURE_CUES, clause)
  if (cue >= 0) return cue > lastIndexOf(REPORTING, clause)
  if (!/^\W*(?:(?:on|in|from|by|early|late|next)\s+)*$/i.test(clause)) return false
  const after = text.slice(span.end, span.end + REACH_AFTER_CHARS)
  const rest = after.slice(
    0,
    Math.min(after.length, firstIndexOf(/[.;!?\n](?:\s|$)|\n|\b(?:who|which|where|when|while|after)\b/, after)),
  )
  const forward = firstIndexOf(FUTURE_CUES, rest)
  return Number.isFinite(forward) && forward < firstIndexOf(REPORTING, rest)
}
