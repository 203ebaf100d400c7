import type { Speaker } from "../schema/index.ts"
import type { State } from "./entries.ts"
import type { RegisteredSpeaker } from "./speaker-register.ts"
import { adjectiveOf, forceId } from "./states.ts"

/** What a ministry is for, by the word that names it. */
export const MINISTRY_TOPICS = new Map<string, string>([
  ["defence", "Defence"],
  ["defense", "Defence"],
  ["foreign", "Foreign"],
  ["interior", "Interior"],
  ["health", "Health"],
  ["information", "Information"],
  ["emergencies", "Emergencies"],
  ["emergency", "Emergencies"],
  ["justice", "Justice"],
  ["oil", "Oil"],
  ["finance", "Finance"],
])

/** The speaker that a state's ministry is: "ru-defence-ministry". */
export function ministryOfState(state: State, topic: string): Speaker {
  const id = `${state.iso2.toLowerCase()}-${topic.toLowerCase()}-ministry`
  return { name: `${adjectiveOf(state)} ${topic} Ministry`, speakerId: id, kind: "state" }
}

/** The ministries of every state as speakers; a row of data/speakers with the same id names one better ("Pentagon"). */
export function ministrySpeakers(states: readonly State[]): RegisteredSpeaker[] {
  const topics = new Set(MINISTRY_TOPICS.values())
  return states.flatMap((state) =>
    [...topics].map((topic) => {
      const { name, speakerId, kind } = ministryOfState(state, topic)
      const homeActorId = forceId(state.iso2, topic === "Defence" ? "armed-forces" : "government")
      return { id: speakerId ?? name, name, kind, homeActorId, generic: false }
    }),
  )
}
