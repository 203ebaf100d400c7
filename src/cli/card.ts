import type { Actor, Attested, Event, Harm, Mention, Speaker, When, Where } from "../schema/index.ts"

/** Short readable forms of values, for terminals. */
export function whenText(when: When | null): string {
  if (when === null) return "unknown"
  const days = when.start === when.end ? when.start : `${when.start} … ${when.end}`
  return when.precision === "day" || when.precision === "hour" ? days : `${days} (to the ${when.precision})`
}

export function whereText(where: Where | null): string {
  if (where === null) return "unknown"
  const within = [where.admin1, where.country].filter((part) => part !== null && part !== where.name)
  const radius = where.radiusKm === null ? "" : `, within ${where.radiusKm} km`
  const point = where.lat === null || where.lon === null ? "" : ` ${where.lat.toFixed(3)}, ${where.lon.toFixed(3)}`
  return `${[where.name, ...within].join(", ")} (${where.precision}${radius})${point}`
}

export function actorText(actor: Actor): string {
  return [actor.name, actor.rank, actor.kind].filter((part) => part !== undefined).join(", ")
}

export function harmText(harm: Harm): string {
  const { min, max } = harm
  const number =
    min === null && max === null
      ? "an unknown number"
      : min === max
        ? `${min}`
        : max === null
          ? `at least ${min}`
          : min === null
            ? `at most ${max}`
            : `${min} to ${max}`
  const notes = [harm.cumulative ? "a total over many incidents" : "", harm.partOf ? "part of another figure" : ""]
  const extra = notes.filter((note) => note !== "").join(", ")
  return `${harm.kind}: ${harm.approximate ? "about " : ""}${number} ${harm.who}${extra ? ` (${extra})` : ""}`
}

export function speakerText(speaker: Speaker): string {
  return `${speaker.name} (${speaker.kind})`
}

export interface FieldValue {
  field: string
  text: string
  value: Attested<unknown>
}

/** Every attested value of a mention, in reading order. */
export function fieldValues(mention: Mention): FieldValue[] {
  const many = <T>(field: string, values: Attested<T>[], text: (value: T) => string) =>
    values.map((value) => ({ field, text: text(value.value), value }))
  return [
    ...many("type", [mention.type], String),
    ...many("modality", [mention.modality], String),
    ...many("when", mention.when ? [mention.when] : [], whenText),
    ...many("where", mention.where, whereText),
    ...many("actor", mention.actors, actorText),
    ...many("target", mention.targets, actorText),
    ...many("thing", mention.things, (thing) => `${thing.name} (${thing.role})`),
    ...many("harm", mention.harm, harmText),
    ...many("said by", mention.saidBy, speakerText),
  ]
}

export function headline(event: Event): string {
  const { type, when, where, modality } = event
  const mode = modality.best === null || modality.best === "actual" ? "" : ` (${modality.best})`
  return `${type.best ?? "unknown"}${mode}, ${whereText(where.best)}, ${whenText(when.best)}`
}
