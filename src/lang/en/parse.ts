import { isRelativePronoun, isTimeWord, type NounPhrase, nounPhrases } from "./chunks.ts"
import type { Sentence, Token } from "./tag.ts"
import { type VerbGroup, verbGroups } from "./verb-groups.ts"

/** A shallow parse: enough to say who did what to whom in newspaper English, without a tree. */
export interface Parse {
  sentence: Sentence
  tokens: readonly Token[]
  phrases: readonly NounPhrase[]
  verbs: readonly VerbGroup[]
  /** Subjects found so far by verb index; null also while one is being looked for, which ends circles. */
  subjects: Map<number, NounPhrase | null>
}

export function parse(sentence: Sentence): Parse {
  const phrases = nounPhrases(sentence)
  return { sentence, tokens: sentence.tokens, phrases, verbs: verbGroups(sentence, phrases), subjects: new Map() }
}

/** The phrase and those coordinated after it: "A, B and C" from A. */
export function withCoordinates(p: Parse, phrase: NounPhrase): NounPhrase[] {
  const list = [phrase]
  for (let i = phrase.index + 1; i < p.phrases.length; i++) {
    const next = p.phrases[i]
    if (!next) break
    if (
      next.coordinatedWith === list.at(-1)?.index &&
      (next.prep === null || next.prep === phrase.prep) &&
      !isTimePhrase(p, next) &&
      !startsClause(p, next)
    )
      list.push(next)
    else if (next.prep === "of" && next.from <= (list.at(-1)?.to ?? 0) + 1) list.push(next)
    else break
  }
  return listed(p, list).filter((n) => n === phrase || n.prep !== "of")
}

/** "A, B and C" is a list; "Syria, the heads of X" is not: commas alone join nothing. */
function listed(p: Parse, group: NounPhrase[]): NounPhrase[] {
  const last = group.findLastIndex(
    (n, i) => i > 0 && p.tokens.slice(group[i - 1]?.to, n.from).some((t) => t.pos === "CCONJ" || t.text === "&"),
  )
  return last > 0 ? group.slice(0, last + 1) : group.slice(0, 1)
}

/** "…, and the army shelled Y": a coordinated phrase that is the subject of a verb begins a clause of its own. */
function startsClause(p: Parse, phrase: NounPhrase): boolean {
  const verb = p.verbs.find((v) => v.from >= phrase.to)
  return (
    verb !== undefined &&
    verb.form === "finite" &&
    verb.from - phrase.to <= 1 &&
    p.tokens[phrase.from - 1]?.pos === "CCONJ" &&
    !isRelativePronoun(p.tokens[verb.from - 1]) &&
    p.tokens[phrase.from - 2]?.text === ","
  )
}

export function isTimePhrase(p: Parse, phrase: NounPhrase): boolean {
  return isTimeWord(p.tokens[phrase.head])
}

/** The clause that a token index stands in: from and to (exclusive) token indices. */
export function clauseOf(p: Parse, at: number): { from: number; to: number } {
  const isEdge = (i: number) => {
    const t = p.tokens[i]
    if (!t) return true
    if (/^[;:“”"—–]$/.test(t.text)) return true
    if (t.pos === "SCONJ" || /^(while|after|before|when|where|because|although|as)$/.test(t.lower))
      return p.verbs.some(
        (v) => v.from > i && v.form !== "infinitive" && !p.tokens.slice(i + 1, v.from).some((x) => x.text === ","),
      )
    if (isRelativePronoun(t) && t.pos !== "DET") return true
    return /^(but|following|amid|despite|whereas)$/.test(t.lower)
  }
  let from = at
  while (from > 0 && !isEdge(from - 1)) from--
  let to = at + 1
  while (to < p.tokens.length && !isEdge(to)) to++
  return { from, to }
}

const OBJECT_CONTROL = new Set([
  "urge",
  "order",
  "force",
  "allow",
  "help",
  "ask",
  "tell",
  "prevent",
  "stop",
  "permit",
  "enable",
  "cause",
  "lead",
  "push",
  "prompt",
  "compel",
  "see",
  "leave",
  "call",
  "bar",
  "deter",
  "keep",
  "watch",
  "find",
  "warn",
])

/** Who does what the verb says, logically: for a passive, the phrase after "by"; null where the sentence does not say. */
export function logicalSubject(p: Parse, verb: VerbGroup): NounPhrase[] {
  if (verb.passive) return agentAfterBy(p, verb)
  const phrase = grammaticalSubject(p, verb)
  return phrase ? subjectGroup(p, phrase) : []
}

/** To whom: the object of an active verb, the subject of a passive. */
export function logicalObject(p: Parse, verb: VerbGroup): NounPhrase[] {
  if (!verb.passive) return directObject(p, verb)
  if (verb.form === "participle") {
    const before = phraseBefore(p, verb.from)
    return before ? subjectGroup(p, before) : []
  }
  const phrase = grammaticalSubject(p, verb)
  return phrase ? subjectGroup(p, phrase) : []
}

/** "Russian and Syrian jets": coordinated phrases before the last one belong to the subject too. */
function subjectGroup(p: Parse, last: NounPhrase): NounPhrase[] {
  const group = [last]
  for (let at = last; at.coordinatedWith !== null; ) {
    const previous = p.phrases[at.coordinatedWith]
    if (!previous) break
    if (previous.prep === null) group.unshift(previous)
    at = previous
  }
  const joined = group.some((n, i) => i > 0 && p.tokens.slice(group[i - 1]?.to, n.from).some((t) => t.pos === "CCONJ"))
  return joined ? group : [last]
}

function agentAfterBy(p: Parse, verb: VerbGroup): NounPhrase[] {
  for (const phrase of p.phrases) {
    if (phrase.from < verb.to) continue
    if (phrase.prep === "by" && !isTimePhrase(p, phrase)) return withCoordinates(p, phrase)
    if (p.verbs.some((v) => v.from >= verb.to && v.from < phrase.from)) break
  }
  return []
}

function phraseBefore(p: Parse, at: number): NounPhrase | undefined {
  return headOfChain(
    p,
    p.phrases.findLast((n) => n.to <= at && at - n.to <= 1),
  )
}

/** From "of the town" back to "residents": the phrase that an of-chain hangs on. */
function headOfChain(p: Parse, phrase: NounPhrase | undefined): NounPhrase | undefined {
  let at = phrase
  while (at && at.prep !== null) {
    const previous = p.phrases[at.index - 1]
    if (!previous || at.from - previous.to > 2) return at
    at = previous
  }
  return at
}

/** The phrase that the verb agrees with, or would; null where the sentence has none. Found once per parse. */
export function grammaticalSubject(p: Parse, verb: VerbGroup): NounPhrase | null {
  const known = p.subjects.get(verb.index)
  if (known !== undefined) return known
  p.subjects.set(verb.index, null)
  const subject = findSubject(p, verb)
  p.subjects.set(verb.index, subject)
  return subject
}

function findSubject(p: Parse, verb: VerbGroup): NounPhrase | null {
  if (verb.form === "infinitive") return controller(p, verb)
  if (verb.form === "gerund") return gerundSubject(p, verb)
  const before = p.tokens[verb.from - 1]
  if (isRelativePronoun(before) && before?.pos !== "SCONJ") return antecedent(p, verb.from - 1)
  return finiteSubject(p, verb)
}

function antecedent(p: Parse, pronounAt: number): NounPhrase | null {
  const near = p.phrases.findLast((n) => n.to <= pronounAt)
  if (!near) return null
  if (p.tokens[pronounAt]?.lower === "who") return headOfChain(p, near) ?? near
  return near
}

function finiteSubject(p: Parse, verb: VerbGroup): NounPhrase | null {
  const last = p.verbs.findLast((v) => v.to <= verb.from)
  if (last && (last.form !== "gerund" || last.index > 0) && sharesSubject(p, verb, last))
    return grammaticalSubject(p, last)
  for (let i = p.phrases.length - 1; i >= 0; i--) {
    const phrase = p.phrases[i]
    if (!phrase || phrase.to > verb.from) continue
    const crossed = p.verbs.filter((v) => v.from >= phrase.to && v.to <= verb.from)
    if (crossed.length > 0 && !isBridged(p, phrase, verb, crossed)) continue
    if (phrase.prep !== null || isTimePhrase(p, phrase) || (isObjectOf(p, phrase) && crossed.length > 0)) continue
    if (
      p.tokens[phrase.head]?.pos === "PRON" &&
      /^(it|there)$/.test(p.tokens[phrase.head]?.lower ?? "") &&
      phrase.to !== verb.from
    )
      continue
    return phrase
  }
  return null
}

/** "surrounded the town and shelled it": a conjunction right before the verb, no phrase between. */
function sharesSubject(p: Parse, verb: VerbGroup, previous: VerbGroup): boolean {
  const before = p.tokens[verb.from - 1]
  if (before?.pos === "CCONJ") return true
  if (before?.text !== "," || previous.form !== "finite" || isInRelative(p, previous)) return false
  return p.phrases.some((n) => n.to === verb.from - 1 && (n.prep !== null || isObjectOf(p, n)))
}

function isInRelative(p: Parse, verb: VerbGroup): boolean {
  return isRelativePronoun(p.tokens[verb.from - 1])
}

/** A relative clause or reduced participle between subject and verb does not part them. */
function isBridged(p: Parse, phrase: NounPhrase, verb: VerbGroup, crossed: readonly VerbGroup[]): boolean {
  const first = crossed[0]
  if (!first) return true
  const next = p.tokens[phrase.to]
  const opens =
    isRelativePronoun(next) ||
    (next?.text === "," && isRelativePronoun(p.tokens[phrase.to + 1])) ||
    first.form === "participle" ||
    (first.form === "gerund" && first.from === phrase.to) ||
    (next?.text === "," && p.tokens[verb.from - 1]?.text === ",")
  return opens
}

function isObjectOf(p: Parse, phrase: NounPhrase): boolean {
  return phrase.prep === null && p.verbs.some((v) => v.to === phrase.from && !v.passive)
}

/** The subject of "to flee" in "tried to flee", "urged fighters to flee", "the attempt to flee". */
function controller(p: Parse, verb: VerbGroup): NounPhrase | null {
  const governor = p.verbs.findLast((v) => v.to <= verb.from)
  if (!governor) return p.phrases.findLast((n) => n.to <= verb.from && n.prep === null) ?? null
  const object = directObject(p, governor).at(-1)
  if (object && object.to <= verb.from && OBJECT_CONTROL.has(governor.lemma)) return object
  return grammaticalSubject(p, governor)
}

function gerundSubject(p: Parse, verb: VerbGroup): NounPhrase | null {
  const before = p.tokens[verb.from - 1]
  const attached = p.phrases.find((n) => n.to === verb.from)
  if (attached && !isTimePhrase(p, attached)) return headOfChain(p, attached) ?? attached
  if (isRelativePronoun(before)) return antecedent(p, verb.from - 1)
  const governor = p.verbs.findLast((v) => v.to <= verb.from)
  if (governor) {
    const object = directObject(p, governor).at(-1)
    if (object && object.to <= verb.from && OBJECT_CONTROL.has(governor.lemma) && before?.text !== ",") return object
    return governor.passive
      ? (agentAfterBy(p, governor)[0] ?? grammaticalSubject(p, governor))
      : grammaticalSubject(p, governor)
  }
  const main = p.verbs.find((v) => v.from >= verb.to && v.form === "finite")
  if (main) return grammaticalSubject(p, main)
  return p.phrases.findLast((n) => n.to <= verb.from && n.prep === null) ?? null
}

export function directObject(p: Parse, verb: VerbGroup): NounPhrase[] {
  if (verb.passive) return []
  const first = p.phrases.find((n) => n.from >= verb.to)
  if (!first || isTimePhrase(p, first) || first.prep !== null) return []
  const between = p.tokens.slice(verb.to, first.from)
  const open = between.every(
    (t) =>
      t.pos === "ADV" ||
      /^[“"'‘]$/.test(t.text) ||
      (t.pos === "ADP" && /^(up|down|out|off|over|back|away)$/.test(t.lower)),
  )
  return open && between.length <= 3 ? withCoordinates(p, first) : []
}

/** Phrases with a preposition that follow a token in the same clause, up to the next finite verb. */
export function phrasesAfter(p: Parse, at: number, preps?: ReadonlySet<string>): NounPhrase[] {
  const finite = p.verbs.find((v) => v.from > at && v.form === "finite")?.from ?? p.tokens.length
  const stop = Math.min(finite, clauseOf(p, at).to)
  const found: NounPhrase[] = []
  for (const phrase of p.phrases) {
    if (phrase.from <= at || phrase.from >= stop || phrase.prep === null) continue
    if (!preps || preps.has(phrase.prep)) found.push(...withCoordinates(p, phrase))
  }
  return [...new Set(found)]
}

/** Phrases that hang directly on a noun phrase: "shelling | of the port | by militiamen". */
export function attachedTo(p: Parse, phrase: NounPhrase): NounPhrase[] {
  const found: NounPhrase[] = []
  let to = phrase.to
  for (let i = phrase.index + 1; i < p.phrases.length; i++) {
    const next = p.phrases[i]
    if (
      !next ||
      next.prep === null ||
      p.tokens
        .slice(to, next.from)
        .some((t) => t.text === "," || t.pos === "VERB" || t.pos === "AUX" || t.pos === "SCONJ")
    ) {
      if (next && next.coordinatedWith === found.at(-1)?.index && found.length > 0) {
        to = next.to
        found.push(next)
        continue
      }
      break
    }
    found.push(next)
    to = next.to
  }
  return found
}
