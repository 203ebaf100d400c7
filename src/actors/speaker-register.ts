import { join } from "node:path"
import { ConfigError } from "../errors.ts"
import { SPEAKER_KINDS, type Speaker } from "../schema/index.ts"
import { readOutlets } from "./outlet-register.ts"
import { readTable } from "./table.ts"
import { caseRuleOf, PhraseTrie } from "./trie.ts"

/** Somebody who is cited. `generic` speakers have no name of their own ("local sources"). */
export interface RegisteredSpeaker {
  readonly id: string
  readonly name: string
  readonly kind: Speaker["kind"]
  /** The actor that it speaks for, by register id. */
  readonly homeActorId: string | null
  readonly generic: boolean
}

export interface SpeakerLexicon {
  readonly speakers: readonly RegisteredSpeaker[]
  byId(id: string): RegisteredSpeaker | null
  readonly names: PhraseTrie<RegisteredSpeaker>
}

const TABLES = ["monitors", "agencies", "institutions", "generic"]
const COLUMNS = ["id", "name", "aliases", "kind", "home", "reason", "date"]

/** Reads `<dataDir>/speakers/*.tsv` over the given speakers, and takes every outlet as one that others may cite. */
export function openSpeakerLexicon(dataDir: string, given: readonly RegisteredSpeaker[]): SpeakerLexicon {
  const written = new Map<string, RegisteredSpeaker>()
  const names = new PhraseTrie<RegisteredSpeaker>()
  for (const table of TABLES)
    readSpeakers(join(dataDir, "speakers", `${table}.tsv`), table === "generic", written, names)
  const byId = new Map([...given.map((s) => [s.id, Object.freeze(s)] as const), ...written])
  for (const outlet of readOutlets(dataDir)) {
    const kind = outlet.kind === "agency" ? "agency" : "outlet"
    const known = byId.get(outlet.id)
    const speaker =
      known ?? Object.freeze({ id: outlet.id, name: outlet.name, kind, homeActorId: null, generic: false })
    byId.set(outlet.id, speaker)
    for (const name of [outlet.name, ...outlet.aliases.filter((a) => !a.startsWith("!"))])
      names.add(stripMark(name), speaker, ruleOf(name))
  }
  return { speakers: Object.freeze([...byId.values()]), byId: (id) => byId.get(id) ?? null, names }
}

function readSpeakers(
  file: string,
  generic: boolean,
  byId: Map<string, RegisteredSpeaker>,
  names: PhraseTrie<RegisteredSpeaker>,
): void {
  for (const row of readTable(file, COLUMNS)) {
    const kind = SPEAKER_KINDS.find((k) => k === row.cell("kind"))
    if (kind === undefined || byId.has(row.cell("id")))
      throw new ConfigError(
        `${row.file}:${row.line}: bad kind "${row.cell("kind")}" or repeated id "${row.cell("id")}"`,
        {
          wayOut: `give an own id, and a kind out of ${SPEAKER_KINDS.join(", ")}`,
        },
      )
    const homeActorId = row.cell("home") || null
    const speaker = Object.freeze({ id: row.cell("id"), name: row.cell("name"), kind, homeActorId, generic })
    byId.set(speaker.id, speaker)
    for (const name of [speaker.name, ...row.list("aliases")]) names.add(stripMark(name), speaker, ruleOf(name))
  }
}

function ruleOf(name: string) {
  return name.startsWith("=") ? "exact" : caseRuleOf(name)
}

function stripMark(name: string): string {
  return name.startsWith("=") ? name.slice(1) : name
}
