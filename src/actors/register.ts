import { join } from "node:path"
import { ConfigError } from "../errors.ts"
import { ACTOR_KINDS, type Actor } from "../schema/index.ts"
import {
  type ActorRegister,
  byCountryOf,
  type Description,
  type LoadedPhrase,
  type NamedAlias,
  type RegisteredActor,
} from "./entries.ts"
import { ministrySpeakers } from "./ministries.ts"
import { openSpeakerLexicon } from "./speaker-register.ts"
import { generatedForces, readStates, stateTrie } from "./states.ts"
import { type Row, readTable } from "./table.ts"
import { caseRuleOf, PhraseTrie } from "./trie.ts"
import { keyOf, wordsOf } from "./words.ts"

export type { ActorRegister, RegisteredActor } from "./entries.ts"
export { type Outlet, type OutletRegister, openOutletRegister } from "./outlet-register.ts"

const TABLES = [
  "syria-iraq",
  "middle-east",
  "africa",
  "asia",
  "europe",
  "americas",
  "coalitions",
  "state-forces",
  "people",
  "leaders",
]
const COLUMNS = ["id", "name", "aliases", "kind", "country", "parent", "flags", "reason", "date"]

/** Reads `<dataDir>/actors`, `speakers` and `outlets`. Throws ConfigError naming file and line for a bad table. */
export function openActorRegister(dataDir: string): ActorRegister {
  const states = readStates(dataDir)
  const written = TABLES.flatMap((table) =>
    readTable(join(dataDir, "actors", `${table}.tsv`), COLUMNS).map((row) => [readActor(row), row] as const),
  )
  const byId = new Map(states.flatMap(generatedForces).map((actor) => [actor.id, actor] as const))
  const seen = new Set<string>()
  for (const [actor, row] of written) {
    if (seen.has(actor.id)) throw badRow(row, `id ${actor.id} stands twice`)
    seen.add(actor.id)
    byId.set(actor.id, actor)
  }
  for (const [actor, row] of written) checkReferences(actor, row, byId)
  const actors = Object.freeze([...byId.values()].map((actor) => Object.freeze(actor)))
  const names = nameTrie(actors)
  const byName = nameIndex(actors)
  return {
    actors,
    byId: (id) => byId.get(id) ?? null,
    lookup: (name) => byName.get(phraseKey(name)) ?? null,
    names,
    states: stateTrie(states),
    stateByIso: new Map(states.map((s) => [s.iso2, s])),
    descriptions: readDescriptions(dataDir),
    phrases: readPhrases(dataDir, byId),
    speakers: openSpeakerLexicon(dataDir, ministrySpeakers(states)),
  }
}

function readActor(row: Row): RegisteredActor {
  return {
    id: row.cell("id"),
    name: row.cell("name"),
    aliases: row.list("aliases"),
    kind: kindOf(row),
    country: row.cell("country") || null,
    parent: row.cell("parent") || null,
    flags: row.list("flags"),
    reason: row.cell("reason"),
    generated: false,
  }
}

function kindOf(row: Row): Actor["kind"] {
  const kind = ACTOR_KINDS.find((k) => k === row.cell("kind"))
  if (kind === undefined) throw badRow(row, `kind "${row.cell("kind")}" is not one of ${ACTOR_KINDS.join(", ")}`)
  return kind
}

function checkReferences(actor: RegisteredActor, row: Row, byId: ReadonlyMap<string, RegisteredActor>): void {
  const ids = [...(actor.parent === null ? [] : [actor.parent]), ...Object.values(byCountryOf(actor))]
  for (const id of ids) if (!byId.has(id)) throw badRow(row, `"${id}" is no id of an actor`)
}

function badRow(row: Row, what: string): ConfigError {
  return new ConfigError(`${row.file}:${row.line}: ${what}`, { wayOut: "mend that line of the table" })
}

function nameTrie(actors: readonly RegisteredActor[]): PhraseTrie<NamedAlias> {
  const trie = new PhraseTrie<NamedAlias>()
  for (const actor of actors) {
    const as = Object.freeze({
      name: Object.freeze({ actor, use: "name" as const }),
      surname: Object.freeze({ actor, use: "surname" as const }),
      cue: Object.freeze({ actor, use: "cue" as const }),
    })
    if (!actor.generated && !actor.name.includes("(")) addName(trie, actor.name, as.name)
    for (const alias of actor.aliases) {
      const mark = alias.charAt(0)
      if (mark === "=") trie.add(alias.slice(1), as.name, "exact")
      else if (mark === "~") addName(trie, alias.slice(1), as.surname)
      else if (mark === "?") trie.add(alias.slice(1), as.cue, "capital")
      else addName(trie, alias, as.name)
    }
  }
  return trie
}

/** Texts that lost their apostrophes write "Assads army": a possessive, and a person, may end in a plain s. */
function addName(trie: PhraseTrie<NamedAlias>, name: string, alias: NamedAlias): void {
  trie.add(name, alias, caseRuleOf(name))
  if (/['’]s /.test(name)) trie.add(name.replace(/['’]s /, "s "), alias)
  else if (alias.actor.kind === "person" && /\p{Ll}$/u.test(name)) trie.add(`${name}s`, alias)
}

function nameIndex(actors: readonly RegisteredActor[]): Map<string, RegisteredActor> {
  const index = new Map<string, RegisteredActor>()
  for (const actor of actors)
    for (const name of [actor.name, ...actor.aliases]) {
      const key = phraseKey(name)
      const other = index.get(key)
      if (!other || (other.generated && !actor.generated)) index.set(key, actor)
    }
  return index
}

export function phraseKey(phrase: string): string {
  return wordsOf(phrase)
    .map((w) => keyOf(w.text))
    .join(" ")
}

function readDescriptions(dataDir: string): PhraseTrie<Description> {
  const trie = new PhraseTrie<Description>()
  const file = join(dataDir, "actors", "descriptions.tsv")
  for (const row of readTable(file, ["words", "name", "kind", "fits", "flags"])) {
    const flags = row.list("flags")
    const description = Object.freeze({
      name: row.cell("name"),
      kind: kindOf(row),
      fits: row.cell("fits"),
      loaded: flags.includes("loaded"),
      weak: flags.includes("weak"),
      definite: flags.includes("definite"),
    })
    for (const words of row.list("words")) trie.add(words, description, "any")
  }
  return trie
}

function readPhrases(dataDir: string, byId: ReadonlyMap<string, RegisteredActor>): PhraseTrie<LoadedPhrase> {
  const trie = new PhraseTrie<LoadedPhrase>()
  const file = join(dataDir, "actors", "loaded.tsv")
  for (const row of readTable(file, ["words", "actor", "when-named", "name", "loaded"])) {
    const whenNamed = row.cell("when-named").split(",").filter(Boolean)
    const actor = row.cell("actor") || null
    for (const id of [...whenNamed, ...(actor === null ? [] : [actor])])
      if (!byId.has(id)) throw badRow(row, `"${id}" is no id of an actor`)
    const phrase = Object.freeze({ actor, whenNamed, name: row.cell("name"), loaded: row.cell("loaded") === "yes" })
    for (const words of row.list("words")) trie.add(words, phrase, "any")
  }
  return trie
}
