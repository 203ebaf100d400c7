import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { actorClass, lineageOf } from "../src/actors/actor-class.ts"
import { type ActorRegister, openActorRegister, phraseKey } from "../src/actors/register.ts"
import type { Actor } from "../src/schema/index.ts"
import { type Score, share } from "./scorer.ts"
import { readTar } from "./tar.ts"

let opened: ActorRegister | null = null

function register(): ActorRegister {
  opened ??= openActorRegister(join(import.meta.dirname, "..", "data"))
  return opened
}

const GOVERNMENT = "syrian government or russian troops"
const COALITION = "international coalition forces"
const OPPOSITION = "armed opposition groups"

/** States that took part in the US-led coalition's air war over Syria. */
const COALITION_STATES: ReadonlySet<string> = new Set([
  "US",
  "GB",
  "FR",
  "AU",
  "BE",
  "NL",
  "DK",
  "CA",
  "JO",
  "SA",
  "AE",
  "BH",
  "QA",
])

/**
 * The class of FA-KES (seven, on the Syrian war) that an actor falls into, or null where it falls into none: unresolved
 * "militants", civilians, states that it has no class for.
 */
export function fakesActorClass(actor: Actor | null): string | null {
  if (actor === null) return null
  const id = actor.kind === "person" ? actor.groupId : actor.actorId
  const line = lineageOf(id ?? "", register())
  const country = line[0]?.country ?? null
  switch (actorClass(actor, register())) {
    case "islamic-state":
      return "the organization of the islamic state in iraq and the levant - isis"
    case "al-qaeda":
      return "al-nusra front"
    case "kurdish":
      return "self administration forces"
    case "coalition":
      return id === "us-led-coalition" ? COALITION : null
    case "pro-government":
      return country === "SY" || country === "LB" || country === "IR" || country === null ? GOVERNMENT : null
    case "state":
      return stateClass(country)
    case "rebel":
      return country === "SY" || country === null ? OPPOSITION : null
    case "jihadist":
      return country === "SY" ? OPPOSITION : null
    default:
      return null
  }
}

function stateClass(country: string | null): string | null {
  if (country === "SY" || country === "RU" || country === "IR") return GOVERNMENT
  return country !== null && COALITION_STATES.has(country) ? COALITION : null
}

/**
 * Share of the armed groups of the UCDP actor list (Uppsala, 22.1, CC BY 4.0) that our register knows by one of the names
 * that the list gives. The list has no years; "recent" are formally organised groups whose number, or that of one of
 * their dyads, was given from about 2011 on (the Libyan war of 2011 has actor 1126 and dyad 11980). Null without the list.
 */
export async function scoreUcdpCoverage(dataDir: string): Promise<Score | null> {
  const archive = join(dataDir, "actors", "ucdp-actors.tar.xz")
  if (!existsSync(archive)) return null
  const actors = readUcdp(archive)
  const governments = actors.filter((a) => a.org === GOVERNMENT_ORG)
  const groups = actors.filter((a) => a.org === FORMAL_ORG)
  const recent = groups.filter((a) => a.actorId >= FIRST_RECENT_ACTOR || a.lastDyad >= FIRST_RECENT_DYAD)
  const inDyads = recent.filter((a) => a.lastDyad > 0)
  const covered = (list: readonly UcdpActor[]) => share(list.filter(isKnown).length, list.length)
  return {
    name: "ucdp-actors",
    n: recent.length,
    metrics: {
      recent: covered(recent),
      recentStateBased: covered(inDyads),
      allGroups: covered(groups),
      governments: covered(governments),
    },
  }
}

const FORMAL_ORG = 1
const GOVERNMENT_ORG = 4
const FIRST_RECENT_ACTOR = 1120
const FIRST_RECENT_DYAD = 11970

export interface UcdpActor {
  actorId: number
  org: number
  lastDyad: number
  names: string[]
}

/** The names of the list that the register does not know, for whoever writes the tables. */
export function unknownUcdp(dataDir: string): UcdpActor[] {
  return readUcdp(join(dataDir, "actors", "ucdp-actors.tar.xz")).filter((a) => a.org === FORMAL_ORG && !isKnown(a))
}

function isKnown(actor: UcdpActor): boolean {
  return actor.names.some((name) => register().lookup(name) !== null || knownForms().has(phraseKey(name)))
}

let forms: ReadonlySet<string> | null = null

/** Names without the qualifier that tells namesakes apart, and the mark of an alias. */
function knownForms(): ReadonlySet<string> {
  forms ??= new Set(
    register().actors.flatMap((a) =>
      [a.name, ...a.aliases].map((n) => phraseKey(n.replace(/^[=~?]/, "").replace(/ \([^()]*\)$/, ""))),
    ),
  )
  return forms
}

function readUcdp(archive: string): UcdpActor[] {
  const { stdout, status } = spawnSync("xz", ["-dc", archive], { maxBuffer: 64 * 1024 * 1024 })
  if (status !== 0) throw new Error(`cannot unpack ${archive}: is xz installed?`)
  const csv = readTar(stdout).get("ucdp-actor-221.csv")
  if (!csv) throw new Error(`${archive}: no ucdp-actor-221.csv inside`)
  const [head = [], ...rows] = parseCsv(csv.toString("utf8").replace(/^\uFEFF/, ""))
  const cell = (row: readonly string[], column: string) => row[head.indexOf(column)] ?? ""
  return rows
    .filter((row) => row.length === head.length)
    .map((row) => ({
      actorId: Number(cell(row, "ActorId")),
      org: Number(cell(row, "Org")),
      lastDyad: Math.max(0, ...cell(row, "DyadId").split(",").map(Number).filter(Number.isFinite)),
      names: NAME_COLUMNS.flatMap((column) => namesIn(cell(row, column))),
    }))
}

const NAME_COLUMNS = ["NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullEng"]

/** "A; B" are two names; a translation or qualifier in brackets is dropped; "n/a" is none. */
function namesIn(cell: string): string[] {
  return cell
    .split(/[;:]/)
    .map((name) => name.replace(/\([^()]*\)/g, "").trim())
    .filter((name) => name.length > 1 && name.toLowerCase() !== "n/a")
}

/** RFC 4180: quoted cells may hold commas, line ends and doubled quotes. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const cell = match[1]?.replaceAll('""', '"') ?? match[2] ?? ""
    rows.at(-1)?.push(cell)
    if (match[3] !== ",") {
      if (match.index + match[0].length >= text.length) break
      rows.push([])
    }
  }
  return rows
}
