import type { Document } from "../document.ts"
import type { Finding } from "../finding.ts"
import { isCapitalised, type Word } from "../words.ts"
import { standsAlone } from "./names.ts"
import { isParticle, nameAt, nameBefore, nameLength } from "./person-names.ts"

const NAMING: readonly (readonly string[])[] = [
  ["nom", "de", "guerre"],
  ["better", "known", "as"],
  ["also", "known", "as"],
  ["known", "as"],
  ["nicknamed"],
  ["alias"],
  ["aka"],
]

/** "X nom de guerre Y", "identified as Abu Y": leaders and fighters by the name that they fight under. */
export function findNomsDeGuerre(doc: Document, roles: readonly Finding[]): Finding[] {
  const found: Finding[] = []
  for (let i = 0; i < doc.words.length; i++) {
    const naming = NAMING.find((words) => words.every((w, k) => doc.words[i + k]?.key === w))
    const pair = naming ? namedPair(doc, i, i + naming.length, roles) : null
    if (pair) found.push(...pair)
    else if (isKunya(doc.words, i)) found.push(...kunya(doc, i))
  }
  return found
}

/** The two names around "nom de guerre": both are the same person. */
function namedPair(doc: Document, at: number, after: number, roles: readonly Finding[]): Finding[] | null {
  const end = nameAt(doc.words, after)
  if (end === null || nameLength(doc.words, after, end) === 0) return null
  const before = ownName(doc.words, nameBefore(doc.words, at), at)
  const role = roles.findLast((r) => r.to <= at && at - r.to < ROLE_WORDS && r.actor.kind === "person" && !r.plural)
  const nameFrom = before ?? after
  const nameTo = before === null ? end : at
  if (before === null && !isKunya(doc.words, after)) return null
  const name = doc.text.slice(doc.words[nameFrom]?.start, doc.words[nameTo - 1]?.end)
  const rank = role && isSameSentence(doc.words, role.to, at) ? role.actor : null
  const actor = {
    name,
    actorId: null,
    kind: "person" as const,
    ...(rank?.rank === undefined ? {} : { rank: rank.rank }),
    ...(rank?.groupId === undefined ? {} : { groupId: rank.groupId }),
  }
  const spans =
    before === null
      ? [[after, end]]
      : [
          [before, at],
          [after, end],
        ]
  const needsGroup = rank?.groupId === undefined
  return spans.map(([from = 0, to = 0]) => ({
    ...person(from, to, actor, "actor/nom-de-guerre", "stated"),
    ...(needsGroup ? { needsGroup } : {}),
  }))
}

const ROLE_WORDS = 15

function isSameSentence(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).every((w) => !/[.!?\n]/.test(w.gap))
}

/** Cuts a place off: in "of al-Tala Karim Nasser" the name is the last two words. */
function ownName(words: readonly Word[], from: number | null, to: number): number | null {
  if (from === null) return null
  const prepositions = /^(?:of|in|at|near|from|to)$/
  if (!prepositions.test(words[from - 1]?.key ?? "")) return from
  for (let i = to - 2; i > from; i--) if (nameLength(words, i, to) === 2 && !isParticle(words[i])) return i
  return null
}

const PLACES = new Set(
  "kamal dhabi ghraib duhur zabi hamam salim rasayn khashab hajar dis sakhr zeid aweigila tor simbel qalqal kurah".split(
    " ",
  ),
)
const SCENE = /^(?:in|at|near|around|of|from|to|toward|towards|outside|inside|into|over|and)$/
const PLACE_NOUNS =
  /^(?:district|town|city|village|airbase|airport|base|province|area|region|neighbourhood|neighborhood|camp|crossing)$/

/** "Abu Aisha", but not Abu Kamal, Abu Dhabi, or what stands where a place does. */
function isKunya(words: readonly Word[], at: number): boolean {
  const [abu, next] = [words[at], words[at + 1]]
  if (!abu || !next || !/^(?:abu|abou|umm|um)$/.test(abu.key) || !isCapitalised(abu.text)) return false
  const end = nameAt(words, at)
  const name = words.slice(at + 1, end ?? at + 1).find((w) => !isParticle(w))
  if (end === null || !name || PLACES.has(name.key)) return false
  return !SCENE.test(words[at - 1]?.key ?? "") && !PLACE_NOUNS.test(words[end]?.key ?? "")
}

function kunya(doc: Document, at: number): Finding[] {
  const end = nameAt(doc.words, at)
  if (end === null || doc.inTitle[at]) return []
  const name = doc.text.slice(doc.words[at]?.start, doc.words[end - 1]?.end)
  const actor = { name, actorId: null, kind: "person" as const }
  return [{ ...person(at, end, actor, "actor/kunya", "stated"), needsGroup: true }]
}

function person(
  from: number,
  to: number,
  actor: Finding["actor"],
  why: string,
  certainty: Finding["certainty"],
): Finding {
  return { from, to, actor, entry: null, certainty, generic: false, loaded: false, plural: false, why }
}

const VERB_OR_END = /^(?:said|says|told|added|is|was|has|had|who|refuses|refused|died|warned|will|would|also|and|in)$/

/** After the first mention a person may be called by the last part of his name: "Kobani", "al-Iraqi". */
export function findShortNames(doc: Document, persons: readonly Finding[]): Finding[] {
  const short = new Map<string, Finding>()
  const taken = new Set(persons.flatMap((p) => Array.from({ length: p.to - p.from }, (_, i) => p.from + i)))
  const starts = new Map(persons.map((p) => [p.to, p]))
  const found: Finding[] = []
  doc.words.forEach((word, i) => {
    const done = starts.get(i)
    if (done) remember(doc, done, short)
    const who = taken.has(i) || !isCapitalised(word.text) ? undefined : short.get(word.key)
    if (!who || !standsAlone(doc, i, i + 1) || (doc.states.has(i) && !standsForPerson(doc.words[i + 1]))) return
    const from = isParticle(doc.words[i - 1]) && word.gap === "-" ? i - 1 : i
    found.push({ ...who, from, to: i + 1, why: "actor/short-name" })
  })
  return found
}

/** Where the short name is a demonym ("Iraqi"), only a verb or a comma after it tells that it is a person. */
function standsForPerson(next: Word | undefined): boolean {
  return next !== undefined && (/^, ?/.test(next.gap) || VERB_OR_END.test(next.key))
}

function remember(doc: Document, person: Finding, short: Map<string, Finding>): void {
  if (
    person.why === "actor/apposition" ||
    person.plural ||
    (person.actor.actorId === null && person.why === "actor/group-and-rank")
  )
    return
  const last = doc.words[person.to - 1]
  const before = doc.words[person.to - 2]
  const parts = person.actor.name.split(/[\s-]+/)
  // "Abu Hassan" has no surname, "Abu Hassan al-Iraqi" has; "Omar the Chechen" is a byname
  if (before?.key === "the" || (/^(?:Abu|Umm|Abou|Um)$/.test(parts[0] ?? "") && !isParticle(before))) return
  if (last && isCapitalised(last.text) && parts.length >= 2 && last.text.length >= 4) short.set(last.key, person)
}
