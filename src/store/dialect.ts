import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite"
import { type SqliteDatabase, SqliteDialect } from "kysely"

const MAX_CACHED_STATEMENTS = 256

/** Kysely's SQLite dialect over node:sqlite, which it expects in the shape of better-sqlite3. Statements are prepared once. */
export function nodeSqliteDialect(database: DatabaseSync): SqliteDialect {
  const cache = new Map<string, StatementSync>()
  const prepare = (sql: string): StatementSync => {
    const known = cache.get(sql)
    if (known) return known
    if (cache.size >= MAX_CACHED_STATEMENTS) cache.clear()
    const statement = database.prepare(sql)
    cache.set(sql, statement)
    return statement
  }
  const adapter: SqliteDatabase = {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        // A statement that is being iterated cannot be shared: this one is prepared anew.
        iterate: (parameters) =>
          database.prepare(sql).iterate(...(parameters as SQLInputValue[])) as IterableIterator<unknown>,
      }
    },
  }
  return new SqliteDialect({ database: adapter })
}
