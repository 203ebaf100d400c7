import { z } from "zod"
import { Instant } from "./instant.ts"

const decision = {
  id: z.string().min(1),
  by: z.string().min(1),
  at: Instant,
  why: z.string().nullable(),
  /** The decision that this one replaces. Nothing a human decided is changed or deleted. */
  supersedes: z.string().nullable(),
}

/** A human's word on two mentions. "withdrawn" undoes the one it supersedes. */
export const Judgement = z.strictObject({
  ...decision,
  a: z.string().min(1),
  b: z.string().min(1),
  verdict: z.enum(["same", "different", "unsure", "withdrawn"]),
})
export type Judgement = z.infer<typeof Judgement>

export const REVIEW_FIELDS = [
  "type",
  "modality",
  "when",
  "where",
  "actors",
  "targets",
  "harm",
  "saidBy",
  "mention",
] as const

/** A human's word on one field of a mention ("mention" is the mention as a whole). `value` is given with "correct". */
export const Review = z.strictObject({
  ...decision,
  mention: z.string().min(1),
  field: z.enum(REVIEW_FIELDS),
  verdict: z.enum(["confirm", "correct", "reject", "withdrawn"]),
  value: z.unknown().optional(),
})
export type Review = z.infer<typeof Review>
