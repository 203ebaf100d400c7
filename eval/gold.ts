import { readFileSync } from "node:fs"
import { z } from "zod"
import { EventType, HARM_KINDS, HARM_WHO, IsoDate, Modality, WHEN_PRECISIONS } from "../src/schema/index.ts"

const heads = z.array(z.string().regex(/^\??\S/))

export const GoldHarm = z.strictObject({
  kind: z.enum(HARM_KINDS),
  who: z.enum(HARM_WHO),
  min: z.int().nullable(),
  max: z.int().nullable(),
  approximate: z.boolean().optional(),
  anyWho: z.boolean().optional(),
  optional: z.boolean().optional(),
})
export type GoldHarm = z.infer<typeof GoldHarm>

export const GoldWhen = z.strictObject({
  start: IsoDate,
  end: IsoDate,
  precision: z.enum(WHEN_PRECISIONS),
  optional: z.boolean().optional(),
})
export type GoldWhen = z.infer<typeof GoldWhen>

export const GoldMention = z.strictObject({
  type: EventType,
  or: z.array(EventType).optional(),
  trigger: z.string().min(1),
  modality: Modality,
  actors: heads,
  targets: heads,
  where: heads,
  when: GoldWhen.nullable(),
  harm: z.array(GoldHarm),
  saidBy: heads,
  background: z.boolean().nullable(),
  optional: z.boolean().optional(),
})
export type GoldMention = z.infer<typeof GoldMention>

/** One line of `eval/gold/*.jsonl`; its fields are explained in `eval/gold/README.md`. */
export const GoldSentence = z.strictObject({
  id: z.string().min(1),
  split: z.enum(["dev", "test"]),
  published: IsoDate.nullable(),
  text: z.string().min(1),
  mentions: z.array(GoldMention),
})
export type GoldSentence = z.infer<typeof GoldSentence>

/** Throws, with file and line, for a line that does not fit. */
export function readGold(split: "dev" | "test"): GoldSentence[] {
  const file = new URL(`./gold/${split}.jsonl`, import.meta.url)
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, i) => {
      const parsed = GoldSentence.safeParse(JSON.parse(line))
      if (!parsed.success) throw new Error(`${file.pathname}:${i + 1}: ${z.prettifyError(parsed.error)}`)
      return parsed.data
    })
}
