import { type Kysely, sql } from "kysely"
import { isoOfDay } from "../days.ts"
import type { EventFilter, TimelineAnswer } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { filtered } from "./filter.ts"

/** How many events of each type start on each day. */
export async function timeline(db: Kysely<Tables>, filter: EventFilter): Promise<TimelineAnswer> {
  const rows = await filtered(db.selectFrom("events"), filter)
    .select(["start_day", "type", sql<number>`count(*)`.as("count")])
    .groupBy(["start_day", "type"])
    .orderBy("start_day")
    .orderBy("type")
    .execute()
  let undated = 0
  const days: TimelineAnswer["days"] = []
  for (const { start_day, type, count } of rows)
    if (start_day === null) undated += count
    else days.push({ day: isoOfDay(start_day), type: type as TimelineAnswer["days"][number]["type"], count })
  return { days, undated }
}
