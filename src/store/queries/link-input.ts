import type { Kysely } from "kysely"
import type { Coded, Issue } from "../../schema/index.ts"
import type { LinkInput } from "../desk.ts"
import { mentionOf } from "../rows.ts"
import type { Tables } from "../tables.ts"
import { judgements, reviews } from "./decide.ts"
import { truthNow } from "./state.ts"

const REPORTS_PER_READ = 500

/** Every coded report in the order of addition, and every decision, as of one instant. */
export async function linkInput(db: Kysely<Tables>): Promise<LinkInput> {
  return db.transaction().execute(async (trx) => {
    const coded: Coded[] = []
    for await (const batch of codedBatches(trx)) coded.push(...batch)
    return { coded, judgements: await judgements(trx), reviews: await reviews(trx), truth: await truthNow(trx) }
  })
}

async function* codedBatches(db: Kysely<Tables>): AsyncGenerator<Coded[]> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom("coded")
      .innerJoin("reports", "reports.id", "coded.report_id")
      .select(["reports.seq", "coded.report_id", "coded.head", "coded.issues"])
      .where("reports.seq", ">", after)
      .orderBy("reports.seq")
      .limit(REPORTS_PER_READ)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    const mentions = await db
      .selectFrom("mentions")
      .innerJoin("reports", "reports.id", "mentions.report_id")
      .select(["mentions.report_id", "mentions.body"])
      .where("reports.seq", ">", after)
      .where("reports.seq", "<=", last.seq)
      .orderBy("reports.seq")
      .orderBy("mentions.ordinal")
      .execute()
    const byReport = Map.groupBy(mentions, (row) => row.report_id)
    yield rows.map((row) => ({
      report: row.report_id,
      head: JSON.parse(row.head) as Coded["head"],
      mentions: (byReport.get(row.report_id) ?? []).map(mentionOf),
      issues: JSON.parse(row.issues) as Issue[],
    }))
    after = last.seq
  }
}
