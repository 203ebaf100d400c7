import type { Kysely } from "kysely"
import { sql } from "kysely"
import { canonicalJson } from "../kit/hash.ts"
import { mentionId } from "../kit/ids.ts"
import { Mention, type Quote, Report } from "../schema/index.ts"
import { readArchived } from "./archive.ts"
import { attestedValues } from "./attested-values.ts"
import type { Divergence } from "./desk.ts"
import { walk } from "./queries/walk.ts"
import { mentionRow, reportOf, reportRow } from "./rows.ts"
import type { Tables } from "./tables.ts"

/** Walks a desk and yields what contradicts itself: SQLite's own structure, page bytes, reports, mentions. */
export async function* verifyStored(db: Kysely<Tables>, folder: string): AsyncGenerator<Divergence> {
  yield* structure(db)
  yield* pageBytes(db, folder)
  for await (const row of walk(db, "reports")) {
    const report = reportOf(row)
    yield* reportDivergences(report)
    yield* columns("report", row, reportRow(report, row.page_id))
    yield* await mentionsOf(db, report)
  }
}

async function* structure(db: Kysely<Tables>): AsyncGenerator<Divergence> {
  const integrity = await sql<{ integrity_check: string }>`PRAGMA integrity_check(20)`.execute(db)
  for (const { integrity_check: message } of integrity.rows)
    if (message !== "ok") yield { code: "desk/integrity", ref: "desk.sqlite", message }
  const foreign = await sql<{ table: string; parent: string; rowid: number | null }>`PRAGMA foreign_key_check`.execute(
    db,
  )
  for (const { table, parent, rowid } of foreign.rows)
    yield {
      code: "desk/foreign-key",
      ref: `${table}:${rowid ?? "?"}`,
      message: `${table} names a missing row of ${parent}`,
    }
  const tree = await sql<{ message: string }>`SELECT rtreecheck('main', 'events_rtree') AS message`.execute(db)
  for (const { message } of tree.rows) if (message !== "ok") yield { code: "desk/rtree", ref: "events_rtree", message }
}

async function* pageBytes(db: Kysely<Tables>, folder: string): AsyncGenerator<Divergence> {
  for await (const row of walk(db, "pages"))
    try {
      const bytes = await readArchived(folder, row.sha256)
      if (bytes.length !== row.bytes)
        yield {
          code: "page/size",
          ref: row.id,
          message: `${bytes.length} bytes in the archive, ${row.bytes} in the row`,
        }
    } catch (error) {
      yield { code: "page/bytes", ref: row.id, message: error instanceof Error ? error.message : String(error) }
    }
}

function* reportDivergences(report: Report): Generator<Divergence> {
  const shape = Report.safeParse(report)
  if (!shape.success) yield { code: "report/schema", ref: report.id, message: shape.error.message }
  for (const block of report.blocks ?? [])
    if (block.end > report.text.length)
      yield { code: "report/block", ref: report.id, message: `a block ends at ${block.end}, after the text` }
  yield* attestedDivergences(report, report.text, report.id)
}

async function mentionsOf(db: Kysely<Tables>, report: Report): Promise<Divergence[]> {
  const rows = await db
    .selectFrom("mentions")
    .selectAll()
    .where("report_id", "=", report.id)
    .orderBy("ordinal")
    .execute()
  return rows.flatMap((row) => {
    const mention = JSON.parse(row.body) as Mention
    return [...mentionDivergences(mention, report), ...columns("mention", row, mentionRow(mention, row.ordinal))]
  })
}

/** What is wrong with a mention, against its schema, its own id, and the text that it cites. */
export function* mentionDivergences(mention: Mention, report: Pick<Report, "id" | "text">): Generator<Divergence> {
  const shape = Mention.safeParse(mention)
  if (!shape.success) {
    yield { code: "mention/schema", ref: mention.id, message: shape.error.message }
    return
  }
  const id = mentionId(report.id, mention.type.value, mention.quote.text)
  if (id !== mention.id) yield { code: "mention/id", ref: mention.id, message: `recomputed, the id is ${id}` }
  if (mention.report !== report.id)
    yield { code: "mention/report", ref: mention.id, message: `stored under ${report.id}, says ${mention.report}` }
  for (const quote of [mention.trigger, mention.quote, ...mention.also])
    if (!quoted(quote, report.text))
      yield { code: "mention/quote", ref: mention.id, message: `the text at ${quote.start} is not “${quote.text}”` }
  yield* attestedDivergences(mention, report.text, mention.id)
}

function quoted(quote: Quote, text: string): boolean {
  return text.slice(quote.start, quote.end) === quote.text
}

/** Invariant 1: spans lie in the text and are not empty, and `raw` is the text of the first. */
function* attestedDivergences(record: object, text: string, ref: string): Generator<Divergence> {
  for (const { path, value } of attestedValues(record)) {
    if (value.spans.length === 0 && value.certainty !== "assumed" && value.origin === undefined)
      yield { code: "value/unsupported", ref, message: `${path} has neither spans nor an origin` }
    for (const span of value.spans)
      if (text.slice(span.start, span.end).trim() === "")
        yield { code: "value/span", ref, message: `${path}: no words at ${span.start} to ${span.end}` }
    const first = value.spans[0]
    if (first && value.origin === undefined && value.raw !== text.slice(first.start, first.end))
      yield {
        code: "value/raw",
        ref,
        message: `${path}: raw is “${value.raw}”, the text “${text.slice(first.start, first.end)}”`,
      }
  }
}

/** The indexed columns say what the body says. */
function* columns(kind: string, row: object, expected: object): Generator<Divergence> {
  const { seq: _seq, body: _body, ...stored } = row as Record<string, unknown>
  const { body: _made, ...made } = expected as Record<string, unknown>
  if (canonicalJson(stored) !== canonicalJson(made))
    yield { code: `${kind}/columns`, ref: String(stored.id), message: "the indexed columns do not match the record" }
}
