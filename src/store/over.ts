import type { DatabaseSync } from "node:sqlite"
import type { Kysely } from "kysely"
import { ConfigError } from "../errors.ts"
import { readArchived } from "./archive.ts"
import type { Desk, DeskMode } from "./desk.ts"
import { deskError } from "./disk-errors.ts"
import { add, known, recode } from "./queries/add.ts"
import { counts } from "./queries/counts.ts"
import { judge, judgements, review, reviews } from "./queries/decide.ts"
import { event } from "./queries/event.ts"
import { events } from "./queries/events.ts"
import { linkInput } from "./queries/link-input.ts"
import { links } from "./queries/links.ts"
import { mentions } from "./queries/mentions.ts"
import { points } from "./queries/points.ts"
import { report } from "./queries/report.ts"
import { search } from "./queries/search.ts"
import { timeline } from "./queries/timeline.ts"
import { allEvents, allLinks, dump, pages } from "./queries/walk.ts"
import { writeDerived } from "./queries/write-derived.ts"
import { pageHeadOf } from "./rows.ts"
import type { Tables } from "./tables.ts"
import { verifyStored } from "./verify.ts"

export interface OpenStore {
  folder: string
  mode: DeskMode
  db: Kysely<Tables>
  database: DatabaseSync
  unlock: () => void
}

/** A desk's questions and writes over an open database. */
export function deskOver({ folder, mode, db, database, unlock }: OpenStore): Desk {
  const write = async <T>(work: () => Promise<T>): Promise<T> => {
    if (mode === "read") throw new ConfigError(`the desk ${folder} is open for reading only`)
    try {
      return await work()
    } catch (error) {
      throw deskError(error, folder, mode)
    }
  }
  return {
    folder,
    mode,
    counts: () => counts(db),
    events: (query = {}) => events(db, query),
    points: (filter = {}) => points(db, filter),
    timeline: (filter = {}) => timeline(db, filter),
    event: (id) => event(db, id),
    report: (id) => report(db, id),
    page: async (id) => {
      const row = await db.selectFrom("pages").selectAll().where("id", "=", id).executeTakeFirst()
      return row ? { page: pageHeadOf(row), bytes: await readArchived(folder, row.sha256) } : null
    },
    mention: async (id) => (await mentions(db, { mention: id }))[0] ?? null,
    search: (text, limit = 50) => search(db, text, limit),
    links: (mention) => links(db, mention),
    judgements: () => judgements(db),
    reviews: (mention) => reviews(db, mention),
    judge: (judgement) => write(() => judge(db, judgement)),
    review: (decided) => write(() => review(db, decided)),
    known: (pageIds) => known(db, pageIds),
    add: (batch) => write(() => add(db, folder, batch)),
    recode: (batch) => write(() => recode(db, batch)),
    pages: () => pages(db, folder),
    allEvents: () => allEvents(db),
    allLinks: () => allLinks(db),
    linkInput: () => linkInput(db),
    writeDerived: (derived, input) => write(() => writeDerived(db, derived, input)),
    dump: () => dump(db),
    verifyStored: () => verifyStored(db, folder),
    close: async () => {
      await db.destroy()
      // Kysely closes only what it has used.
      if (database.isOpen) database.close()
      unlock()
    },
  }
}
