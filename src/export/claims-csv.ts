import { speakersOf } from "../kit/speakers-of.ts"
import type { Actor, Attested, Harm, Mention, Speaker, When, Where } from "../schema/index.ts"
import type { Desk, MentionAnswer } from "../store/desk.ts"
import { csvRow } from "./csv.ts"
import { isPrivate, isPrivateSpeaker, speakerWithoutName, withoutName } from "./persons.ts"
import { coarsened, isDue, type ShareOptions } from "./share.ts"

type Cell = string | number | null

/** What a claim says, spread over columns of its own beside `value`. */
const DETAILS = [
  "id",
  "kind",
  "start",
  "end",
  "precision",
  "lat",
  "lon",
  "radius_km",
  "country",
  "admin1",
  "who",
  "min",
  "max",
  "approximate",
] as const
type Details = Partial<Record<(typeof DETAILS)[number], Cell>>

const CLAIM = ["event", "mention", "field", "value", "raw", "certainty", "said_by", "outlet", "published", "url"]
const SOURCE = ["span_start", "span_end", "page_sha256", "report", "why", "by"]
export const CLAIM_COLUMNS = [...CLAIM, ...SOURCE, ...DETAILS]

interface Claim {
  field: string
  value: Cell
  attested: Attested<unknown>
  details?: Details
  /** The words would give away what the export leaves out. */
  secret?: boolean
}

/**
 * One row per claim: one value of one field of one mention, with its words, who says so, and where they stand. RFC 4180,
 * UTF-8. Days are ISO 8601 (an interval as start/end), figures are "12", ">=12", "<=12" or "12-14"; the parts of a value
 * have columns of their own.
 */
export async function* claimsCsv(desk: Desk, options: ShareOptions): AsyncGenerator<string> {
  yield csvRow(CLAIM_COLUMNS)
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
  known: Map<string, string | null>,
): Promise<string | null> {
  const found = known.get(report.id) ?? (await desk.report(report.id))?.page?.sha256 ?? null
  known.set(report.id, found)
  return found
}

function* rowsOf(event: string, answer: MentionAnswer, hash: string | null, options: ShareOptions): Generator<string> {
  const { mention, report } = answer
  const names = (speaker: Speaker) => (options.withPersons ? speaker : speakerWithoutName(speaker)).name
  for (const { field, value, attested, details = {}, secret } of claimsOf(mention, options)) {
    const { certainty, why = null, by } = attested
    const raw = secret ? null : attested.raw
    const [span] = attested.spans
    const saidBy = speakersOf(mention, attested)
      .map((speaker) => names(speaker.value))
      .join(" < ")
    yield csvRow([
      ...[event, mention.id, field, value, raw, certainty, saidBy, report.outlet, report.published, report.url],
      ...[span?.start ?? null, span?.end ?? null, hash, report.id, why, by],
      ...DETAILS.map((column) => details[column] ?? null),
    ])
  }
}

function claimsOf(mention: Mention, options: ShareOptions): Claim[] {
  const { when } = mention
  return [
    { field: "type", value: mention.type.value, attested: mention.type },
    { field: "modality", value: mention.modality.value, attested: mention.modality },
    ...(when ? [whenClaim(when)] : []),
    ...mention.where.map((where) => whereClaim(where, options)),
    ...mention.actors.map((actor) => actorClaim("actor", actor, options)),
    ...mention.targets.map((actor) => actorClaim("target", actor, options)),
    ...mention.things.map((thing) => ({ field: thing.value.role, value: thing.value.name, attested: thing })),
    ...mention.harm.map(harmClaim),
    ...mention.saidBy.map((speaker) => speakerClaim(speaker, options)),
  ]
}

function whenClaim(when: Attested<When>): Claim {
  const { start, end, precision } = when.value
  const value = start === end ? start : `${start}/${end}`
  return { field: "when", value, attested: when, details: { start, end, precision } }
}

function whereClaim(where: Attested<Where>, { coarsenKm }: ShareOptions): Claim {
  const told = coarsened(where.value, coarsenKm)
  const { name: value, placeId: id, radiusKm: radius_km, lat, lon, precision, country, admin1 } = told
  const details = { id, lat, lon, radius_km, precision, country, admin1 }
  return { field: "where", value, attested: where, details, secret: value !== where.value.name }
}

function actorClaim(field: string, actor: Attested<Actor>, { withPersons }: ShareOptions): Claim {
  const told = withPersons ? actor.value : withoutName(actor.value)
  const secret = !withPersons && isPrivate(actor.value)
  return { field, value: told.name, attested: actor, details: { id: told.actorId, kind: told.kind }, secret }
}

function harmClaim(harm: Attested<Harm>): Claim {
  const { kind, who, min, max, approximate } = harm.value
  const details = { kind, who, min, max, approximate: String(approximate) }
  return { field: "harm", value: figure(min, max), attested: harm, details }
}

function figure(min: number | null, max: number | null): string | null {
  if (min === null) return max === null ? null : `<=${max}`
  if (max === null) return `>=${min}`
  return min === max ? String(min) : `${min}-${max}`
}

function speakerClaim(speaker: Attested<Speaker>, { withPersons }: ShareOptions): Claim {
  const secret = !withPersons && isPrivateSpeaker(speaker.value)
  const told = secret ? speakerWithoutName(speaker.value) : speaker.value
  const details = { id: told.speakerId, kind: told.kind }
  return { field: "said_by", value: told.name, attested: speaker, details, secret }
}
