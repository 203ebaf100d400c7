import type { Kysely, Transaction } from "kysely"
import { sha256 } from "../../kit/hash.ts"
import type { Coded, Issue } from "../../schema/index.ts"
import { archive } from "../archive.ts"
import type { Processed } from "../desk.ts"
import { bytesOfPage, codedRow, mentionRow, pageRow, reportRow } from "../rows.ts"
import type { Tables } from "../tables.ts"
import { touchTruth } from "./state.ts"

/** Which of these pages the desk holds. */
export async function known(db: Kysely<Tables>, pageIds: string[]): Promise<Set<string>> {
  if (pageIds.length === 0) return new Set()
  const rows = await db.selectFrom("pages").select("id").where("id", "in", pageIds).execute()
  return new Set(rows.map((row) => row.id))
}

/** Archives the bytes first, then commits the rows: a row never names bytes that are not on the disk. */
export async function add(db: Kysely<Tables>, folder: string, batch: Processed[]): Promise<Issue[]> {
  const issues: Issue[] = []
  const there = await known(
    db,
    batch.map((item) => item.page.id),
  )
  const fresh: { item: Processed; bytes: Uint8Array }[] = []
  for (const item of batch) {
    if (there.has(item.page.id)) continue
    there.add(item.page.id)
    const bytes = bytesOfPage(item.page)
    if (sha256(bytes) === item.page.sha256) fresh.push({ item, bytes })
    else issues.push(storeIssue("store/hash-mismatch", "the page's bytes are not those of its sha256", item.page.id))
  }
  if (fresh.length === 0) return issues
  await archive(
    folder,
    fresh.map(({ item, bytes }) => ({ hash: item.page.sha256, bytes })),
  )
  await db.transaction().execute(async (trx) => {
    for (const { item, bytes } of fresh) {
      await trx.insertInto("pages").values(pageRow(item.page, bytes.length)).execute()
      issues.push(...(await insertMade(trx, item)))
    }
    await touchTruth(trx)
  })
  return issues
}

/** Puts what the stages make of pages now in the place of what they made before. Decisions stay: they name mentions by id. */
export async function recode(db: Kysely<Tables>, batch: Processed[]): Promise<Issue[]> {
  return db.transaction().execute(async (trx) => {
    const issues: Issue[] = []
    for (const item of batch) {
      await trx.deleteFrom("reports").where("page_id", "=", item.page.id).execute()
      await trx.deleteFrom("page_issues").where("page_id", "=", item.page.id).execute()
      issues.push(...(await insertMade(trx, item)))
    }
    await touchTruth(trx)
    return issues
  })
}

async function insertMade(trx: Transaction<Tables>, item: Processed): Promise<Issue[]> {
  const { page, report, coded } = item
  const issues: Issue[] = []
  const taken =
    report &&
    (await trx.selectFrom("reports").select("id").where("id", "=", report.id).executeTakeFirst()) !== undefined
  if (taken)
    issues.push(storeIssue("store/same-report-id", `another page already gave the report ${report.id}`, page.id))
  await trx
    .insertInto("page_issues")
    .values({ page_id: page.id, issues: JSON.stringify([...item.issues, ...issues]) })
    .execute()
  if (!report || taken) return issues
  await trx.insertInto("reports").values(reportRow(report, page.id)).execute()
  if (coded) issues.push(...(await insertCoded(trx, coded)))
  return issues
}

async function insertCoded(trx: Transaction<Tables>, coded: Coded): Promise<Issue[]> {
  const seen = new Set<string>()
  const twice = coded.mentions.filter((mention) => seen.size === seen.add(mention.id).size)
  const issues = twice.map((mention) =>
    storeIssue(
      "store/same-mention-id",
      `two mentions of ${coded.report} have the id ${mention.id}; the first is kept`,
      mention.id,
    ),
  )
  await trx
    .insertInto("coded")
    .values(codedRow(coded, [...coded.issues, ...issues]))
    .execute()
  const kept = coded.mentions.filter((mention) => !twice.includes(mention))
  if (kept.length > 0) await trx.insertInto("mentions").values(kept.map(mentionRow)).execute()
  return issues
}

function storeIssue(code: string, message: string, ref: string): Issue {
  return { code, severity: "error", stage: "store", message, ref }
}
