import type { Actor } from "../schema/index.ts"
import type { SpeakerLexicon } from "./speaker-register.ts"
import type { PhraseTrie } from "./trie.ts"

/** One state with its names. */
export interface State {
  /** ISO 3166-1 alpha-2 ("XK" for Kosovo). */
  iso2: string
  name: string
  aliases: readonly string[]
  /** Adjectives and names of the people; the first is the adjective. */
  demonyms: readonly string[]
  /** Names that stand for the government: "Damascus", "White House". */
  capitals: readonly string[]
}

export type StateWordUse = "name" | "demonym" | "capital"
export interface StateWord {
  state: State
  use: StateWordUse
}

/** One known actor. `flags` are described in data/actors/README.md. */
export interface RegisteredActor {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Actor["kind"]
  /** ISO 3166-1 alpha-2 of the country that it belongs to or mainly acts in. */
  readonly country: string | null
  /** The group or force that it is part of; for a person, the group that he leads. */
  readonly parent: string | null
  readonly flags: readonly string[]
  readonly reason: string
  /** True for the forces that every state has by rule. */
  readonly generated: boolean
}

/** How an alias may be used: everywhere, as a bare surname, or only beside words that speak of a group. */
export type AliasUse = "name" | "surname" | "cue"
export interface NamedAlias {
  readonly actor: RegisteredActor
  readonly use: AliasUse
}

/** A common noun for somebody who acts ("militants"), and whom it can stand for inside a document. */
export interface Description {
  readonly name: string
  readonly kind: Actor["kind"]
  readonly fits: string
  readonly loaded: boolean
  /** Too weak a word to be resolved without "the". */
  readonly weak: boolean
  /** Says somebody only with "the" ("the group"). */
  readonly definite: boolean
}

/** A phrase that judges or describes a known actor. `actor` always; else the first of `whenNamed` that the text names. */
export interface LoadedPhrase {
  readonly actor: string | null
  readonly whenNamed: readonly string[]
  readonly name: string
  readonly loaded: boolean
}

export interface ActorRegister {
  readonly actors: readonly RegisteredActor[]
  byId(id: string): RegisteredActor | null
  /** By any name, in whatever case; the first entry where several share it. */
  lookup(name: string): RegisteredActor | null
  readonly names: PhraseTrie<NamedAlias>
  readonly states: PhraseTrie<StateWord>
  readonly stateByIso: ReadonlyMap<string, State>
  readonly descriptions: PhraseTrie<Description>
  readonly phrases: PhraseTrie<LoadedPhrase>
  readonly speakers: SpeakerLexicon
}

/** The flag "by-country=TN:a,YE:b": whom the name means where another country is the scene. */
export function byCountryOf(actor: RegisteredActor): Record<string, string> {
  const flag = actor.flags.find((f) => f.startsWith("by-country="))
  const pairs = flag?.slice("by-country=".length).split(",") ?? []
  return Object.fromEntries(pairs.map((pair) => pair.split(":") as [string, string]))
}

/** The flag "rank=…" of a person. */
export function rankOf(actor: RegisteredActor): string | null {
  return (
    actor.flags
      .find((f) => f.startsWith("rank="))
      ?.slice("rank=".length)
      .toLowerCase() ?? null
  )
}
