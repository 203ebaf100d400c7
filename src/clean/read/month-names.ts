/** Languages whose month names are read in bylines and mastheads. */
const LOCALES = [
  ..."en de fr es it pt nl tr ru uk be bg sr sr-Latn hr sl mk pl cs sk hu ro el he fa ar ar-SY ar-IQ ar-MA ar-DZ".split(
    " ",
  ),
  ..."ps ur ckb ku hy ka az kk uz ky tg so sw ha am ti om rw hi bn ta ne my th vi id ms fil sv da nb fi et lv lt sq ca".split(
    " ",
  ),
]

/** Printed forms that the Unicode data does not have. */
const EXTRA: readonly (readonly [string, number])[] = [
  ["sept", 9],
  ["mrz", 3],
  ["jänner", 1],
  ["feber", 2],
]

/** Lower case, without full stops and vowel points, so that "Sept." and "sept" meet. */
export function monthKey(word: string): string {
  return word.toLowerCase().replace(/[.\u0591-\u05C7\u064B-\u0652\u0640]/g, "")
}

function formatsOf(locale: string): Intl.DateTimeFormat[] {
  const common = { timeZone: "UTC", calendar: "gregory" } as const
  return (["long", "short"] as const).flatMap((month) => [
    new Intl.DateTimeFormat(locale, { ...common, month }),
    new Intl.DateTimeFormat(locale, { ...common, month, day: "numeric" }),
  ])
}

function build(): Map<string, number> {
  const months = new Map<string, number>(EXTRA)
  for (const locale of LOCALES)
    for (const format of formatsOf(locale))
      for (let month = 1; month <= 12; month++)
        for (const part of format.formatToParts(Date.UTC(2021, month - 1, 15))) {
          const key = monthKey(part.value)
          if (part.type === "month" && /^\p{L}[\p{L}\p{M}]+$/u.test(key) && !months.has(key)) months.set(key, month)
        }
  return months
}

let table: Map<string, number> | null = null

/** 1 to 12 for a month name in any of the languages, as a whole word; null for another word. From Unicode CLDR. */
export function monthOf(word: string): number | null {
  table ??= build()
  const key = monthKey(word)
  // Hebrew glues its "in" to the month.
  return table.get(key) ?? (key.startsWith("ב") ? table.get(key.slice(1)) : undefined) ?? null
}
