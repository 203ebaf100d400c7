import { canonicalJson } from "../src/kit/hash.ts"
import { mentionId } from "../src/kit/ids.ts"
import { Coded, type Event, Mention, Report, type Span } from "../src/schema/index.ts"

/** One breach of an invariant of ARCHITECTURE.md: which, where, and what was seen. */
export interface Breach {
  invariant: 1 | 2 | 3 | 6 | 7 | "schema"
  at: string
  saw: string
}

interface AttestedLike {
  value: unknown
  certainty: "stated" | "inferred" | "assumed"
  spans: Span[]
  raw: string | null
  origin?: string
}

function isAttested(value: unknown): value is AttestedLike {
  return typeof value === "object" && value !== null && "certainty" in value && "spans" in value && "value" in value
}

interface Visit {
  at: string
  value: unknown
}

/** Every value below `root`, with its path. */
function* walk(root: unknown, at: string): Generator<Visit> {
  yield { at, value: root }
  if (typeof root !== "object" || root === null) return
  for (const [key, value] of Object.entries(root)) yield* walk(value, `${at}.${key}`)
}

function spanBreach(span: Span, text: string, at: string): Breach[] {
  const inside = span.start >= 0 && span.start < span.end && span.end <= text.length
  if (inside && text.slice(span.start, span.end).trim() !== "") return []
  return [{ invariant: 1, at, saw: `span ${span.start}–${span.end} of a text of ${text.length} holds no words` }]
}

/** Invariant 1, for one attested value: spans hold words, and raw is the first one's text. */
function attestedBreaches(value: AttestedLike, text: string, at: string): Breach[] {
  const breaches = value.spans.flatMap((span, i) => spanBreach(span, text, `${at}.spans.${i}`))
  const first = value.spans[0]
  if (value.certainty !== "assumed" && first === undefined && value.origin === undefined)
    breaches.push({ invariant: 1, at, saw: "not assumed, but without spans or origin" })
  if (first !== undefined && value.raw !== text.slice(first.start, first.end))
    breaches.push({ invariant: 1, at, saw: `raw ${JSON.stringify(value.raw)} is not the text of its first span` })
  return breaches
}

function quoteBreaches(value: object, text: string, at: string): Breach[] {
  const quote = value as { start: number; end: number; text: string }
  if (text.slice(quote.start, quote.end) === quote.text) return spanBreach(quote, text, at)
  return [{ invariant: 1, at, saw: `quote ${JSON.stringify(quote.text)} is not the text at its place` }]
}

const NO_VALUE = new Set(["", "null", "undefined", "unknown", "n/a", "none", "nan"])

/** Invariant 6: nothing pretends to be a value: empty words, 1970, coordinates 0,0, a name that says "unknown". */
function unknownBreaches(value: unknown, at: string): Breach[] {
  const key = at.slice(at.lastIndexOf(".") + 1)
  if (typeof value === "number" && !Number.isFinite(value)) return [{ invariant: 6, at, saw: String(value) }]
  if (["name", "country", "admin1", "placeId", "actorId", "raw"].includes(key) && typeof value === "string") {
    if (NO_VALUE.has(value.trim().toLowerCase())) return [{ invariant: 6, at, saw: JSON.stringify(value) }]
  }
  if (typeof value === "string" && (key === "start" || key === "published") && value.startsWith("1970-01-01"))
    return [{ invariant: 6, at, saw: value }]
  if (typeof value === "object" && value !== null && "lat" in value && "lon" in value)
    if ((value.lat === 0 && value.lon === 0) || (value.lat === null) !== (value.lon === null))
      return [{ invariant: 6, at, saw: `lat ${value.lat}, lon ${value.lon}` }]
  return []
}

function valueBreaches(root: unknown, text: string, at: string): Breach[] {
  return [...walk(root, at)].flatMap(({ at, value }) => {
    const breaches = unknownBreaches(value, at)
    if (isAttested(value)) breaches.push(...attestedBreaches(value, text, at))
    else if (typeof value === "object" && value !== null && "text" in value && "start" in value && "end" in value)
      breaches.push(...quoteBreaches(value, text, at))
    return breaches
  })
}

const CERTAINTY_ORDER = { stated: 0, inferred: 1, assumed: 2 }

/** Invariant 2 within a mention: no assumed value of the same name stands before a surer one. */
function rankBreaches(mention: Mention, at: string): Breach[] {
  return (["actors", "targets", "saidBy", "harm"] as const).flatMap((field) => {
    const seen = new Map<string, number>()
    return mention[field].flatMap((value, i) => {
      const key = canonicalJson(value.value)
      const rank = CERTAINTY_ORDER[value.certainty]
      const before = seen.get(key)
      seen.set(key, Math.min(rank, before ?? rank))
      const outranked = before === 2 && rank < 2
      return outranked
        ? [{ invariant: 2, at: `${at}.${field}.${i}`, saw: "stands behind an assumed same value" } as const]
        : []
    })
  })
}

function schemaBreach(
  parsed: { success: boolean; error?: { issues: readonly { path: PropertyKey[]; message: string }[] } },
  at: string,
): Breach[] {
  const issue = parsed.error?.issues[0]
  return parsed.success || !issue
    ? []
    : [{ invariant: "schema", at: `${at}.${issue.path.join(".")}`, saw: issue.message }]
}

/** Walks a report and what was made of it: invariants 1, 2, 6 and 7, and the schema. */
export function reportBreaches(report: Report, coded: Coded): Breach[] {
  const at = report.id
  const breaches = [
    ...schemaBreach(Report.safeParse(report), at),
    ...schemaBreach(Coded.safeParse({ ...coded, mentions: [] }), at),
    ...valueBreaches({ published: report.published, dateline: report.dateline, wire: report.wire }, report.text, at),
  ]
  if (coded.report !== report.id) breaches.push({ invariant: 7, at, saw: `coded names report ${coded.report}` })
  const ids = new Set<string>()
  for (const mention of coded.mentions) {
    breaches.push(...schemaBreach(Mention.safeParse(mention), mention.id))
    breaches.push(...valueBreaches(mention, report.text, mention.id), ...rankBreaches(mention, mention.id))
    if (mention.id !== mentionId(report.id, mention.type.value, mention.quote.text))
      breaches.push({ invariant: 7, at: mention.id, saw: "is not the id of its report, type and quote" })
    if (ids.has(mention.id)) breaches.push({ invariant: 7, at: mention.id, saw: "names two mentions of one report" })
    ids.add(mention.id)
  }
  return breaches
}

/** Invariant 3: two runs over the same input agree byte for byte. */
export function sameBytes(first: unknown, second: unknown, at: string): Breach[] {
  const [a, b] = [JSON.stringify(first), JSON.stringify(second)]
  if (a === b) return []
  const from = [...a].findIndex((char, i) => char !== b[i])
  return [{ invariant: 3, at, saw: `${a.slice(from, from + 60)} / ${b.slice(from, from + 60)}` }]
}

/** Invariant 2 over an event: a best value that is only assumed has no surer alternative. */
export function eventBreaches(event: Event, mentions: ReadonlyMap<string, Mention>): Breach[] {
  const surest = (support: readonly string[]) =>
    Math.min(2, ...support.map((id) => CERTAINTY_ORDER[mentions.get(id)?.when?.certainty ?? "assumed"]))
  if (event.when.best === null || event.when.certainty !== "assumed") return []
  const surer = event.when.alternatives.filter((a) => surest(a.support) < 2)
  return surer.map((a) => ({ invariant: 2, at: `${event.id}.when`, saw: `assumed, beside ${JSON.stringify(a.value)}` }))
}
