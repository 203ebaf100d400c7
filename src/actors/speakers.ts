import type { Certainty, Span, Speaker } from "../schema/index.ts"
import { type Document, documentOf, spanOf } from "./document.ts"
import type { ActorRegister } from "./entries.ts"
import { type Finding, isPeople } from "./finding.ts"
import { findActors } from "./identify.ts"
import { findMinistries } from "./rules/ministries.ts"
import { nameAt, nameLength } from "./rules/person-names.ts"
import type { RegisteredSpeaker } from "./speaker-register.ts"
import { continuesPhrase, type Word } from "./words.ts"

/** Somebody who can be cited. `span` covers the phrase without its article. */
export interface SpeakerHit {
  span: Span
  speaker: Speaker
  certainty: Certainty
  /** Stable code of the rule: "speaker/name", "speaker/ministry", "speaker/back-reference", … */
  why: string
}

interface Found {
  from: number
  to: number
  speaker: Speaker
  certainty: Certainty
  why: string
}

/**
 * Noun phrases of a text that can be cited, wherever they stand, in text order without overlaps: monitors, agencies,
 * outlets, ministries, armed groups and forces, persons, unnamed sources, and what refers back to one of them.
 */
export function identifySpeakers(text: string, register: ActorRegister): SpeakerHit[] {
  const doc = documentOf(text, register, null)
  const bodies = [
    ...findMinistries(doc).map((m) => ({ ...m, certainty: "stated" as const, why: "speaker/ministry" })),
    ...findRegistered(doc),
    ...findActors(doc).flatMap((f) => speakerOfActor(f)),
  ]
  const ranked = [...bodies, ...findNamedPersons(doc), ...findOffices(doc, bodies), ...findBackReferences(doc)]
  return resolveBack(longest(ranked)).map((found) => hitOf(doc, found))
}

function findRegistered(doc: Document): Found[] {
  const found: Found[] = []
  for (let i = 0; i < doc.words.length; ) {
    const match = doc.register.speakers.names.matchAt(doc.words, i)
    const entry = match?.values[0]
    const to = i + (match?.length ?? 1)
    if (entry && !isPrefixed(doc.words, i)) found.push(registered(doc.words, entry, i, to))
    i = to
  }
  return found
}

function registered(words: readonly Word[], entry: RegisteredSpeaker, from: number, to: number): Found {
  const back = entry.generic && (words[from - 1]?.key === "the" || words[from - 1]?.key === "these")
  const why = entry.generic ? (back ? "speaker/back-reference" : "speaker/unnamed") : "speaker/name"
  return { from, to, speaker: { name: entry.name, speakerId: entry.id, kind: entry.kind }, certainty: "stated", why }
}

function isPrefixed(words: readonly Word[], at: number): boolean {
  const word = words[at]
  return word !== undefined && /^[-‐‑–]$/.test(word.gap) && /^(?:anti|non|pro)$/.test(words[at - 1]?.key ?? "")
}

const SPEAKER_OF_KIND: Readonly<Partial<Record<Finding["actor"]["kind"], Speaker["kind"]>>> = {
  "state-force": "military",
  government: "state",
  "rebel-group": "armed-group",
  militia: "armed-group",
  "identity-militia": "armed-group",
  "private-force": "armed-group",
  "international-force": "international",
  "aid-workers": "aid",
  person: "person",
}

/** Whoever acts can also speak: a group, a force, a government, a leader. Crowds and victims are left out. */
function speakerOfActor(finding: Finding): Found[] {
  const kind = SPEAKER_OF_KIND[finding.actor.kind]
  if (!kind || (isPeople(finding.actor.kind) && finding.generic)) return []
  const { name, actorId } = finding.actor
  const certainty = finding.certainty
  return [
    {
      from: finding.from,
      to: finding.to,
      speaker: { name, speakerId: actorId, kind },
      certainty,
      why: "speaker/actor",
    },
  ]
}

const SAYING = new Set(
  (
    "said says told tells added adds claimed claims announced reported reports stated states confirmed confirms denied " +
    "denies warned insisted noted explained tweeted wrote writes stressed argued declared described recalled saying " +
    "estimated acknowledged admitted alleged suggested accused vowed pledged testified"
  ).split(" "),
)

/** A name of two words or more beside a verb of saying is a person who is cited. */
function findNamedPersons(doc: Document): Found[] {
  const found: Found[] = []
  for (let i = 0; i < doc.words.length; ) {
    const end = doc.inTitle[i] ? null : nameAt(doc.words, i)
    if (end !== null && nameLength(doc.words, i, end) >= 2 && isCited(doc.words, i, end)) {
      const name = doc.text.slice(doc.words[i]?.start, doc.words[end - 1]?.end)
      const speaker: Speaker = { name, speakerId: null, kind: "person" }
      found.push({ from: i, to: end, speaker, certainty: "stated", why: "speaker/person" })
    }
    i = end ?? i + 1
  }
  return found
}

const APPOSITION_WORDS = 16

function isCited(words: readonly Word[], from: number, end: number): boolean {
  const next = words[end]
  if (next && continuesPhrase(next) && SAYING.has(next.key)) return true
  const before = words[from - 1]
  if (before && words[from]?.gap === " " && SAYING.has(before.key) && /[,"”’]/.test(before.gap)) return true
  if (!next || !/^, ?$/.test(next.gap)) return false
  for (let i = end + 1; i < end + APPOSITION_WORDS; i++) {
    const word = words[i]
    if (!word || /[.;!?\n]/.test(word.gap)) return false
    if (/^, ?$/.test(word.gap)) return SAYING.has(word.key)
  }
  return false
}

const OFFICE =
  /^(?:spokesman|spokesperson|spokeswoman|spokesmen|director|head|chief|officials?|statement|sources?|press|office|media|representative)$/

/** Whoever speaks for a body is that body: "SDF spokesman Karim Aziz", "a spokesman for the Observatory". */
function findOffices(doc: Document, bodies: readonly Found[]): Found[] {
  return bodies.flatMap((body) => {
    if (body.speaker.kind === "person" || body.why === "speaker/unnamed" || body.why === "speaker/back-reference")
      return []
    const to = officeAfter(doc, body.to)
    const from = officeBefore(doc.words, body.from)
    if (to === body.to && from === body.from) return []
    return [{ ...body, from, to, why: "speaker/for-body" }]
  })
}

function officeAfter(doc: Document, end: number): number {
  const { words } = doc
  let at = words[end]?.key === "s" && /^['’]$/.test(words[end]?.gap ?? "") ? end + 1 : end
  const start = at
  while (continuesPhrase(words[at]) && OFFICE.test(words[at]?.key ?? "")) at++
  if (at === start) return end
  const name = words[at]?.gap === " " && !doc.inTitle[at] ? nameAt(words, at) : null
  return name !== null && nameLength(words, at, name) >= 2 ? name : at
}

function officeBefore(words: readonly Word[], from: number): number {
  const article = words[from - 1]?.key === "the" ? from - 1 : from
  const link = /^(?:for|of|in|from|with|at)$/.test(words[article - 1]?.key ?? "") && words[article]?.gap === " "
  const joined = link && words[article - 1]?.gap === " " && OFFICE.test(words[article - 2]?.key ?? "")
  return joined ? article - 2 : from
}

const REFERENCES: readonly { words: readonly string[]; kinds: readonly Speaker["kind"][] }[] = [
  { words: ["observatory", "monitor", "watchdog"], kinds: ["monitor"] },
  { words: ["agency"], kinds: ["agency", "international"] },
  {
    words: ["newspaper", "daily", "paper", "channel", "broadcaster", "network", "website"],
    kinds: ["outlet", "agency"],
  },
  { words: ["ministry"], kinds: ["state"] },
  { words: ["group", "organisation", "organization"], kinds: ["monitor", "aid"] },
  { words: ["commander", "spokesman", "spokeswoman", "leader", "general", "minister"], kinds: ["person"] },
]

function findBackReferences(doc: Document): Found[] {
  const found: Found[] = []
  doc.words.forEach((word, i) => {
    const reference = REFERENCES.find((r) => r.words.includes(word.key))
    const definite = doc.words[i - 1]?.key === "the" || word.text === "Observatory"
    if (reference && definite && word.gap === " ") found.push(pending(i, reference.kinds))
    if ((word.key === "he" || word.key === "she") && SAYING.has(doc.words[i + 1]?.key ?? ""))
      found.push(pending(i, ["person"]))
  })
  return found
}

function pending(at: number, kinds: readonly Speaker["kind"][]): Found {
  const speaker: Speaker = { name: kinds.join("|"), speakerId: null, kind: kinds[0] ?? "unknown" }
  return { from: at, to: at + 1, speaker, certainty: "inferred", why: "speaker/pending" }
}

/** "the sources", "the ministry", "he said": the nearest earlier speaker of that kind; what finds none is dropped or stays generic. */
function resolveBack(found: readonly Found[]): Found[] {
  const resolved: Found[] = []
  for (const one of found) {
    const isPending = one.why === "speaker/pending"
    if (!isPending && one.why !== "speaker/back-reference") {
      resolved.push(one)
      continue
    }
    const kinds = isPending ? one.speaker.name.split("|") : null
    const earlier = resolved.findLast((r) => (kinds ? kinds.includes(r.speaker.kind) : isSameSort(one, r)))
    if (earlier)
      resolved.push({ ...one, speaker: earlier.speaker, certainty: "inferred", why: "speaker/back-reference" })
    else if (!isPending) resolved.push({ ...one, why: "speaker/unnamed" })
  }
  return resolved
}

/** "the sources" goes back to any unnamed source; "the ministry" to a ministry; "the activists" to activists. */
function isSameSort(one: Found, earlier: Found): boolean {
  const id = one.speaker.speakerId ?? ""
  if (id === "g-sources") return /-sources$|^g-medics$|^g-officials$/.test(earlier.speaker.speakerId ?? "")
  if (id === "g-ministry") return /-ministry$/.test(earlier.speaker.speakerId ?? "") && earlier.speaker.speakerId !== id
  return earlier.speaker.speakerId === id
}

function longest(found: readonly Found[]): Found[] {
  const taken = new Set<number>()
  const ranked = found.map((f, order) => ({ f, order }))
  ranked.sort((a, b) => b.f.to - b.f.from - (a.f.to - a.f.from) || a.order - b.order)
  const kept: Found[] = []
  for (const { f } of ranked) {
    let free = true
    for (let i = f.from; i < f.to; i++) free &&= !taken.has(i)
    if (!free) continue
    for (let i = f.from; i < f.to; i++) taken.add(i)
    kept.push(f)
  }
  return kept.sort((a, b) => a.from - b.from)
}

function hitOf(doc: Document, found: Found): SpeakerHit {
  return { span: spanOf(doc, found.from, found.to), speaker: found.speaker, certainty: found.certainty, why: found.why }
}
