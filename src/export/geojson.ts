import type { Event } from "../schema/index.ts"
import type { Desk } from "../store/desk.ts"
import { isDue, type ShareOptions, shared } from "./share.ts"

/**
 * A FeatureCollection (RFC 7946; WGS 84, longitude first), one feature per line. Events of unknown place are features
 * without a geometry, as section 3.2 of the RFC has it.
 */
export async function* geojson(desk: Desk, options: ShareOptions): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let separator = ""
  for await (const event of desk.allEvents()) {
    if (!isDue(event, options)) continue
    yield `${separator}${JSON.stringify(featureOf(shared(event, options)))}`
    separator = ",\n"
  }
  yield "\n]}\n"
}

function featureOf(event: Event): object {
  const where = event.where.best
  const point = where === null || where.lat === null || where.lon === null ? null : [round(where.lon), round(where.lat)]
  const names = (sides: Event["actors"]) => sides.flatMap((side) => side.best?.name ?? [])
  return {
    type: "Feature",
    id: event.id,
    geometry: point === null ? null : { type: "Point", coordinates: point },
    properties: {
      type: event.type.best,
      modality: event.modality.best,
      grade: event.grade,
      outlets: event.outlets,
      origins: event.origins,
      start: event.when.best?.start ?? null,
      end: event.when.best?.end ?? null,
      whenPrecision: event.when.best?.precision ?? null,
      whenCertainty: event.when.certainty,
      place: where?.name ?? null,
      precision: where?.precision ?? null,
      radiusKm: where?.radiusKm ?? null,
      whereCertainty: event.where.certainty,
      country: where?.country ?? null,
      admin1: where?.admin1 ?? null,
      actors: names(event.actors),
      targets: names(event.targets),
      harm: event.harm.flatMap(({ best, low, high }) => (best === null ? [] : [{ ...best, low, high }])),
    },
  }
}

/** Six decimals are a tenth of a metre; more only looks exact (RFC 7946, 11.2). */
function round(degrees: number): number {
  return Number(degrees.toFixed(6))
}
