import type { Event, Resolved, Where } from "../schema/index.ts"
import { withoutName } from "./persons.ts"

/** How much an export tells. */
export interface ShareOptions {
  /** Keep the names of private persons. */
  withPersons?: boolean
  /** Grid to which coordinates are rounded, in kilometres. */
  coarsenKm?: number
  /** Leave out events that ended less than so many days ago, and those of unknown date. */
  delayDays?: number
  /** The day from which a delay counts. */
  today?: Date
}

const KM_PER_DEGREE = 111.195
const DAY_MS = 86_400_000

/** Whether an event is old enough to be told. */
export function isDue(event: Event, { delayDays, today = new Date() }: ShareOptions): boolean {
  if (delayDays === undefined) return true
  const when = event.when.best
  if (when === null) return false
  return Date.parse(`${when.end}T00:00:00Z`) <= today.getTime() - delayDays * DAY_MS
}

/** The event as an export may tell it. */
export function shared(event: Event, options: ShareOptions): Event {
  const actor = options.withPersons ? <T>(value: T) => value : withoutName
  const where = (value: Where) => coarsened(value, options.coarsenKm)
  return {
    ...event,
    where: mapped(event.where, where),
    actors: event.actors.map((side) => mapped(side, actor)),
    targets: event.targets.map((side) => mapped(side, actor)),
  }
}

function mapped<T>(resolved: Resolved<T>, change: (value: T) => T): Resolved<T> {
  return {
    ...resolved,
    best: resolved.best === null ? null : change(resolved.best),
    alternatives: resolved.alternatives.map(({ value, support }) => ({ value: change(value), support })),
  }
}

/**
 * Moves a point to the middle of its grid cell (cells of equal height in degrees, widened by 1/cos latitude), and says
 * so: the radius covers the cell, the precision is at best "near", and a name that would give the place away goes.
 */
export function coarsened(where: Where, km: number | undefined): Where {
  if (km === undefined || where.lat === null || where.lon === null) return where
  const step = km / KM_PER_DEGREE
  const lat = clamp(cell(where.lat, step), 90)
  const wide = Math.min(step / Math.max(Math.cos((lat * Math.PI) / 180), 0.01), 180)
  const lon = clamp(cell(where.lon, wide), 180)
  const fine = where.precision === "exact" || where.precision === "near"
  const reach = Math.ceil(km * Math.SQRT1_2)
  return {
    ...where,
    ...(fine ? { name: where.admin1 ?? where.country ?? "area", placeId: null, precision: "near" as const } : {}),
    lat,
    lon,
    radiusKm: where.radiusKm === null ? null : Math.max(where.radiusKm, reach),
  }
}

function cell(degrees: number, step: number): number {
  return Number(((Math.floor(degrees / step) + 0.5) * step).toFixed(5))
}

function clamp(value: number, limit: number): number {
  return Math.max(-limit, Math.min(limit, value))
}
