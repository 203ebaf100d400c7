import type { Actor, Speaker } from "../schema/index.ts"

/** What stands for a private person's name. */
export const SOME_PERSON = "person"

/**
 * A person whom the register does not know and whom no report places in an armed group is taken for private: exports
 * leave the name out unless the user asks for it.
 */
export function isPrivate(actor: Actor): boolean {
  if (actor.kind !== "person") return false
  return actor.actorId === null && actor.groupId === undefined
}

export function withoutName(actor: Actor): Actor {
  return isPrivate(actor) ? { ...actor, name: SOME_PERSON } : actor
}

/** Of those whom reports cite, persons and witnesses that the register does not know are private. */
export function isPrivateSpeaker(speaker: Speaker): boolean {
  return speaker.speakerId === null && (speaker.kind === "person" || speaker.kind === "witness")
}

export function speakerWithoutName(speaker: Speaker): Speaker {
  return isPrivateSpeaker(speaker) ? { ...speaker, name: SOME_PERSON } : speaker
}
