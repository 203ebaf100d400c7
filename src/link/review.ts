import { canonicalJson } from "../kit/hash.ts"
import {
  Actor,
  type Attested,
  attested,
  type Coded,
  EventType,
  Harm,
  type Issue,
  type Mention,
  Modality,
  type Review,
  Speaker,
  When,
  Where,
} from "../schema/index.ts"
import { standing } from "./judgement.ts"

const VALUES = {
  type: EventType,
  modality: Modality,
  when: When,
  where: Where,
  actors: Actor,
  targets: Actor,
  harm: Harm,
  saidBy: Speaker,
} as const
const ATTESTED = Object.fromEntries(Object.entries(VALUES).map(([field, schema]) => [field, attested(schema)]))
type Field = keyof typeof VALUES
const LISTS: ReadonlySet<string> = new Set(["where", "actors", "targets", "harm", "saidBy"])
const REQUIRED: ReadonlySet<string> = new Set(["type", "modality"])

export interface Reviewed {
  coded: Coded[]
  /** The standing reviews of each mention, oldest first, confirmations included. */
  applied: ReadonlyMap<string, readonly Review[]>
  issues: Issue[]
}

function issue(code: string, message: string, review: Review): Issue {
  return { code, severity: "warning", stage: "review", message, ref: review.id }
}

/** What a person enters: a bare value, or one with its own spans. Null where it fits neither. */
function readValue(field: Field, given: unknown, review: Review): Attested<unknown> | null {
  const by = review.by.startsWith("human:") ? review.by : `human:${review.by}`
  const whole = ATTESTED[field]?.safeParse(given)
  if (whole?.success) return { ...(whole.data as Attested<unknown>), by }
  const bare = VALUES[field].safeParse(given)
  if (!bare.success) return null
  const origin = `review:${review.id}`
  return { value: bare.data, certainty: "stated", spans: [], raw: null, by, why: "review/correct", origin }
}

type Fields = Record<string, unknown>

function correct(mention: Mention, review: Review, field: Field): Mention | Issue {
  const given = review.value ?? null
  if (given === null && field === "when") return { ...mention, when: null }
  const list = LISTS.has(field)
  const items = list && Array.isArray(given) ? given : [given]
  const read = items.map((item) => readValue(field, item, review))
  if (read.some((item) => item === null)) {
    const message = `review ${review.id} corrects "${field}" with a value that does not fit it; the mention stays as it was`
    return issue("review/bad-value", message, review)
  }
  return withSpeakers({ ...mention, [field]: list ? read : read[0] } as Mention, field)
}

/** Values that name some of the speakers by their place in the list name nobody in particular once the list has changed. */
function withSpeakers(mention: Mention, field: Field): Mention {
  if (field !== "saidBy") return mention
  return { ...mention, harm: mention.harm.map(({ saidBy: _, ...toll }) => toll) }
}

/** Drops the value, or, of a list and with a value given, the entries equal to it. Null drops the mention. */
function reject(mention: Mention, review: Review, field: Field): Mention | Issue | null {
  if (REQUIRED.has(field)) return null
  if (!LISTS.has(field)) return { ...mention, [field]: null } as Mention
  if (review.value === undefined || review.value === null)
    return withSpeakers({ ...mention, [field]: [] } as Mention, field)
  const doomed = canonicalJson(review.value)
  const entries = (mention as unknown as Fields)[field] as Attested<unknown>[]
  const kept = entries.filter((e) => canonicalJson(e.value) !== doomed && canonicalJson(e) !== doomed)
  if (kept.length < entries.length) return withSpeakers({ ...mention, [field]: kept } as Mention, field)
  const message = `review ${review.id} rejects a value of "${field}" that mention ${mention.id} does not have`
  return issue("review/unknown-value", message, review)
}

function step(mention: Mention, review: Review): Mention | Issue | null {
  if (review.verdict === "confirm" || review.verdict === "withdrawn") return mention
  if (review.field !== "mention")
    return review.verdict === "correct" ? correct(mention, review, review.field) : reject(mention, review, review.field)
  if (review.verdict === "reject") return null
  return issue("review/bad-value", `review ${review.id} corrects a whole mention; correct its fields instead`, review)
}

function isIssue(x: Mention | Issue): x is Issue {
  return "code" in x
}

/** A mention after its reviews, oldest first; null where a human rejected it, or its type or modality. */
function reviewMention(mention: Mention, reviews: readonly Review[], issues: Issue[]): Mention | null {
  let now = mention
  for (const review of reviews) {
    const next = step(now, review)
    if (next === null) return null
    if (isIssue(next)) issues.push(next)
    else now = next
  }
  return now
}

/**
 * One word counts per mention and field: the latest that nothing supersedes. Rejections of single entries of a list
 * name the entry, so each of them counts.
 */
function latestPerField(reviews: readonly Review[]): Review[] {
  const latest = new Map<string, Review>()
  for (const review of standing(reviews)) {
    const entry = review.verdict === "reject" && review.value !== undefined ? canonicalJson(review.value) : ""
    const key = `${review.mention}|${review.field}|${entry}`
    latest.delete(key)
    latest.set(key, review)
  }
  return [...latest.values()]
}

/** Applies what humans said of mentions before anything is linked. The reviews themselves stay as they are. */
export function applyReviews(coded: readonly Coded[], reviews: readonly Review[]): Reviewed {
  const issues: Issue[] = []
  const applied = new Map<string, Review[]>()
  const known = new Set(coded.flatMap((c) => c.mentions.map((m) => m.id)))
  for (const review of latestPerField(reviews)) {
    if (known.has(review.mention)) applied.set(review.mention, [...(applied.get(review.mention) ?? []), review])
    else {
      const message = `review ${review.id} is about mention ${review.mention}, which is not among the input; it is kept for when the mention returns`
      issues.push(issue("link/unknown-mention", message, review))
    }
  }
  if (applied.size === 0) return { coded: [...coded], applied, issues }
  const mentions = (all: readonly Mention[]) =>
    all.map((m) => reviewMention(m, applied.get(m.id) ?? [], issues)).filter((m) => m !== null)
  return { coded: coded.map((c) => ({ ...c, mentions: mentions(c.mentions) })), applied, issues }
}
