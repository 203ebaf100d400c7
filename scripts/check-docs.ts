/** Links of the documents lead somewhere, and the npm scripts and sightline commands that they name exist. */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { pathToFileURL } from "node:url"

const TOP = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"]
const FOLDERS = ["docs", "examples", "eval", "bench", "data", "src", "training"]
/** What a document of the product does not hold: places of one machine, and notes to oneself. */
const FORBIDDEN = /\/work\/|\/home\/|\bTODO\b|\bFIXME\b|\bTBD\b|lorem ipsum/i
const NPM_BUILT_IN = new Set(["ci", "start", "test", "install", "i", "run"])

function documents(root: string): string[] {
  const below = FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md"))
      .map((name) => join(root, folder, name)),
  )
  return [...TOP.map((name) => join(root, name)).filter((path) => existsSync(path)), ...below.sort()]
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .trim()
    .replaceAll(" ", "-")
}

function anchorsOf(path: string): Set<string> {
  const headings = readFileSync(path, "utf8").matchAll(/^#{1,6} (.+)$/gm)
  return new Set([...headings].map((m) => anchorOf(m[1] ?? "")))
}

function linkBreach(path: string, target: string): string | null {
  if (/^[a-z]+:/.test(target)) return null
  const [file = "", anchor] = target.split("#")
  const to = file === "" ? path : join(dirname(path), decodeURIComponent(file))
  if (!existsSync(to)) return `dead link ${target}`
  return anchor !== undefined && to.endsWith(".md") && !anchorsOf(to).has(anchor) ? `no heading ${target}` : null
}

interface Names {
  scripts: ReadonlySet<string>
  commands: ReadonlySet<string>
}

function lineBreaches(path: string, line: string, names: Names): string[] {
  const links = [...line.matchAll(/\]\(([^()\s]+)\)/g)].map((m) => linkBreach(path, m[1] ?? ""))
  const runs = [...line.matchAll(/\bnpm run ([a-z][\w:-]*)/g)].map((m) => m[1] ?? "")
  const calls = [...line.matchAll(/(?:`|^\s*(?:\$ )?|\| |npx )sightline ([a-z]+)/g)].map((m) => m[1] ?? "")
  const forbidden = line.match(FORBIDDEN)
  return [
    ...links.filter((breach) => breach !== null),
    ...runs
      .filter((name) => !names.scripts.has(name) && !NPM_BUILT_IN.has(name))
      .map((name) => `no npm script ${name}`),
    ...calls
      .filter((name) => names.commands.size > 0 && !names.commands.has(name))
      .map((name) => `no command sightline ${name}`),
    ...(forbidden ? [`not for a document: ${forbidden[0]}`] : []),
  ]
}

/** Breaches as "file:line: what". */
export function checkDocs(root: string): string[] {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts?: Record<string, string> }
  const commands = join(root, "src/cli/commands")
  const names = {
    scripts: new Set(Object.keys(manifest.scripts ?? {})),
    commands: new Set(existsSync(commands) ? readdirSync(commands).map((name) => name.replace(/\.ts$/, "")) : []),
  }
  return documents(root).flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, i) => lineBreaches(path, line, names).map((what) => `${relative(root, path)}:${i + 1}: ${what}`)),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const breaches = checkDocs(new URL("..", import.meta.url).pathname)
  for (const breach of breaches) console.error(breach)
  console.log(breaches.length === 0 ? "docs: fine" : `docs: ${breaches.length} breaches`)
  process.exitCode = breaches.length > 0 ? 1 : 0
}
