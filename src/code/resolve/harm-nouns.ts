import { type Figure, uncountedFigure } from "../../lang/en/harm-figures.ts"
import { BE, CLAIM, FORCE, HEAVY, HOSTAGE, INFLICT, LOSE, LOSSES, NOUN_OF, TAKE } from "../../lang/en/harm-triggers.ts"
import { type HarmKind, singularOf } from "../../lang/en/harm-words.ts"
import type { Token } from "../../lang/en/tag.ts"
import { claim, isBesideTrigger, listFrom, lower, type Reading, subjects } from "./harm-reading.ts"

/** "12 civilian deaths", "9 bodies", "claimed 18 lives". */
export function claimNouns(r: Reading): void {
  for (const figure of r.figures) {
    if (!figure.noun) continue
    const at = { first: figure.last, last: figure.last }
    const head = singularOf(lower(r.tokens, figure.last))
    if (head === "life" && !isClaimed(r, figure)) continue
    if (head === "detention" || head === "arrest") claim(r, figure, "captured", at)
    else if (!isOfPeople(r, figure, at)) claim(r, figure, figure.noun, at)
  }
  for (let i = 0; i < r.tokens.length; i++) claimOf(r, i)
}

/** "claimed 12 lives", "cost hundreds of lives". */
function isClaimed(r: Reading, figure: Figure): boolean {
  return [1, 2, 3].some((d) => CLAIM.has(lower(r.tokens, figure.first - d)))
}

/** "the bodies of 9 people" with its own number twice: "three bodies of civilians" counts bodies. */
function isOfPeople(r: Reading, figure: Figure, at: { first: number; last: number }): boolean {
  if (lower(r.tokens, figure.last + 1) !== "of") return false
  const next = r.figures.find((f) => f.first === figure.last + 2)
  if (!next || next.bare) return false
  claim(r, next, figure.noun ?? "killed", at)
  r.taken.add(figure)
  return true
}

/** "the deaths of 12 people", "claimed the lives of 18 civilians". */
function claimOf(r: Reading, at: number): void {
  const kind = NOUN_OF.get(lower(r.tokens, at))
  if (!kind || !/^(?:of|to)$/.test(lower(r.tokens, at + 1))) return
  const figure = r.figures.find((f) => f.first === at + 2 && !r.taken.has(f) && f.min !== null)
  if (!figure || (kind === "captured" && !figure.sure)) return
  for (const f of listFrom(r, figure)) claim(r, f.figure, kind, { first: at, last: at }, { part: f.part })
}

const TOLL_REACH = 16

const TOLL_BEFORE =
  /^(?:to|at|of|is|was|reach|reached|reaches|reaching|hit|hits|passed|exceeded|exceeds|exceeding|topped|stands|stood|:|now|around|and|by|be|were|are|than|-|–)$/

/** "the death toll rose from 20 to 70", "the number of dead is at least 12". */
export function claimTolls(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    const toll = tollAt(r.tokens, i)
    if (!toll) continue
    const beside = r.figures.find(
      (f) => f.first === toll.last + 1 && f.bare && !r.taken.has(f) && !isBesideTrigger(r, f),
    )
    const near = r.figures.filter((f) => f.first > toll.last && f.first <= toll.last + TOLL_REACH && !r.taken.has(f))
    const fits = near.filter(
      (f) => (f.bare || f.sure) && TOLL_BEFORE.test(lower(r.tokens, f.first - 1)) && !isBesideTrigger(r, f),
    )
    const figure = beside ?? fits.find((f) => lower(r.tokens, f.first - 1) === "to") ?? fits[0]
    if (figure) claim(r, figure, toll.kind, toll)
  }
}

function tollAt(tokens: readonly Token[], at: number): { first: number; last: number; kind: HarmKind } | null {
  const word = lower(tokens, at)
  if (word === "toll" || word === "tolls") {
    const isDeath = /^(?:death|civilian|casualty)$/.test(lower(tokens, at - 1))
    return { first: isDeath ? at - 1 : at, last: at, kind: "killed" }
  }
  if (word !== "number" || lower(tokens, at + 1) !== "of") return null
  for (let i = at + 2; i <= at + 5; i++) {
    const kind = TOLL_NOUNS[lower(tokens, i)]
    if (kind) return { first: at, last: i, kind }
  }
  return null
}

const TOLL_NOUNS: Readonly<Record<string, HarmKind>> = Object.freeze({
  dead: "killed",
  deaths: "killed",
  fatalities: "killed",
  killed: "killed",
  victims: "killed",
  martyrs: "killed",
  wounded: "wounded",
  injured: "wounded",
  injuries: "wounded",
  missing: "missing",
  displaced: "displaced",
})

const AWAY = /^(?:from|out|off)$/

/** "forced 800 people from their homes", "800 people were driven out". */
export function claimForced(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!FORCE.has(lower(r.tokens, i))) continue
    const object = r.figures.find((f) => f.first === i + 1 && AWAY.test(lower(r.tokens, f.last + 1)))
    const figure = object ?? (AWAY.test(lower(r.tokens, i + 1)) ? subjects(r, i, true)[0]?.figure : undefined)
    if (figure?.sure && !r.taken.has(figure)) claim(r, figure, "displaced", { first: i, last: i })
  }
}

/** "took 15 people hostage", "15 hostages were taken". */
export function claimHostages(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!HOSTAGE.has(lower(r.tokens, i))) continue
    const verb = nearestTake(r.tokens, i)
    if (verb === null) continue
    const figure =
      r.figures.find((f) => f.last === i && f.sure) ??
      r.figures.find((f) => f.first > verb && f.last < i && f.sure) ??
      subjects(r, Math.min(verb, i), true)[0]?.figure
    if (figure && !r.taken.has(figure)) claim(r, figure, "captured", { first: verb, last: verb })
  }
}

function nearestTake(tokens: readonly Token[], at: number): number | null {
  for (let d = 1; d <= 7; d++) {
    if (TAKE.has(lower(tokens, at - d))) return at - d
    if (d <= 3 && TAKE.has(lower(tokens, at + d))) return at + d
  }
  return null
}

/** "the army lost 14 soldiers". */
export function claimVerbsOfLoss(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!LOSE.has(lower(r.tokens, i))) continue
    const figure = r.figures.find((f) => f.first > i && f.first <= i + 2 && f.sure && f.min !== null && !r.taken.has(f))
    if (figure) claim(r, figure, "killed", { first: i, last: i }, { why: "harm/loss" })
  }
}

/** "inflicting heavy losses on the militants", "caused casualties", "no casualties". */
export function claimLosses(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!LOSSES.has(lower(r.tokens, i))) continue
    const counted = r.figures.find((f) => f.last === i && f.max !== null)
    if (!counted) claimLossesAt(r, i)
    else if (!r.taken.has(counted)) claimCasualties(r, counted, i)
  }
}

/** "12 casualties" are up to 12 dead and up to 12 wounded; "no casualties" are none of either. */
function claimCasualties(r: Reading, figure: Figure, at: number): void {
  const more = figure.max === 0 ? {} : { union: true, why: "harm/union" }
  for (const kind of ["killed", "wounded"] as const) claim(r, figure, kind, { first: at, last: at }, more)
}

function claimLossesAt(r: Reading, at: number): void {
  let first = at
  while (
    first > 0 &&
    (HEAVY.has(lower(r.tokens, first - 1)) || /^(?:human|civilian|material|military)$/.test(lower(r.tokens, first - 1)))
  )
    first--
  const heavy = r.tokens.slice(first, at).some((t) => HEAVY.has(t.lower))
  const civilian = r.tokens.slice(first, at).some((t) => t.lower === "civilian")
  const verb = [1, 2, 3, 4].map((d) => first - d).find((i) => INFLICT.has(lower(r.tokens, i)))
  const isPassive = BE.has(lower(r.tokens, at + 1)) && INFLICT.has(lower(r.tokens, at + 2))
  if ((verb === undefined && !isPassive) || isMoney(r, at)) return
  const who = civilian ? "civilians" : victimsAfter(r, at)
  const figure: Figure = {
    first,
    last: at,
    min: null,
    max: null,
    approximate: heavy,
    who,
    sure: true,
    bare: false,
    noun: null,
    ofThem: false,
  }
  claim(r, figure, "killed", { first: at, last: at }, { why: "harm/casualties" })
}

function isMoney(r: Reading, at: number): boolean {
  return (
    lower(r.tokens, at) === "losses" &&
    /^(?:of|worth)$/.test(lower(r.tokens, at + 1)) &&
    /^[$€£\d]/.test(lower(r.tokens, at + 2))
  )
}

function victimsAfter(r: Reading, at: number): Figure["who"] {
  const on = [1, 2, 3].map((d) => at + d).find((i) => /^(?:on|upon|among|to|in)$/.test(lower(r.tokens, i)))
  if (on === undefined) return "people"
  return uncountedFigure(r.tokens, on + 1)?.who ?? "people"
}
