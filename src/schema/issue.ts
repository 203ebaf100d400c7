import { z } from "zod"
import { Span } from "./attested.ts"

export const STAGES = ["connect", "clean", "code", "link", "store", "export", "review"] as const

/** Something a person should know about one input. Codes are stable: "clean/no-text", "when/no-anchor". */
export const Issue = z.strictObject({
  code: z.string().regex(/^[a-z]+(\/[a-z0-9-]+)+$/),
  severity: z.enum(["info", "warning", "error"]),
  stage: z.enum(STAGES),
  message: z.string().min(1),
  /** The page, report, mention, judgement, review, file or line that it is about. */
  ref: z.string().optional(),
  span: Span.optional(),
})
export type Issue = z.infer<typeof Issue>

/** What every stage returns. `value` is null where nothing could be made of the input; an issue then says why. */
export interface Outcome<T> {
  value: T
  issues: Issue[]
}
