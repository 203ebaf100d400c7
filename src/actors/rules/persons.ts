import type { Document } from "../document.ts"
import type { RegisteredActor } from "../entries.ts"
import { actorOf, type Finding, isNonState, isPeople } from "../finding.ts"
import { forceId } from "../states.ts"
import type { Word } from "../words.ts"
import { findNomsDeGuerre, findShortNames } from "./noms-de-guerre.ts"
import { nameAt, nameBefore, nameLength } from "./person-names.ts"
import { leadsToName, type Rank, rankAt } from "./ranks.ts"

/** A rank with the group that it belongs to: "ISIL field commanders", "a leader of the Islamic State". */
interface Role {
  from: number
  to: number
  rank: Rank
  group: RegisteredActor | null
  /** False where the group is only the nearest one before. */
  said: boolean
}

/**
 * Leaders: named ones by rank ("field commander X", "X, the SDF commander-in-chief"), by nom de guerre, by surname after
 * the first mention; unnamed ones by rank and group ("ISIL commanders"). Persons without a rank are nobody here.
 */
export function findPersons(doc: Document, known: readonly Finding[]): Finding[] {
  const persons = known.filter((f) => f.actor.kind === "person")
  const roles = findRoles(doc, known)
  const found = roles.flatMap((role) => personsOf(doc, role, persons))
  const aliases = findNomsDeGuerre(doc, found)
  const all = [...aliases, ...found]
  return [...all, ...findShortNames(doc, [...all, ...persons])]
}

function findRoles(doc: Document, known: readonly Finding[]): Role[] {
  const byStart = new Map(known.map((f) => [f.from, f]))
  const roles: Role[] = []
  for (const f of known) if (isGroup(f)) roles.push(...roleAfter(doc, f.from, f.to, () => f.entry))
  for (const [at, match] of doc.states) {
    const iso2 = match.values[0]?.state.iso2 ?? ""
    const group = (r: Rank) => doc.register.byId(forceId(iso2, r.political || r.civil ? "government" : "armed-forces"))
    roles.push(...roleAfter(doc, at, at + match.length, group))
  }
  const owned = new Set(roles.flatMap((r) => range(r.from, r.to)))
  for (let i = 0; i < doc.words.length; i++) {
    if (owned.has(i)) continue
    const role = roleAt(doc, i, byStart, known)
    if (!role) continue
    roles.push(role)
    i = role.to - 1
  }
  return roles
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i)
}

function isGroup(f: Finding): boolean {
  return f.entry !== null && f.actor.kind !== "person" && !isPeople(f.actor.kind)
}

function roleAfter(doc: Document, from: number, end: number, group: (rank: Rank) => RegisteredActor | null): Role[] {
  const possessive = doc.words[end]?.key === "s" && /^['’]$/.test(doc.words[end]?.gap ?? "")
  const at = possessive ? end + 1 : end
  const gap = doc.words[at]?.gap ?? ""
  const rank = /^(?: |['’] | ["“])$/.test(gap) ? rankAt(doc.text, doc.words, at) : null
  if (!rank) return []
  const owner = group(rank)
  return rank.political && owner !== null && isNonState(owner.kind)
    ? []
    : [{ from, to: rank.to, rank, group: owner, said: true }]
}

const GROUP_LINKS = new Set(["of", "from", "in", "for"])

/** A rank that no group stands before: one after it ("heads of Isis"), or the nearest ("his commander"). */
function roleAt(
  doc: Document,
  at: number,
  byStart: ReadonlyMap<number, Finding>,
  known: readonly Finding[],
): Role | null {
  const rank = rankAt(doc.text, doc.words, at)
  if (!rank) return null
  const group = groupAfter(doc.words, rank.to, byStart)
  if (group?.entry) return { from: at, to: group.to, rank, group: group.entry, said: true }
  const named = nameFollows(doc, rank.to)
  if ((rank.needsCompany && !named) || rank.civil) return null
  return { from: at, to: rank.to, rank, group: groupIncluded(doc, rank.to, known), said: false }
}

function groupAfter(words: readonly Word[], at: number, byStart: ReadonlyMap<number, Finding>): Finding | null {
  if (!GROUP_LINKS.has(words[at]?.key ?? "") || words[at]?.gap !== " ") return null
  for (let i = at + 1; i < at + 5; i++) {
    const group = byStart.get(i)
    if (group) return isGroup(group) ? group : null
    if (!/^(?:the|so|called|self|styled|a|its|rival|entire)$/.test(words[i]?.key ?? "")) return null
  }
  return null
}

/** "field commanders, including ISIS's war minister": the group of whoever is counted among them. */
function groupIncluded(doc: Document, at: number, known: readonly Finding[]): RegisteredActor | null {
  const from = doc.words[at]?.key === "including" ? at + 1 : doc.words[at]?.key === "among" ? at + 2 : null
  const member = from === null ? undefined : known.find((f) => f.from === from)
  return member ? doc.register.byId(member.actor.groupId ?? member.entry?.id ?? "") : null
}

function nameFollows(doc: Document, at: number): number | null {
  if (doc.inTitle[at] || !leadsToName(doc.words, at)) return null
  const end = nameAt(doc.words, at)
  return end !== null && !doc.states.has(at) ? end : null
}

function personsOf(doc: Document, role: Role, persons: readonly Finding[]): Finding[] {
  if (role.rank.plural) return [unnamed(role)]
  const after = persons.find((p) => p.from === role.to && leadsToName(doc.words, role.to))
  if (after) return [{ ...after, from: role.from, why: "actor/rank-and-name" }]
  const end = nameFollows(doc, role.to)
  if (end !== null) return [named(doc, role, role.to, end, role.from, end)]
  return [...apposed(doc, role, persons)]
}

/** "Mazloum Kobani, SDF commander-in-chief": the role is the person named before it. */
function apposed(doc: Document, role: Role, persons: readonly Finding[]): Finding[] {
  const article = /^(?:the|a|an)$/.test(doc.words[role.from - 1]?.key ?? "") ? role.from - 1 : role.from
  if (/^, ?$/.test(doc.words[article]?.gap ?? "")) {
    const known = persons.find((p) => p.to === article)
    if (known) return [{ ...known, from: role.from, to: role.to, why: "actor/apposition" }]
    const from = nameBefore(doc.words, article)
    if (from !== null && nameLength(doc.words, from, article) >= 2 && role.said) {
      const person = named(doc, role, from, article, from, article)
      return [person, { ...person, from: role.from, to: role.to, why: "actor/apposition" }]
    }
  }
  return [sameRank(doc, role, persons) ?? unnamed(role)]
}

/** "The SDF commander-in-chief" is the person of that rank and group whom the text names. */
function sameRank(doc: Document, role: Role, persons: readonly Finding[]): Finding | null {
  if (/^(?:a|an|another|one|some)$/.test(doc.words[role.from - 1]?.key ?? "")) return null
  const same = persons.find((p) => p.actor.groupId === role.group?.id && p.actor.rank === role.rank.rank)
  if (!same || !role.group) return null
  return { ...same, from: role.from, to: role.to, certainty: "inferred", why: "actor/rank-and-group" }
}

function unnamed(role: Role): Finding {
  const { rank } = role.rank
  return {
    from: role.from,
    to: role.to,
    actor: {
      name: role.group ? `${role.group.name} ${rank}` : rank,
      actorId: null,
      kind: "person",
      rank: singular(rank),
      ...groupOf(role),
    },
    entry: null,
    certainty: role.said ? "stated" : "inferred",
    generic: !role.said,
    loaded: false,
    plural: role.rank.plural,
    why: role.said ? "actor/group-and-rank" : "actor/rank",
    ...pendingOf(role),
  }
}

/** Only whoever commands is taken for one of the force named last; a general or a minister may be anybody's. */
function pendingOf(role: Role): { needsGroup?: boolean } {
  return role.group === null && !role.rank.needsCompany ? { needsGroup: true } : {}
}

function singular(rank: string): string {
  return rank.replace(/s$/, "")
}

function groupOf(role: Role): { groupId?: string } {
  return role.group ? { groupId: role.group.id } : {}
}

function named(doc: Document, role: Role, nameFrom: number, nameTo: number, from: number, to: number): Finding {
  const name = doc.text.slice(doc.words[nameFrom]?.start, doc.words[nameTo - 1]?.end)
  const registered = doc.register.lookup(name)
  const actor =
    registered?.kind === "person"
      ? actorOf(registered)
      : { name, actorId: null, kind: "person" as const, rank: role.rank.rank, ...groupOf(role) }
  return {
    from,
    to,
    actor,
    entry: registered?.kind === "person" ? registered : null,
    certainty: role.said || role.group === null ? "stated" : "inferred",
    generic: false,
    loaded: false,
    plural: false,
    why: "actor/rank-and-name",
    ...(registered?.kind === "person" ? {} : pendingOf(role)),
  }
}
