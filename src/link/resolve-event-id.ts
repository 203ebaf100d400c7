import { mentionIdOfEvent } from "../kit/ids.ts"
import type { Event } from "../schema/index.ts"

/**
 * The event that an id means today. An id is that of some mention; when an older report comes in, or two events become
 * one, the event is named after another mention, but still holds the one that the id names. Null where no event does.
 */
export function resolveEventId(events: readonly Event[], id: string): Event | null {
  const mention = mentionIdOfEvent(id)
  return events.find((e) => e.id === id) ?? events.find((e) => e.mentions.includes(mention)) ?? null
}
