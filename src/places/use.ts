import type { Span } from "../schema/index.ts"
import type { Context } from "./context.ts"
import type { Place } from "./place.ts"
import type { Hit } from "./recognise.ts"
import { joins, type Word } from "./tokens.ts"
import { ACTOR_VERBS, BODY_NOUNS, DIRECTIONS, HYPHENATED, PARTY_NOUNS, SPEECH_VERBS, TITLES } from "./words.ts"

export type Use = "place" | "metonym" | "modifier" | "dateline"

export interface UseInput {
  readonly text: string
  readonly words: readonly Word[]
  readonly hit: Pick<Hit, "first" | "last" | "demonym">
  readonly context: Context
  readonly place: Place
  /** Its name stands for a government: a capital, or another seat of power. */
  readonly seatOfPower: boolean
  readonly dateline: Span | null
}

/** What the name is there for. */
export function useOf(input: UseInput): Use {
  if (inDateline(input)) return "dateline"
  if (input.hit.demonym || isModifier(input)) return "modifier"
  return isMetonym(input) ? "metonym" : "place"
}

/** After the opening names of a report: "(Reuters) -", "–", ", Jan 5 (AFP) -". */
const DATELINE_TAIL =
  /^(?:, ?\p{Lu}[\p{L} .]{1,30})?(?:, ?\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, ?\d{4})?)?(?: ?\(\p{Lu}[^()\n]{1,40}\))? ?(?:--|-|–|—|:) /u

function inDateline({ text, words, hit, dateline }: UseInput): boolean {
  const [first, last] = [words[hit.first], words[hit.last]]
  if (!first || !last) return false
  if (dateline) return dateline.start <= first.start && last.end <= dateline.end
  const lineStart = text.lastIndexOf("\n", first.start) + 1
  if (text.slice(lineStart, first.start).trim() !== "") return false
  return DATELINE_TAIL.test(text.slice(last.end, last.end + 120))
}

const DIRECT = new Set([
  "in",
  "near",
  "at",
  "around",
  "outside",
  "inside",
  "into",
  "toward",
  "towards",
  "across",
  "throughout",
])

/** "University of X", "Bank of X", "the government of X". */
function isOfBody(words: readonly Word[], first: number): boolean {
  const [of, body] = [words[first - 1], words[first - 2]]
  return (
    of?.lower === "of" &&
    of.gap === " " &&
    body !== undefined &&
    body.lower !== "forces" &&
    BODY_NOUNS.has(body.lower) &&
    (body.capital || STATE_NOUNS.has(body.lower))
  )
}

const STATE_NOUNS = new Set([
  "government",
  "regime",
  "president",
  "army",
  "minister",
  "leader",
  "parliament",
  "embassy",
])

function isAcronym(word: Word): boolean {
  return /^(?:\p{Lu}{2,3}|(?:\p{Lu}\.){2,3})$/u.test(word.text)
}

const NO_NOUNS = new Set(
  "and or but that which who whose while when where as than then because if so the a an in on at to of for from by with about over after before into against under near since until through across is are was were has have had will would could should must may might can did does do not also".split(
    " ",
  ),
)

/** "US intelligence": what follows the acronym is neither a verb of states nor a function word. */
function isNoun(word: Word): boolean {
  return (
    !word.capital &&
    word.gap === " " &&
    !NO_NOUNS.has(word.lower) &&
    !ACTOR_VERBS.has(word.lower) &&
    !/(?:ly|ed)$/.test(word.lower)
  )
}

function isModifier({ words, hit, context, place, seatOfPower }: UseInput): boolean {
  if (isOfBody(words, hit.first)) return true
  const [name, next] = [words[hit.last], words[hit.last + 1]]
  if (!name || !next || context.right !== null) return false
  if (next.gap === "-" || next.gap === "‑") return HYPHENATED.has(next.lower)
  if (!joins(next.gap)) return false
  if (name.possessive) return (seatOfPower && context.locative < 2) || possessiveModifier(words, hit.last, place)
  if (isAcronym(name) && place.kind === "country" && isNoun(next)) return true
  const noun = BODY_NOUNS.has(next.lower) ? next : words[hit.last + 2]
  if (noun === next) return next.capital || !DIRECT.has(context.preposition ?? "")
  return next.capital && noun?.capital === true && joins(noun.gap) && BODY_NOUNS.has(noun.lower)
}

/** "Turkey's president", "Raqqa's council"; but "Aleppo's eastern districts" is a place. */
function possessiveModifier(words: readonly Word[], last: number, place: Place): boolean {
  const [next, second] = [words[last + 1], words[last + 2]]
  if (!next || next.lower in DIRECTIONS) return false
  if (place.kind === "country") return true
  const noun = (w: Word | undefined) =>
    w !== undefined && joins(w.gap) && (BODY_NOUNS.has(w.lower) || TITLES.has(w.lower))
  return noun(next) || noun(second)
}

const BORDER = new Set(["border", "borders", "frontier", "boundary", "bordering", "crossing", "crossings"])
const PARTY_PREPOSITIONS = new Set(["with", "by", "against", "from", "to", "between", "for"])

function isMetonym(input: UseInput): boolean {
  const { words, hit, context, place, seatOfPower } = input
  if (context.locative >= 2) return false
  const power = place.kind === "country" || seatOfPower
  const verb = verbAfter(words, hit.last)
  if (verb && SPEECH_VERBS.has(verb)) return power || place.prominence >= 4.5
  if (!power) return false
  const before = words[hit.first - 1]
  const preposition = before && joins(words[hit.first]?.gap ?? "") ? before.lower : null
  if (preposition === "with" && BORDER.has(words[hit.first - 2]?.lower ?? "")) return false
  if (preposition === "by" || preposition === "with" || preposition === "against") return true
  if (seatOfPower && (preposition === "between" || (preposition === "and" && isSecondParty(words, hit.first))))
    return true
  if (preposition && PARTY_PREPOSITIONS.has(preposition) && (seatOfPower || place.kind === "country"))
    return partyBefore(words, hit.first - 1)
  if (verb && ACTOR_VERBS.has(verb)) return context.locative === 0
  return false
}

/** "between Ankara and Moscow": the second of two. */
function isSecondParty(words: readonly Word[], first: number): boolean {
  for (let at = first - 2; at > 0 && at >= first - 5; at--) {
    if (words[at]?.lower === "between") return true
    if (!words[at]?.capital && words[at]?.lower !== "and") return false
  }
  return false
}

function verbAfter(words: readonly Word[], last: number): string | null {
  for (let at = last + 1; at <= last + 2; at++) {
    const word = words[at]
    if (!word || !joins(word.gap)) return null
    if (ACTOR_VERBS.has(word.lower)) return word.lower
    if (!word.lower.endsWith("ly") && word.lower !== "also" && word.lower !== "itself") return null
  }
  return null
}

function partyBefore(words: readonly Word[], preposition: number): boolean {
  for (let at = preposition - 1; at >= 0 && at >= preposition - 2; at--) {
    const word = words[at]
    if (!word || !joins(words[at + 1]?.gap ?? "")) return false
    if (PARTY_NOUNS.has(word.lower)) return true
  }
  return false
}
