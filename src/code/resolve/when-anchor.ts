import type { DateExpression } from "../../lang/en/dates-expression.ts"
import type { IsoDate } from "../../schema/index.ts"
import { addDays, isoDay, weekdayOf } from "./when-calendar.ts"

/**
 * The day that relative dates count from where a report bears no day of publication, by what prints it:
 * - "dateline": a full date that heads the text, alone on its line or before a dash. It is taken as the day of writing.
 * - "caption": the day of a picture (archive pictures excepted). A picture is printed on its day or soon after, so a
 *   weekday of the text falls in the one week from four days before it to two days after.
 * - "dated-weekday": the latest date in the running text that names its own weekday ("on Friday, 14 December 2018"),
 *   as news of the week does and history does not; read like a caption.
 * `confirmed`: the text also uses the anchor's own weekday alone ("said on Thursday"), so it was written within the
 * six days after; otherwise the picture may be older, and only the fortnight around it is given.
 */
export interface Anchor {
  day: IsoDate
  source: "dateline" | "caption" | "dated-weekday"
  confirmed: boolean
}

const HEAD_LINES = 6
const CAPTION = /\b(?:pictured|photo(?:graph)?(?:ed)?|image|picture|seen here|footage|screengrab|video grab)\b/i
const ARCHIVE = /\b(?:file (?:photo|picture|image)|archiv|undated)\b/i

/** The strongest dated anchor of a text; null where it has none. */
export function findAnchor(text: string, expressions: readonly DateExpression[]): Anchor | null {
  const dated = expressions.flatMap((e) => {
    const day = fullDay(e)
    return day === null ? [] : [{ day, source: sourceOf(text, e, expressions) }]
  })
  const of = (source: Anchor["source"]) => dated.filter((d) => d.source === source).map((d) => d.day)
  const dateline = of("dateline")[0]
  if (dateline) return { day: dateline, source: "dateline", confirmed: true }
  const caption = of("caption").sort().at(-1)
  if (caption) return { day: caption, source: "caption", confirmed: usesWeekdayOf(caption, expressions) }
  const body = of("dated-weekday").sort().at(-1)
  return body ? { day: body, source: "dated-weekday", confirmed: true } : null
}

function fullDay(expression: DateExpression): IsoDate | null {
  const { meaning } = expression
  if (meaning.kind !== "calendar" || meaning.to || expression.bound || expression.future) return null
  const { year, month, day } = meaning.from
  return year === null || month === null || day === null ? null : isoDay(year, month, day)
}

function usesWeekdayOf(day: IsoDate, expressions: readonly DateExpression[]): boolean {
  return expressions.some(
    ({ meaning: m }) => m.kind === "weekday" && m.weekday === weekdayOf(day) && m.week === null && m.side === null,
  )
}

/** A line of many dates is an archive list or a counter. */
const LIST_DATES = 3

function sourceOf(text: string, e: DateExpression, all: readonly DateExpression[]): Anchor["source"] | null {
  const from = text.lastIndexOf("\n", e.start - 1) + 1
  const until = text.indexOf("\n", e.end)
  const line = text.slice(from, until < 0 ? text.length : until)
  if (all.filter((o) => o.start >= from && o.end <= from + line.length).length >= LIST_DATES && line.length < 400)
    return null
  if (isDateline(text, e, from, line)) return "dateline"
  if (CAPTION.test(line) && line.length < 600) return ARCHIVE.test(line) ? null : "caption"
  return e.meaning.kind === "calendar" && e.meaning.weekday !== null ? "dated-weekday" : null
}

function isDateline(text: string, e: DateExpression, lineStart: number, line: string): boolean {
  const linesBefore = text
    .slice(0, lineStart)
    .split("\n")
    .filter((l) => l.trim() !== "").length
  if (linesBefore >= HEAD_LINES || e.start - lineStart > 60) return false
  const before = line.slice(0, e.start - lineStart)
  const after = line.slice(e.end - lineStart)
  if (/\b(?:published|posted|updated|last modified|date of publication)\b[^.]{0,30}$/i.test(before)) return true
  if (CAPTION.test(line)) return false
  if (before.trim() === "" && (linesBefore === 0 || after.trim().length < 20)) return true
  return /^\s*(?:\([^)]{1,30}\)\s*)?(?:[-–—|:]|$)/.test(after) && !/[.!?]\s/.test(before)
}

/** The earliest day on which the report can have been written: the latest day that its weekdays name, or the anchor's own. */
export function writtenFrom(anchor: Anchor, expressions: readonly DateExpression[]): IsoDate {
  if (anchor.source === "dateline" || !anchor.confirmed) return anchor.day
  const ahead = expressions.flatMap(({ meaning: m, future }) => {
    if (m.kind !== "weekday" || m.week !== null || m.side !== null || future) return []
    const days = (m.weekday - weekdayOf(anchor.day) + 7) % 7
    return days <= 2 ? [days] : []
  })
  return addDays(anchor.day, Math.max(0, ...ahead))
}
