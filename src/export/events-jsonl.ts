import type { Desk } from "../store/desk.ts"
import { isDue, type ShareOptions, shared } from "./share.ts"

/** One event per line, as `src/schema/event.ts` has it, in order of id. */
export async function* eventsJsonl(desk: Desk, options: ShareOptions): AsyncGenerator<string> {
  for await (const event of desk.allEvents())
    if (isDue(event, options)) yield `${JSON.stringify(shared(event, options))}\n`
}
