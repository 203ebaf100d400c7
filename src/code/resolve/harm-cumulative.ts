import type { Token } from "../../lang/en/tag.ts"

/** A toll above this is no single incident's; the project's own limit, above the deadliest single attacks of recent wars. */
const SINGLE_INCIDENT_MAX = 3000

/** Words that spread a toll over a time or a war. */
const OVER_TIME =
  /\b(?:since (?:the (?:start|beginning|outbreak|onset)|then|(?:early |mid-?|late )?(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d|last|it|\d|fighting|war|monday|tuesday|wednesday|thursday|friday|saturday|sunday))|so far this (?:year|month|week)|this (?:year|month)|last (?:year|month)|in (?:january|february|march|april|may|june|july|august|september|october|november|december)\b(?! \d)|(?:(?:in|during|over|throughout) (?:the )?(?:course of the )?(?:\p{L}+ ){0,3}(?:war|conflict|uprising|civil war|crisis|insurgency|campaign))|over the (?:past|last)|in the (?:past|last) (?:\p{L}+ )?(?:weeks?|months?|years?|days)|every (?:day|week|month)|(?:war|conflict|uprising|crisis) (?:has|have) (?:killed|claimed|left|cost|displaced)|(?:\w+-)?years?(?: of)? (?:war|conflict|fighting)|years of|\w+-year|began in|broke out|erupted)/iu

/** How far from the figure those words may stand, in characters. */
const REACH_CHARS = 130

interface Counted {
  figure: { first: number; last: number; min: number | null; max: number | null }
  trigger: { first: number; last: number }
}

/** True for a total over many incidents: the words say over what time, or the number is beyond any one incident. */
export function isCumulative(tokens: readonly Token[], claim: Counted, text: string): boolean {
  const { figure, trigger } = claim
  if ((figure.min ?? figure.max ?? 0) > SINGLE_INCIDENT_MAX) return true
  const start = tokens[Math.min(figure.first, trigger.first)]?.start ?? 0
  const end = tokens[Math.max(figure.last, trigger.last)]?.end ?? start
  const from = Math.max(tokens[0]?.start ?? 0, start - REACH_CHARS)
  const to = Math.min(tokens.at(-1)?.end ?? end, end + REACH_CHARS)
  return OVER_TIME.test(text.slice(from, to))
}
