import { join } from "node:path"
import { ConfigError } from "../errors.ts"
import { readTable } from "./table.ts"
import { keyOf, wordsOf } from "./words.ts"

export const OUTLET_KINDS = ["agency", "newspaper", "tv", "site"] as const

/** Who publishes. `affiliation` is a plain fact: "state agency of Syria". */
export interface Outlet {
  readonly id: string
  readonly name: string
  readonly hosts: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  /** An "agency" is a wire: what it sends is one origin wherever it is printed. */
  readonly kind: (typeof OUTLET_KINDS)[number]
  readonly affiliation: string | null
  readonly aliases: readonly string[]
}

export interface OutletRegister {
  readonly outlets: readonly Outlet[]
  byId(id: string): Outlet | null
  /** By host or URL: "www.example.org", "https://en.example.org/a/b". Sub-domains count as their domain. */
  byHost(hostOrUrl: string): Outlet | null
  /** By name, alias, id or host, as an outlet may be written down anywhere. */
  lookup(name: string): Outlet | null
}

const COLUMNS = ["id", "name", "hosts", "country", "kind", "affiliation", "aliases", "reason", "date"]

/** Reads `<dataDir>/outlets/outlets.tsv`. Throws ConfigError naming file and line for a bad table. */
export function openOutletRegister(dataDir: string): OutletRegister {
  const outlets = readOutlets(dataDir)
  const byId = new Map(outlets.map((o) => [o.id, o]))
  const hosts = new Map(outlets.flatMap((o) => o.hosts.map((host) => [host, o] as const)))
  const names = new Map<string, Outlet>()
  for (const outlet of outlets)
    for (const name of [outlet.id, outlet.name, ...outlet.aliases.map(unmarked)])
      if (!names.has(key(name))) names.set(key(name), outlet)
  const byHost = (hostOrUrl: string) => findHost(hostOf(hostOrUrl), hosts)
  return {
    outlets,
    byId: (id) => byId.get(id) ?? null,
    byHost,
    lookup: (name) => names.get(key(name)) ?? byHost(name),
  }
}

export function readOutlets(dataDir: string): Outlet[] {
  return readTable(join(dataDir, "outlets", "outlets.tsv"), COLUMNS).map((row) => {
    const kind = OUTLET_KINDS.find((k) => k === row.cell("kind"))
    if (kind === undefined)
      throw new ConfigError(`${row.file}:${row.line}: kind "${row.cell("kind")}" is unknown`, {
        wayOut: `use one of ${OUTLET_KINDS.join(", ")}`,
      })
    return Object.freeze({
      id: row.cell("id"),
      name: row.cell("name"),
      hosts: row.list("hosts"),
      country: row.cell("country") || null,
      kind,
      affiliation: row.cell("affiliation") || null,
      aliases: row.list("aliases"),
    })
  })
}

/** Without the mark "!" of an alias that is too common a word to be looked for in running text. */
function unmarked(alias: string): string {
  return alias.replace(/^[!=]/, "")
}

/** Case, marks, a leading "the" and a trailing "news agency" do not tell outlets apart. */
function key(name: string): string {
  const keys = wordsOf(name).map((w) => keyOf(w.text))
  if (keys.length > 1 && keys[0] === "the") keys.shift()
  const text = keys.join(" ")
  return text.length > 12 ? text.replace(/ (?:state )?news agency$/, "") : text
}

function hostOf(hostOrUrl: string): string {
  const rest = hostOrUrl
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
  return rest.split(/[/?#:]/, 1)[0] ?? ""
}

function findHost(host: string, hosts: ReadonlyMap<string, Outlet>): Outlet | null {
  for (let rest = host; rest.includes("."); rest = rest.slice(rest.indexOf(".") + 1)) {
    const outlet = hosts.get(rest)
    if (outlet) return outlet
  }
  return null
}
