import type { EventCard, EventDetail } from "../api/shapes.ts"

/** An event as lists show it, from its full record. */
export function cardOf({ event, mentions }: EventDetail): EventCard {
  const names = (side: { best: { name: string } | null }[]) =>
    side.flatMap((a) => (a.best === null ? [] : [a.best.name]))
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
    quote: mentions[0]?.mention.quote.text ?? "",
  }
}
