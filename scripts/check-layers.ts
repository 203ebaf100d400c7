/** Imports point down, without cycles; heavy libraries have one importer; stages stay pure. The table is ARCHITECTURE.md's. */
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { pathToFileURL } from "node:url"

const LAYERS: readonly (readonly string[])[] = [
  ["schema", "kit", "errors.ts"],
  ["lang", "ontology", "places", "actors"],
  ["clean", "code", "link"],
  ["pipeline", "store", "connect", "export", "resources.ts"],
  ["cli", "server", "index.ts"],
]
/** Besides what lies below: who may import whom in its own layer. */
const BESIDE: Record<string, readonly string[]> = {
  pipeline: ["store", "connect", "resources.ts", "export"],
  export: ["store"],
  kit: ["schema", "errors.ts"],
  "errors.ts": ["schema", "kit"],
  lang: ["ontology"],
  places: ["lang", "ontology"],
  actors: ["lang", "places", "ontology"],
  cli: ["server"],
  "index.ts": ["cli", "server"],
}
/** The stages name what they are given, and do not open it: a type-only import of this file points up. */
const TYPES_FOR_ALL = "resources.ts"

/** Package → the paths of src/ that may import it. */
const IMPORTERS: [RegExp, readonly string[]][] = [
  [/^(node:sqlite|kysely)$/, ["store/"]],
  [/^wink-/, ["lang/en/tag.ts"]],
  [/^chrono-node$/, ["lang/en/dates.ts"]],
  [/^(linkedom|htmlparser2|defuddle|htmlmetaparser|@mozilla\/readability)$/, ["clean/extract/"]],
  [/^(cld3-asm|eld|iconv-lite|jschardet)$/, ["clean/"]],
  [/^(hono|@hono\/)/, ["server/"]],
  [/^(commander|cli-progress)$/, ["cli/"]],
  [/^zod$/, ["schema/", "server/", "store/", "connect/", "cli/"]],
]
const PURE = ["clean", "code", "link"]
const IMPURE_MODULES = /^node:(fs|net|http|https|dns|child_process|os|sqlite)/
const IMPURE_WORDS = /\b(Math\.random\(|Date\.now\(|new Date\(\)|process\.env\b|fetch\()/

interface Import {
  line: number
  from: string
  typeOnly: boolean
}

const IMPORT = /^(import|export)\s+(type\s)?[^"';]*from\s+"([^"]+)"|^import\s+"([^"]+)"|\bimport\("([^"]+)"\)/gm

function importsOf(text: string): Import[] {
  return [...text.matchAll(IMPORT)].map((m) => ({
    line: text.slice(0, m.index).split("\n").length + (m[0].match(/\n/g)?.length ?? 0),
    from: m[3] ?? m[4] ?? m[5] ?? "",
    typeOnly: m[2] !== undefined,
  }))
}

function folderOf(path: string): string {
  return path.split("/")[0] ?? path
}

function layerOf(folder: string): number {
  return LAYERS.findIndex((layer) => layer.includes(folder))
}

function wrongWay(from: string, to: string, typeOnly: boolean): boolean {
  if (from === to || (typeOnly && to === TYPES_FOR_ALL) || (typeOnly && from === "schema" && to === "kit")) return false
  return layerOf(to) >= layerOf(from) && !(BESIDE[from] ?? []).includes(to)
}

function wrongPackage(path: string, name: string): string | null {
  const rule = IMPORTERS.find(([pattern]) => pattern.test(name))
  if (rule && !rule[1].some((allowed) => path.startsWith(allowed)))
    return `${name} may be imported by ${rule[1].join(", ")} only`
  if (PURE.includes(folderOf(path)) && IMPURE_MODULES.test(name)) return `a stage is pure: no ${name}`
  return folderOf(path) === "schema" && name !== "zod" ? `schema imports only zod, not ${name}` : null
}

/** First cycle of files found, as a chain of paths; type-only imports count. */
function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): string[] | null => {
    const at = trail.indexOf(path)
    if (at >= 0) return [...trail.slice(at), path]
    if (done.has(path)) return null
    for (const next of graph.get(path) ?? []) {
      const cycle = visit(next, [...trail, path])
      if (cycle) return cycle
    }
    done.add(path)
    return null
  }
  for (const path of graph.keys()) {
    const cycle = visit(path, [])
    if (cycle) return cycle
  }
  return null
}

/** Breaches as "file:line: what", over every .ts file below `src`. */
export function checkLayers(src: string): string[] {
  const files = readdirSync(src, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".ts"))
    .sort()
  const graph = new Map<string, string[]>()
  const breaches: string[] = []
  for (const path of files) {
    const text = readFileSync(join(src, path), "utf8")
    const folder = folderOf(path)
    if (layerOf(folder) < 0) breaches.push(`src/${path}:1: ${folder} has no layer`)
    for (const { line, from, typeOnly } of importsOf(text)) {
      const say = (what: string) => breaches.push(`src/${path}:${line}: ${what}`)
      if (!from.startsWith(".")) {
        const wrong = wrongPackage(path, from)
        if (wrong) say(wrong)
        continue
      }
      const to = relative(src, resolve(src, dirname(path), from))
      if (to.startsWith("..") || !to.endsWith(".ts")) continue
      graph.set(path, [...(graph.get(path) ?? []), to])
      if (wrongWay(folder, folderOf(to), typeOnly)) say(`${folder} may not import ${to}: imports point down`)
    }
    if (PURE.includes(folder))
      for (const [i, words] of text.split("\n").entries())
        if (IMPURE_WORDS.test(words)) breaches.push(`src/${path}:${i + 1}: a stage is pure: ${words.trim()}`)
  }
  const cycle = findCycle(graph)
  if (cycle) breaches.push(`src/${cycle[0]}:1: import cycle: ${cycle.join(" → ")}`)
  return breaches
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const breaches = checkLayers(new URL("../src/", import.meta.url).pathname)
  for (const breach of breaches) console.error(breach)
  console.log(breaches.length === 0 ? "layers: fine" : `layers: ${breaches.length} breaches`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}
