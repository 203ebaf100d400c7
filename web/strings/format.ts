import type { Actor, Bucket, EventCard, Harm, Speaker, When, Where } from "../api/shapes.ts"
import { typeLabel } from "../state/codebook.svelte.ts"
import { t } from "./index.ts"

const day = new Intl.DateTimeFormat(t.locale, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
const month = new Intl.DateTimeFormat(t.locale, { month: "long", year: "numeric", timeZone: "UTC" })
const shortDay = new Intl.DateTimeFormat(t.locale, { day: "numeric", month: "short", timeZone: "UTC" })

function utc(iso: string): Date {
  return new Date(`${iso.slice(0, 10)}T00:00:00Z`)
}

/** "13 Mar 2021" */
export function formatDay(iso: string): string {
  return day.format(utc(iso))
}

/** "13 Mar 2021, 18:20", with the time as printed. */
export function formatInstant(iso: string): string {
  const time = /T(\d\d:\d\d)/.exec(iso)?.[1]
  return time === undefined ? formatDay(iso) : `${formatDay(iso)}, ${time}`
}

const shortMonth = new Intl.DateTimeFormat(t.locale, { month: "short", year: "numeric", timeZone: "UTC" })

/** The label of a bar: as fine as its bucket. */
export function formatBucket(start: string, bucket: Bucket): string {
  if (bucket === "year") return start.slice(0, 4)
  return bucket === "month" ? shortMonth.format(utc(start)) : formatDay(start)
}

/** An interval no finer than its precision: "March 2021", "2021", "2–9 Apr 2021". */
export function formatWhen(when: When): string {
  if (when.start === when.end) return formatDay(when.start)
  const wholeMonth = when.precision === "month" && when.start.slice(0, 7) === when.end.slice(0, 7)
  if (wholeMonth) return month.format(utc(when.start))
  if (when.precision === "year" && when.start.slice(0, 4) === when.end.slice(0, 4)) return when.start.slice(0, 4)
  const sameYear = when.start.slice(0, 4) === when.end.slice(0, 4)
  return `${sameYear ? shortDay.format(utc(when.start)) : formatDay(when.start)} – ${formatDay(when.end)}`
}

export function formatWhere(where: Where): string {
  const parts = [where.name, where.admin1, where.country === null ? null : countryName(where.country)]
  return parts.filter((p, i) => p !== null && parts.indexOf(p) === i).join(", ")
}

const regions = new Intl.DisplayNames([t.lang], { type: "region" })

export function countryName(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code
}

const languages = new Intl.DisplayNames([t.lang], { type: "language" })

export function languageName(code: string): string {
  return code === "und" ? t.unknown : (languages.of(code) ?? code)
}

/** "12", "at least 9", "about 30", "9–14", "number not given". */
export function formatAmount(harm: Pick<Harm, "min" | "max" | "approximate">): string {
  const { min, max, approximate } = harm
  const n = (v: number) => v.toLocaleString(t.lang)
  if (min === null && max === null) return t.amount.unknown
  if (min === null) return t.amount.atMost(n(max ?? 0))
  if (max === null) return t.amount.atLeast(n(min))
  const text = min === max ? n(min) : `${n(min)}–${n(max)}`
  return approximate ? t.amount.about(text) : text
}

/** "at least 9 killed", "4 children killed"; "civilians displaced, number not given". */
export function formatHarm(harm: Harm): string {
  const what = harm.who === "people" ? t.harm[harm.kind] : `${t.harmWho[harm.who]} ${t.harm[harm.kind]}`
  return harm.min === null && harm.max === null ? `${what}, ${t.amount.unknown}` : `${formatAmount(harm)} ${what}`
}

/** "9–14 killed" over all claims of an event; null where there is none. */
export function formatSpread(entry: EventCard["harm"][number]): string | null {
  const best = entry.best
  if (best === null) return null
  const who = best.who === "people" ? "" : `${t.harmWho[best.who]} `
  if (entry.low !== null && entry.high !== null && entry.low !== entry.high) {
    return `${entry.low.toLocaleString(t.lang)}–${entry.high.toLocaleString(t.lang)} ${who}${t.harm[best.kind]}`
  }
  return formatHarm(best)
}

/** "Shelling at Sarem", made from the values alone. */
export function headline(event: Pick<EventCard, "type" | "where">): string {
  const what = typeLabel(event.type) ?? t.noType
  return event.where === null ? what : `${what}, ${event.where.name}`
}

export function formatActor(actor: Actor): string {
  return actor.rank === undefined ? actor.name : `${actor.name} (${actor.rank})`
}

export function formatSpeaker(speaker: Speaker): string {
  return speaker.name
}
