import { z } from "zod"

/** How sure a value is; order matters: stated > inferred > assumed. */
export const CERTAINTIES = ["stated", "inferred", "assumed"] as const
export const Certainty = z.enum(CERTAINTIES)
export type Certainty = z.infer<typeof Certainty>

/** Negative when `a` is surer than `b`. */
export function compareCertainty(a: Certainty, b: Certainty): number {
  return CERTAINTIES.indexOf(a) - CERTAINTIES.indexOf(b)
}

/** Half-open UTF-16 offsets into `Report.text`. Empty spans are not allowed. */
export const Span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((s) => s.end > s.start, "a span is not empty")
export type Span = z.infer<typeof Span>

/** A span that carries its words. */
export const Quote = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive(), text: z.string().min(1) })
  .refine((q) => q.end > q.start, "a quote is not empty")
export type Quote = z.infer<typeof Quote>

/**
 * A value with the words it stands on. `spans` is empty only when the value is assumed, or when it comes from
 * outside the text, which `origin` then names ("meta:article:published_time", "json-ld:datePublished", "url",
 * "given" for what whoever added the page declared). `raw` is the text of the first span, or the words at the origin.
 */
export interface Attested<T> {
  value: T
  certainty: Certainty
  spans: Span[]
  raw: string | null
  /** Who says that the words mean this: "lexicon-en@1", "clean@1", "human:<id>". */
  by: string
  /** Stable code for how it was reached, e.g. "when/publication-day", "where/admin-parent". */
  why?: string | undefined
  origin?: string | undefined
  /** Indices into `Mention.saidBy` of those who say this very value; absent where all of them do. */
  saidBy?: number[] | undefined
}

export function attested<T extends z.ZodType>(value: T) {
  return z
    .strictObject({
      value,
      certainty: Certainty,
      spans: z.array(Span),
      raw: z.string().min(1).nullable(),
      by: z.string().min(1),
      why: z.string().min(1).optional(),
      origin: z.string().min(1).optional(),
      saidBy: z.array(z.int().nonnegative()).optional(),
    })
    .refine(
      (a) => a.spans.length > 0 || a.certainty === "assumed" || a.origin !== undefined,
      "a value that is not assumed has spans, or names its origin outside the text",
    )
}
