import { APART, pairScore } from "./compare/place.ts"
import { typePair } from "./compare/type-pairs.ts"
import { gapDays } from "./days.ts"
import type { Telling } from "./telling.ts"

/**
 * What evidence cannot overrule; only a human's "same" can. `shown` rules leave a near miss that a reader may want to
 * see ("this was the plan for that"); the others keep apart what nobody would look at together.
 */
export interface Rule {
  id: string
  shown: boolean
  forbids(a: Telling, b: Telling): boolean
  words: string
}

/** From this many days apart on, two tellings are of two events, however alike they sound. */
const MIN_APART_DAYS = 2

/** A coder makes one mention of all that a report tells of one event; only who denies it is told apart. */
const sameReport: Rule = {
  id: "rule/same-report",
  shown: false,
  forbids: (a, b) => a.mention.report === b.mention.report && a.denied === b.denied,
  words: "one report tells both, so it tells two events",
}

const daysApart: Rule = {
  id: "rule/days-apart",
  shown: false,
  forbids: (a, b) => a.days !== null && b.days !== null && gapDays(a.days.reach, b.days.reach) >= MIN_APART_DAYS,
  words: "the times lie two days or more apart",
}

function firmlyPlaced({ mention }: Telling): boolean {
  return mention.where.every((w) => w.certainty !== "assumed")
}

function everyPlaceApart(a: Telling, b: Telling): boolean {
  for (const x of a.places) for (const y of b.places) if ((pairScore(x, y) ?? 0) > APART) return false
  return a.places.length > 0 && b.places.length > 0
}

const placesApart: Rule = {
  id: "rule/places-apart",
  shown: false,
  forbids: (a, b) => everyPlaceApart(a, b) && firmlyPlaced(a) && firmlyPlaced(b),
  words: "the places lie further apart than both precisions allow",
}

const otherType: Rule = {
  id: "rule/type",
  shown: true,
  forbids: (a, b) => {
    const [x, y] = [a.mention.type.value, b.mention.type.value]
    return x !== y && typePair(x, y)?.relation !== "twice"
  },
  words: "two sides or stages of one turn of events, kept as two events",
}

const otherRealm: Rule = {
  id: "rule/modality",
  shown: true,
  forbids: (a, b) => a.realm !== b.realm,
  words: "what is planned, threatened or supposed is not yet the event",
}

const runningTotal: Rule = {
  id: "rule/running-total",
  shown: true,
  forbids: (a, b) => a.runningTotal !== b.runningTotal,
  words: "a total over many events is none of them",
}

export const RULES: readonly Rule[] = [sameReport, daysApart, placesApart, otherType, otherRealm, runningTotal]

/** The first rule that keeps the two apart; null where none does. */
export function forbidding(a: Telling, b: Telling): Rule | null {
  for (const rule of RULES) if (rule.forbids(a, b)) return rule
  return null
}
