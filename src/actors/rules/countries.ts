import type { Document } from "../document.ts"
import type { StateWord } from "../entries.ts"
import { actorOf, type Finding } from "../finding.ts"
import { forceId } from "../states.ts"
import { continuesPhrase, type Word } from "../words.ts"
import { isModifier } from "./names.ts"

const VERBS = new Set(
  (
    "said says say saying told tells announced announces announce denied denies deny accused accuses accuse claimed " +
    "claims claim warned warns warn vowed vows vow threatened threatens threaten condemned condemns condemn agreed agrees " +
    "agree rejected rejects reject blamed blames blame confirmed confirms confirm insisted insists insist urged urges urge " +
    "demanded demands demand called calls proposed proposes launched launches launch attacked attacks attack bombed bombs " +
    "struck strikes shelled shells invaded invades invade deployed deploys deploy sent sends withdrew withdraws withdraw " +
    "captured captures seized seizes occupied occupies annexed annexes supports supported support backed backs back armed " +
    "arms supplied supplies supply wants want wanted has have had will would could should may might must " +
    "can does did do began begins started starts start plans planned plan considers considered believes believed fired " +
    "fires shot carried carries carry conducted conducts killed kills retaliated retaliates responded responds respond " +
    "stopped stops ordered orders order accepted accepts accept refused refuses refuse opened opens closed closes signed " +
    "signs pledged pledges pledge promised promises admitted admits acknowledged acknowledges ended ends imposed imposes " +
    "mobilised mobilises mobilized mobilizes mobilise mobilize pulled pulls pushed pushes sought seeks intensified " +
    "intensifies intercepted intercepts reported reports helped helps provided provides trained trains viewed views hopes " +
    "sees hit hits made makes gave gives took takes turned turns put puts lost loses declared declares ruled resumed " +
    "resumes suspended suspends halted halts recaptured retook vetoed vetoes brokered brokers hosted hosts designated " +
    "designates extended extends"
  ).split(" "),
)

const DEALINGS = /^(?:talks|relations|agreement|deal|war|tensions|ceasefire|truce|conflict|negotiations|clashes)$/
const COPULA = new Set(["is", "are", "was", "were"])

/** After "is", a country acts only where a deed or a readiness for one follows: "is preparing", "was behind". */
function isDeed(word: Word | undefined): boolean {
  return (
    word !== undefined && /(?:ing|^ready|^willing|^prepared|^responsible|^behind|^involved|^accused)$/.test(word.key)
  )
}

const ADVERBS = new Set(
  "also still now again already later recently reportedly repeatedly then never not however meanwhile but strongly publicly immediately quickly officially".split(
    " ",
  ),
)
const BY = new Set([
  "by",
  "against",
  "with",
  "accused",
  "blamed",
  "blames",
  "accuses",
  "told",
  "warned",
  "urged",
  "tells",
  "warns",
  "urges",
  "attacked",
  "invaded",
  "accusing",
  "blaming",
  "urging",
])
const LOCATIVE = new Set(
  "in from into across of near inside at through throughout outside around within northern southern eastern western central north south east west to toward towards northeastern northwestern southeastern southwestern leaving left entered entering reached borders border bordering neighbouring neighboring".split(
    " ",
  ),
)

/**
 * A country or capital as somebody who acts is its government: "Turkey said", "accepted by Jordan", "an agreement with
 * Damascus". As a scene ("in Turkey") or before a noun ("Turkey talks") it is nobody.
 */
export function findCountries(doc: Document): Finding[] {
  const findings: Finding[] = []
  for (const [from, match] of doc.states) {
    const to = from + match.length
    const value = match.values.find((v) => v.use !== "demonym")
    if (!value || isModifier(doc.words, from, to) || !acts(doc, from, to, value)) continue
    const entry = doc.register.byId(forceId(value.state.iso2, "government"))
    if (!entry) continue
    const actor = actorOf(entry)
    const why = value.use === "capital" ? "actor/capital-metonym" : "actor/country-metonym"
    findings.push({ from, to, actor, entry, certainty: "inferred", generic: false, loaded: false, plural: false, why })
  }
  return findings
}

function acts(doc: Document, from: number, to: number, value: StateWord): boolean {
  const before = doc.words[from - 1]
  const key = before && continuesPhrase(doc.words[from]) ? articleSkipped(doc.words, from) : ""
  if (LOCATIVE.has(key)) return false
  if (verbFollows(doc, to)) return true
  const border = /^(?:border|borders|frontier|crossing)$/.test(doc.words[from - 2]?.key ?? "")
  if (key === "between") return DEALINGS.test(doc.words[from - 2]?.key ?? "")
  return BY.has(key) && !border && !nounFollows(doc.words[to]) && (value.use !== "capital" || key !== "by")
}

function articleSkipped(words: readonly Word[], from: number): string {
  const before = words[from - 1]?.key ?? ""
  return before === "the" ? (words[from - 2]?.key ?? "") : before
}

/** "Turkey said", "Israel and Jordan have accepted", "Russia, which backs …". */
function verbFollows(doc: Document, to: number): boolean {
  let at = to
  for (let i = 0; i < 3; i++) {
    const word = doc.words[at]
    if (!word) return false
    const relative = /^, ?$/.test(word.gap) && (word.key === "which" || word.key === "who")
    if (!relative && !continuesPhrase(word)) return false
    if (VERBS.has(word.key) || (COPULA.has(word.key) && isDeed(doc.words[at + 1]))) return true
    const joined = word.key === "and" ? doc.states.get(at + 1) : undefined
    if (joined) {
      at += 1 + joined.length
      continue
    }
    if (!relative && !ADVERBS.has(word.key) && !/ly$/.test(word.key)) return false
    at++
  }
  return false
}

function nounFollows(word: Word | undefined): boolean {
  if (word?.gap === " " && /ed$/.test(word.key)) return false
  if (word?.gap !== " ") return word !== undefined && /^['’-]$/.test(word.gap)
  return !/^(?:and|or|to|in|on|over|for|that|which|who|after|before|as|at|of|has|have|had|is|was|were|will|would|said|from|since|during|but|if|when|while|by|with|about)$/.test(
    word.key,
  )
}
