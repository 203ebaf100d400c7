import { normaliseWords } from "../src/kit/text.ts"
import type { Attested, Harm, Mention, When } from "../src/schema/index.ts"
import type { GoldHarm, GoldMention, GoldSentence, GoldWhen } from "./gold.ts"
import type { Tally } from "./scorer.ts"

/** Words for comparing: folded, without plural endings. */
function bare(words: string): string {
  return normaliseWords(words.replace(/^\?/, "")).replace(/s\b/g, "")
}

function within(inner: string, outer: string): boolean {
  return inner !== "" && ` ${outer} `.includes(` ${inner} `)
}

/** The heads agree when one holds the other's words in a row, last word included; plural endings are forgiven. */
export function sameHead(gold: string, words: readonly (string | null)[]): boolean {
  const head = bare(gold)
  const lastOf = (text: string) => text.slice(text.lastIndexOf(" ") + 1)
  return words.some((w) => {
    const value = bare(w ?? "")
    return within(head, value) || (within(value, head) && lastOf(value) === lastOf(head))
  })
}

/** Compares lists of heads; `words` gives what a value is called (raw, name, id). */
export function tallyHeads(gold: readonly string[], values: readonly (string | null)[][], into: Tally): void {
  const open = new Set(gold)
  for (const words of values) {
    const match = gold.find((g) => sameHead(g, words))
    if (match === undefined) into.extra++
    else if (open.delete(match) && !match.startsWith("?")) into.hit++
  }
  for (const head of open) if (!head.startsWith("?")) into.missed++
}

function sameHarm(gold: GoldHarm, harm: Harm): boolean {
  if (gold.kind !== harm.kind) return false
  if (gold.optional) return true
  return (gold.anyWho || gold.who === harm.who) && gold.min === harm.min && gold.max === harm.max
}

export function tallyHarm(gold: readonly GoldHarm[], values: readonly Harm[], into: Tally): void {
  const open = new Set(gold)
  for (const harm of values) {
    const match = [...open].find((g) => sameHarm(g, harm))
    if (match === undefined) into.extra++
    else if (open.delete(match) && !match.optional) into.hit++
  }
  for (const harm of open) if (!harm.optional) into.missed++
}

/** A day within a told interval of days is right; longer precisions must agree in both ends. */
export function sameWhen(gold: GoldWhen | null, when: Attested<When> | null): boolean {
  const guessed = when === null || when.certainty === "assumed"
  if (gold === null) return guessed
  if (guessed) return gold.optional === true
  const { start, end } = when.value
  if (gold.precision === "day" || gold.precision === "hour") return start >= gold.start && end <= gold.end
  return start === gold.start && end === gold.end
}

/** Offset of the trigger; "x" stands for its first occurrence. */
function triggerSpan(sentence: GoldSentence, gold: GoldMention): { start: number; end: number } {
  const start = sentence.text.indexOf(gold.trigger)
  if (start < 0) throw new Error(`${sentence.id}: no such trigger: ${gold.trigger}`)
  return { start, end: start + gold.trigger.length }
}

export interface Pair {
  gold: GoldMention
  mention: Mention
}

export interface Matching {
  /** Required gold mentions that were found with the right type. */
  found: Pair[]
  missed: GoldMention[]
  /** Mentions that no gold mention, optional ones included, explains. */
  extra: Mention[]
}

/** Type right and trigger in a telling sentence; where triggers overlap first. One mention tells at most one gold mention. */
export function matchMentions(sentence: GoldSentence, mentions: readonly Mention[]): Matching {
  const open = new Set(mentions)
  const found: Pair[] = []
  const missed: GoldMention[] = []
  const required = [...sentence.mentions].sort((a, b) => Number(a.optional ?? false) - Number(b.optional ?? false))
  for (const gold of required) {
    const at = triggerSpan(sentence, gold)
    const typed = [...open].filter(
      (m) =>
        (m.type.value === gold.type || (gold.or ?? []).includes(m.type.value)) &&
        [m.quote, ...m.also].some((q) => q.start <= at.start && at.start < q.end),
    )
    const best = typed.find((m) => m.trigger.start < at.end && at.start < m.trigger.end) ?? typed[0]
    if (best) open.delete(best)
    if (gold.optional) continue
    if (best) found.push({ gold, mention: best })
    else missed.push(gold)
  }
  return { found, missed, extra: [...open] }
}
