import type { Kysely } from "kysely"
import { mentionIdOfEvent } from "../../kit/ids.ts"
import type { Event, Judgement } from "../../schema/index.ts"
import type { EventDetail } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { linkOf } from "./links.ts"
import { mentions } from "./mentions.ts"

const MAX_LINKS = 500

/**
 * An event with everything that stands behind it. An event carries the id of its oldest mention, so the id of an event
 * that was merged into another still names a mention, and that mention's event is the answer.
 */
export async function event(db: Kysely<Tables>, id: string): Promise<EventDetail | null> {
  const row =
    (await db.selectFrom("events").select("body").where("id", "=", id).executeTakeFirst()) ??
    (await db
      .selectFrom("event_mentions")
      .innerJoin("events", "events.id", "event_mentions.event_id")
      .select("events.body")
      .where("mention_id", "=", mentionIdOfEvent(id))
      .executeTakeFirst())
  if (!row) return null
  const found = JSON.parse(row.body) as Event
  const own = db.selectFrom("event_mentions").select("mention_id").where("event_id", "=", found.id)
  const judgements = await db
    .selectFrom("judgements")
    .select("body")
    .where((q) => q.or([q("a", "in", own), q("b", "in", own)]))
    .orderBy("seq")
    .execute()
  const links = await db
    .selectFrom("links")
    .selectAll()
    .where((q) => q.or([q("a", "in", own), q("b", "in", own)]))
    .orderBy("score", "desc")
    .orderBy("a")
    .orderBy("b")
    .limit(MAX_LINKS)
    .execute()
  return {
    event: found,
    mentions: await mentions(db, { event: found.id }),
    judgements: judgements.map((judgement) => JSON.parse(judgement.body) as Judgement),
    links: links.map(linkOf),
  }
}
