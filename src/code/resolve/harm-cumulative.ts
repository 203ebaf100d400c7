import type { Token } from "../../lang/en/tag.ts"

/** A toll above this is no single incident's; the project's own limit, above the deadliest single attacks of recent wars. */
const SINGLE_INCIDENT_MAX = 3000

const MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"

/** Words before a figure that spread it over a time or a war: "since January 212 ...", "the war has killed ...". */
const OVER_TIME_BEFORE = new RegExp(
  `\\b(?:since (?:then|last|the (?:start|beginning|outbreak|onset)|(?:early |mid-?|late )?(?:${MONTHS}|(?:19|20)\\d\\d)|it began)|so far this (?:year|month)|this year|(?:last|this|over the (?:past|last)|in the (?:past|last)) (?:\\p{L}+ )?(?:weeks?|months?|years?)|in (?:${MONTHS})(?! \\d)|(?:war|conflict|uprising|crisis|insurgency|revolt) (?:that |which )?(?:has|have|had)?(?: (?:already|so far))?)\\P{L}*$`,
  "iu",
)
const REACH_BEFORE_WORDS = 5

/** Words after it: "... since the conflict began", "... in more than five years of war", "... in the war". */
const OVER_TIME_AFTER = new RegExp(
  `\\b(?:since (?:then|last (?:month|year)|the (?:start|beginning|outbreak|onset)|(?:early |mid-?|late )?(?:${MONTHS}|(?:19|20)\\d\\d)|it began|(?:[\\p{L}’']+ ){0,4}(?:began|begun|erupted|started|broke out))|so far this (?:year|month)|this (?:year|month)|last (?:year|month)|in (?:${MONTHS})(?! \\d)|(?:in|during|over|throughout) (?:the |its |a )?(?:[\\p{L}’'-]+ ){0,2}(?:war|conflict|uprising|crisis|insurgency|revolt)|(?:in|over|during) (?:the (?:past|last) |more than |nearly |almost |about )*(?:[\\p{L}\\d-]+ )?(?:weeks|months|years)\\b|years of (?:war|conflict|fighting))`,
  "iu",
)
const REACH_AFTER_CHARS = 60

interface Counted {
  figure: { first: number; last: number; min: number | null; max: number | null }
  trigger: { first: number; last: number }
  kind: string
}

function isHuge({ figure, kind }: Counted): boolean {
  return (kind === "killed" || kind === "wounded") && (figure.min ?? figure.max ?? 0) > SINGLE_INCIDENT_MAX
}

/** True for a total over many incidents: the words say over what time, or the number is beyond any one incident. */
export function isCumulative(tokens: readonly Token[], claim: Counted, text: string): boolean {
  if (isHuge(claim)) return true
  const first = Math.min(claim.figure.first, claim.trigger.first)
  const start = tokens[first]?.start ?? 0
  const end = tokens[Math.max(claim.figure.last, claim.trigger.last)]?.end ?? start
  const before = text.slice(tokens[Math.max(0, first - REACH_BEFORE_WORDS)]?.start ?? start, start)
  const last = tokens.at(-1)?.end ?? end
  const after =
    text.slice(end, Math.min(last, end + REACH_AFTER_CHARS)).split(/[;"“”]|, (?:and|but|while) /, 1)[0] ?? ""
  return OVER_TIME_BEFORE.test(before) || OVER_TIME_AFTER.test(after)
}
