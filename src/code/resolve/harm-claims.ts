import { type Figure, uncountedFigure } from "../../lang/en/harm-figures.ts"
import {
  BE,
  BETWEEN,
  CLAIM,
  HEAVY,
  HOSTAGE,
  INFLICT,
  LOSE,
  LOSSES,
  NOUN_OF,
  TAKE,
  TRIGGER_WORDS,
  type TriggerWord,
} from "../../lang/en/harm-triggers.ts"
import { type HarmKind, INCLUDING, singularOf } from "../../lang/en/harm-words.ts"
import type { Token } from "../../lang/en/tag.ts"
import type { Claim } from "./harm.ts"

interface Trigger {
  first: number
  last: number
  words: TriggerWord[]
  why: string
}

/** The state of one sentence while its figures are given to its triggers. */
interface Reading {
  tokens: readonly Token[]
  figures: readonly Figure[]
  triggers: readonly Trigger[]
  claims: Claim[]
  taken: Set<Figure>
}

/**
 * Gives each figure of a sentence to the word that says what happened. Close bonds first: nouns that carry both ("12
 * deaths"), then verbs with the figure right beside them, then subjects further off, then parts ("including four children").
 */
export function findClaims(tokens: readonly Token[], figures: readonly Figure[]): Claim[] {
  const reading: Reading = { tokens, figures, triggers: findTriggers(tokens), claims: [], taken: new Set() }
  claimNouns(reading)
  claimTolls(reading)
  claimHostages(reading)
  for (const trigger of reading.triggers) claimBeside(reading, trigger)
  for (const trigger of reading.triggers) claimFar(reading, trigger)
  for (const trigger of reading.triggers) claimUncounted(reading, trigger)
  claimVerbsOfLoss(reading)
  claimParts(reading)
  claimLosses(reading)
  return reading.claims
}

function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? ""
}

/** "killed and wounded", "dead or injured", "kills injures" are one trigger of two kinds. */
function findTriggers(tokens: readonly Token[]): Trigger[] {
  const found: Trigger[] = []
  for (let i = 0; i < tokens.length; i++) {
    const trigger = triggerAt(tokens, i)
    if (!trigger) continue
    const last = found.at(-1)
    const gap = last
      ? tokens
          .slice(last.last + 1, i)
          .map((t) => t.lower)
          .join(" ")
      : ""
    const isPair = last && /^(?:and|or|and\/or|\/|,|&|and also|or otherwise|)$/.test(gap) && sharesClass(last, trigger)
    if (isPair) {
      last.last = i
      last.words.push(...trigger.words)
    } else found.push(trigger)
  }
  return found
}

function sharesClass(a: Trigger, b: Trigger): boolean {
  const [x, y] = [a.words[0], b.words[0]]
  if (!x || !y || x.kind === y.kind) return x?.kind === y?.kind && a.last + 1 < b.first
  const state = (w: TriggerWord) => w.class === "state" || w.participle
  return x.class === y.class || (state(x) && state(y))
}

function triggerAt(tokens: readonly Token[], at: number): Trigger | null {
  const token = tokens[at]
  const word = token && TRIGGER_WORDS.get(token.lower)
  if (!token || !word || isNoTrigger(tokens, at)) return null
  return { first: at, last: at, words: [word], why: "harm/count" }
}

/** "Dead Sea", "arrest warrant", "seized control", "captured the town", "killed the deal". */
function isNoTrigger(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = lower(tokens, at + 1)
  if (!token) return true
  if (token.lower === "dead") return /^(?:sea|end|zone|line|ringer|heat|body|bodies|of)$/.test(next)
  if (token.lower === "missing") return /^(?:link|piece|pieces)$/.test(next)
  if (/^(?:arrest|capture|detain|murder|massacre|slaughter|kill|hurt)$/.test(token.lower) && token.pos === "NOUN")
    return true
  if (/^(?:killing|wounding|kidnapping|displacing|dying)$/.test(token.lower))
    return /^(?:field|fields|spree|machine)$/.test(next)
  return false
}

function claim(
  r: Reading,
  figure: Figure,
  kind: HarmKind,
  at: { first: number; last: number },
  more: Partial<Claim> = {},
): void {
  r.taken.add(figure)
  const trigger = { first: at.first, last: at.last }
  const isFamilies = kind !== "killed" && /^families$/.test(lower(r.tokens, figure.last))
  r.claims.push({
    figure,
    kind,
    trigger,
    part: figure.ofThem,
    union: false,
    why: isFamilies ? "harm/families" : "harm/count",
    ...more,
  })
}

function claimAll(r: Reading, figures: readonly Figure[], t: Trigger): void {
  const kinds = [...new Set(t.words.map((w) => w.kind))]
  for (const figure of figures)
    for (const kind of kinds) {
      const union = kinds.length > 1
      claim(r, figure, kind, t, union ? { union, why: "harm/union" } : {})
    }
}

/** "12 civilian deaths", "9 bodies", "claimed 18 lives". */
function claimNouns(r: Reading): void {
  for (const figure of r.figures) {
    if (!figure.noun) continue
    const at = { first: figure.last, last: figure.last }
    const head = singularOf(lower(r.tokens, figure.last))
    if (head === "detention" || head === "arrest") claim(r, figure, "captured", at)
    else if (!isOfPeople(r, figure, at)) claim(r, figure, figure.noun, at)
  }
  for (let i = 0; i < r.tokens.length; i++) claimOf(r, i)
  claimLives(r)
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

function claimLives(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!CLAIM.has(lower(r.tokens, i))) continue
    const figure = r.figures.find((f) => f.first > i && f.first <= i + 2 && !r.taken.has(f))
    const isLives = figure && /^(?:life|lives)$/.test(lower(r.tokens, figure.last + 1))
    if (figure && isLives) claim(r, { ...figure, last: figure.last + 1 }, "killed", { first: i, last: i })
    if (figure && isLives) r.taken.add(figure)
  }
}

const TOLL_REACH = 16
const TOLL_BEFORE =
  /^(?:to|at|of|is|was|reached|reaches|reaching|hit|hits|passed|exceeded|exceeds|exceeding|topped|stands|stood|:|now|around|and|by|be|were|are|than|-|–)$/

/** "the death toll rose from 20 to 70", "the number of dead is at least 12". */
function claimTolls(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    const toll = tollAt(r.tokens, i)
    if (!toll) continue
    const near = r.figures.filter((f) => f.first > toll.last && f.first <= toll.last + TOLL_REACH && !r.taken.has(f))
    const fits = near.filter(
      (f) => (f.bare || f.sure) && TOLL_BEFORE.test(lower(r.tokens, f.first - 1)) && !isBesideTrigger(r, f),
    )
    const figure = fits.find((f) => lower(r.tokens, f.first - 1) === "to") ?? fits[0]
    if (figure) claim(r, figure, toll.kind, toll)
  }
}

function isBesideTrigger(r: Reading, figure: Figure): boolean {
  return r.triggers.some((t) => t.first === figure.last + 1)
}

function tollAt(tokens: readonly Token[], at: number): { first: number; last: number; kind: HarmKind } | null {
  const word = lower(tokens, at)
  if (word === "toll") {
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

/** "took 15 people hostage", "15 hostages were taken". */
function claimHostages(r: Reading): void {
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

interface Member {
  figure: Figure
  part: boolean
}

/** A figure and those listed after it: "12 civilians, five soldiers and a child", "12 people, including four children". */
function listFrom(r: Reading, first: Figure): Member[] {
  const list: Member[] = [{ figure: first, part: first.ofThem }]
  for (;;) {
    const last = list.at(-1)
    if (!last) break
    const next = r.figures.find((f) => f.first > last.figure.last && !r.taken.has(f))
    if (!next || !next.sure) break
    const gap = r.tokens
      .slice(last.figure.last + 1, next.first)
      .map((t) => t.lower)
      .join(" ")
    const isListed = /^(?:,|and|, and|&|or|as well as|, as well as|plus|along with|together with|, along with)$/.test(
      gap,
    )
    if (!isListed || ownsTrigger(r, next)) break
    list.push({ figure: next, part: last.part })
  }
  return list
}

/** The figure stands right before another trigger, which it then belongs to: "killed 12 and 30 were wounded". */
function ownsTrigger(r: Reading, figure: Figure): boolean {
  let at = figure.last + 1
  while (BE.has(lower(r.tokens, at)) || BETWEEN.has(lower(r.tokens, at)) || /^others?$/.test(lower(r.tokens, at))) at++
  return r.triggers.some((t) => t.first === at && !isActiveForm(t))
}

function isActiveForm(t: Trigger): boolean {
  return t.words.every((w) => w.class === "transitive" && !w.participle)
}

function accepts(t: Trigger, figure: Figure): boolean {
  return t.words.every((w) => !w.strict) ? true : figure.sure
}

/** The figures right after a verb: "killed at least 12 people and five soldiers". */
function objects(r: Reading, t: Trigger): Member[] {
  let at = t.last + 1
  for (let skipped = 0; skipped < 4; skipped++, at++) {
    const figure = r.figures.find((f) => f.first === at && !r.taken.has(f))
    if (figure) return accepts(t, figure) ? listFrom(r, figure) : []
    if (
      !/^(?:down|off|another|dead|between|both|a|:|reportedly|up|-)$/.test(lower(r.tokens, at)) &&
      r.tokens[at]?.pos !== "ADV"
    )
      return []
  }
  return []
}

interface Subject extends Member {
  adjacent: boolean
}

/** The figures before a verb, nearest first; further off than right beside it only where `far`. */
function subjects(r: Reading, verbAt: number, far: boolean): Subject[] {
  let at = verbAt - 1
  while (at >= 0 && (BE.has(lower(r.tokens, at)) || BETWEEN.has(lower(r.tokens, at)) || r.tokens[at]?.pos === "ADV"))
    at--
  const beside = r.figures.find((f) => f.last === at && !r.taken.has(f))
  const near = beside ?? (far ? farSubject(r, at) : undefined)
  if (!near) return []
  return withListBefore(r, near).map((m) => ({ ...m, adjacent: m.figure === beside }))
}

const FAR_WORDS = 16

function farSubject(r: Reading, from: number): Figure | undefined {
  const candidates = r.figures.filter((f) => f.last < from && f.last >= from - FAR_WORDS && f.sure && !r.taken.has(f))
  const nearest = candidates.filter((f) => isOpenBetween(r, f.last + 1, from)).at(-1)
  return nearest
}

/** No other verb with a subject of its own stands between; a clause set off by "who", "including" or commas may. */
function isOpenBetween(r: Reading, from: number, to: number): boolean {
  const isRelative = r.tokens.slice(from, from + 3).some((t) => /^(?:who|which|whom|whose|that)$/.test(t.lower))
  for (let i = from; i <= to; i++) {
    const token = r.tokens[i]
    if (!token) continue
    if (/^[;:"“”]$/.test(token.text)) return false
    if (r.triggers.some((t) => t.first <= i && i <= t.last)) return false
    const isFinite = (token.pos === "VERB" && !/ing$/.test(token.lower)) || BE.has(token.lower)
    if (isFinite && !isRelative && !INCLUDING.has(token.lower) && !isParticipleAfterNoun(r.tokens, i)) return false
  }
  return true
}

function isParticipleAfterNoun(tokens: readonly Token[], at: number): boolean {
  return (
    /(?:ed|en)$/.test(lower(tokens, at)) &&
    /^(?:NOUN|PROPN|PUNCT)$/.test(tokens[at - 1]?.pos ?? "") &&
    /^(?:by|in|from|at|near|to|on|with|for)$/.test(lower(tokens, at + 1))
  )
}

/** Going back from the nearest figure: "five women and a child were", "12 people, including four children, were". */
function withListBefore(r: Reading, nearest: Figure): Member[] {
  const list: Member[] = [{ figure: nearest, part: nearest.ofThem }]
  for (;;) {
    const head = list[0]
    if (!head) break
    const previous = r.figures.filter((f) => f.last < head.figure.first && !r.taken.has(f)).at(-1)
    if (!previous) break
    const between = r.tokens.slice(previous.last + 1, head.figure.first)
    const gap = between.map((t) => t.lower).join(" ")
    if (/^(?:,|and|, and|&|or|as well as|, as well as|plus|along with)$/.test(gap) && previous.sure) {
      list.unshift({ figure: previous, part: previous.ofThem })
      continue
    }
    if (!/\b(?:including|among (?:them|whom))\b/.test(gap) || between.length > 14 || !previous.sure) break
    for (const member of list) member.part = true
    list.unshift({ figure: previous, part: previous.ofThem })
  }
  return list
}

function isPassive(r: Reading, t: Trigger): boolean {
  if (!t.words[0]?.participle) return false
  for (let i = t.first - 1; i >= Math.max(0, t.first - 5); i--) {
    const word = lower(r.tokens, i)
    if (BE.has(word)) return true
    if (!BETWEEN.has(word) && r.tokens[i]?.pos !== "ADV") return false
    if (/^(?:have|has|had)$/.test(word)) return false
  }
  return false
}

/** Figures right beside their verb, and what is listed with them. */
function claimBeside(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word) return
  if (word.class === "transitive" && !isPassive(r, t)) {
    const after = objects(r, t)
    const isOther = after[0] !== undefined && ownsTrigger(r, after[0].figure) && word.participle
    if (after.length > 0 && !isOther) return claimMembers(r, after, t)
    if (!word.participle) return
  }
  const before = subjects(r, t.first, false).filter((s) => accepts(t, s.figure))
  if (before.length > 0) claimMembers(r, before, t)
}

function claimMembers(r: Reading, members: readonly Member[], t: Trigger): void {
  for (const { figure, part } of members) {
    const from = r.claims.length
    claimAll(r, [figure], t)
    if (part) for (const c of r.claims.slice(from)) Object.assign(c, { part: true, why: c.union ? c.why : "harm/part" })
  }
}

/** Subjects of passive and intransitive verbs that stand further off: "12 people in a convoy near the town were killed". */
function claimFar(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word || r.claims.some((c) => c.trigger.first === t.first)) return
  const mayBeFar =
    isPassive(r, t) || word.class === "intransitive" || (word.class === "state" && BE.has(lower(r.tokens, t.first - 1)))
  if (!mayBeFar) return
  const before = subjects(r, t.first, true).filter((s) => accepts(t, s.figure))
  claimMembers(r, before, t)
}

/** "killing militants", "civilians were wounded": people, and no number. */
function claimUncounted(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word || r.claims.some((c) => c.trigger.first === t.first) || word.class !== "transitive") return
  if (word.kind === "displaced") return
  const passive = isPassive(r, t)
  const figure = passive ? uncountedBefore(r, t) : uncountedFigure(r.tokens, t.last + 1)
  if (!figure || r.figures.some((f) => f.first <= figure.last && figure.first <= f.last)) return
  if (word.participle && !passive && r.tokens[t.first - 1]?.pos === "DET") return
  claimAll(r, [figure], t)
  for (const c of r.claims) if (c.figure === figure && !c.union) c.why = "harm/uncounted"
}

function uncountedBefore(r: Reading, t: Trigger): Figure | null {
  let at = t.first - 1
  while (at >= 0 && (BE.has(lower(r.tokens, at)) || BETWEEN.has(lower(r.tokens, at)))) at--
  for (let from = Math.max(0, at - 4); from <= at; from++) {
    const figure = uncountedFigure(r.tokens, from)
    if (figure?.last === at) return figure
  }
  return null
}

/** "the army lost 14 soldiers". */
function claimVerbsOfLoss(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!LOSE.has(lower(r.tokens, i))) continue
    const figure = r.figures.find((f) => f.first > i && f.first <= i + 2 && f.sure && f.min !== null && !r.taken.has(f))
    if (figure) claim(r, figure, "killed", { first: i, last: i }, { why: "harm/loss" })
  }
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

/** "inflicting heavy losses on the militants", "caused casualties", "no casualties". */
function claimLosses(r: Reading): void {
  for (let i = 0; i < r.tokens.length; i++) {
    if (!LOSSES.has(lower(r.tokens, i))) continue
    const none = r.figures.find((f) => f.last === i)
    if (none?.noun) continue
    claimLossesAt(r, i)
  }
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
