import type { Actor, EventType, Harm, Modality, Speaker, Thing, When, Where } from "../api/shapes.ts"
import type { ClaimField } from "../state/claims.ts"
import { typeLabel } from "../state/codebook.svelte.ts"
import { formatActor, formatHarm, formatSpeaker, formatWhen, formatWhere } from "./format.ts"
import { t } from "./index.ts"

/** A claim's value in words. The field says of what kind the value is. */
export function claimText(field: ClaimField, value: unknown): string {
  switch (field) {
    case "type":
      return typeLabel(value as EventType) ?? t.unknown
    case "modality":
      return t.modality[value as Modality]
    case "when":
      return formatWhen(value as When)
    case "where":
      return formatWhere(value as Where)
    case "actors":
    case "targets":
      return formatActor(value as Actor)
    case "harm":
      return formatHarm(value as Harm)
    case "things":
      return (value as Thing).name
    case "saidBy":
      return formatSpeaker(value as Speaker)
  }
}

/** What else is worth saying of a value, beside it: how fine a date or a place is. */
export function claimNote(field: ClaimField, value: unknown): string | null {
  if (field === "when") return t.whenPrecision[(value as When).precision]
  if (field === "where") {
    const { precision, radiusKm } = value as Where
    const radius = radiusKm === null || radiusKm === 0 ? "" : `, ± ${radiusKm.toLocaleString(t.lang)} km`
    return `${t.precision[precision]}${radius}`
  }
  return null
}
