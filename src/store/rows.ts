import type { Insertable, Selectable } from "kysely"
import { sha256 } from "../kit/hash.ts"
import type { Coded, Issue, Mention, Page, Report } from "../schema/index.ts"
import { dayOf } from "../schema/index.ts"
import { dayNumber } from "./days.ts"
import type { PageHead, ReportCard } from "./desk.ts"
import type { Tables } from "./tables.ts"

/** The bytes that a page carries. */
export function bytesOfPage(page: Page): Uint8Array {
  return Buffer.from(page.body, page.encoding === "base64" ? "base64" : "utf8")
}

/** A page as stages take it, from its row and its archived bytes: text where the bytes are UTF-8, else base64. */
export function pageOf(row: Selectable<Tables["pages"]>, bytes: Uint8Array): Page {
  const { bytes: _size, ...head } = pageHeadOf(row)
  const text = Buffer.from(bytes).toString("utf8")
  const lossless = sha256(text) === row.sha256
  return lossless
    ? { ...head, body: text }
    : { ...head, body: Buffer.from(bytes).toString("base64"), encoding: "base64" }
}

export function pageRow(page: Page, bytes: number): Insertable<Tables["pages"]> {
  return {
    id: page.id,
    url: page.url,
    outlet: page.outlet,
    fetched_at: page.fetchedAt,
    sha256: page.sha256,
    bytes,
    mime: page.mime,
    charset: page.charset ?? null,
    name: page.name ?? null,
    given: page.given ? JSON.stringify(page.given) : null,
  }
}

export function pageHeadOf(row: Selectable<Tables["pages"]>): PageHead {
  return {
    id: row.id,
    url: row.url,
    outlet: row.outlet,
    fetchedAt: row.fetched_at,
    sha256: row.sha256,
    mime: row.mime,
    ...(row.charset === null ? {} : { charset: row.charset }),
    ...(row.name === null ? {} : { name: row.name }),
    ...(row.given === null ? {} : { given: JSON.parse(row.given) as NonNullable<Page["given"]> }),
    bytes: row.bytes,
  }
}

export function reportRow(report: Report, pageId: string): Insertable<Tables["reports"]> {
  const { text, ...body } = report
  const published = report.published?.value ?? null
  return {
    id: report.id,
    page_id: pageId,
    url: report.url ?? null,
    outlet: report.outlet ?? null,
    lang: report.lang,
    title: report.title,
    published,
    published_day: published === null ? null : dayNumber(dayOf(published)),
    wire: report.wire?.value ?? null,
    text,
    body: JSON.stringify(body),
  }
}

export function reportOf(row: Pick<Selectable<Tables["reports"]>, "text" | "body">): Report {
  return { ...(JSON.parse(row.body) as Omit<Report, "text">), text: row.text }
}

export const REPORT_CARD = ["reports.id", "page_id", "url", "outlet", "lang", "title", "published", "wire"] as const

export function reportCardOf(
  row: Pick<
    Selectable<Tables["reports"]>,
    "id" | "page_id" | "url" | "outlet" | "lang" | "title" | "published" | "wire"
  >,
): ReportCard {
  const { page_id, ...rest } = row
  return {
    id: rest.id,
    pageId: page_id,
    url: rest.url,
    outlet: rest.outlet,
    lang: rest.lang,
    title: rest.title,
    published: rest.published,
    wire: rest.wire,
  }
}

export function mentionRow(mention: Mention, ordinal: number): Insertable<Tables["mentions"]> {
  const when = mention.when?.value ?? null
  const where = mention.where[0]?.value ?? null
  return {
    id: mention.id,
    report_id: mention.report,
    ordinal,
    type: mention.type.value,
    modality: mention.modality.value,
    start_day: when ? dayNumber(when.start) : null,
    end_day: when ? dayNumber(when.end) : null,
    lat: where?.lat ?? null,
    lon: where?.lon ?? null,
    background: mention.background ? 1 : 0,
    body: JSON.stringify(mention),
  }
}

export function mentionOf(row: { body: string }): Mention {
  return JSON.parse(row.body) as Mention
}

export function codedRow(coded: Coded, issues: Issue[] = coded.issues): Insertable<Tables["coded"]> {
  return { report_id: coded.report, head: JSON.stringify(coded.head), issues: JSON.stringify(issues) }
}
