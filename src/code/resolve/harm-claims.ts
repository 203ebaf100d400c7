import type { Figure } from "../../lang/en/harm-figures.ts"
import { INCLUDING } from "../../lang/en/harm-words.ts"
import type { Token } from "../../lang/en/tag.ts"
import type { Claim } from "./harm-claim.ts"
import { claimForced, claimHostages, claimLosses, claimNouns, claimTolls, claimVerbsOfLoss } from "./harm-nouns.ts"
import { claim, listFrom, lower, type Reading, type Trigger } from "./harm-reading.ts"
import { claimBeside, claimFar, claimUncounted, findTriggers } from "./harm-verbs.ts"

/**
 * Gives each figure of a sentence to the word that says what happened. Close bonds first: nouns that carry both ("12
 * deaths"), then verbs with the figure right beside them, then subjects further off, then parts ("including four children").
 */
export function findClaims(tokens: readonly Token[], figures: readonly Figure[]): Claim[] {
  const reading: Reading = { tokens, figures, triggers: findTriggers(tokens), claims: [], taken: new Set() }
  claimNouns(reading)
  claimTolls(reading)
  for (const trigger of reading.triggers) claimBeside(reading, trigger)
  for (const trigger of reading.triggers) claimFar(reading, trigger)
  for (const trigger of reading.triggers) claimUncounted(reading, trigger)
  claimHostages(reading)
  claimForced(reading)
  claimVerbsOfLoss(reading)
  for (const trigger of reading.triggers) claimAmong(reading, trigger)
  claimParts(reading)
  claimLosses(reading)
  return reading.claims
}

/** "31 civilians were among those killed", "two soldiers were among the dead". */
function claimAmong(r: Reading, t: Trigger): void {
  const isAmong = /^(?:those|the)$/.test(lower(r.tokens, t.first - 1)) && lower(r.tokens, t.first - 2) === "among"
  if (!isAmong || t.words.some((w) => w.class === "transitive" && !w.participle)) return
  const figure = r.figures.filter((f) => f.last < t.first && f.sure && !r.taken.has(f)).at(-1)
  if (!figure || t.first - figure.last > 8) return
  for (const word of t.words) claim(r, figure, word.kind, t, { part: true, why: "harm/part" })
}

/** "including four children", "among them two women", "12 of them civilians": parts of the figure before them. */
function claimParts(r: Reading): void {
  for (const figure of r.figures) {
    if (r.taken.has(figure) || !figure.sure) continue
    const opener = openerOf(r, figure)
    if (opener === null) continue
    const whole = r.claims.filter((c) => c.trigger.last < figure.first || c.figure.last < figure.first)
    const nearest = whole.filter((c) => c.figure.last < figure.first).at(-1) ?? whole.at(-1)
    if (!nearest) continue
    const isSame = r.claims.filter((c) => c.trigger.first === nearest.trigger.first && c.figure === nearest.figure)
    for (const { figure: member } of listFrom(r, figure))
      for (const c of isSame) claim(r, member, c.kind, c.trigger, { part: true, union: c.union, why: "harm/part" })
  }
}

/** Where the list begins that this figure is part of: "including", "among them", or the figure's own "of them". */
function openerOf(r: Reading, figure: Figure): number | null {
  if (figure.ofThem) return figure.first
  for (let i = figure.first - 1; i >= Math.max(0, figure.first - 4); i--) {
    const word = lower(r.tokens, i)
    if (INCLUDING.has(word)) return i
    if (!/^(?:them|whom|at|least|,|the|dead|victims|were|was|are|is|also|-|–|\()$/.test(word)) return null
  }
  return null
}
