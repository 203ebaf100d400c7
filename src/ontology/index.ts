import type { EventType } from "../schema/index.ts"
import type { EventTypeEntry, Family } from "./event-type.ts"
import { abduction } from "./types/abduction.ts"
import { accessDenied } from "./types/access-denied.ts"
import { accusation } from "./types/accusation.ts"
import { agreement } from "./types/agreement.ts"
import { aid } from "./types/aid.ts"
import { airStrike } from "./types/air-strike.ts"
import { armedClash } from "./types/armed-clash.ts"
import { arrest } from "./types/arrest.ts"
import { attackOnCivilians } from "./types/attack-on-civilians.ts"
import { chemicalAttack } from "./types/chemical-attack.ts"
import { deployment } from "./types/deployment.ts"
import { desertion } from "./types/desertion.ts"
import { destruction } from "./types/destruction.ts"
import { displacement } from "./types/displacement.ts"
import { evacuation } from "./types/evacuation.ts"
import { execution } from "./types/execution.ts"
import { explosion } from "./types/explosion.ts"
import { negotiation } from "./types/negotiation.ts"
import { organisationChange } from "./types/organisation-change.ts"
import { protest } from "./types/protest.ts"
import { release } from "./types/release.ts"
import { retreat } from "./types/retreat.ts"
import { riot } from "./types/riot.ts"
import { seizure } from "./types/seizure.ts"
import { sexualViolence } from "./types/sexual-violence.ts"
import { shelling } from "./types/shelling.ts"
import { siege } from "./types/siege.ts"
import { suicideAttack } from "./types/suicide-attack.ts"
import { surrender } from "./types/surrender.ts"
import { territoryTaken } from "./types/territory-taken.ts"
import { threat } from "./types/threat.ts"

export type { EventTypeEntry, Family, Triggers } from "./event-type.ts"
export { FAMILIES } from "./event-type.ts"

/** Every event type of the codebook; adding one is its file and its line here (and its id in the schema). */
export const ontology: Record<EventType, EventTypeEntry> = {
  "armed-clash": armedClash,
  "territory-taken": territoryTaken,
  siege: siege,
  "air-strike": airStrike,
  shelling: shelling,
  explosion: explosion,
  "suicide-attack": suicideAttack,
  "chemical-attack": chemicalAttack,
  "attack-on-civilians": attackOnCivilians,
  execution: execution,
  abduction: abduction,
  "sexual-violence": sexualViolence,
  arrest: arrest,
  release: release,
  retreat: retreat,
  desertion: desertion,
  surrender: surrender,
  deployment: deployment,
  displacement: displacement,
  evacuation: evacuation,
  destruction: destruction,
  seizure: seizure,
  agreement: agreement,
  negotiation: negotiation,
  threat: threat,
  accusation: accusation,
  aid: aid,
  "access-denied": accessDenied,
  "organisation-change": organisationChange,
  protest: protest,
  riot: riot,
}

export const eventTypes: readonly EventTypeEntry[] = Object.values(ontology)

/** One colour per family, readable on light and dark ground; the desk adds a letter, so that colour is never alone. */
export const familyColours: Record<Family, string> = {
  combat: "#c2410c",
  distance: "#b91c1c",
  people: "#7e22ce",
  movement: "#1d4ed8",
  things: "#a16207",
  politics: "#0f766e",
  unrest: "#be185d",
}
