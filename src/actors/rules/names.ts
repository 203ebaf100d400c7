import type { Document } from "../document.ts"
import { byCountryOf, type NamedAlias, type RegisteredActor } from "../entries.ts"
import { actorOf, type Finding, isPeople } from "../finding.ts"
import { BACKERS, PREFIXES } from "../force-words.ts"
import { isAllCaps, isCapitalised, keyOf, type Word } from "../words.ts"
import { extendByHeads } from "./group-heads.ts"

/** Everybody whom the register knows by name, with the nouns and the abbreviation that follow the name. */
export function findNames(doc: Document): Finding[] {
  const findings: Finding[] = []
  const defined = new Map<string, RegisteredActor>()
  for (let i = 0; i < doc.words.length; ) {
    const match = doc.register.names.matchAt(doc.words, i)
    if (!match) {
      i++
      continue
    }
    const end = i + match.length
    const alias = chooseAlias(doc, match.values, i, end, defined)
    if (alias && !isModifier(doc.words, i, end)) {
      const found = findingOf(doc, alias.actor, i, end)
      define(doc, alias.actor, end, defined)
      findings.push(found)
      i = found.to
    } else i = end
  }
  return findings
}

function chooseAlias(
  doc: Document,
  values: readonly NamedAlias[],
  from: number,
  end: number,
  defined: ReadonlyMap<string, RegisteredActor>,
): NamedAlias | null {
  const usable = values.filter((v) => isUsable(doc, v, from, end))
  const [first] = usable
  if (!first) return null
  const printed = doc.words[from]?.text ?? ""
  const own = end - from === 1 ? defined.get(printed) : undefined
  if (own) return { actor: own, use: "name" }
  const { country } = doc
  const local = usable.find((v) => v.actor.country !== null && v.actor.country === country) ?? first
  const elsewhere = country === null ? undefined : byCountryOf(local.actor)[country]
  const other = elsewhere === undefined ? null : doc.register.byId(elsewhere)
  return other ? { actor: other, use: local.use } : local
}

function isUsable(doc: Document, alias: NamedAlias, from: number, end: number): boolean {
  if (end - from === 1 && /^(?:abdel|abdul|abd|bin|ibn|abu)$/.test(doc.words[from - 1]?.key ?? "")) return false
  if (alias.use === "cue") return extendByHeads(doc.words, end).to > end
  if (alias.use === "surname") return standsAlone(doc, from, end)
  return !isShoutedWord(doc, from, end)
}

const SHOUTED = new Set(["is", "pa", "who", "care", "mit", "alp", "isi", "sig", "ptt", "fano"])

/** "IS" in a headline of capitals is the verb. */
function isShoutedWord(doc: Document, from: number, end: number): boolean {
  if (end - from > 1 || !SHOUTED.has(doc.words[from]?.key ?? "")) return false
  const near = [doc.words[from - 1], doc.words[from + 1]].filter((w) => w !== undefined)
  return near.length > 0 && near.every((w) => isAllCaps(w.text))
}

const NAME_LEADERS = new Set(
  (
    "president mr general marshal minister leader commander chief emir sheikh ayatollah colonel mullah but and the when " +
    "while as if after before that says said has is what why how for with by on in from then now yet also although " +
    "because meanwhile dictator strongman warlord caliph killing against to of"
  ).split(" "),
)

/** A surname is somebody's only where no other capitalised word is joined to it ("Hadi Saleh Road"). */
export function standsAlone(doc: Document, from: number, end: number): boolean {
  const previous = doc.words[from - 1]
  const next = doc.words[end]
  const after = next?.gap === " " && isCapitalised(next.text) && !doc.inTitle[end] && !isAllCaps(next.text)
  const here = doc.words[from]
  const joined = here?.gap === " " || here?.gap === "-" || here?.gap === "’" || here?.gap === "'"
  const before =
    joined &&
    previous !== undefined &&
    isCapitalised(previous.text) &&
    !NAME_LEADERS.has(previous.key) &&
    !doc.inTitle[from]
  const particle = here?.gap === "-" && previous !== undefined && !isCapitalised(previous.text)
  return !after && !before && (!particle || /^(?:al|el|as|ash|ad|ar)$/.test(previous.key))
}

/** "anti-ISIL", "ISIL-held": the name only tells what kind of thing the next noun is. */
export function isModifier(words: readonly Word[], from: number, end: number): boolean {
  const before = words[from]
  const prefix = words[from - 1]
  if (prefix && before && /^[-‐‑–]$/.test(before.gap) && PREFIXES.has(prefix.key)) return true
  const after = words[end]
  return after !== undefined && /^[-‐‑–]$/.test(after.gap) && BACKERS.has(after.key)
}

function findingOf(doc: Document, actor: RegisteredActor, from: number, end: number): Finding {
  const people = isPeople(actor.kind)
  const person = actor.kind === "person"
  const heads = people || person ? { to: end, plural: false, loaded: false } : extendByHeads(doc.words, end)
  const closed = parenthesisEnd(doc, heads.to)
  const to = closed === heads.to || people || person ? closed : extendByHeads(doc.words, closed).to
  const common = people && !isCapitalised(actor.name)
  return {
    from,
    to,
    actor: actorOf(actor),
    entry: actor,
    certainty: "stated",
    generic: common,
    loaded: heads.loaded,
    plural: people ? /(?:s|men|children|people|women|personnel|staff|rohingya)$/.test(lastKey(doc, end)) : heads.plural,
    why: common ? "actor/people" : "actor/name",
  }
}

function lastKey(doc: Document, end: number): string {
  return doc.words[end - 1]?.key ?? ""
}

/** "Syrian Democratic Forces (SDF)": the abbreviation belongs to the name. */
function parenthesisEnd(doc: Document, end: number): number {
  const inner = doc.words[end]
  if (!inner || !/^ ?\($/.test(inner.gap) || !isAbbreviation(inner.text)) return end
  return doc.text.charAt(inner.end) === ")" ? end + 1 : end
}

function isAbbreviation(text: string): boolean {
  return text.length >= 2 && text.length <= 8 && /\p{Lu}.*\p{Lu}/u.test(text)
}

function define(doc: Document, actor: RegisteredActor, end: number, defined: Map<string, RegisteredActor>): void {
  const heads = extendByHeads(doc.words, end).to
  for (const at of [end, heads]) {
    if (parenthesisEnd(doc, at) === at) continue
    const printed = doc.words[at]?.text ?? ""
    if (keyOf(printed) !== "") defined.set(printed, actor)
  }
}
