import { type Kysely, type Selectable, sql } from "kysely"
import { canonicalJson } from "../../kit/hash.ts"
import type { Event, Link, Page } from "../../schema/index.ts"
import { readArchived } from "../archive.ts"
import { pageOf } from "../rows.ts"
import type { Tables } from "../tables.ts"
import { linkOf } from "./links.ts"

const ROWS_PER_READ = 100

/** Every page with its bytes, in the order of addition. The desk may be written between two of them. */
export async function* pages(db: Kysely<Tables>, folder: string): AsyncGenerator<Page> {
  for await (const row of walk(db, "pages")) yield pageOf(row, await readArchived(folder, row.sha256))
}

/** Every event, in the order of ids. */
export async function* allEvents(db: Kysely<Tables>): AsyncGenerator<Event> {
  for await (const row of walk(db, "events")) yield JSON.parse(row.body) as Event
}

/** Every link, in the order of its two mentions. */
export async function* allLinks(db: Kysely<Tables>): AsyncGenerator<Link> {
  for (let after = { a: "", b: "" }; ; ) {
    const rows = await db
      .selectFrom("links")
      .selectAll()
      .where(sql<boolean>`(a, b) > (${after.a}, ${after.b})`)
      .orderBy("a")
      .orderBy("b")
      .limit(ROWS_PER_READ)
      .execute()
    yield* rows.map(linkOf)
    if (rows.length < ROWS_PER_READ) return
    after = rows.at(-1) ?? after
  }
}

const TRUTH = ["pages", "page_issues", "reports", "coded", "mentions", "judgements", "reviews"] as const
const KEYS = {
  pages: "id",
  page_issues: "page_id",
  reports: "id",
  coded: "report_id",
  mentions: "id",
  judgements: "id",
  reviews: "id",
} as const

/** The stored truth as JSON Lines: by table, then by id, keys sorted, without the row numbers of this file. */
export async function* dump(db: Kysely<Tables>): AsyncGenerator<string> {
  for (const table of TRUTH)
    for await (const row of walkBy(db, table, KEYS[table])) {
      const { seq: _seq, ...values } = row
      yield `${canonicalJson({ table, ...values })}\n`
    }
}

type Numbered = "pages" | "reports" | "mentions" | "events"

/** Rows in order of `seq`, a few at a time, so that no reader holds the connection while its consumer works. */
export async function* walk<T extends Numbered>(db: Kysely<Tables>, table: T): AsyncGenerator<RowOf<T>> {
  for (let after = 0; ; ) {
    const rows = (await db
      .selectFrom(table as Numbered)
      .selectAll()
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(ROWS_PER_READ)
      .execute()) as unknown as RowOf<T>[]
    yield* rows
    if (rows.length < ROWS_PER_READ) return
    after = (rows.at(-1) as { seq: number } | undefined)?.seq ?? after
  }
}

async function* walkBy(db: Kysely<Tables>, table: (typeof TRUTH)[number], key: string) {
  for (let after = ""; ; ) {
    const rows = (await db
      .selectFrom(table)
      .selectAll()
      .where(key as "id", ">", after)
      .orderBy(key as "id")
      .limit(ROWS_PER_READ)
      .execute()) as unknown as Record<string, unknown>[]
    yield* rows
    if (rows.length < ROWS_PER_READ) return
    after = String(rows.at(-1)?.[key] ?? after)
  }
}

type RowOf<T extends Numbered> = Selectable<Tables[T]>
