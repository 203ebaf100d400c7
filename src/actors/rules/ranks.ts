import { isCapitalised, type Word } from "../words.ts"

export interface Rank {
  to: number
  /** Lower case, abbreviations written out: "field commander", "brigadier general". */
  rank: string
  plural: boolean
  /** Of a government rather than of a force. */
  political: boolean
  /** Says somebody only beside a name or a group: "leader", "president". */
  needsCompany: boolean
  /** Of any body, not only of a force: "head", "chief". */
  civil: boolean
}

const SINGULAR =
  "commander leader chief emir amir warlord ringleader head chairman kingpin boss officer caliph strongman mufti wali " +
  "president premier minister secretary ambassador envoy chancellor general colonel brigadier major captain lieutenant " +
  "sergeant corporal admiral marshal commandant mastermind"
const PLURAL =
  "commanders leaders chiefs emirs amirs warlords ringleaders heads kingpins bosses officers generals colonels envoys " +
  "ministers masterminds captains"
const ABBREVIATED = "gen col maj capt lt sgt adm brig cmdr"
const MODIFIERS =
  "senior top field military local deputy high level ranking regional key veteran notorious prominent important former ex " +
  "acting supreme overall operational security intelligence religious political spiritual war defence defense foreign " +
  "interior prime vice rear first second staff army air naval police slain captured exiled ousted new middle rank mid " +
  "lower then interim main chief junior battlefield provincial district brigade battalion division"

const HEADS = new Set(`${SINGULAR} ${PLURAL} ${ABBREVIATED}`.split(" "))
const PLURALS = new Set(PLURAL.split(" "))
/** Everyday words, unless written with a capital. */
const CAPITAL_ONLY = new Set(
  `${ABBREVIATED} general major captain lieutenant sergeant corporal admiral marshal`.split(" "),
)
const POLITICAL = new Set(
  "president premier minister ministers secretary ambassador envoy chancellor chairman".split(" "),
)
const CIVIL = new Set("head heads chief chiefs chairman boss bosses leader leaders officer officers".split(" "))
const ALONE = new Set("commander commanders warlord warlords ringleader ringleaders emirs".split(" "))
const MODIFIER_SET = new Set(MODIFIERS.split(" "))
const ABBREVIATION_SET = new Set(ABBREVIATED.split(" "))
/** Says how much a rank matters to the writer, not which it is. */
const PRAISE =
  /^(?:(?:important|prominent|notorious|key|veteran|high[- ]level|high[- ]ranking|slain|captured|then|new) )+/

const TAILS: readonly (readonly string[])[] = [
  ["in", "chief"],
  ["of", "staff"],
  ["of", "war"],
  ["of", "state"],
  ["of", "defence"],
  ["of", "defense"],
  ["of", "operations"],
  ["of", "intelligence"],
]

/** A rank or office that begins at a word: "high-level field commanders", "Maj. Gen.", "minister of war". */
export function rankAt(text: string, words: readonly Word[], at: number): Rank | null {
  let to: number | null = null
  let head = ""
  for (let i = at; i < at + 6; i++) {
    const word = words[i]
    if (!word || (i > at && !joins(words, i))) break
    if (HEADS.has(word.key) && (!CAPITAL_ONLY.has(word.key) || isCapitalised(word.text))) {
      to = i + 1
      head = word.key
    } else if (!MODIFIER_SET.has(word.key)) break
  }
  if (to === null || /^staffs?$/.test(words[to]?.key ?? "")) return null
  const end = withTail(words, to)
  const printed = text.slice(words[at]?.start, words[end - 1]?.end)
  const rank = printed
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(PRAISE, "")
    .replace(/[a-z]+\b\.?/g, fullRank)
  return {
    to: end,
    rank,
    plural: PLURALS.has(head),
    political: POLITICAL.has(head) && !/war$/.test(rank),
    needsCompany: !ALONE.has(head),
    civil: CIVIL.has(head),
  }
}

const FULL: Readonly<Record<string, string>> = {
  gen: "general",
  col: "colonel",
  maj: "major",
  capt: "captain",
  lt: "lieutenant",
  sgt: "sergeant",
  adm: "admiral",
  brig: "brigadier",
  cmdr: "commander",
}

function fullRank(word: string): string {
  return FULL[word.replace(".", "")] ?? word
}

function joins(words: readonly Word[], i: number): boolean {
  const gap = words[i]?.gap ?? ""
  return gap === " " || /^[-‐‑–]$/.test(gap) || (gap === ". " && ABBREVIATION_SET.has(words[i - 1]?.key ?? ""))
}

function withTail(words: readonly Word[], to: number): number {
  const [first, second] = [words[to], words[to + 1]]
  const matches = TAILS.some(([a, b]) => first?.key === a && second?.key === b)
  return matches && /^[ -]$/.test(first?.gap ?? "") ? to + 2 : to
}

/** Whether what stands between a rank and a name joins them: a space, a quotation mark, "Gen. ". */
export function leadsToName(words: readonly Word[], at: number): boolean {
  const gap = words[at]?.gap ?? ""
  return /^["”’']? ["“‘']?$/.test(gap) || (gap === ". " && ABBREVIATION_SET.has(words[at - 1]?.key ?? ""))
}
