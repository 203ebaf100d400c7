import type { ActorRegister } from "../actors/register.ts"
import type { LinkOptions } from "./link.ts"

/**
 * What the linker should know of actors and speakers, as plain data: which belongs to which, so that a ministry speaks
 * for its army, and which speakers are nobody in particular ("activists"), so that two reports citing them stay two.
 */
export function knownFrom(register: ActorRegister): Required<Pick<LinkOptions, "actorParents" | "unnamedSpeakers">> {
  const actorParents: Record<string, string> = {}
  for (const { id, homeActorId } of register.speakers.speakers)
    if (homeActorId !== null && homeActorId !== id) actorParents[id] = homeActorId
  for (const { id, parent } of register.actors) if (parent !== null) actorParents[id] = parent
  const unnamedSpeakers = new Set(register.speakers.speakers.filter((s) => s.generic).map((s) => s.id))
  return { actorParents, unnamedSpeakers }
}
