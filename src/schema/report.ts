import { z } from "zod"
import { attested } from "./attested.ts"
import { Instant } from "./instant.ts"

export const BLOCK_KINDS = ["title", "byline", "heading", "paragraph", "list", "quote", "caption"] as const

/** A run of `Report.text`. Blocks are in order, do not overlap, and are separated by "\n\n". */
export const Block = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  start: z.int().nonnegative(),
  end: z.int().positive(),
})
export type Block = z.infer<typeof Block>

/** A piece of the page that is not part of the report, with the step that removed it and its reason. */
export const Removed = z.strictObject({ step: z.string(), reason: z.string(), text: z.string() })
export type Removed = z.infer<typeof Removed>

/** One article after cleaning. The title, where there is one, is also the first block of `text`. */
export const Report = z.strictObject({
  id: z.string().min(1),
  pageId: z.string().optional(),
  url: z.string().nullable().optional(),
  outlet: z.string().nullable().optional(),
  /** ISO 639-1 code, or "und". */
  lang: z.string().regex(/^[a-z]{2,3}$/),
  title: z.string().min(1).nullable(),
  text: z.string(),
  blocks: z.array(Block).optional(),
  published: attested(Instant).nullable(),
  dateline: attested(z.string()).optional(),
  wire: attested(z.string()).optional(),
  removed: z.array(Removed).optional(),
})
export type Report = z.infer<typeof Report>

/** What later stages need to know of a report without its text; travels with its mentions. */
export const ReportHead = z.strictObject({
  outlet: z.string().nullable(),
  url: z.string().nullable(),
  title: z.string().nullable(),
  lang: z.string(),
  published: Instant.nullable(),
  /** Register id or printed name of the news agency that the report credits. */
  wire: z.string().nullable(),
  /** MinHash signature of the text's word shingles (unsigned 32-bit); [] for a text too short to compare. */
  sketch: z.array(z.int().nonnegative()),
})
export type ReportHead = z.infer<typeof ReportHead>
