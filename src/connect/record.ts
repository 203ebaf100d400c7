import { z } from "zod"
import { sha256 } from "../kit/hash.ts"
import { pageId } from "../kit/ids.ts"
import { Instant, type Issue, type Outcome, Page } from "../schema/index.ts"

/** What one line of a JSON Lines stream is read with. */
export interface RecordContext {
  /** "reports.jsonl:12", for messages. */
  name: string
  /** When the file was captured, for records that do not say. */
  fetchedAt: Instant
  /** For records that name none. */
  outlet: string | null
}

const words = z.string().nullish()
const declared = z.union([z.string(), z.looseObject({ value: z.string() })]).nullish()

/**
 * A report as people keep them. `text` is plain text, `html` is markup, `body` is either; `published` may be a plain day
 * or instant or a report's own attested one. Other fields are ignored.
 */
export const ReportLike = z
  .looseObject({
    id: z.union([z.string(), z.number()]).nullish(),
    title: words,
    text: words,
    body: words,
    html: words,
    published: declared,
    date: declared,
    outlet: words,
    source: words,
    url: words,
    lang: words,
  })
  .refine((r) => r.text != null || r.body != null || r.html != null, "it has none of text, body and html")
type ReportLike = z.infer<typeof ReportLike>

/** A page from one JSON record: a Page as it is, or one made of a report-like record; else null and an issue. */
export function pageOfRecord(record: unknown, context: RecordContext): Outcome<Page | null> {
  if (isPageShaped(record)) return checkedPage(record, context)
  const parsed = ReportLike.safeParse(record)
  if (!parsed.success) return refused(context, "connect/schema", parsed.error)
  return pageOfReport(parsed.data, context)
}

function isPageShaped(record: unknown): record is object {
  return record !== null && typeof record === "object" && "sha256" in record && "mime" in record && "body" in record
}

function checkedPage(record: object, context: RecordContext): Outcome<Page | null> {
  const parsed = Page.safeParse(record)
  if (!parsed.success) return refused(context, "connect/schema", parsed.error)
  const page = parsed.data
  const bytes = Buffer.from(page.body, page.encoding === "base64" ? "base64" : "utf8")
  if (sha256(bytes) === page.sha256)
    return { value: page.outlet === null && context.outlet ? { ...page, outlet: context.outlet } : page, issues: [] }
  const message = `${context.name}: the body is not what its sha256 says; the page is left out`
  return { value: null, issues: [issue("connect/hash-mismatch", "error", message, context)] }
}

function pageOfReport(record: ReportLike, context: RecordContext): Outcome<Page | null> {
  const { body, mime } = bodyOf(record)
  if (body.trim() === "") {
    const message = `${context.name}: the record has no text`
    return { value: null, issues: [issue("connect/empty", "error", message, context)] }
  }
  const { given, issues } = givenBy(record, context)
  const outlet = filled(record.outlet) ?? filled(record.source) ?? context.outlet
  const url = filled(record.url)
  const hash = sha256(body)
  // A record with an id and no address is told apart by its id: two reports may share every word.
  const address = url ?? (record.id == null ? null : `id:${record.id}`)
  const value: Page = {
    id: pageId(hash, address, outlet),
    url,
    outlet,
    fetchedAt: context.fetchedAt,
    sha256: hash,
    mime,
    body,
    name: record.id == null ? context.name : `${context.name} (${record.id})`,
    ...(Object.keys(given).length > 0 ? { given } : {}),
  }
  return { value, issues }
}

const MARKUP = /^\s*<(!doctype|html|head|body|article|div|p|h1|section|main)\b/i

function bodyOf(record: ReportLike): { body: string; mime: string } {
  const html = record.html ?? (MARKUP.test(record.body ?? "") ? record.body : null)
  if (html != null && html.trim() !== "") return { body: html.toWellFormed(), mime: "text/html" }
  const text = (record.text ?? record.body ?? "").toWellFormed()
  const title = filled(record.title)?.toWellFormed() ?? null
  const titled = title === null || text.trim() === "" || text.trimStart().startsWith(title)
  return { body: titled ? text : `${title}\n\n${text}`, mime: "text/plain" }
}

function givenBy(record: ReportLike, context: RecordContext) {
  const issues: Issue[] = []
  const given: NonNullable<Page["given"]> = {}
  const title = filled(record.title)
  if (title !== null) given.title = title
  const lang = filled(record.lang)
  if (lang !== null && /^[a-z]{2,3}$/.test(lang)) given.lang = lang
  const date = filled(declaredValue(record.published)) ?? filled(declaredValue(record.date))
  if (date !== null) {
    const instant = Instant.safeParse(date)
    if (instant.success) given.published = instant.data
    else {
      const message = `${context.name}: “${date}” is no ISO 8601 day or instant; the publication day is left unknown`
      issues.push(issue("connect/date", "warning", message, context))
    }
  }
  return { given, issues }
}

function declaredValue(value: ReportLike["published"]): string | null {
  return typeof value === "string" ? value : (value?.value ?? null)
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim()
  return trimmed ? trimmed : null
}

function refused(context: RecordContext, code: string, error: z.ZodError): Outcome<null> {
  const [first] = error.issues
  const at = first?.path.length ? `${first.path.join(".")}: ` : ""
  const message = `${context.name}: not a page and not a report: ${at}${first?.message ?? "unknown shape"}`
  return { value: null, issues: [issue(code, "error", message, context)] }
}

function issue(code: string, severity: Issue["severity"], message: string, context: RecordContext): Issue {
  return { code, severity, stage: "connect", message, ref: context.name }
}
