import type { Season, TimeUnit } from "./dates-expression.ts"

/** Sunday is 0, as in ECMAScript. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  sunday: 0,
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
}

/** Short weekdays count only beside a calendar date ("Tue, 4 Apr"): "Sun", "Sat" and "Wed" are words too. */
export const SHORT_WEEKDAYS: Readonly<Record<string, number>> = {
  sun: 0,
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
}

export const SEASONS: Readonly<Record<string, Season>> = {
  spring: "spring",
  summer: "summer",
  autumn: "autumn",
  fall: "autumn",
  winter: "winter",
}

export const TIME_UNITS: Readonly<Record<string, TimeUnit>> = {
  hour: "hour",
  hours: "hour",
  day: "day",
  days: "day",
  week: "week",
  weeks: "week",
  month: "month",
  months: "month",
  year: "year",
  years: "year",
}

/** Numbers that stand before a unit of time; null is "some". */
export const SMALL_NUMBERS: Readonly<Record<string, number | null>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  twenty: 20,
  thirty: 30,
  "a couple of": 2,
  "couple of": 2,
  couple: 2,
  few: null,
  "a few": null,
  some: null,
  several: null,
  many: null,
}

export const SMALL_NUMBER = `(?:a couple of|couple of|couple|a few|few|several|some|many|an|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|\\d{1,3})`

/** Months that are also words or names, and so need a preposition, a day or a year beside them. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set(["may", "march", "mar", "jan", "jun", "jul", "apr", "dec"])

/** The clause looks forward. */
export const FUTURE_CUES =
  /\b(?:will|shall|would|won't|(?:going|due|set|scheduled|expected|planned|slated|likely|about|ready|poised) (?:to|for|on|in|at|this|next)|expects?|plans?|intends?|is to|are to|to be held|imminent(?:ly)?|upcoming|forthcoming|expires?|deadline|takes? effect|effective|as (?:soon|early) as|has scheduled|have scheduled|is scheduled|planned a|planned an)\b/gi

/** A verb of telling ends the reach of a cue before it: "will ..., he said on Monday" looks back. */
export const REPORTING =
  /\b(?:said|says|told|tells|announced|reported|added|stated|warned|confirmed|according|claimed|declared|wrote|tweeted|vowed|pledged|promised|denied)\b/gi

/** Words before a bare year that make it a date, and not a count. */
export const YEAR_BEFORE =
  /(?:\b(?:in|since|by|during|of|early|late|mid|until|till|throughout|from|to|and|before|after|around|circa|between|between \d{4} and|summer|winter|spring|autumn|fall)|\bmid-|\(|[–-])\s?$/i

/** "of 2000 people", "in 2000 villages": the number counts what follows. */
export const COUNTED_AFTER =
  /^\s+(?:people|persons|men|women|children|civilians|troops|soldiers|fighters|militants|families|homes|houses|villages|dead|deaths|refugees|of\b|others|more\b|km|kilomet|met(?:er|re)s|miles|dollars|pounds|estimate|census|years|\p{Ll}+(?:ers|ists|ians|ees|men)\b)/iu

/** Titles that begin with a weekday or hold one. */
export const WEEKDAY_NAME_BEFORE = /\b(?:Black|Good|Bloody|Holy|Easter|Palm|Ash)\s$/
export const WEEKDAY_NAME_AFTER =
  /^\s(?:Times|Telegraph|Mirror|Express|Mail|Herald|Independent|Post|Review|World|Guardian|Night Live)\b/
