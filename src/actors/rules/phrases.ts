import type { Document } from "../document.ts"
import type { LoadedPhrase, RegisteredActor } from "../entries.ts"
import { actorOf, type Finding } from "../finding.ts"

/** Loaded and descriptive phrases ("Zionist forces", "US-backed militants") mapped to the neutral actor. */
export function findPhrases(doc: Document, named: readonly Finding[]): Finding[] {
  const ids = new Set(named.flatMap((f) => (f.entry ? [f.entry.id] : [])))
  const findings: Finding[] = []
  for (let i = 0; i < doc.words.length; ) {
    const match = doc.register.phrases.matchAt(doc.words, i)
    const phrase = match?.values[0]
    if (match && phrase) findings.push(findingOf(doc, phrase, ids, i, i + match.length))
    i += match?.length ?? 1
  }
  return findings
}

function findingOf(doc: Document, phrase: LoadedPhrase, named: ReadonlySet<string>, from: number, to: number): Finding {
  const spoken = phrase.whenNamed.find((id) => named.has(id))
  const home = phrase.actor === null ? null : doc.register.byId(phrase.actor)
  const fits = home !== null && (phrase.whenNamed.length === 0 || home.country === doc.country)
  const entry: RegisteredActor | null = spoken !== undefined ? doc.register.byId(spoken) : fits ? home : null
  return {
    from,
    to,
    actor: entry ? actorOf(entry) : { name: phrase.name, actorId: null, kind: "unknown" },
    entry,
    certainty: spoken === undefined && phrase.whenNamed.length === 0 && entry ? "stated" : "inferred",
    generic: phrase.whenNamed.length > 0,
    loaded: phrase.loaded,
    plural: /s$/.test(doc.words[to - 1]?.key ?? ""),
    why: spoken === undefined ? (entry ? "actor/set-phrase" : "actor/unresolved-phrase") : "actor/phrase-named-here",
  }
}
