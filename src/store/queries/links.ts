import type { Kysely, Selectable } from "kysely"
import type { Link } from "../../schema/index.ts"
import type { Tables } from "../tables.ts"

export function linkOf(row: Selectable<Tables["links"]>): Link {
  return {
    a: row.a,
    b: row.b,
    score: row.score,
    joined: row.joined === 1,
    reasons: JSON.parse(row.reasons) as Link["reasons"],
  }
}

/** Every pair that a mention was weighed in, best first. */
export async function links(db: Kysely<Tables>, mention: string): Promise<Link[]> {
  const rows = await db
    .selectFrom("links")
    .selectAll()
    .where((q) => q.or([q("a", "=", mention), q("b", "=", mention)]))
    .orderBy("score", "desc")
    .orderBy("a")
    .orderBy("b")
    .execute()
  return rows.map(linkOf)
}
