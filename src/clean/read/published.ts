import type { Attested, Block, Instant } from "../../schema/index.ts"
import type { PageDate } from "../draft.ts"
import type { Dateline } from "./dateline.ts"
import { findPrintedDates } from "./printed-date.ts"

const UPDATED =
  /^(?:last )?(?:updated|modified|обновлено|آخر تحديث|עודכן|aktualisiert|mis à jour|actualizado|güncelleme)/iu
const URL_DAY = /(?:^|\D)((?:19|20)\d\d)[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?=\D|$)/
const URL_COMPACT = /\D((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|$)/

/** The day that an address carries ("/2017/07/20/"), or null. */
export function dateOfUrl(url: string | null): PageDate | null {
  if (url === null) return null
  const match = URL_DAY.exec(url.slice(0, 2000)) ?? URL_COMPACT.exec(url.slice(0, 2000))
  if (match === null) return null
  const [, year = "", month = "", day = ""] = match
  const date = findPrintedDates(`${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`)[0]
  return date === undefined ? null : { value: date.value, raw: match[0].replace(/^\D/, ""), origin: "url" }
}

/**
 * When the report was published: what the page states about itself, its line of author and date, its dateline, its
 * address, in this order. Days of the masthead, of captions and of the text are none of these.
 */
export function publishedOf(
  text: string,
  blocks: readonly Block[],
  sources: { stated: PageDate | null; dateline: Dateline | null; address: PageDate | null; locale: string | null },
  by: string,
): Attested<Instant> | null {
  const { stated, dateline } = sources
  const { address } = sources
  if (stated !== null && address !== null && isLocalDay(stated.value, address.value))
    return { ...outside(address, by), why: "published/local-day" }
  if (stated !== null) return { ...outside(stated, by), why: "published/stated" }
  const byline = bylineDate(text, blocks, sources.locale, by)
  if (byline !== null) return byline
  if (dateline?.date) {
    const { value, span } = dateline.date
    return {
      value,
      certainty: "inferred",
      spans: [span],
      raw: text.slice(span.start, span.end),
      by,
      why: "published/dateline",
    }
  }
  return address === null ? null : { ...outside(address, by), certainty: "inferred", why: "published/url" }
}

/**
 * A page states a moment in UTC and carries the neighbouring day in its address: that is the day where its readers are,
 * by which its "on Tuesday" counts.
 */
function isLocalDay(stated: Instant, day: Instant): boolean {
  if (!/T.*(?:Z|\+00:00)$/.test(stated)) return false
  const apartMs = Math.abs(Date.parse(`${stated.slice(0, 10)}T00:00:00Z`) - Date.parse(`${day.slice(0, 10)}T00:00:00Z`))
  return apartMs === 86_400_000
}

function outside(date: PageDate, by: string): Attested<Instant> {
  return { value: date.value, certainty: "stated", spans: [], raw: date.raw, by, origin: date.origin }
}

function bylineDate(
  text: string,
  blocks: readonly Block[],
  locale: string | null,
  by: string,
): Attested<Instant> | null {
  const bylines = blocks.filter(({ kind }) => kind === "byline")
  const updated = (block: Block) => UPDATED.test(text.slice(block.start, block.end))
  const ordered = [...bylines.filter((block) => !updated(block)), ...bylines.filter(updated)]
  for (const block of ordered) {
    const date = findPrintedDates(text.slice(block.start, block.end), locale)[0]
    if (date === undefined) continue
    const span = { start: block.start + date.start, end: block.start + date.end }
    const raw = text.slice(span.start, span.end)
    const how = date.guessed
      ? ({ certainty: "inferred", why: "published/day-first" } as const)
      : ({ certainty: "stated", why: "published/byline" } as const)
    return { value: date.value, spans: [span], raw, by, ...how }
  }
  return null
}
