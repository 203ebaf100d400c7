import type { ExpressionBuilder, Kysely } from "kysely"
import type { Review } from "../../schema/index.ts"
import type { MentionAnswer } from "../desk.ts"
import { mentionOf, REPORT_CARD, reportCardOf } from "../rows.ts"
import type { Tables } from "../tables.ts"

type Which = { mention: string } | { event: string }

/** One mention, or those of an event in its order, each with its report's head, its event and its reviews. */
export async function mentions(db: Kysely<Tables>, which: Which): Promise<MentionAnswer[]> {
  const ids = (q: ExpressionBuilder<Tables, never>) => q.selectFrom("event_mentions").select("mention_id")
  let query = db
    .selectFrom("mentions")
    .innerJoin("reports", "reports.id", "mentions.report_id")
    .leftJoin("event_mentions", "event_mentions.mention_id", "mentions.id")
    .select([...REPORT_CARD, "mentions.id as mention_id", "mentions.body", "event_mentions.event_id"])
    .orderBy("event_mentions.ordinal")
  query =
    "mention" in which
      ? query.where("mentions.id", "=", which.mention)
      : query.where("event_mentions.event_id", "=", which.event)
  const reviewed = await db
    .selectFrom("reviews")
    .select(["mention", "body"])
    .where((q) =>
      "mention" in which
        ? q("mention", "=", which.mention)
        : q("mention", "in", ids(q as never).where("event_id", "=", which.event)),
    )
    .orderBy("seq")
    .execute()
  const reviews = Map.groupBy(reviewed, (row) => row.mention)
  return (await query.execute()).map((row) => ({
    mention: mentionOf(row),
    report: reportCardOf(row),
    event: row.event_id,
    reviews: (reviews.get(row.mention_id) ?? []).map((review) => JSON.parse(review.body) as Review),
  }))
}
