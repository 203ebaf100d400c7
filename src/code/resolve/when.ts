import { dayOrderOf, readDates } from "../../lang/en/dates.ts"
import type { DateExpression } from "../../lang/en/dates-expression.ts"
import type { Attested, Certainty, IsoDate, Issue, Outcome, When } from "../../schema/index.ts"
import { type Anchor, findAnchor, writtenFrom } from "./when-anchor.ts"
import { addDays, daysBetween, weekdayOf } from "./when-calendar.ts"
import type { DateHit } from "./when-hit.ts"
import { type Known, type Reference, resolveDate } from "./when-resolve.ts"

export { chooseDate } from "./when-choose.ts"
export type { DateHit } from "./when-hit.ts"

/** How far back the day "told before" may stand. */
const NARRATIVE_REACH_CHARS = 700

/**
 * Every date of the text with its value, in text order. Relative dates count from `published` or, without it, from the
 * strongest dated anchor of the text; without either they have no value, and an issue "when/no-anchor" says so.
 */
export function findDates(text: string, published: IsoDate | null): Outcome<DateHit[]> {
  const expressions = readDates(text)
  const context = contextOf(text, expressions, published)
  const hits: DateHit[] = []
  const issues: Issue[] = []
  for (const printed of expressions) {
    const expression = isDeadline(printed, context.reference) ? { ...printed, future: true } : printed
    const hit = resolve(text, expression, context, hits)
    if (hit) hits.push(hit)
    const issue = issueOf(text, expression, hit, context)
    if (issue) issues.push(issue)
  }
  return { value: hits, issues }
}

/**
 * The day of an event for which a report prints none: the day of publication or one of the two before, assumed. Of 328
 * FA-KES reports that print the day of a killing, that covers 90 % (65 % on the day itself); `eval/when.ts` measures it.
 */
export function assumedWhen(published: IsoDate, by: string): Attested<When> {
  return {
    value: { start: addDays(published, -2), end: published, precision: "day" },
    certainty: "assumed",
    spans: [],
    raw: null,
    by,
    why: "when/publication-day",
  }
}

interface Context {
  anchor: Anchor | null
  reference: Reference | null
  dayFirst: boolean | null
}

function contextOf(text: string, expressions: readonly DateExpression[], published: IsoDate | null): Context {
  const anchor = published ? null : findAnchor(text, expressions)
  const reference = published
    ? { day: published, exact: true }
    : anchor && { day: writtenFrom(anchor, expressions), exact: anchor.source === "dateline" }
  return { anchor, reference, dayFirst: dayOrderOf(text) ?? dayOrder(expressions, published) }
}

/** Day first or month first, where only one of the readings lies in the month before publication. */
function dayOrder(expressions: readonly DateExpression[], published: IsoDate | null): boolean | null {
  const votes = expressions.flatMap(({ meaning: m }) => {
    if (m.kind !== "numeric" || !published) return []
    const readings = [true, false].map((dayFirst) => numericDay(m, dayFirst))
    const [little, big] = readings.map((day) => day !== null && day <= published && day >= addDays(published, -31))
    return little === big ? [] : [little === true]
  })
  return votes.length > 0 && votes.every((v) => v === votes[0]) ? (votes[0] ?? null) : null
}

function numericDay(
  meaning: Extract<DateExpression["meaning"], { kind: "numeric" }>,
  dayFirst: boolean,
): IsoDate | null {
  return resolveDate(meaning, { reference: null, future: false, told: null, dayFirst })?.start ?? null
}

function resolve(text: string, e: DateExpression, context: Context, before: readonly DateHit[]): DateHit | null {
  const known: Known = {
    reference: referenceFor(e, context),
    future: e.future,
    told: toldBefore(text, e, before),
    dayFirst: context.dayFirst,
  }
  const raw = resolveDate(e.meaning, known)
  if (!raw) return null
  const anchor = anchorOf(e)
  const when = bounded(loosened(raw, e, context), e, known.reference)
  const certainty: Certainty = anchor === "absolute" && e.meaning.kind !== "numeric" ? "stated" : "inferred"
  return { span: { start: e.start, end: e.end }, when, certainty, why: whyOf(e, when, anchor, context), anchor }
}

const DEADLINE_DAYS = 100

/** "by 14 January", without a year and soon to come, is a deadline and not last year's day. */
function isDeadline(e: DateExpression, reference: Reference | null): boolean {
  if (e.bound !== "until" || e.meaning.kind !== "calendar" || e.meaning.from.year !== null || !reference) return false
  const next = resolveDate(e.meaning, { reference, future: true, told: null, dayFirst: null })
  return next !== null && next.start > reference.day && daysBetween(reference.day, next.start) <= DEADLINE_DAYS
}

function referenceFor(e: DateExpression, context: Context): Reference | null {
  const { anchor, reference } = context
  if (!anchor || !reference || e.meaning.kind !== "weekday") return reference
  return { ...reference, day: anchor.day }
}

/** Around a picture whose weekday the text does not use, a weekday is known only to the fortnight. */
function loosened(when: When, e: DateExpression, { anchor }: Context): When {
  if (!anchor || anchor.confirmed || e.meaning.kind !== "weekday") return when
  return { start: addDays(anchor.day, -6), end: addDays(anchor.day, 6), precision: "week" }
}

function anchorOf(e: DateExpression): DateHit["anchor"] {
  const m = e.meaning.kind === "range" ? e.meaning.to : e.meaning
  if (m.kind === "numeric" || (m.kind === "season" && m.year !== null)) return "absolute"
  if (m.kind !== "calendar") return "relative"
  return (m.to ?? m.from).year === null ? "year-inferred" : "absolute"
}

/** What is past does not reach beyond the day of writing, "since" reaches up to it, and what lies ahead begins there. */
function bounded(when: When, e: DateExpression, reference: Reference | null): When {
  if (!reference?.exact) return when
  const { day } = reference
  if (e.bound === "since" && when.start <= day && !e.future) return { ...when, end: day }
  if (e.bound === "until" && e.future && when.end >= day) return { ...when, start: day }
  if (when.start > day || when.end <= day) return when
  return e.future ? { ...when, start: day } : { ...when, end: day }
}

function whyOf(e: DateExpression, when: When, anchor: DateHit["anchor"], context: Context): string {
  const { reference } = context
  const source = anchor !== "absolute" && context.anchor ? `anchored-on-${context.anchor.source}` : null
  if (e.meaning.kind === "narrative") return e.meaning.inSentence ? "when/narrative-of-clause" : "when/narrative"
  const isAhead =
    reference !== null &&
    (when.start > reference.day ? e.future || reference.exact : e.future && when.end >= reference.day)
  if (isAhead) return source ? `when/future-${source}` : "when/future"
  if (e.bound) return source ? `when/${e.bound}-${source}` : `when/${e.bound}`
  if (source) return `when/${source}`
  if (anchor === "absolute") return e.meaning.kind === "numeric" ? "when/numeric" : "when/printed"
  if (anchor === "year-inferred") return "when/year-inferred"
  return e.meaning.kind === "weekday" ? "when/weekday" : "when/relative"
}

function toldBefore(text: string, e: DateExpression, before: readonly DateHit[]): When | null {
  if (e.meaning.kind !== "narrative") return null
  const days = before.filter(
    (h) => h.when.precision === "day" && !h.why.startsWith("when/future") && !h.why.startsWith("when/since"),
  )
  const last = days.at(-1)
  if (!last || e.start - last.span.end > NARRATIVE_REACH_CHARS) return null
  const gap = text.slice(last.span.end, e.start)
  return e.meaning.inSentence && /[.!?]\s|\n/.test(gap) ? null : last.when
}

function issueOf(text: string, e: DateExpression, hit: DateHit | null, context: Context): Issue | null {
  const span = { start: e.start, end: e.end }
  const words = text.slice(e.start, e.end)
  const base = { severity: "info", stage: "code", span } as const
  if (!hit && !context.reference && e.meaning.kind !== "narrative")
    return {
      ...base,
      code: "when/no-anchor",
      message: `"${words}" has no value: neither a publication day nor a dated anchor in the text is known`,
    }
  if (hit && e.meaning.kind === "numeric" && context.dayFirst === null)
    return {
      ...base,
      severity: "warning",
      code: "when/ambiguous-day-month",
      message: `"${words}" may have the day or the month first; both readings are kept`,
    }
  const weekday = e.meaning.kind === "calendar" ? e.meaning.weekday : null
  if (hit && weekday !== null && hit.when.start === hit.when.end && weekdayOf(hit.when.start) !== weekday)
    return {
      ...base,
      severity: "warning",
      code: "when/weekday-mismatch",
      message: `"${words}": ${hit.when.start} is another weekday than the one printed`,
    }
  return null
}
