import { canonicalJson } from "../kit/hash.ts"
import type { Event, Link } from "../schema/index.ts"
import type { Desk, Divergence } from "../store/desk.ts"
import type { Stages } from "./stages.ts"

/** Checks what is stored against itself and its page bytes, then derives events and links anew and compares. */
export async function* verifyDesk(desk: Desk, stages: Pick<Stages, "link">): AsyncGenerator<Divergence> {
  yield* desk.verifyStored()
  if ((await desk.counts()).stale) return
  const value = await linkedAnew(desk, stages)
  if (value instanceof Error) {
    yield { code: "derived/failed", ref: desk.folder, message: `events cannot be derived anew: ${value.message}` }
    return
  }
  yield* compare("event", await stored(desk.allEvents(), eventKey), derived(value.events, eventKey))
  yield* compare("link", await stored(desk.allLinks(), linkKey), derived(value.links, linkKey))
}

/** Mentions that do not fit their schema, which is found by then, may break the linking. */
async function linkedAnew(
  desk: Desk,
  stages: Pick<Stages, "link">,
): Promise<{ events: Event[]; links: Link[] } | Error> {
  const input = await desk.linkInput()
  try {
    return stages.link(input).value
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

const eventKey = (event: Event) => event.id
const linkKey = (link: Link) => `${link.a} ${link.b}`

async function stored<T>(records: AsyncIterable<T>, key: (record: T) => string): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const record of records) found.set(key(record), canonicalJson(record))
  return found
}

function derived<T>(records: T[], key: (record: T) => string): Map<string, string> {
  return new Map(records.map((record) => [key(record), canonicalJson(record)]))
}

function* compare(kind: string, have: Map<string, string>, want: Map<string, string>): Generator<Divergence> {
  for (const [ref, record] of want)
    if (!have.has(ref))
      yield { code: `derived/${kind}`, ref, message: `derived anew, this ${kind} is there; the desk lacks it` }
    else if (have.get(ref) !== record)
      yield { code: `derived/${kind}`, ref, message: `the stored ${kind} is not the one derived anew` }
  for (const ref of have.keys())
    if (!want.has(ref)) yield { code: `derived/${kind}`, ref, message: `derived anew, there is no such ${kind}` }
}
