/** Each kind of part is one file and one line in an explicit registry: every part is registered, and every registered part is there. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { pathToFileURL } from "node:url"
import { EVENT_TYPES } from "../src/schema/index.ts"

interface Kind {
  what: string
  folder: string
  registry: string
  /** A file of the folder is such a part when its text matches; every file is, where none is given. */
  part?: RegExp
}

export const KINDS: readonly Kind[] = [
  { what: "event type", folder: "src/ontology/types", registry: "src/ontology/index.ts" },
  {
    what: "cleaning step",
    folder: "src/clean/steps",
    registry: "src/clean/steps/index.ts",
    part: /^export const \w+: Step\b/m,
  },
  { what: "coder", folder: "src/code/coders", registry: "src/code/code.ts", part: /^export const \w+: Coder\b/m },
  {
    what: "comparator",
    folder: "src/link/compare",
    registry: "src/link/compare/index.ts",
    part: /^export const \w+: Comparator\b/m,
  },
  {
    what: "exporter",
    folder: "src/export",
    registry: "src/export/index.ts",
    part: /^export async function\* \w+\(desk: Desk/m,
  },
  { what: "command", folder: "src/cli/commands", registry: "src/cli/program.ts", part: /^export (async )?function/m },
  { what: "route", folder: "src/server/routes", registry: "src/server/app.ts" },
  {
    what: "scorer",
    folder: "eval",
    registry: "eval/scorers.ts",
    part: /^export (async )?function score\w+\([^)]*(context: ScoreContext|dataDir: string)/m,
  },
]

function partsOf(root: string, kind: Kind): string[] {
  const folder = join(root, kind.folder)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name))
    .filter((path) => path !== join(root, kind.registry))
    .filter((path) => kind.part === undefined || kind.part.test(readFileSync(path, "utf8")))
    .sort()
}

/** Breaches as "file: what". A registry that is missing while it has parts is one too. */
export function checkRegistries(root: string, kinds: readonly Kind[] = KINDS): string[] {
  return kinds.flatMap((kind) => {
    const parts = partsOf(root, kind)
    if (parts.length === 0) return [`${kind.folder}: no ${kind.what} is there`]
    const registry = join(root, kind.registry)
    if (!existsSync(registry)) return [`${kind.registry}: the registry of ${kind.folder} is missing`]
    const text = readFileSync(registry, "utf8")
    return parts
      .map((path) => ({ path, name: `./${relative(dirname(registry), path)}` }))
      .filter(({ name }) => !text.includes(`"${name}"`))
      .map(({ path }) => `${relative(root, path)}: this ${kind.what} is not in ${kind.registry}`)
  })
}

/** The schema's list of event types is the folder's list of files. */
function checkEventTypes(root: string): string[] {
  const files = readdirSync(join(root, "src/ontology/types")).map((name) => name.replace(/\.ts$/, ""))
  const known = new Set<string>(EVENT_TYPES)
  const unnamed = files
    .filter((name) => !known.has(name))
    .map((name) => `src/ontology/types/${name}.ts: no such type in EVENT_TYPES`)
  const unmade = EVENT_TYPES.filter((name) => !files.includes(name)).map(
    (name) => `src/schema/mention.ts: ${name} has no file in src/ontology/types`,
  )
  return [...unnamed, ...unmade]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const root = new URL("..", import.meta.url).pathname
  const breaches = [...checkRegistries(root), ...checkEventTypes(root)]
  for (const breach of breaches) console.error(breach)
  console.log(breaches.length === 0 ? "registries: fine" : `registries: ${breaches.length} breaches`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}
