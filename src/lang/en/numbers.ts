import type { Token } from "./tag.ts"

/**
 * A count as printed. `first` and `last` are token indexes, both included, and cover the words that bound it ("at least
 * 12", "12 or more"). "at least N" has min N; "more than N" leaves N out, so min N + 1; "up to N" has max N and no min.
 * Vague words keep a wide lower bound and are approximate: "dozens" 24, "scores" 40, "hundreds" 200 and more.
 */
export interface Quantity {
  first: number
  last: number
  min: number | null
  max: number | null
  approximate: boolean
  /** "a", "an", "one", "another": stands for 1 only before a noun for one person. */
  article: boolean
  /** "some", "several", "many": no number at all without a noun after it. */
  needsNoun: boolean
}

interface Core {
  next: number
  min: number | null
  max: number | null
  approximate: boolean
  article?: boolean
  needsNoun?: boolean
}

const UNITS: Readonly<Record<string, number>> = Object.freeze({
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
})
const TENS: Readonly<Record<string, number>> = Object.freeze({
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
})
const SCALES: Readonly<Record<string, number>> = Object.freeze({
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12,
})
/** Plural scale words: the least that the plural says ("dozens": two dozen). "tens" is 20, "scores" 40. */
const VAGUE: Readonly<Record<string, number>> = Object.freeze({
  dozens: 24,
  tens: 20,
  scores: 40,
  hundreds: 200,
  thousands: 2000,
  millions: 2_000_000,
})

type Bound = "min" | "above" | "max" | "below" | "approx" | "none"
/** Words before a number that bound it; longest phrases first. */
const BEFORE: readonly (readonly [readonly string[], Bound])[] = (
  [
    ["a minimum of", "min"],
    ["no fewer than", "min"],
    ["no less than", "min"],
    ["not less than", "min"],
    ["not fewer than", "min"],
    ["at least", "min"],
    ["at the least", "min"],
    ["in excess of", "above"],
    ["upwards of", "above"],
    ["upward of", "above"],
    ["greater than", "above"],
    ["more than", "above"],
    ["over", "above"],
    ["above", "above"],
    ["exceeding", "above"],
    ["a maximum of", "max"],
    ["no more than", "max"],
    ["not more than", "max"],
    ["at most", "max"],
    ["as many as", "max"],
    ["up to", "max"],
    ["fewer than", "below"],
    ["less than", "below"],
    ["under", "below"],
    ["an estimated", "approx"],
    ["estimated", "approx"],
    ["close to", "approx"],
    ["approximately", "approx"],
    ["roughly", "approx"],
    ["nearly", "approx"],
    ["almost", "approx"],
    ["about", "approx"],
    ["around", "approx"],
    ["circa", "approx"],
    ["some", "approx"],
    ["perhaps", "approx"],
    ["~", "approx"],
    ["a total of", "none"],
    ["total of", "none"],
    ["a further", "none"],
    ["an additional", "none"],
    ["the other", "none"],
    ["another", "none"],
    ["additional", "none"],
    ["other", "none"],
    ["further", "none"],
    ["only", "none"],
    ["just", "none"],
    ["exactly", "none"],
    ["all", "none"],
    ["the", "none"],
    ["these", "none"],
    ["those", "none"],
  ] as const
).map(([words, bound]) => [words.split(" "), bound] as const)

/** By first word; a phrase of several words before a shorter one. */
const BEFORE_BY_WORD: ReadonlyMap<string, typeof BEFORE> = Map.groupBy(BEFORE, ([words]) => words[0] ?? "")

const AFTER: readonly (readonly [readonly string[], Bound])[] = [
  [["or", "more"], "min"],
  [["and", "more"], "min"],
  [["or", "so"], "approx"],
  [["or", "fewer"], "max"],
  [["+"], "min"],
]

function word(tokens: readonly Token[], at: number): string {
  return tokens[at]?.lower ?? ""
}

function startsWith(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return words.every((w, i) => word(tokens, at + i) === w)
}

/** The value of a token of digits: "1,200", "20.000" (a stop before three digits groups thousands), "1.5" before a scale. */
export function digitsOf(text: string): number | null {
  if (/^\d{1,3}(?:[,.’']\d{3})+$/.test(text)) return Number(text.replace(/[,.’']/g, ""))
  return /^\d{1,9}(?:\.\d{1,2})?$/.test(text) ? Number(text) : null
}

function wordValue(text: string): number | null {
  const unit = UNITS[text] ?? TENS[text]
  if (unit !== undefined) return unit
  const [tens, ones] = text.split(/[-‐‑–]/, 2)
  if (tens === undefined || ones === undefined || !(tens in TENS) || !(ones in UNITS)) return null
  return (TENS[tens] ?? 0) + (UNITS[ones] ?? 0)
}

const NONE = Object.freeze({ min: 0, max: 0, approximate: false })

function readZero(tokens: readonly Token[], at: number): Core | null {
  const first = word(tokens, at)
  if (first === "no" && word(tokens, at + 1) === "one") return { next: at + 2, ...NONE }
  if (first === "nobody" || first === "none") return { next: at + 1, ...NONE }
  if (first !== "no" || /^(?:fewer|less|more|longer|other)$/.test(word(tokens, at + 1))) return null
  return { next: at + 1, ...NONE, needsNoun: true }
}

/** "a dozen", "two dozen", "several hundred", "half a million", "a few", "tens of thousands", "dozens". */
function readVague(tokens: readonly Token[], at: number): Core | null {
  const [a, b, c] = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)]
  if (a in VAGUE) return readPlural(tokens, at)
  if (a === "half" && b === "a" && c in SCALES) return about((SCALES[c] ?? 0) / 2, at + 3)
  if (a === "several" || (a === "a" && b === "few") || a === "few") {
    const next = a === "a" ? at + 2 : at + 1
    const scale = SCALES[word(tokens, next)]
    if (scale) return { next: next + 1, min: (a === "several" ? 3 : 2) * scale, max: null, approximate: true }
    return { next, min: 3, max: null, approximate: true, needsNoun: true }
  }
  if (a === "a" && b === "couple") return about(2, at + 2)
  if (a === "a" && b === "pair") return { next: at + 2, min: 2, max: 2, approximate: false }
  if ((a === "a" || a === "one") && b === "dozen") return about(12, at + 2)
  if (a === "a" && /^(?:hundred|thousand|million)$/.test(b)) return about(SCALES[b] ?? 0, at + 2)
  return readUncounted(tokens, at)
}

function about(value: number, next: number): Core {
  return { next, min: value, max: value, approximate: true }
}

function readPlural(tokens: readonly Token[], at: number): Core {
  const factor = VAGUE[word(tokens, at)] ?? 0
  const isDouble = word(tokens, at + 1) === "of" && word(tokens, at + 2) in VAGUE
  if (!isDouble) return { next: at + 1, min: factor, max: null, approximate: true }
  const scale = (VAGUE[word(tokens, at + 2)] ?? 0) / 2
  return { next: at + 3, min: factor * scale, max: null, approximate: true }
}

/** "a number of", "many", "some": people were harmed, and how many is not said. */
function readUncounted(tokens: readonly Token[], at: number): Core | null {
  const [a, b, c] = [word(tokens, at), word(tokens, at + 1), word(tokens, at + 2)]
  const unknown = { min: null, max: null, approximate: true, needsNoun: true }
  if (a === "a" && (b === "number" || b === "handful")) return { next: at + 2, ...unknown }
  if (
    a === "a" &&
    /^(?:large|great|small|significant|high|huge|considerable|growing|unknown)$/.test(b) &&
    c === "number"
  )
    return { next: at + 3, ...unknown }
  if (a === "an" && /^(?:unknown|unspecified|undisclosed|undetermined)$/.test(b) && c === "number")
    return { next: at + 3, ...unknown }
  if (a === "large" && b === "numbers") return { next: at + 2, ...unknown }
  return /^(?:many|numerous|some|countless|various)$/.test(a) ? { next: at + 1, ...unknown } : null
}

/** A number in digits or words, with its scale: "1.2 million", "two hundred and fifty", "1 200". */
function readExact(tokens: readonly Token[], at: number): Core | null {
  const token = tokens[at]
  if (!token) return null
  const span = /^(\d{1,6})[-–—](\d{1,6})$/.exec(token.text)
  if (span) return readSpan(Number(span[1]), Number(span[2]), at + 1)
  const digits = digitsOf(token.text)
  if (digits !== null) return readDigits(tokens, at, digits)
  return readWords(tokens, at)
}

function readSpan(min: number, max: number, next: number): Core | null {
  return min < max ? { next, min, max, approximate: false } : null
}

function readDigits(tokens: readonly Token[], at: number, digits: number): Core | null {
  const next = tokens[at + 1]
  const scale = next ? SCALES[next.lower] : undefined
  if (scale) return exact(Math.round(digits * scale), at + 2)
  const isGrouped =
    next && tokens[at] && digits < 1000 && /^\d{3}$/.test(next.text) && next.start === (tokens[at]?.end ?? 0) + 1
  if (isGrouped && /^\d{1,3}$/.test(tokens[at]?.text ?? "")) return exact(digits * 1000 + Number(next.text), at + 2)
  return Number.isInteger(digits) ? exact(digits, at + 1) : null
}

function exact(value: number, next: number): Core {
  return { next, min: value, max: value, approximate: false }
}

function readWords(tokens: readonly Token[], at: number): Core | null {
  const first = wordValue(word(tokens, at))
  if (first === null) return null
  let total = 0
  let current = first
  let next = at + 1
  for (;;) {
    const skip = word(tokens, next) === "and" && current >= 100 && wordValue(word(tokens, next + 1)) !== null ? 1 : 0
    const text = word(tokens, next + skip)
    const scale = skip === 0 ? SCALES[text] : undefined
    const value = wordValue(text)
    if (scale === 100 || scale === 12) current *= scale
    else if (scale) [total, current] = [total + current * scale, 0]
    else if (value !== null && value < 100 && current % 100 === 0 && (current >= 100 || total > 0)) current += value
    else if (value !== null && value < 10 && value > 0 && current % 10 === 0 && current % 100 >= 20) current += value
    else break
    next += skip + 1
  }
  const core = exact(total + current, next)
  if (next === at + 1 && first === 1) return { ...core, article: true }
  return word(tokens, next - 1) === "dozen" ? { ...core, approximate: true } : core
}

function readArticle(tokens: readonly Token[], at: number): Core | null {
  const token = tokens[at]
  if (!token || !/^(?:a|an|another)$/.test(token.lower)) return null
  return { next: at + 1, min: 1, max: 1, approximate: false, article: true, needsNoun: true }
}

function readCore(tokens: readonly Token[], at: number): Core | null {
  const between = word(tokens, at) === "between" || word(tokens, at) === "from" ? readExact(tokens, at + 1) : null
  if (between) return word(tokens, at) === "between" ? readTo(tokens, between, /^(?:and|to)$/) : null
  const core = readZero(tokens, at) ?? readVague(tokens, at) ?? readExact(tokens, at)
  if (!core) return readArticle(tokens, at)
  if (word(tokens, at - 1) === "from") return core
  return readTo(tokens, core, /^(?:to|or|-|–|—)$/) ?? core
}

/** "20 to 30", "12 or 13": a range, where the second is the larger. */
function readTo(tokens: readonly Token[], low: Core, joint: RegExp): Core | null {
  if (low.min === null || low.approximate || low.article === true || !joint.test(word(tokens, low.next))) return null
  const high = readExact(tokens, low.next + 1)
  if (!high || high.min === null || high.min <= low.min) return null
  return { next: high.next, min: low.min, max: high.min, approximate: false }
}

function bounded(core: Core, bounds: readonly Bound[]): Core {
  let out = core
  for (const bound of bounds) out = applyBound(out, bound)
  return out
}

function applyBound(core: Core, bound: Bound): Core {
  switch (bound) {
    case "min":
      return { ...core, max: null }
    case "above":
      return {
        ...core,
        min: core.min === null ? null : core.approximate && core.max === null ? core.min : core.min + 1,
        max: null,
      }
    case "max":
      return { ...core, min: null }
    case "below":
      return { ...core, min: null, max: core.max === null ? null : Math.max(0, core.max - 1) }
    case "approx":
      return { ...core, approximate: true }
    default:
      return core
  }
}

const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i

/** Digits that count nothing: parts of dates, times, ages, money, shares, article and unit numbers. */
function isNoCount(tokens: readonly Token[], first: number, next: number): boolean {
  const [before, after] = [tokens[first - 1], tokens[next]]
  const isDigit = /^\d/.test(tokens[next - 1]?.text ?? "")
  if (after && /^(?:%|percent|per|am|pm|a\.m\.|p\.m\.|°|st|nd|rd|th)$/.test(after.lower)) return true
  if (after && /^-?years?-old$/.test(after.lower)) return true
  if (after?.lower === "years" && /^(?:old|ago)$/.test(word(tokens, next + 1))) return true
  if (
    before &&
    /^(?:[$€£#]|no\.|nos\.|aged|age|article|resolution|route|highway|unit|day|phase|chapter|number)$/.test(before.lower)
  )
    return isDigit || before.lower === "aged"
  if (!isDigit) return false
  if (after?.text === ":" && /^\d/.test(tokens[next + 1]?.text ?? "") && after.start === tokens[next - 1]?.end)
    return true
  const value = Number(tokens[next - 1]?.text)
  if (
    value <= 31 &&
    ((before && MONTH.test(before.text) && /^\p{Lu}/u.test(before.text)) ||
      (after && MONTH.test(after.text) && /^\p{Lu}/u.test(after.text)))
  )
    return true
  return isYear(tokens, first, next)
}

function isYear(tokens: readonly Token[], first: number, next: number): boolean {
  const digits = tokens[next - 1]?.text ?? ""
  if (!/^(?:19[5-9]\d|20[0-4]\d)$/.test(digits) || next - first > 1) return false
  const before = tokens[first - 1]
  if (
    before &&
    (MONTH.test(before.text) ||
      /^(?:in|since|of|by|until|during|late|early|mid|and|to|summer|winter|spring|autumn)$/.test(before.lower))
  )
    return true
  return before?.text === "," || /^\d{1,2}$/.test(before?.text ?? "")
}

/** Every count of a sentence, in order, without overlaps. */
export function readQuantities(tokens: readonly Token[]): Quantity[] {
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; ) {
    const quantity = readQuantity(tokens, at)
    if (quantity) found.push(quantity)
    at = quantity ? quantity.last + 1 : at + 1
  }
  return found
}

function readQuantity(tokens: readonly Token[], first: number): Quantity | null {
  const bounds: Bound[] = []
  let at = first
  for (;;) {
    const entry = BEFORE_BY_WORD.get(word(tokens, at))?.find(([words]) => startsWith(tokens, at, words))
    if (!entry) break
    bounds.push(entry[1])
    at += entry[0].length
  }
  const core = readCore(tokens, at)
  if (core && at > first && core.article && core.needsNoun) return null
  if (!core) return at > first ? readPlain(tokens, first) : null
  const tail = AFTER.find(([words]) => startsWith(tokens, core.next, words))
  const next = core.next + (tail ? tail[0].length : 0)
  if (isNoCount(tokens, first, core.next)) return null
  const value = bounded(core, tail ? [...bounds, tail[1]] : bounds)
  return {
    first,
    last: next - 1,
    min: value.min,
    max: value.max,
    approximate: value.approximate,
    article: value.article === true && bounds.every((b) => b === "none"),
    needsNoun: value.needsNoun === true,
  }
}

/** A bounding word that is a quantity in itself where no number follows: "some people", "another child". */
function readPlain(tokens: readonly Token[], at: number): Quantity | null {
  const core = readUncounted(tokens, at) ?? readArticle(tokens, at)
  if (!core) return null
  const { next, min, max, approximate } = core
  return { first: at, last: next - 1, min, max, approximate, article: core.article === true, needsNoun: true }
}
