import { speakersOf } from "../../src/kit/speakers-of.ts"
import type { Attested, Event, EventDetail, Mention, MentionAnswer, Resolved } from "../api/shapes.ts"

/** Fields of a mention that can be claimed, in the order in which they are shown. */
export const CLAIM_FIELDS = [
  "type",
  "modality",
  "when",
  "where",
  "actors",
  "targets",
  "harm",
  "things",
  "saidBy",
] as const
export type ClaimField = (typeof CLAIM_FIELDS)[number]
type Value = Attested<unknown>

/** One value of one field, as one report tells it. */
export interface Claim {
  field: ClaimField
  /** Place in the field's list of values; 0 where a field has one. */
  index: number
  key: string
  value: Value
  from: MentionAnswer
  /** True where the event's rule picked this value. */
  chosen: boolean
}

/** Who says this value, nearest first: a toll may have a speaker of its own. */
export function speakersOfClaim({ value, from }: Claim): string[] {
  return speakersOf(from.mention, value).map((s) => s.value.name)
}

export function claimKey(mention: string, field: ClaimField, index: number): string {
  return `${mention}.${field}.${index}`
}

export interface ClaimRef {
  mention: string
  field: ClaimField
  index: number
}

export function parseClaimKey(key: string | null): ClaimRef | null {
  const [mention, field, index] = (key ?? "").split(".")
  const known = CLAIM_FIELDS.find((f) => f === field)
  const at = Number(index)
  return mention && known && Number.isInteger(at) && at >= 0 ? { mention, field: known, index: at } : null
}

export function valuesOf(mention: Mention, field: ClaimField): Value[] {
  const value = mention[field]
  if (value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function sameValue(a: unknown, b: unknown): boolean {
  return stable(a) === stable(b)
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, v: unknown) =>
    v !== null && typeof v === "object" && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  )
}

/** The resolved values of an event that a field's claims feed. */
export function resolvedOf(event: Event, field: ClaimField): Resolved<unknown>[] {
  if (field === "things" || field === "saidBy") return []
  const value = event[field]
  return Array.isArray(value) ? value : [value]
}

/** Every claim on one field, chosen values first, then in the order of the mentions. */
export function claimsOn(detail: EventDetail, field: ClaimField): Claim[] {
  const best = resolvedOf(detail.event, field)
  const claims = detail.mentions.flatMap((from) =>
    valuesOf(from.mention, field).map((value, index): Claim => {
      const { id } = from.mention
      const chosen = best.some((r) => r.support.includes(id) && sameValue(r.best, value.value))
      return { field, index, key: claimKey(id, field, index), value, from, chosen }
    }),
  )
  return [...claims.filter((c) => c.chosen), ...claims.filter((c) => !c.chosen)]
}
