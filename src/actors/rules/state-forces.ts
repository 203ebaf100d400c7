import type { Document } from "../document.ts"
import type { State } from "../entries.ts"
import { actorOf, type Finding } from "../finding.ts"
import { type Branch, branchOf, FORCE_MODIFIERS, HEAD_BRANCH, SINGULAR_HEADS } from "../force-words.ts"
import { forceId } from "../states.ts"
import { continuesPhrase, type Word } from "../words.ts"
import { isModifier } from "./names.ts"

interface Owner {
  state: State
  /** A demonym says whose it is; a country's name may only say where. */
  agent: boolean
  from: number
  to: number
}

/**
 * "<demonym or country> [modifier…] <head>" is that state's force: "Syrian army", "Turkey’s special forces". Joined
 * demonyms share the head: "the Syrian and Russian fighter jets" are two forces.
 */
export function findStateForces(doc: Document): Finding[] {
  const findings: Finding[] = []
  for (let i = 0; i < doc.words.length; ) {
    const owners = ownersAt(doc, i)
    const last = owners.at(-1)
    if (!last) {
      i++
      continue
    }
    const head = headAfter(doc.words, last.to) ?? deedAfter(doc.words, last) ?? sharedHead(doc.words, last)
    if (head) findings.push(...owners.map((o) => findingOf(doc, o, o === last ? head.to : o.to, head)))
    i = Math.max(last.to, head?.to ?? 0)
  }
  return findings.filter((f) => f.entry !== null)
}

/** The run of joined demonyms that begins here: "Syrian", "Syrian and Russian", "US, British and French". */
function ownersAt(doc: Document, at: number): Owner[] {
  const owners: Owner[] = []
  for (let i = at; i < doc.words.length; ) {
    const match = doc.states.get(i)
    const value = match?.values.find((v) => v.use === "demonym") ?? match?.values.find((v) => v.use !== "capital")
    if (!match || !value || isModifier(doc.words, i, i + match.length)) break
    owners.push({ state: value.state, agent: value.use === "demonym", from: i, to: i + match.length })
    const next = joinedAt(doc.words, i + match.length)
    if (next === null) break
    i = next
  }
  return owners
}

/** The word after "and", "," or "/" that may carry the next demonym; null where the run ends. */
function joinedAt(words: readonly Word[], at: number): number | null {
  const word = words[at]
  if (!word) return null
  if (/^ ?[,/] ?$/.test(word.gap) || word.gap === "-") return word.key === "and" ? at + 1 : at
  return word.gap === " " && (word.key === "and" || word.key === "or") ? at + 1 : null
}

interface Head {
  to: number
  branch: Branch
  plural: boolean
  /** The phrase names a deed, and its owner only by the demonym: "Russian air strikes". */
  deed?: boolean
}

const AIR_DEED = /^(?:airstrikes?|airraids?|bombs?)$/
const DEED =
  /^(?:strikes?|raids?|bombardments?|shelling|offensives?|operations?|attacks?|assaults?|incursions?|invasion|bombings?|fire|airstrikes?|airraids?|bombs?)$/
const DEED_MODIFIERS = new Set(
  "air drone missile artillery ground military cross border aerial rocket mortar tank warplane jet deadly retaliatory joint recent fresh".split(
    " ",
  ),
)

/** "Russian and government planes": the head belongs to the demonym too, whose own words it then is alone. */
function sharedHead(words: readonly Word[], owner: Owner): Head | null {
  const at = joinedAt(words, owner.to)
  if (at === null || !/^(?:government|regime|allied|pro|loyalist|army)$/.test(words[at]?.key ?? "")) return null
  const head = headAfter(words, at) ?? deedAfter(words, { ...owner, to: at + 1 })
  return head && head.branch !== "government" ? { ...head, to: owner.to } : null
}

/** "Russian air strikes": who did it stands in the demonym alone. Not for a country's name, which may be the scene. */
function deedAfter(words: readonly Word[], owner: Owner): Head | null {
  if (!owner.agent) return null
  let air = false
  for (let i = owner.to; i < owner.to + 4; i++) {
    const word = words[i]
    if (!continuesPhrase(word)) return null
    air ||= word.key === "air" || word.key === "aerial" || word.key === "drone" || AIR_DEED.test(word.key)
    if (DEED.test(word.key))
      return { to: owner.to, branch: air ? "air-force" : "armed-forces", plural: false, deed: true }
    if (!DEED_MODIFIERS.has(word.key)) return null
  }
  return null
}

function headAfter(words: readonly Word[], at: number): Head | null {
  const from = words[at]?.key === "s" && /^['’]$/.test(words[at]?.gap ?? "") ? at + 1 : at
  const keys: string[] = []
  let best: Head | null = null
  for (let i = from; i < from + 5; i++) {
    const word = words[i]
    if (!continuesPhrase(word) || (!FORCE_MODIFIERS.has(word.key) && !HEAD_BRANCH.has(word.key))) break
    keys.push(word.key)
    const branch = branchOf(keys)
    if (branch) best = { to: i + 1, branch, plural: isPluralHead(word.key) }
  }
  return best
}

function isPluralHead(key: string): boolean {
  return /(?:s|men|police|troops|aircraft)$/.test(key) && !SINGULAR_HEADS.has(key)
}

function findingOf(doc: Document, owner: Owner, to: number, head: Head): Finding {
  const entry = doc.register.byId(forceId(owner.state.iso2, head.branch))
  const actor = entry ? actorOf(entry) : { name: owner.state.name, actorId: null, kind: "unknown" as const }
  const loaded = doc.words.slice(owner.to, to).some((w) => w.key === "regime" || w.key === "occupation")
  return {
    from: owner.from,
    to: withAbbreviation(doc, to),
    actor,
    entry,
    certainty: head.deed ? "inferred" : "stated",
    generic: false,
    loaded,
    plural: head.plural,
    why: head.deed ? "actor/state-of-deed" : "actor/state-force",
  }
}

/** "Syrian army (SAA)" */
function withAbbreviation(doc: Document, to: number): number {
  const word = doc.words[to]
  const inside = word && /^ ?\($/.test(word.gap) && /^\p{Lu}{2,8}$/u.test(word.text)
  return inside && doc.text.charAt(word.end) === ")" ? to + 1 : to
}
