import type { Document } from "../document.ts"
import type { Description, RegisteredActor } from "../entries.ts"
import { actorOf, type Finding, isPeople } from "../finding.ts"
import { forceId } from "../states.ts"
import { continuesPhrase, isCapitalised, type Word } from "../words.ts"
import { isModifier } from "./names.ts"

/** Common nouns for somebody who acts. What they stand for is decided later, over the whole document. */
export function findDescriptions(doc: Document, named: readonly Finding[]): Finding[] {
  const byStart = new Map(named.map((f) => [f.from, f]))
  const findings: Finding[] = []
  for (let i = 0; i < doc.words.length; ) {
    const match = doc.register.descriptions.matchAt(doc.words, i)
    const description = match?.values[0]
    const to = i + (match?.length ?? 1)
    if (description && doc.words[i]?.key === "forces" && /^join/.test(doc.words[i - 1]?.key ?? "")) {
      i = to
      continue
    }
    if (description && !isModifier(doc.words, i, to) && !isJudgingAdjective(doc.words, description, to)) {
      const found = memberOf(doc, description, i, to, byStart) ?? describe(doc, description, i, to)
      if (found) findings.push(found)
    }
    i = to
  }
  return findings
}

/** "terrorist attacks", "Takfiri ideology": says nothing of who. */
function isJudgingAdjective(words: readonly Word[], description: Description, to: number): boolean {
  const next = words[to]
  if (!description.loaded || isPlural(words, to) || next?.gap !== " " || isCapitalised(next.text)) return false
  return !FUNCTION_WORDS.has(next.key)
}

const FUNCTION_WORDS = new Set(
  "and or in on at of from to by with was were is are has had have who that which said also will would after before as for near when while into inside against during under blew opened killed".split(
    " ",
  ),
)

function describe(doc: Document, description: Description, from: number, to: number): Finding | null {
  const definite = isDefinite(doc.words, from)
  if (description.definite && !definite) return null
  const quoted = isQuoted(doc.text, doc.words, from, to)
  return {
    from,
    to,
    actor: { name: description.name, actorId: null, kind: description.kind },
    entry: null,
    certainty: "stated",
    generic: true,
    loaded: description.loaded,
    plural: isPlural(doc.words, to),
    why: definite ? "actor/definite" : "actor/description",
    fits: quoted ? "none" : description.fits,
    strong: definite || !description.weak,
  }
}

function isPlural(words: readonly Word[], to: number): boolean {
  return /(?:s|men|people|troops|police|opposition|aircraft|personnel|military|infantry)$/.test(
    words[to - 1]?.key ?? "",
  )
}

const DETERMINERS = new Set(["the", "these", "those", "this", "that"])
const ADJECTIVES = new Set(
  (
    "armed terrorist terror militant jihadist extremist remaining retreating fleeing besieged trapped foreign local " +
    "invading attacking hardline radical islamist notorious same last rival insurgent takfiri ousted advancing elite " +
    "dead slain wounded captured surrounded shadowy fugitive main"
  ).split(" "),
)

export function isDefinite(words: readonly Word[], from: number): boolean {
  const before = words[from - 1]
  if (!before || !continuesPhrase(words[from])) return false
  if (DETERMINERS.has(before.key)) return true
  return ADJECTIVES.has(before.key) && DETERMINERS.has(words[from - 2]?.key ?? "")
}

/** Words set in quotation marks of their own are somebody's wording, not the report's: “terrorists”. */
function isQuoted(text: string, words: readonly Word[], from: number, to: number): boolean {
  const [first, last] = [words[from], words[to - 1]]
  return first !== undefined && last !== undefined && /["“«„]$/.test(first.gap) && /["”»“]/.test(text.charAt(last.end))
}

const BELONGING = new Map<string, readonly string[]>([
  ["of", []],
  ["from", []],
  ["belonging", ["to"]],
  ["affiliated", ["with", "to"]],
  ["loyal", ["to"]],
  ["linked", ["to", "with"]],
  ["allied", ["with", "to"]],
  ["aligned", ["with"]],
  ["known", ["as"]],
  ["calling", ["itself"]],
])
const SKIPPED = new Set(
  "the so called self styled proclaimed banned outlawed a rival proscribed declared president syrian s".split(" "),
)

/** "militants of the Islamic State", "forces loyal to Khalifa Haftar": one phrase, and it names the group. */
function memberOf(
  doc: Document,
  description: Description,
  from: number,
  to: number,
  named: ReadonlyMap<number, Finding>,
): Finding | null {
  const particles = BELONGING.get(doc.words[to]?.key ?? "")
  if (!particles || isPeople(description.kind) || description.fits === "none") return null
  let at = to + 1
  if (particles.length > 0) {
    if (!particles.includes(doc.words[at]?.key ?? "")) return null
    at++
  }
  for (let skipped = 0; !named.has(at) && skipped < 4 && SKIPPED.has(doc.words[at]?.key ?? ""); skipped++) at++
  const group = named.get(at)
  const entry = group ? groupOf(doc, group) : null
  if (!group || !entry) return null
  const loaded = description.loaded || group.loaded
  const plural = isPlural(doc.words, to)
  const generic = false
  return {
    from,
    to: group.to,
    actor: actorOf(entry),
    entry,
    certainty: "stated",
    generic,
    loaded,
    plural,
    why: "actor/members-of",
  }
}

/** The armed group that a name stands for: a leader's own, a government's army; null for people and organisations. */
function groupOf(doc: Document, named: Finding): RegisteredActor | null {
  if (named.entry === null || isPeople(named.entry.kind)) return null
  const group =
    named.entry.kind === "person" ? doc.register.byId(named.actor.groupId ?? named.entry.parent ?? "") : named.entry
  if (group?.kind === "government" && group.generated && group.country !== null)
    return doc.register.byId(forceId(group.country, "armed-forces"))
  return group
}
