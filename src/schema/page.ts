import { z } from "zod"
import { Instant } from "./instant.ts"

/** The bytes that were captured; never changed. `body` is text, or base64 where `encoding` says so (any charset). */
export const Page = z.strictObject({
  id: z.string().min(1),
  url: z.string().nullable(),
  outlet: z.string().nullable(),
  fetchedAt: Instant,
  /** SHA-256 of the bytes, 64 hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  mime: z.string().min(1),
  body: z.string(),
  encoding: z.literal("base64").optional(),
  /** Charset named by the transport, if any ("windows-1256"). */
  charset: z.string().optional(),
  /** File name or line that it came from, for messages. */
  name: z.string().optional(),
  /** What whoever added the page declares about it; cleaning attests it with origin "given". */
  given: z
    .strictObject({ title: z.string().min(1).optional(), published: Instant.optional(), lang: z.string().optional() })
    .optional(),
})
export type Page = z.infer<typeof Page>
