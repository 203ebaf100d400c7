import { appendFileSync, rmSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { expect, test } from "vitest"
import { addToDesk } from "../../src/pipeline/add.ts"
import { verifyDesk } from "../../src/pipeline/verify.ts"
import { archivePath } from "../../src/store/archive.ts"
import { openDesk } from "../../src/store/open.ts"
import { fakeStages, generatedPages, sourceOf } from "../pipeline/fake-stages.ts"
import { all, tempDesk } from "./temp-desk.ts"

/** Builds a desk, lets `damage` at its file, and says what verifying finds. */
async function foundAfter(damage: (database: DatabaseSync, folder: string) => void): Promise<string[]> {
  const desk = await tempDesk()
  await addToDesk(desk, sourceOf(generatedPages(5)), fakeStages)
  await desk.close()
  const database = new DatabaseSync(`${desk.folder}/desk.sqlite`, { enableForeignKeyConstraints: false })
  damage(database, desk.folder)
  database.close()
  const again = await openDesk(desk.folder, { mode: "read" })
  const found = await all(verifyDesk(again, fakeStages))
  await again.close()
  return found.map(({ code }) => code)
}

test("an undamaged desk has nothing to say", async () => {
  expect(await foundAfter(() => {})).toEqual([])
})

test("page bytes that changed or went away are found", async () => {
  const [first, second] = generatedPages(2)
  const found = await foundAfter((_, folder) => {
    appendFileSync(archivePath(folder, first?.sha256 ?? ""), "x")
    rmSync(archivePath(folder, second?.sha256 ?? ""))
  })
  expect(found).toEqual(["page/bytes", "page/bytes"])
})

const mentionEdit = (path: string, value: string) => (database: DatabaseSync) =>
  database.exec(`UPDATE mentions SET body = json_set(body, '${path}', json('${value}')) WHERE seq = 1`)

test.each([
  ["a value's words", mentionEdit("$.type.raw", '"siege"'), "value/raw"],
  ["a span outside the text", mentionEdit("$.type.spans[0].end", "99999999"), "value/raw"],
  ["a span of no words", mentionEdit("$.where[0].spans[0]", '{"start":8,"end":9}'), "value/span"],
  ["a quote", mentionEdit("$.quote.start", "0"), "mention/quote"],
  ["a mention's id", mentionEdit("$.quote.text", '"2019"'), "mention/id"],
  ["a mention's shape", mentionEdit("$.harm", "null"), "mention/schema"],
  [
    "an indexed column",
    (d: DatabaseSync) => d.exec("UPDATE mentions SET start_day = 1 WHERE seq = 1"),
    "mention/columns",
  ],
  [
    "a report's text",
    (d: DatabaseSync) => d.exec("UPDATE reports SET text = upper(text) WHERE seq = 1"),
    "mention/quote",
  ],
  ["a missing report", (d: DatabaseSync) => d.exec("DELETE FROM reports WHERE seq = 1"), "desk/foreign-key"],
  ["an event", (d: DatabaseSync) => d.exec("UPDATE events SET body = json_set(body, '$.origins', 9)"), "derived/event"],
  ["a missing event", (d: DatabaseSync) => d.exec("DELETE FROM events WHERE seq = 1"), "derived/event"],
  ["an invented link", (d: DatabaseSync) => d.exec("INSERT INTO links VALUES ('a', 'b', 1, 1, '[]')"), "derived/link"],
])("%s is found", async (_name, damage, code) => {
  expect(await foundAfter(damage)).toContain(code)
})
