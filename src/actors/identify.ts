import type { Actor, Certainty, Span } from "../schema/index.ts"
import { type Document, documentOf, spanOf } from "./document.ts"
import type { ActorRegister } from "./entries.ts"
import { besides, type Finding, longestFirst } from "./finding.ts"
import { resolveDescriptions } from "./resolve.ts"
import { findCountries } from "./rules/countries.ts"
import { findDescriptions } from "./rules/descriptions.ts"
import { findNames } from "./rules/names.ts"
import { findPersons } from "./rules/persons.ts"
import { findPhrases } from "./rules/phrases.ts"
import { findStateForces } from "./rules/state-forces.ts"

/** Somebody who can act or suffer. `span` covers the whole phrase ("Islamic State fighters"), without its article. */
export interface ActorHit {
  span: Span
  actor: Actor
  certainty: Certainty
  /** The words name nobody ("militants"), whether or not the document tells who is meant. */
  generic: boolean
  /** The words judge ("terrorists"); the actor's name does not. */
  loaded: boolean
  plural: boolean
  /** Stable code of the rule: "actor/name", "actor/state-force", "actor/definite-description", … */
  why: string
}

export interface IdentifyOptions {
  /** ISO 3166-1 alpha-2 of the country that the text is about, where the caller knows it. */
  country?: string | null
}

/**
 * Every actor of a text, in text order, without overlaps. Pure; about a millisecond for 3,000 characters. Names come
 * from the register, state forces from the rule in force-words.ts, descriptions from data/actors/descriptions.tsv.
 */
export function identifyActors(text: string, register: ActorRegister, options: IdentifyOptions = {}): ActorHit[] {
  const doc = documentOf(text, register, options.country ?? null)
  return findActors(doc).map((finding) => hitOf(doc, finding))
}

/** The findings behind the hits, in text order. */
export function findActors(doc: Document): Finding[] {
  const names = findNames(doc)
  const phrases = findPhrases(doc, names)
  const known = longestFirst([...phrases, ...names, ...findStateForces(doc)])
  const persons = findPersons(doc, known)
  const named = longestFirst([...known, ...persons])
  const described = longestFirst([...named, ...findDescriptions(doc, named)])
  const all = [...described, ...besides(described, findCountries(doc))].sort((a, b) => a.from - b.from)
  return resolveDescriptions(doc, all)
}

function hitOf(doc: Document, finding: Finding): ActorHit {
  const { actor, certainty, generic, loaded, plural, why } = finding
  return { span: spanOf(doc, finding.from, finding.to), actor, certainty, generic, loaded, plural, why }
}
