import { eventCard } from "../../src/kit/event-card.ts"
import type { EventCard, EventDetail } from "../api/shapes.ts"

/** An event as lists show it, from its full record. */
export function cardOf({ event, mentions }: EventDetail): EventCard {
  return eventCard(event, mentions[0]?.mention.quote.text ?? "")
}
