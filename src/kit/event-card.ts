import type { Event } from "../schema/index.ts"

/** An event as lists show it: its best values, and the sentence that tells it first. */
export function eventCard(event: Event, quote: string) {
  const names = (sides: Event["actors"]) => sides.flatMap((side) => side.best?.name ?? [])
  return {
    id: event.id,
    type: event.type.best,
    modality: event.modality.best,
    grade: event.grade,
    outlets: event.outlets,
    origins: event.origins,
    mentions: event.mentions.length,
    when: event.when.best,
    whenCertainty: event.when.certainty,
    where: event.where.best,
    whereCertainty: event.where.certainty,
    actors: names(event.actors),
    targets: names(event.targets),
    harm: event.harm,
    quote,
  }
}
