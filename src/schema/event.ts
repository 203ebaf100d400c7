import { z } from "zod"
import { Certainty } from "./attested.ts"
import { When } from "./instant.ts"
import { Actor, EventType, Harm, Modality, Where } from "./mention.ts"

const support = z.array(z.string().min(1))

/** The value that the rule picks, the mentions that carry it, and every other value with its own. */
export function resolved<T extends z.ZodType>(value: T) {
  return z.strictObject({
    best: value.nullable(),
    /** Certainty of the best value's surest support; null where best is null. */
    certainty: Certainty.nullable(),
    rule: z.string().min(1),
    support,
    alternatives: z.array(z.strictObject({ value, support })),
  })
}
export interface Resolved<T> {
  best: T | null
  certainty: Certainty | null
  rule: string
  support: string[]
  alternatives: { value: T; support: string[] }[]
}

/** Codebook, section 6. "unsupported": only planned, threatened or hypothetical tellings, which are no event yet. */
export const GRADES = ["confirmed", "fair", "weak", "contested", "discounted", "unsupported"] as const

/** One kind of harm to one group: the spread over all claims, beside the picked value. */
export const EventHarm = resolved(Harm).extend({
  low: z.int().nonnegative().nullable(),
  high: z.int().nonnegative().nullable(),
})
export type EventHarm = z.infer<typeof EventHarm>

/** The merged record of mentions judged to be the same; derived, rebuildable. */
export const Event = z.strictObject({
  id: z.string().min(1),
  /** Oldest first. */
  mentions: z.array(z.string()).min(1),
  reports: z.array(z.string()).min(1),
  /** How many distinct outlets, and how many independent origins. */
  outlets: z.int().nonnegative(),
  origins: z.int().positive(),
  grade: z.enum(GRADES),
  gradeWhy: z.string().min(1),
  type: resolved(EventType),
  modality: resolved(Modality),
  when: resolved(When),
  where: resolved(Where),
  actors: z.array(resolved(Actor)),
  targets: z.array(resolved(Actor)),
  harm: z.array(EventHarm),
})
export type Event = z.infer<typeof Event>

/** Why two mentions were joined or kept apart; every score explains itself. */
export const Link = z.strictObject({
  a: z.string(),
  b: z.string(),
  score: z.number().min(0).max(1),
  joined: z.boolean(),
  reasons: z.array(z.strictObject({ comparator: z.string(), score: z.number(), words: z.string() })),
})
export type Link = z.infer<typeof Link>
