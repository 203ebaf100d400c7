import { join } from "node:path"
import { type Gazetteer, openGazetteer } from "../../src/places/gazetteer.ts"

let opened: Promise<Gazetteer> | null = null

/** The product's own gazetteer, opened once per test file. */
export function ownGazetteer(): Promise<Gazetteer> {
  opened ??= openGazetteer(join(import.meta.dirname, "../../data"))
  return opened
}
