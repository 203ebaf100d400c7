import { readFileSync } from "node:fs"
import { z } from "zod"
import { EventType, HARM_KINDS, IsoDate, Modality } from "../src/schema/index.ts"

const modalities = z.string().transform((text) => text.split("|").map((m) => Modality.parse(m)))

/** What the record should say of one incident of `examples/`. */
export const GoldIncident = z.strictObject({
  id: z.string().min(1),
  /** Any of these types is right. */
  types: z.array(EventType).min(1),
  when: z.strictObject({ start: IsoDate, end: IsoDate }),
  /** lat and lon are null where the place cannot be expected of a gazetteer. */
  where: z.strictObject({
    name: z.string(),
    country: z.string().length(2),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
  }),
  modality: Modality,
  /** Heads, any of which is right; [] where nobody is named. */
  actors: z.array(z.string()),
  targets: z.array(z.string()),
  tolls: z.array(
    z.strictObject({
      kind: z.enum(HARM_KINDS),
      min: z.int().nullable(),
      max: z.int().nullable(),
      said: z.string().nullable(),
      report: z.string(),
    }),
  ),
  /** Reports that tell it, with the modalities that are right there. */
  tellings: z.record(z.string(), modalities),
  /** Reports that touch on it: their telling may be joined or not. */
  mayTell: z.array(z.string()),
  /** Independent origins; null where that is a matter of judgement. */
  origins: z.int().positive().nullable(),
  /** Look-alikes that must stay apart from it. */
  notSame: z.array(z.string()),
})
export type GoldIncident = z.infer<typeof GoldIncident>

export function readIncidents(): GoldIncident[] {
  const file = new URL("../tests/incidents/incidents.json", import.meta.url)
  return z.array(GoldIncident).parse(JSON.parse(readFileSync(file, "utf8")))
}
