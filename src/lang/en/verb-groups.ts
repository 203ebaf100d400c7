import type { NounPhrase } from "./chunks.ts"
import type { Sentence, Token } from "./tag.ts"
import { isGerundForm, isParticipleForm, isPastOnlyForm } from "./verb-forms.ts"

export type VerbForm = "finite" | "infinitive" | "gerund" | "participle"

/** Auxiliaries, negation and main verb. Indices are into the sentence's tokens, `to` is exclusive. */
export interface VerbGroup {
  index: number
  from: number
  to: number
  main: number
  lemma: string
  form: VerbForm
  passive: boolean
  negated: boolean
  /** "will", "would", "could" …; null without one. */
  modal: string | null
  perfect: boolean
  progressive: boolean
  past: boolean
}

const MODALS = new Set([
  "will",
  "would",
  "could",
  "can",
  "may",
  "might",
  "should",
  "shall",
  "must",
  "'ll",
  "’ll",
  "'d",
  "wo",
  "ca",
])
const NEGATIONS = new Set(["not", "n't", "n’t", "never", "nt"])
const BE = new Set([
  "is",
  "are",
  "was",
  "were",
  "be",
  "been",
  "being",
  "am",
  "'s",
  "’s",
  "'re",
  "’re",
  "get",
  "got",
  "gets",
])
const HAVE = new Set(["has", "have", "had", "having", "'ve", "’ve"])

/** Splits what is not inside a noun phrase into verb groups, in order. */
export function verbGroups(sentence: Sentence, phrases: readonly NounPhrase[]): VerbGroup[] {
  const { tokens } = sentence
  const inPhrase = new Uint8Array(tokens.length)
  for (const p of phrases) inPhrase.fill(1, p.from, p.to)
  const groups: VerbGroup[] = []
  let at = 0
  while (at < tokens.length) {
    const to = inPhrase[at] ? at : groupEnd(tokens, inPhrase, at)
    if (to > at) groups.push(makeGroup(tokens, at, to, groups.length))
    at = Math.max(to, at + 1)
  }
  return fixReduced(groups, sentence, phrases)
}

function groupEnd(tokens: Token[], inPhrase: Uint8Array, from: number): number {
  let main = -1
  let at = from
  for (; at < tokens.length && !inPhrase[at]; at++) {
    const token = tokens[at] as Token
    if (token.pos === "VERB") {
      if (main >= 0 && tokens[main]?.pos === "VERB") break
      main = at
    } else if (token.pos === "AUX") {
      if (main >= 0 && tokens[main]?.pos === "VERB") break
      main = at
    } else if (token.pos === "PART") {
      if (token.lower === "to" && at > from) break
      if (
        token.lower === "to" &&
        tokens[at + 1]?.pos !== "VERB" &&
        tokens[at + 1]?.pos !== "AUX" &&
        tokens[at + 1]?.pos !== "ADV"
      )
        break
    } else if (token.pos !== "ADV" || at === from) break
  }
  return main < 0 ? from : main + 1
}

function makeGroup(tokens: Token[], from: number, to: number, index: number): VerbGroup {
  const words = tokens.slice(from, to)
  const main = to - 1
  const verb = tokens[main] as Token
  const helpers = words.slice(0, -1).map((t) => t.lower)
  const modal = helpers.find((w) => MODALS.has(w)) ?? (verb.pos === "AUX" && MODALS.has(verb.lower) ? verb.lower : null)
  const has = (set: Set<string>) => helpers.some((w) => set.has(w))
  const gerund = isGerundForm(verb.lower)
  const participle = isParticipleForm(verb.lower)
  const passive = has(BE) && participle && !gerund && !(has(HAVE) && !helpers.some((w) => w === "been"))
  const infinitive = words[0]?.lower === "to" && helpers.length > 0
  const form: VerbForm = infinitive ? "infinitive" : gerund && !has(BE) ? "gerund" : "finite"
  return {
    index,
    from,
    to,
    main,
    lemma: verb.lemma,
    form,
    passive,
    negated: helpers.some((w) => NEGATIONS.has(w)) || NEGATIONS.has(tokens[from - 1]?.lower ?? ""),
    modal,
    perfect: has(HAVE),
    progressive: gerund && has(BE),
    past:
      helpers.some((w) => /^(was|were|had|did)$/.test(w)) ||
      (helpers.length === 0 && (participle || isPastOnlyForm(verb.lower))),
  }
}

/** A bare participle with "by" after it, or with a finite verb of its own subject behind it, is a reduced relative. */
function fixReduced(groups: VerbGroup[], sentence: Sentence, phrases: readonly NounPhrase[]): VerbGroup[] {
  const { tokens } = sentence
  return groups.map((group, i) => {
    const verb = tokens[group.main]
    if (group.form !== "finite" || group.to - group.from > 1 || !verb || !isParticipleForm(verb.lower)) return group
    const follows = tokens[group.to]?.lower
    const before = phrases.findLast((p) => p.to <= group.from)
    const attached = before !== undefined && before.to === group.from
    if (follows === "by" && !isTimeNext(tokens, group.to + 1))
      return { ...group, form: "participle" as const, passive: true }
    const next = groups[i + 1]
    if (!attached || !next || next.form !== "finite" || next.negated) return group
    const between = tokens.slice(group.to, next.from)
    const barred = between.some(
      (t) =>
        t.text === "," ||
        t.pos === "CCONJ" ||
        t.pos === "SCONJ" ||
        /^(who|which|that|when|where|while|as|after|before|until)$/.test(t.lower),
    )
    const freePhrase = phrases.some((p) => p.from >= group.to && p.to <= next.from && p.prep === null)
    return barred || freePhrase || next.from === group.to
      ? group
      : { ...group, form: "participle" as const, passive: true }
  })
}

function isTimeNext(tokens: Token[], at: number): boolean {
  return (
    /^(monday|tuesday|wednesday|thursday|friday|saturday|sunday|dawn|night|the)$/.test(tokens[at]?.lower ?? "") &&
    tokens[at]?.lower !== "the"
  )
}
