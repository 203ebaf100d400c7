import { COMPARATORS } from "./compare/index.ts"
import type { Telling } from "./telling.ts"

export interface Weight {
  /** Log-odds that a full score adds. */
  weight: number
  /** Log-odds where nothing can be compared: what not knowing the day costs. */
  silence: number
  why: string
}

/** All that scoring and clustering need to be told; plain data, so that a fitted model can take its place. */
export interface LinkModel {
  id: string
  bias: number
  weights: Readonly<Record<string, Weight>>
  /** A pair joins from this probability on. */
  joinAt: number
  /** Two clusters join where the mean over their pairs reaches this. */
  meanAt: number
  /** Pairs that stay apart are reported from this probability on. */
  nearMissAt: number
}

const w = (weight: number, silence: number, why: string): Weight => ({ weight, silence, why })

/**
 * Set by hand to be conservative: a false merge hides an event, a missed one shows it twice. Same stated day, same
 * village and same type make 0.88; each of "next day", "toll and actors differ" or "day only assumed" takes that under
 * `joinAt` unless figures or wording make up for it. See docs/decisions/0003-linking.md.
 */
export const DEFAULT_MODEL: LinkModel = {
  id: "hand-set@1",
  bias: -6,
  weights: {
    day: w(3.5, -1.5, "an event has one day; one day has many events"),
    place: w(3, -1.5, "an event has one place; weighs as much as the day"),
    type: w(1.5, 0, "reporters name the same event with few types"),
    actors: w(1.2, 0, "one side is active in many events of a day; naming another may be a dispute"),
    targets: w(0.8, 0, "as actors, and less often named"),
    harm: w(1.5, 0, "a shared large figure is rare by chance; tolls are corrected for days, so weak against"),
    things: w(0.6, 0, "a bridge, a tunnel: rare words, but named by few reports"),
    wording: w(2.5, 0, "copied sentences tell one event; look-alike events are worded alike too, so never enough"),
    trigger: w(0.3, 0, "the type says nearly as much"),
    modality: w(1, 0, "told as fact, attempt or denial"),
  },
  joinAt: 0.6,
  meanAt: 0.5,
  nearMissAt: 0.3,
}

/** Probability that the two tell one event, 0 to 1, by a logistic model over the comparators; rules are not applied. */
export function scorePair(a: Telling, b: Telling, model: LinkModel): number {
  let logit = model.bias
  for (const comparator of COMPARATORS) {
    const weight = model.weights[comparator.id]
    if (weight === undefined) continue
    const score = comparator.score(a, b)
    logit += score === null ? weight.silence : weight.weight * score
  }
  return 1 / (1 + Math.exp(-logit))
}
