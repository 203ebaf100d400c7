import type { Kysely } from "kysely"
import { isoOfDay } from "../days.ts"
import type { EventFilter, EventPoint } from "../desk.ts"
import type { Tables } from "../tables.ts"
import { filtered } from "./filter.ts"

const MAX_POINTS = 50_000

/** The events of a filter that have a point, for the map. */
export async function points(db: Kysely<Tables>, filter: EventFilter): Promise<EventPoint[]> {
  const rows = await filtered(db.selectFrom("events"), filter)
    .select(["id", "lat", "lon", "radius_km", "precision", "type", "modality", "grade", "start_day"])
    .where("lat", "is not", null)
    .orderBy("seq")
    .limit(MAX_POINTS)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    lat: row.lat ?? 0,
    lon: row.lon ?? 0,
    radiusKm: row.radius_km,
    precision: row.precision as EventPoint["precision"],
    type: row.type as EventPoint["type"],
    modality: row.modality as EventPoint["modality"],
    grade: row.grade as EventPoint["grade"],
    start: row.start_day === null ? null : isoOfDay(row.start_day),
  }))
}
