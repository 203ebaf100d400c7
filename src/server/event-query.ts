import { z } from "@hono/zod-openapi"
import { UsageError } from "../errors.ts"
import { EventType, GRADES, IsoDate, Modality } from "../schema/index.ts"
import type { EventFilter, EventQuery } from "../store/desk.ts"

const MAX_LIST_VALUES = 100
const MAX_TEXT_CHARS = 300

/** A parameter that may be repeated: `type=shelling&type=siege`. */
function listOf<T extends z.ZodType>(item: T, values: readonly string[] | null) {
  const items = values === null ? { type: "string" as const } : { type: "string" as const, enum: [...values] }
  return z
    .preprocess((v) => (typeof v === "string" ? [v] : v), z.array(item).max(MAX_LIST_VALUES))
    .optional()
    .openapi({ type: "array", items })
}

const words = z.string().trim().min(1).max(MAX_TEXT_CHARS)

const Bbox = z
  .string()
  .regex(/^-?\d{1,3}(\.\d{1,10})?(,-?\d{1,3}(\.\d{1,10})?){3}$/, "give west,south,east,north in degrees")
  .openapi({
    description: "west,south,east,north in degrees; west > east crosses the date line",
    example: "35,32,43,38",
  })

export const FilterParams = z.strictObject({
  type: listOf(EventType, EventType.options),
  modality: listOf(Modality, Modality.options),
  grade: listOf(z.enum(GRADES), GRADES),
  actor: listOf(words, null),
  outlet: listOf(words, null),
  country: listOf(words, null),
  place: words.optional(),
  bbox: Bbox.optional(),
  from: IsoDate.optional().openapi({ type: "string", format: "date" }),
  to: IsoDate.optional().openapi({ type: "string", format: "date" }),
  q: words.optional().openapi({ description: "words in the telling sentences, places and actors" }),
  minOrigins: z.coerce.number().int().min(1).max(1000).optional(),
})
export type FilterParams = z.infer<typeof FilterParams>

export const SORTS = ["newest", "oldest", "origins", "killed"] as const

export const ListParams = FilterParams.extend({
  sort: z.enum(SORTS).default("newest"),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().min(1).max(500).optional(),
  facets: z.enum(["0", "1"]).default("0").openapi({ description: "1 adds counts per type, modality, grade, actor …" }),
})

/** Drops the keys whose value is undefined. */
function given<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as never
}

function boxOf(text: string | undefined): [number, number, number, number] | undefined {
  if (text === undefined) return undefined
  const [west = 0, south = 0, east = 0, north = 0] = text.split(",").map(Number)
  const valid = Math.abs(west) <= 180 && Math.abs(east) <= 180 && south >= -90 && north <= 90 && south <= north
  if (!valid) throw new UsageError(`bbox ${text} is not a box on Earth`, { wayOut: "give west,south,east,north" })
  return [west, south, east, north]
}

/** @throws UsageError for a box or an interval that cannot be */
export function filterOf(params: FilterParams): EventFilter {
  if (params.from !== undefined && params.to !== undefined && params.from > params.to) {
    throw new UsageError(`from ${params.from} is after to ${params.to}`)
  }
  const { type: types, modality, grade, actor, outlet, country, place, from, to, q: text, minOrigins } = params
  const box = boxOf(params.bbox)
  return given({
    types,
    modality,
    grade,
    actor,
    outlet,
    country,
    place,
    box,
    from,
    to,
    text,
    minOrigins,
  }) as EventFilter
}

export function queryOf(params: z.infer<typeof ListParams>): EventQuery {
  const { sort, limit, cursor, facets, ...filter } = params
  return { ...filterOf(filter), sort, limit, facets: facets === "1", ...(cursor === undefined ? {} : { cursor }) }
}
