import { normaliseWords } from "../kit/text.ts"
import type { Attested, Coded, Harm, Mention, ReportHead, Where } from "../schema/index.ts"
import { type DayRange, dayNumber, instantMs } from "./days.ts"
import { holds } from "./distance.ts"
import { type Parents, type Party, partiesOf } from "./party.ts"
import { contentWords } from "./words.ts"

/** When one mention puts its event, in days since 1970-01-01. */
export interface Days extends DayRange {
  /** The range that the event may really lie in: wider than the stated one where the day was only assumed. */
  reach: DayRange
  /** True where the words name a day and nobody had to assume it. */
  sharp: boolean
  assumed: boolean
}

/** A mention with everything that comparing needs, computed once. */
export interface Telling {
  /** Rank in the canonical order, oldest first. */
  readonly rank: number
  readonly mention: Mention
  readonly head: ReportHead
  readonly publishedMs: number | null
  readonly days: Days | null
  /** The places of the most precise level that it names; more than one for "shelled A, B and C". */
  readonly places: readonly Where[]
  readonly words: Int32Array
  readonly trigger: Int32Array
  readonly actors: readonly Party[]
  readonly targets: readonly Party[]
  readonly things: ReadonlySet<string>
  /** Figures for this event alone: no running totals, no parts of another figure. */
  readonly tolls: readonly Harm[]
  /** True where all its figures are totals over many events. */
  readonly runningTotal: boolean
  /** "yet": planned, threatened or hypothetical; "past": it happened, or is said to have or not to have. */
  readonly realm: "past" | "yet"
  readonly denied: boolean
}

/** What is assumed of a day goes back from publication: the event may be this many days older. See docs/decisions/0003. */
export const ASSUMED_BACK_DAYS = 3
const YET: ReadonlySet<string> = new Set(["planned", "threatened", "hypothetical"])

function daysOf({ when }: Mention): Days | null {
  if (when === null) return null
  const [start, end] = [dayNumber(when.value.start), dayNumber(when.value.end)]
  const assumed = when.certainty === "assumed"
  const daily = when.value.precision === "day" || when.value.precision === "hour"
  const reach = { start: assumed ? Math.min(start, end - ASSUMED_BACK_DAYS) : start, end }
  return { start, end, reach, sharp: daily && !assumed, assumed }
}

/** A precise place among wider ones is the place, a district among its city; several side by side are several places. */
function placesOf(where: readonly Attested<Where>[]): Where[] {
  const level = where[0]?.value.precision
  const places = where.map((w) => w.value).filter((w) => w.precision === level)
  return places.filter((wide) => !places.some((narrow) => holds(wide, narrow)))
}

function tellingOf(mention: Mention, head: ReportHead, publishedMs: number | null, parents: Parents) {
  const harm = mention.harm.map((h) => h.value)
  return {
    mention,
    head,
    publishedMs,
    days: daysOf(mention),
    places: placesOf(mention.where),
    words: contentWords([mention.quote.text, ...mention.also.map((q) => q.text)]),
    trigger: contentWords([mention.trigger.text]),
    actors: partiesOf(mention.actors, parents),
    targets: partiesOf(mention.targets, parents),
    things: new Set(mention.things.map((t) => normaliseWords(t.value.name))),
    tolls: harm.filter((h) => h.cumulative !== true && h.partOf !== true),
    runningTotal: harm.length > 0 && harm.every((h) => h.cumulative === true),
    realm: YET.has(mention.modality.value) ? ("yet" as const) : ("past" as const),
    denied: mention.modality.value === "denied",
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

type Unranked = Omit<Telling, "rank">

/** Oldest first: publication (unknown last), then report id, then place in the report, then mention id. */
function compareAge(a: Unranked, b: Unranked): number {
  const [x, y] = [a.publishedMs ?? Number.POSITIVE_INFINITY, b.publishedMs ?? Number.POSITIVE_INFINITY]
  if (x !== y) return x < y ? -1 : 1
  return (
    compareText(a.mention.report, b.mention.report) ||
    a.mention.trigger.start - b.mention.trigger.start ||
    compareText(a.mention.id, b.mention.id)
  )
}

/** The mentions of some reports in canonical order, whatever order they came in. */
export function tellingsOf(coded: readonly Coded[], parents: Parents): Telling[] {
  const all: Unranked[] = []
  for (const { head, mentions } of coded) {
    const publishedMs = head.published === null ? null : instantMs(head.published)
    for (const mention of mentions) all.push(tellingOf(mention, head, publishedMs, parents))
  }
  return all.sort(compareAge).map((telling, rank) => ({ rank, ...telling }))
}
