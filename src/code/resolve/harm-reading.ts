import type { Figure } from "../../lang/en/harm-figures.ts"
import { BE, BETWEEN, type TriggerWord } from "../../lang/en/harm-triggers.ts"
import { type HarmKind, INCLUDING } from "../../lang/en/harm-words.ts"
import type { Token } from "../../lang/en/tag.ts"
import type { Claim } from "./harm-claim.ts"

export interface Trigger {
  /** The first word, in lower case. */
  text: string
  first: number
  last: number
  words: TriggerWord[]
}

/** The state of one sentence while its figures are given to its triggers. */
export interface Reading {
  tokens: readonly Token[]
  figures: readonly Figure[]
  triggers: readonly Trigger[]
  claims: Claim[]
  taken: Set<Figure>
}

export function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? ""
}

export interface Member {
  figure: Figure
  part: boolean
}

export function claim(
  r: Reading,
  figure: Figure,
  kind: HarmKind,
  at: { first: number; last: number },
  more: Partial<Claim> = {},
): void {
  r.taken.add(figure)
  const trigger = { first: at.first, last: at.last }
  const isFamilies = /^famil(?:y|ies)$/.test(lower(r.tokens, figure.last)) && !figure.ofThem
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

export function claimAll(r: Reading, figures: readonly Figure[], t: Trigger): void {
  const kinds = [...new Set(t.words.map((w) => w.kind))]
  for (const figure of figures)
    for (const kind of kinds) {
      const union = kinds.length > 1
      claim(r, figure, kind, t, union ? { union, why: "harm/union" } : {})
    }
}

export function claimMembers(r: Reading, members: readonly Member[], t: Trigger): void {
  for (const { figure, part } of members) {
    const from = r.claims.length
    claimAll(r, [figure], t)
    if (part) for (const c of r.claims.slice(from)) Object.assign(c, { part: true, why: c.union ? c.why : "harm/part" })
  }
}

const LIST_GAP = /^(?:,|and|, and|&|or|as well as|, as well as|plus|along with|together with|, along with)$/

function wordsBetween(r: Reading, last: number, next: number): string {
  return r.tokens
    .slice(last + 1, next)
    .map((t) => t.lower)
    .join(" ")
}

const ELSEWHERE_WORDS = 14

/** "killed 45 people in and around the city and 22 in the province": the second figure has the verb of the first. */
function isElsewhere(r: Reading, last: Figure, next: Figure): boolean {
  const gap = r.tokens.slice(last.last + 1, next.first)
  if (gap.length > ELSEWHERE_WORDS || !/^(?:in|at|near|around|on|from)$/.test(gap[0]?.lower ?? "")) return false
  if (!/^(?:and|,)$/.test(gap.at(-1)?.lower ?? "")) return false
  if (gap.some((t) => t.pos === "VERB" || t.pos === "AUX" || /^[;:()"“”]$/.test(t.text))) return false
  return next.sure || /^(?:in|at|near|others?|more|around)$/.test(lower(r.tokens, next.last + 1))
}

/** A figure and those listed after it: "12 civilians, five soldiers and a child", "12 people, including four children". */
export function listFrom(r: Reading, first: Figure): Member[] {
  const list: Member[] = [{ figure: first, part: first.ofThem }]
  for (;;) {
    const last = list.at(-1)
    if (!last) break
    const next = r.figures.find((f) => f.first > last.figure.last && !r.taken.has(f))
    if (!next || ownsTrigger(r, next)) break
    const gap = wordsBetween(r, last.figure.last, next.first)
    const isListed = next.sure && LIST_GAP.test(gap)
    if (!isListed && !isElsewhere(r, last.figure, next)) break
    list.push({ figure: next, part: last.part })
  }
  return list
}

/** The figure stands right before another trigger, which it then belongs to: "killed 12 and 30 were wounded". */
export function ownsTrigger(r: Reading, figure: Figure): boolean {
  let at = figure.last + 1
  while (BE.has(lower(r.tokens, at)) || BETWEEN.has(lower(r.tokens, at)) || /^others?$/.test(lower(r.tokens, at))) at++
  return r.triggers.some((t) => t.first === at && !isActiveForm(t))
}

function isActiveForm(t: Trigger): boolean {
  return t.words.every((w) => w.class === "transitive" && !w.participle)
}

/** Those who are "moving" are driven out only where they are many. */
const MASS = 50

export function accepts(t: Trigger, figure: Figure): boolean {
  if (t.text === "moving" && (figure.min ?? 0) < MASS) return false
  return t.words.every((w) => !w.strict) ? true : figure.sure
}

export function isBesideTrigger(r: Reading, figure: Figure): boolean {
  return r.triggers.some((t) => t.first === figure.last + 1)
}

interface Subject extends Member {
  adjacent: boolean
}

/** The figures before a verb, nearest first; further off than right beside it only where `far`. */
export function subjects(r: Reading, verbAt: number, far: boolean): Subject[] {
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
  const first = lower(r.tokens, from) === "," ? from + 1 : from
  const isRelative = /^(?:who|which|whom|whose)$/.test(lower(r.tokens, first)) || lower(r.tokens, from) === "that"
  for (let i = from; i <= to; i++) {
    const token = r.tokens[i]
    if (!token) continue
    if (/^[;:]$/.test(token.text) || /^(?:he|she|they|it|we|i|you)$/.test(token.lower)) return false
    if (r.triggers.some((t) => t.first <= i && i <= t.last)) return false
    const hasSubject =
      (token.pos === "VERB" && !/ing$/.test(token.lower) && !/^\p{Lu}/u.test(token.text)) || BE.has(token.lower)
    if (hasSubject && !isRelative && !INCLUDING.has(token.lower) && !isParticipleAfterNoun(r.tokens, i)) return false
  }
  return true
}

function isParticipleAfterNoun(tokens: readonly Token[], at: number): boolean {
  if (!/(?:ed|en)$/.test(lower(tokens, at))) return false
  const before = tokens[at - 1]?.pos ?? ""
  if (/^(?:CCONJ|DET|ADP|NUM)$/.test(before)) return /^(?:NOUN|PROPN|ADJ)$/.test(tokens[at + 1]?.pos ?? "")
  return /^(?:NOUN|PROPN|PUNCT)$/.test(before) && /^(?:by|in|from|at|near|to|on|with|for)$/.test(lower(tokens, at + 1))
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
