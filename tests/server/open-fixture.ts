import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Desk } from "../../src/store/desk.ts"
import { openDesk } from "../../src/store/open.ts"
import { type FixtureDesk, fixtureDesk, processedOf } from "./fixture-desk.ts"

export interface OpenFixture {
  desk: Desk
  data: FixtureDesk
  remove(): Promise<void>
}

/** The fixture on a real desk in a temporary folder. */
export async function openFixture(): Promise<OpenFixture> {
  const folder = await mkdtemp(join(tmpdir(), "sightline-desk-"))
  const desk = await openDesk(join(folder, "fixture.desk"), { mode: "create" })
  const data = fixtureDesk()
  await desk.add(data.told.map(processedOf))
  await desk.writeDerived({ events: data.events, links: data.links }, await desk.linkInput())
  const remove = async () => {
    await desk.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { desk, data, remove }
}
