import type { Kysely } from "kysely"
import type { Issue } from "../../schema/index.ts"
import type { ReportAnswer } from "../desk.ts"
import { mentionOf, pageHeadOf, reportOf } from "../rows.ts"
import type { Tables } from "../tables.ts"

/** A report with its text, its page, its mentions in order, and what the stages had to say of it. */
export async function report(db: Kysely<Tables>, id: string): Promise<ReportAnswer | null> {
  const row = await db.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst()
  if (!row) return null
  const page = await db.selectFrom("pages").selectAll().where("id", "=", row.page_id).executeTakeFirst()
  const mentions = await db
    .selectFrom("mentions")
    .select("body")
    .where("report_id", "=", id)
    .orderBy("ordinal")
    .execute()
  const cleaning = await db
    .selectFrom("page_issues")
    .select("issues")
    .where("page_id", "=", row.page_id)
    .executeTakeFirst()
  const coding = await db.selectFrom("coded").select("issues").where("report_id", "=", id).executeTakeFirst()
  return {
    report: reportOf(row),
    page: page ? pageHeadOf(page as Parameters<typeof pageHeadOf>[0]) : null,
    mentions: mentions.map(mentionOf),
    issues: [cleaning, coding].flatMap((stage) => (stage ? (JSON.parse(stage.issues) as Issue[]) : [])),
  }
}
