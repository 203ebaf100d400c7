import { join } from "node:path"
import type { RegisteredActor, State, StateWord, StateWordUse } from "./entries.ts"
import { BRANCH_NAMES, BRANCHES, type Branch } from "./force-words.ts"
import { readTable } from "./table.ts"
import { PhraseTrie } from "./trie.ts"

export function readStates(dataDir: string): State[] {
  const file = join(dataDir, "actors", "states.tsv")
  return readTable(file, ["iso2", "name", "aliases", "demonyms", "capitals"]).map((row) =>
    Object.freeze({
      iso2: row.cell("iso2"),
      name: row.cell("name"),
      aliases: row.list("aliases"),
      demonyms: row.list("demonyms"),
      capitals: row.list("capitals"),
    }),
  )
}

export function stateTrie(states: readonly State[]): PhraseTrie<StateWord> {
  const trie = new PhraseTrie<StateWord>()
  for (const state of states) {
    const add = (phrases: readonly string[], use: StateWordUse) => {
      const word = Object.freeze({ state, use })
      for (const phrase of phrases) trie.add(phrase, word)
    }
    add([state.name, ...state.aliases], "name")
    add(state.demonyms, "demonym")
    add(state.capitals, "capital")
  }
  return trie
}

export function forceId(iso2: string, branch: Branch): string {
  return `${iso2.toLowerCase()}-${branch}`
}

/** The entries that every state has; a table row with the same id adds aliases and may give a better name. */
export function generatedForces(state: State): RegisteredActor[] {
  return BRANCHES.map((branch) => ({
    id: forceId(state.iso2, branch),
    name: branch === "government" ? `Government of ${state.name}` : `${adjectiveOf(state)} ${BRANCH_NAMES[branch]}`,
    aliases: [],
    kind: branch === "government" ? "government" : "state-force",
    country: state.iso2,
    parent: parentOf(state.iso2, branch),
    flags: [],
    reason: "one of the forces that every state has",
    generated: true,
  }))
}

export function adjectiveOf(state: State): string {
  return state.demonyms[0] ?? state.name
}

function parentOf(iso2: string, branch: Branch): string | null {
  if (branch === "government") return null
  return forceId(iso2, branch === "armed-forces" ? "government" : "armed-forces")
}
