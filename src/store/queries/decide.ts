import type { Kysely } from "kysely"
import { InputError, NotFoundError } from "../../errors.ts"
import { shortId } from "../../kit/hash.ts"
import { Judgement, Review } from "../../schema/index.ts"
import type { NewJudgement, NewReview } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { touchTruth } from "./state.ts"

/** Appends a judgement. The same one given twice is stored once. */
export async function judge(db: Kysely<Tables>, given: NewJudgement): Promise<Judgement> {
  const at = given.at ?? new Date().toISOString()
  const id = shortId("jd", given.a, given.b, given.verdict, given.by, at, given.supersedes, given.why)
  const judgement = parsed(Judgement, { ...given, id, at })
  if (judgement.a === judgement.b) throw new InputError("a judgement is on two mentions, not twice on the same")
  await db.transaction().execute(async (trx) => {
    await mustExist(trx, "mentions", judgement.a)
    await mustExist(trx, "mentions", judgement.b)
    if (judgement.supersedes !== null) await mustExist(trx, "judgements", judgement.supersedes)
    const { a, b, verdict, supersedes } = judgement
    if (await there(trx, "judgements", id)) return
    await trx
      .insertInto("judgements")
      .values({ id, a, b, verdict, supersedes, body: JSON.stringify(judgement) })
      .execute()
    await touchTruth(trx)
  })
  return judgement
}

/** Appends a review. The same one given twice is stored once. */
export async function review(db: Kysely<Tables>, given: NewReview): Promise<Review> {
  const at = given.at ?? new Date().toISOString()
  const value = JSON.stringify(given.value ?? null)
  const id = shortId("rv", given.mention, given.field, given.verdict, value, given.by, at, given.supersedes, given.why)
  const decided = parsed(Review, { ...given, id, at })
  await db.transaction().execute(async (trx) => {
    await mustExist(trx, "mentions", decided.mention)
    if (decided.supersedes !== null) await mustExist(trx, "reviews", decided.supersedes)
    const { mention, field, verdict, supersedes } = decided
    if (await there(trx, "reviews", id)) return
    await trx
      .insertInto("reviews")
      .values({ id, mention, field, verdict, supersedes, body: JSON.stringify(decided) })
      .execute()
    await touchTruth(trx)
  })
  return decided
}

export async function judgements(db: Kysely<Tables>): Promise<Judgement[]> {
  const rows = await db.selectFrom("judgements").select("body").orderBy("seq").execute()
  return rows.map((row) => JSON.parse(row.body) as Judgement)
}

/** Of one mention, or all; oldest first. */
export async function reviews(db: Kysely<Tables>, mention?: string): Promise<Review[]> {
  const all = db.selectFrom("reviews").select("body").orderBy("seq")
  const rows = await (mention === undefined ? all : all.where("mention", "=", mention)).execute()
  return rows.map((row) => JSON.parse(row.body) as Review)
}

function parsed<T>(schema: { safeParse(value: unknown): { data?: T; error?: Error } }, value: unknown): T {
  const { data, error } = schema.safeParse(value)
  if (data === undefined) throw new InputError(`the decision does not fit its schema: ${error?.message ?? ""}`)
  return data
}

type Decided = "mentions" | "judgements" | "reviews"

async function there(db: Kysely<Tables>, table: Decided, id: string): Promise<boolean> {
  return (await db.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) !== undefined
}

async function mustExist(db: Kysely<Tables>, table: Decided, id: string): Promise<void> {
  if (!(await there(db, table, id))) throw new NotFoundError(`no ${table.slice(0, -1)} with the id ${id}`)
}
