import type { Kysely } from "kysely"
import type { Tables } from "../tables.ts"

/** Says, in the same transaction, that the stored truth has changed: the derived tables are behind from now on. */
export async function touchTruth(db: Kysely<Tables>): Promise<void> {
  await db
    .updateTable("state")
    .set((q) => ({ truth: q("truth", "+", 1) }))
    .execute()
}

export async function truthNow(db: Kysely<Tables>): Promise<number> {
  return (await db.selectFrom("state").select("truth").executeTakeFirstOrThrow()).truth
}
