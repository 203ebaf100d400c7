import { TRIGGER_WORDS } from "./harm-triggers.ts"
import {
  FORCE_AFTER_OF,
  HARM_NOUN,
  type HarmKind,
  type HarmWho,
  MODIFIER,
  PERSON,
  singularOf,
  THING,
  WHO_MODIFIER,
} from "./harm-words.ts"
import { type Quantity, readQuantities } from "./numbers.ts"
import type { Token } from "./tag.ts"

/** A count of people as printed: "at least 12 civilians", "30 others", "12" alone. Token indexes, both included. */
export interface Figure {
  first: number
  last: number
  min: number | null
  max: number | null
  approximate: boolean
  who: HarmWho
  /** A noun for people stands in it ("12 civilians"); a bare number or an unknown noun is a figure only beside a trigger. */
  sure: boolean
  bare: boolean
  /** The head noun itself says what happened ("12 deaths"). */
  noun: HarmKind | null
  /** "12 of the dead", "9 of them": a part of a figure told elsewhere. */
  ofThem: boolean
}

const MAX_NOUN_WORDS = 9

/** Every count of people in a sentence, in order. Counts of things, distances, times and money are left out. */
export function readFigures(tokens: readonly Token[]): Figure[] {
  const quantities = readQuantities(tokens)
  const figures = quantities.flatMap((q) => {
    const figure = familyOf(tokens, q) ?? figureOf(tokens, q)
    return figure ? [figure] : []
  })
  return joinKin(tokens, withoutNested(figures))
}

function withoutNested(figures: Figure[]): Figure[] {
  return figures.filter(
    (f, i) =>
      !figures.some((o, j) => j !== i && o.first <= f.first && f.last <= o.last && o.last - o.first > f.last - f.first),
  )
}

interface Noun {
  last: number
  who: HarmWho
  sure: boolean
  noun: HarmKind | null
  ofThem: boolean
  plural: boolean
}

function figureOf(tokens: readonly Token[], q: Quantity): Figure | null {
  const noun = nounAfter(tokens, q.last + 1)
  if (noun === "thing") return null
  if (!noun && (q.needsNoun || q.article)) return null
  const isOneOf = tokens[q.last + 1]?.lower === "of"
  if (noun && q.article && ((noun.plural && !isOneOf) || !noun.sure)) return null
  if (noun?.noun && q.article && noun.noun !== "killed") return null
  if (noun?.noun && q.max === 0 && !isPlainNone(tokens, q, noun)) return null
  const value = { min: q.min, max: q.max, approximate: q.approximate }
  const base = { first: q.first, last: noun ? noun.last : q.last, ...value }
  if (!noun)
    return isBareCount(tokens, q)
      ? { ...base, who: "people", sure: false, bare: true, noun: null, ofThem: false }
      : null
  return { ...base, who: noun.who, sure: noun.sure, bare: false, noun: noun.noun, ofThem: noun.ofThem }
}

/** "no casualties", "no civilian deaths"; but "no visible injuries" and "no further deaths" are not none. */
function isPlainNone(tokens: readonly Token[], q: Quantity, noun: Noun): boolean {
  return tokens.slice(q.last + 1, noun.last).every((t) => /^(?:civilian|human|reported)$/.test(t.lower))
}

/** A number that stands alone counts people only where it is not the object of a preposition of time or place. */
function isBareCount(tokens: readonly Token[], q: Quantity): boolean {
  const before = tokens[q.first - 1]?.lower ?? ""
  const after = tokens[q.last + 1]?.text ?? ""
  return !/^(?:in|on|by|for|since|until|page|at|near|from|during|within)$/.test(before) && !/^[:%°/]$/.test(after)
    ? true
    : /^(?:at|by)$/.test(before)
}

const OF_DETERMINER = /^(?:the|their|his|her|its|our|these|those|them|whom|which|us|this)$/

/** The noun phrase after a number; "thing" where what is counted is no person; null where no noun follows. */
function nounAfter(tokens: readonly Token[], from: number): Noun | "thing" | null {
  let at = from
  if (tokens[at]?.lower === "of") {
    const partOf = readOf(tokens, at)
    if (partOf) return partOf
    at += OF_DETERMINER.test(tokens[at + 1]?.lower ?? "") ? 2 : 1
  }
  const head = headOf(tokens, at, from)
  if (!head) return null
  return head === "thing" ? head : { ...withSecond(tokens, head), ofThem: false }
}

/** "hundreds of women and children", "21 soldiers and allied militiamen": one count of both. */
function withSecond(tokens: readonly Token[], head: Head): Head {
  if (!head.sure || !head.plural || head.noun || !/^(?:and|or)$/.test(tokens[head.last + 1]?.lower ?? "")) return head
  const second = headOf(tokens, head.last + 2, head.last + 2)
  if (!second || second === "thing" || !second.sure || !second.plural || second.noun) return head
  return { ...head, last: second.last, who: second.who === head.who ? head.who : "people" }
}

/** "12 of them", "14 of the dead", "three of whom". */
function readOf(tokens: readonly Token[], at: number): Noun | null {
  const [a, b] = [tokens[at + 1]?.lower ?? "", tokens[at + 2]?.lower ?? ""]
  const isPronoun = /^(?:them|whom|us|these|those)$/.test(a) && !/^(?:killed|wounded|injured)$/.test(b)
  const base = { sure: true, ofThem: true, plural: true }
  if (isPronoun) return { ...base, last: at + 1, who: whoOfPart(tokens, at + 2), noun: null }
  const kind = /^(?:the|those)$/.test(a) ? PART_OF[b] : undefined
  return kind === undefined ? null : { ...base, last: at + 2, who: whoOfPart(tokens, at + 3), noun: kind }
}

const PART_OF: Readonly<Record<string, HarmKind | null>> = Object.freeze({
  dead: "killed",
  killed: "killed",
  fatalities: "killed",
  deceased: "killed",
  wounded: "wounded",
  injured: "wounded",
  victims: null,
  casualties: null,
})

/** "12 of them civilians", "14 of the dead were rebels". */
function whoOfPart(tokens: readonly Token[], from: number): HarmWho {
  const at = /^(?:were|are|was|being|,)$/.test(tokens[from]?.lower ?? "") ? from + 1 : from
  const head = headOf(tokens, at, at)
  return head && head !== "thing" && head.sure && head.plural && head.noun === null ? head.who : "people"
}

interface Head {
  last: number
  who: HarmWho
  sure: boolean
  noun: HarmKind | null
  plural: boolean
}

function headOf(tokens: readonly Token[], from: number, limitFrom: number): Head | "thing" | null {
  let head: Head | "thing" | null = null
  let modifierWho: HarmWho | null = null
  for (let i = from; i < Math.min(tokens.length, limitFrom + MAX_NOUN_WORDS); i++) {
    const token = tokens[i]
    if (!token) break
    if ((head === null || head === "thing") && token.text === "(" && i > from) {
      i = closingOf(tokens, i)
      continue
    }
    const own = headAt(token, i, modifierWho)
    if (own) {
      if (head && head !== "thing" && own !== "thing" && own.noun === null && (isVerbLike(token) || isState(token)))
        break
      modifierWho ??= own === "thing" ? null : whoAsModifier(own)
      head = own
      continue
    }
    if (!mayModify(tokens, i, head !== null)) break
    modifierWho ??= WHO_MODIFIER.get(token.lower) ?? null
  }
  return head === null || head === "thing" ? head : refine(tokens, head, from)
}

/** "three Islamic State (IS) fighters": the end of a short bracket; else where it opens. */
function closingOf(tokens: readonly Token[], open: number): number {
  const close = tokens.findIndex((t, i) => i > open && t.text === ")")
  return close > open && close - open <= 5 ? close : open
}

/** "15 villagers hostage": what became of them, not who they are. */
function isState(token: Token): boolean {
  return /^(?:hostage|captive|prisoner)$/.test(token.lower)
}

function whoAsModifier(head: Head): HarmWho | null {
  return head.who === "people" ? null : head.who
}

function isVerbLike(token: Token): boolean {
  return token.pos === "VERB" || token.pos === "AUX"
}

function headAt(token: Token, at: number, modifierWho: HarmWho | null): Head | "thing" | null {
  const one = singularOf(token.lower)
  const plural = one !== token.lower || /^(?:people|staff|police|personnel)$/.test(token.lower)
  const harm = HARM_NOUN.get(one)
  if (harm && (token.pos !== "VERB" || one === "life"))
    return { last: at, who: modifierWho ?? "people", sure: true, noun: harm, plural }
  const who = PERSON.get(one)
  const isName = /^\p{Lu}/u.test(token.text) && token.pos === "PROPN" && who === undefined
  if (who !== undefined && token.lower !== "displaced") {
    const inherited = who === "people" && modifierWho ? modifierWho : who
    return { last: at, who: inherited, sure: true, noun: null, plural }
  }
  if (THING.has(one) && !(token.pos === "VERB" && !plural)) return "thing"
  if (isName) return isDemonym(token.text) ? { last: at, who: "people", sure: true, noun: null, plural: true } : null
  if (token.pos !== "NOUN" || TRIGGER_WORDS.has(token.lower) || MODIFIER.has(token.lower)) return null
  if (/^\p{Lu}/u.test(token.text) || token.lower.length < 3) return null
  return {
    last: at,
    who: modifierWho ?? "people",
    sure: /(?:ers|ists|eers|ants|men|women|ees|ians)$/.test(token.lower),
    noun: null,
    plural,
  }
}

/** "45 Syrians", "9 Palestinians", "20 Yazidis", "12 Lebanese". */
function isDemonym(text: string): boolean {
  return /^\p{Lu}\p{L}+(?:ians|eans|ans|is|ites|ese|ish|ns|ds|ks|rs|bs|ts|ons)$/u.test(text)
}

function mayModify(tokens: readonly Token[], at: number, hasHead: boolean): boolean {
  const token = tokens[at]
  if (!token) return false
  const next = tokens[at + 1]
  if (MODIFIER.has(token.lower)) return startsNoun(tokens, at)
  if (token.lower === "and" && !hasHead)
    return MODIFIER.has(next?.lower ?? "") || next?.pos === "PROPN" || next?.pos === "ADJ"
  if (token.pos === "VERB" && /ing$/.test(token.lower) && !TRIGGER_WORDS.has(token.lower))
    return !hasHead && /^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? "")
  if (TRIGGER_WORDS.has(token.lower)) return !hasHead && next !== undefined && startsPerson(tokens, at + 1)
  if (hasHead && token.text !== "'s" && token.text !== "’s") return false
  if (/^(?:['’]s?|["“”])$/.test(token.text) || /^\p{Lu}{2,}$/u.test(token.text)) return true
  if (token.pos === "ADJ" || /-(?:year-old|backed|led|held|linked|affiliated|based)$/.test(token.lower)) return true
  return (
    token.pos === "PROPN" ||
    (token.pos === "NOUN" && /^\p{Lu}/u.test(token.text)) ||
    (token.pos === "ADV" && next?.pos === "ADJ")
  )
}

/** "12 wounded soldiers", where "12 wounded" alone would be a figure and its trigger. */
function startsPerson(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token) return false
  if (token.pos === "ADJ") return startsPerson(tokens, at + 1)
  return PERSON.has(singularOf(token.lower)) && token.lower !== "other"
}

function startsNoun(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.lower ?? ""
  if (lower === "others") return true
  if (/^(?:dead|injured|wounded)$/.test(lower)) return startsPerson(tokens, at + 1)
  return true
}

function refine(tokens: readonly Token[], head: Head, from: number): Head {
  const token = tokens[head.last]
  if (!token || !/^(?:members?|elements?|figures?|supporters?|agents?)$/.test(token.lower)) return head
  const before = tokens.slice(Math.max(from, head.last - 5), head.last)
  if (before.some((t) => t.lower === "service" || FORCE_AFTER_OF.test(t.text))) return { ...head, who: "combatants" }
  if (tokens[head.last + 1]?.lower !== "of") return head
  const rest = tokens.slice(head.last + 2, head.last + 14)
  const verb = rest.findIndex((t) => t.pos === "AUX" || (t.pos === "VERB" && !/^\p{Lu}/u.test(t.text)))
  const after = rest
    .slice(0, verb < 0 ? rest.length : verb)
    .map((t) => t.text)
    .join(" ")
  return FORCE_AFTER_OF.test(after) && !/^(?:the |a |one |same )*(?:same )?family\b/i.test(after)
    ? { ...head, who: "combatants" }
    : head
}

/** "a family of five". */
function familyOf(tokens: readonly Token[], q: Quantity): Figure | null {
  const [head, of] = [tokens[q.last + 1], tokens[q.last + 2]]
  if (!q.article || head?.lower !== "family" || of?.lower !== "of") return null
  const count = readQuantities(tokens.slice(q.last + 3, q.last + 6))[0]
  if (count?.first !== 0 || count.min === null) return null
  const last = q.last + 3 + count.last
  const { min, max, approximate } = count
  return {
    first: q.first,
    last,
    min,
    max,
    approximate,
    who: "people",
    sure: true,
    bare: false,
    noun: null,
    ofThem: false,
  }
}

/** "a man and his two daughters" is three people, "a couple and their child" too. */
function joinKin(tokens: readonly Token[], figures: readonly Figure[]): Figure[] {
  const joined: Figure[] = []
  for (const figure of figures) {
    const last = joined.at(-1)
    const gap = last
      ? tokens
          .slice(last.last + 1, figure.first)
          .map((t) => t.lower)
          .join(" ")
      : ""
    if (last?.sure && figure.sure && /^(?:,? ?(?:and|with|along with|together with) )(?:his|her|their)$/.test(gap)) {
      joined[joined.length - 1] = sum(last, figure)
    } else joined.push(figure)
  }
  return joined.map((figure) => withKin(tokens, figure))
}

function sum(a: Figure, b: Figure): Figure {
  const add = (x: number | null, y: number | null) => (x === null || y === null ? null : x + y)
  return {
    ...a,
    last: b.last,
    min: add(a.min, b.min),
    max: add(a.max, b.max),
    approximate: a.approximate || b.approximate,
    who: a.who === b.who ? a.who : "people",
  }
}

/** "a woman and her child": kin that follow without a number of their own. */
function withKin(tokens: readonly Token[], figure: Figure): Figure {
  const [and, whose, kin] = [1, 2, 3].map((n) => tokens[figure.last + n])
  if (!and || !whose || !kin || and.lower !== "and" || !/^(?:his|her|their)$/.test(whose.lower)) return figure
  const who = PERSON.get(kin.lower)
  if (!figure.sure || figure.max !== 1 || who === undefined || singularOf(kin.lower) !== kin.lower) return figure
  return { ...figure, last: figure.last + 3, min: 2, max: 2, who: who === figure.who ? who : "people" }
}

/** People named without a count: "killing militants" has no number, "killed the group's commander" is one. */
export function uncountedFigure(tokens: readonly Token[], from: number): Figure | null {
  if (!/^[\p{L}]/u.test(tokens[from]?.text ?? "")) return null
  let at = from
  while (/^(?:the|its|their|his|her|a|an|these|those)$/.test(tokens[at]?.lower ?? "")) at++
  const head = headOf(tokens, at, at)
  if (!head || head === "thing" || !head.sure || head.noun) return null
  if (!PERSON.has(singularOf(tokens[head.last]?.lower ?? ""))) return null
  const isGroup = /^(?:family|staff|police|personnel|people)$/.test(tokens[head.last]?.lower ?? "")
  const count = head.plural || isGroup ? null : 1
  return {
    first: from,
    last: head.last,
    min: count,
    max: count,
    approximate: false,
    who: head.who,
    sure: true,
    bare: false,
    noun: null,
    ofThem: false,
  }
}
