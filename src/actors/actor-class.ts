import type { Actor } from "../schema/index.ts"
import type { ActorRegister, RegisteredActor } from "./entries.ts"
import { isNonState, isPeople } from "./finding.ts"

/** Coarse, neutral classes of who acts; the surest sign decides, in this order. */
export const ACTOR_CLASSES = [
  "islamic-state",
  "al-qaeda",
  "kurdish",
  "coalition",
  "state",
  "pro-government",
  "rebel",
  "separatist",
  "jihadist",
  "other-armed",
  "international",
  "people",
  "unknown",
] as const
export type ActorClass = (typeof ACTOR_CLASSES)[number]

/** The class of an actor; a leader has that of his group, and a group without a sign of its own that of its parent. */
export function actorClass(actor: Actor, register: ActorRegister): ActorClass {
  const id = actor.kind === "person" ? (actor.groupId ?? null) : actor.actorId
  const line = id === null ? [] : lineageOf(id, register)
  for (const entry of line) {
    const own = ownClass(entry, line)
    if (own) return own
  }
  return classOfKind(actor)
}

/** An entry, what it is part of, and so on up. */
export function lineageOf(id: string, register: ActorRegister): RegisteredActor[] {
  const line: RegisteredActor[] = []
  for (let entry = register.byId(id); entry && !line.includes(entry); entry = register.byId(entry.parent ?? ""))
    line.push(entry)
  return line
}

function ownClass(entry: RegisteredActor, line: readonly RegisteredActor[]): ActorClass | null {
  const has = (flag: string) => entry.flags.includes(flag)
  if (line.some((e) => e.id === "islamic-state")) return "islamic-state"
  if (line.some((e) => AL_QAEDA.has(e.id))) return "al-qaeda"
  if (has("kurdish")) return "kurdish"
  if (has("coalition")) return "coalition"
  if (entry.kind === "state-force" || entry.kind === "government") return "state"
  if (has("pro-government")) return "pro-government"
  if (has("rebel")) return "rebel"
  if (has("separatist")) return "separatist"
  if (has("jihadist")) return "jihadist"
  return null
}

/** al-Qaeda and the groups that grew out of its Syrian branch. */
const AL_QAEDA: ReadonlySet<string> = new Set(["al-qaeda", "hts"])

function classOfKind(actor: Actor): ActorClass {
  if (isPeople(actor.kind)) return "people"
  if (actor.kind === "international-force") return "international"
  if (actor.kind === "state-force" || actor.kind === "government") return "state"
  if (actor.kind === "rebel-group") return "rebel"
  return isNonState(actor.kind) ? "other-armed" : "unknown"
}
