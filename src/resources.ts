import { fileURLToPath } from "node:url"
import { type ActorRegister, type OutletRegister, openActorRegister, openOutletRegister } from "./actors/register.ts"
import { type Gazetteer, openGazetteer } from "./places/gazetteer.ts"

/** All that the stages need and do not compute: read once, then frozen. */
export interface Resources {
  gazetteer: Gazetteer
  actors: ActorRegister
  outlets: OutletRegister
}

/** The folder of this project's own registers and gazetteer. */
export const DATA_DIR = fileURLToPath(new URL("../data/", import.meta.url))

/** @throws ConfigError when a file of the data folder is missing or malformed */
export async function openResources(options: { dataDir?: string } = {}): Promise<Resources> {
  const dataDir = options.dataDir ?? DATA_DIR
  const gazetteer = await openGazetteer(dataDir)
  return Object.freeze({ gazetteer, actors: openActorRegister(dataDir), outlets: openOutletRegister(dataDir) })
}
