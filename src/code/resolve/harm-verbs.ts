import { type Figure, uncountedFigure } from "../../lang/en/harm-figures.ts"
import {
  BE,
  BETWEEN,
  LEAVE,
  LOSE,
  SHOT,
  TO_DEATH,
  TRIGGER_WORDS,
  type TriggerWord,
} from "../../lang/en/harm-triggers.ts"
import { MODIFIER } from "../../lang/en/harm-words.ts"
import type { Token } from "../../lang/en/tag.ts"
import {
  accepts,
  claimAll,
  claimMembers,
  listFrom,
  lower,
  type Member,
  ownsTrigger,
  type Reading,
  subjects,
  type Trigger,
} from "./harm-reading.ts"

/** "killed and wounded", "dead or injured", "kills injures" are one trigger of two kinds. */
export function findTriggers(tokens: readonly Token[]): Trigger[] {
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
  const state = (w: TriggerWord) => (w.class === "state" || w.participle) && /^(?:killed|wounded)$/.test(w.kind)
  return x.class === y.class || (state(x) && state(y))
}

function triggerAt(tokens: readonly Token[], at: number): Trigger | null {
  const token = tokens[at]
  const phrase = phraseAt(tokens, at)
  if (phrase) return phrase
  const word = token && TRIGGER_WORDS.get(token.lower)
  if (!token || !word || isNoTrigger(tokens, at)) return null
  if (token.lower === "dead" && SHOT.has(lower(tokens, at - 1)) && !BE.has(lower(tokens, at - 2)))
    return { first: at - 1, last: at, words: [SHOT_DEAD], text: "shot dead" }
  return { first: at, last: at, words: [word], text: token.lower }
}

/** "Dead Sea", "arrest warrant", "seized control", "captured the town", "killed the deal". */
/** "lost their lives", "to death". */
function phraseAt(tokens: readonly Token[], at: number): Trigger | null {
  const [a, b, c] = [lower(tokens, at), lower(tokens, at + 1), lower(tokens, at + 2)]
  if (LOSE.has(a) && /^(?:his|her|their)$/.test(b) && /^(?:life|lives)$/.test(c))
    return { first: at, last: at + 2, words: [DIED], text: "lost life" }
  if (a !== "to" || b !== "death" || !tokens.slice(Math.max(0, at - 12), at).some((t) => TO_DEATH.has(t.lower)))
    return null
  return { first: at, last: at + 1, words: [PUT_TO_DEATH], text: "to death" }
}

const DIED: TriggerWord = Object.freeze({ kind: "killed", class: "intransitive", participle: false, strict: false })
const PUT_TO_DEATH: TriggerWord = Object.freeze({ kind: "killed", class: "state", participle: false, strict: true })
const SHOT_DEAD: TriggerWord = Object.freeze({ kind: "killed", class: "transitive", participle: true, strict: false })

function isNoTrigger(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = lower(tokens, at + 1)
  if (!token) return true
  if (token.lower === "dead") return /^(?:sea|end|zone|line|ringer|heat|body|bodies|of)$/.test(next)
  if (token.lower === "moving") return !BE.has(lower(tokens, at - 1))
  if (/^(?:picked|picking|rounded|rounding)$/.test(token.lower)) return next !== "up"
  if (token.lower === "missing") return /^(?:link|piece|pieces)$/.test(next)
  if (/^(?:arrest|capture|detain|murder|massacre|slaughter|kill)$/.test(token.lower) && token.pos === "NOUN")
    return true
  if (/^(?:killing|wounding|kidnapping|displacing|dying)$/.test(token.lower))
    return /^(?:field|fields|spree|machine)$/.test(next)
  return false
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
export function claimBeside(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word) return
  if (word.class === "transitive" && !isPassive(r, t)) {
    const after = objects(r, t)
    const isOther = after[0] !== undefined && ownsTrigger(r, after[0].figure) && word.participle
    if (after.length > 0 && !isOther) {
      claimMembers(r, after, t)
      return
    }
    if (!word.participle) return
  }
  const before = subjects(r, t.first, false).filter((s) => accepts(t, s.figure))
  if (before.length > 0) claimMembers(r, before, t)
}

/** Subjects of passive and intransitive verbs that stand further off: "12 people in a convoy near the town were killed". */
export function claimFar(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word || r.claims.some((c) => c.trigger.first === t.first)) return
  const mayBeFar =
    isPassive(r, t) || word.class === "intransitive" || (word.class === "state" && BE.has(lower(r.tokens, t.first - 1)))
  if (!mayBeFar) {
    claimLeft(r, t)
    return
  }
  const before = subjects(r, t.first, true).filter((s) => accepts(t, s.figure))
  claimMembers(r, before, t)
}

/** "leaving 23 civilians - nine of them children - dead". */
function claimLeft(r: Reading, t: Trigger): void {
  if (t.words.some((w) => w.class === "transitive" && !w.participle)) return
  const figure = r.figures.filter((f) => f.last < t.first && LEAVE.has(lower(r.tokens, f.first - 1))).at(-1)
  if (!figure || r.taken.has(figure) || t.first - figure.last > 12) return
  claimMembers(r, listFrom(r, figure), t)
}

/** "killing militants", "civilians were wounded": people, and no number. */
export function claimUncounted(r: Reading, t: Trigger): void {
  const word = t.words[0]
  if (!word || r.claims.some((c) => c.trigger.first === t.first) || word.class !== "transitive") return
  if (word.kind === "displaced") return
  const passive = isPassive(r, t)
  const figure = passive ? uncountedBefore(r, t) : uncountedFigure(r.tokens, t.last + 1)
  if (!figure || r.figures.some((f) => f.first <= figure.last && figure.first <= f.last)) return
  if (word.participle && !passive && /^(?:DET|ADP|ADJ)$/.test(r.tokens[t.first - 1]?.pos ?? "")) return
  claimAll(r, [figure], t)
  for (const c of r.claims) if (c.figure === figure && !c.union) c.why = "harm/uncounted"
}

function uncountedBefore(r: Reading, t: Trigger): Figure | null {
  let at = t.first - 1
  while (at >= 0 && (BE.has(lower(r.tokens, at)) || BETWEEN.has(lower(r.tokens, at)))) at--
  for (let from = Math.max(0, at - 4); from <= at; from++) {
    const figure = uncountedFigure(r.tokens, from)
    const isPlain = r.tokens
      .slice(from, at)
      .every((t) => /^(?:ADJ|PROPN|DET|PRON)$/.test(t.pos) || MODIFIER.has(t.lower))
    if (figure?.last === at && isPlain) return figure
  }
  return null
}
