import type { Actor, Attested, Mention, Speaker, Where } from "../schema/index.ts"
import type { Desk, MentionAnswer } from "../store/desk.ts"
import { csvRow } from "./csv.ts"
import { isPrivate, isPrivateSpeaker, speakerWithoutName, withoutName } from "./persons.ts"
import { coarsened, isDue, type ShareOptions } from "./share.ts"

const COLUMNS = [
  "event",
  "mention",
  "field",
  "value",
  "raw",
  "certainty",
  "why",
  "by",
  "said_by",
  "outlet",
  "published",
  "url",
  "report",
  "span_start",
  "span_end",
  "page_sha256",
]

interface Claim {
  field: string
  value: string | number | null
  attested: Attested<unknown>
  /** The words name a private person, so that they stay out of the export. */
  secret?: boolean
}

/**
 * One row per claim: one value of one field of one mention, with its words, who says so, and where they stand. RFC 4180,
 * UTF-8. The value of `when`, `where` and `harm` is spread over rows of their own ("when.start", "harm[0].min").
 */
export async function* claimsCsv(desk: Desk, options: ShareOptions): AsyncGenerator<string> {
  yield csvRow(COLUMNS)
  const hashes = new Map<string, string | null>()
  for await (const event of desk.allEvents()) {
    if (!isDue(event, options)) continue
    const detail = await desk.event(event.id)
    for (const answer of detail?.mentions ?? [])
      yield* rowsOf(event.id, answer, await hashOf(desk, answer, hashes), options)
  }
}

async function hashOf(
  desk: Desk,
  { report }: MentionAnswer,
  hashes: Map<string, string | null>,
): Promise<string | null> {
  const known = hashes.get(report.id)
  if (known !== undefined) return known
  const found = (await desk.report(report.id))?.page?.sha256 ?? null
  hashes.set(report.id, found)
  return found
}

function* rowsOf(event: string, answer: MentionAnswer, hash: string | null, options: ShareOptions): Generator<string> {
  const { mention, report } = answer
  const names = (speaker: Speaker) => (options.withPersons ? speaker : speakerWithoutName(speaker)).name
  const saidBy = mention.saidBy.map((speaker) => names(speaker.value)).join(" < ")
  for (const { field, value, attested, secret } of claimsOf(mention, options)) {
    const [span] = attested.spans
    const raw = secret ? null : attested.raw
    yield csvRow([
      event,
      mention.id,
      field,
      value,
      raw,
      attested.certainty,
      attested.why ?? null,
      attested.by,
      saidBy,
      report.outlet,
      report.published,
      report.url,
      report.id,
      span?.start ?? null,
      span?.end ?? null,
      hash,
    ])
  }
}

function claimsOf(mention: Mention, options: ShareOptions): Claim[] {
  const { when } = mention
  return [
    { field: "type", value: mention.type.value, attested: mention.type },
    { field: "modality", value: mention.modality.value, attested: mention.modality },
    ...(when ? parts("when", when, { ...when.value }) : []),
    ...mention.where.flatMap((where, i) => placeClaims(`where[${i}]`, where, options)),
    ...mention.actors.flatMap((actor, i) => actorClaims(`actors[${i}]`, actor, options)),
    ...mention.targets.flatMap((actor, i) => actorClaims(`targets[${i}]`, actor, options)),
    ...mention.things.map((thing, i) => ({
      field: `things[${i}].${thing.value.role}`,
      value: thing.value.name,
      attested: thing,
    })),
    ...mention.harm.flatMap((harm, i) => parts(`harm[${i}]`, harm, { ...harm.value })),
    ...mention.saidBy.map((speaker, i) => speakerClaim(`saidBy[${i}]`, speaker, options)),
  ]
}

/** A row for each part of a compound value that is known. */
function parts(field: string, attested: Attested<unknown>, value: Record<string, unknown>, secret = false): Claim[] {
  return Object.entries(value).flatMap(([part, known]) =>
    known === null || known === undefined
      ? []
      : [{ field: `${field}.${part}`, value: typeof known === "number" ? known : String(known), attested, secret }],
  )
}

function placeClaims(field: string, where: Attested<Where>, { coarsenKm }: ShareOptions): Claim[] {
  const told = coarsened(where.value, coarsenKm)
  return parts(field, where, { ...told }, told.name !== where.value.name)
}

function actorClaims(field: string, actor: Attested<Actor>, { withPersons }: ShareOptions): Claim[] {
  const told = withPersons ? actor.value : withoutName(actor.value)
  return parts(field, actor, { ...told }, !withPersons && isPrivate(actor.value))
}

function speakerClaim(field: string, speaker: Attested<Speaker>, { withPersons }: ShareOptions): Claim {
  const secret = !withPersons && isPrivateSpeaker(speaker.value)
  return { field, value: (secret ? speakerWithoutName(speaker.value) : speaker.value).name, attested: speaker, secret }
}
