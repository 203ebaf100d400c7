#!/usr/bin/env node
// Plain JavaScript that old Node versions can read: it starts the program with the Node that the project pins.
import { spawn } from "node:child_process"
import { existsSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const MIN_MAJOR = 24
const main = new URL("../src/cli/main.ts", import.meta.url)

function pinnedNode() {
  try {
    const folder = dirname(createRequire(import.meta.url).resolve("node/package.json"))
    const binary = join(folder, "bin", process.platform === "win32" ? "node.exe" : "node")
    return existsSync(binary) ? binary : null
  } catch {
    return null
  }
}

if (Number(process.versions.node.split(".")[0]) >= MIN_MAJOR) {
  await import(main.href)
} else {
  const node = pinnedNode()
  if (node === null) {
    process.stderr.write(`sightline: needs Node.js ${MIN_MAJOR} or later; this is ${process.versions.node}\n  run \`npm ci\`, which brings it\n`)
    process.exit(1)
  }
  const child = spawn(node, [fileURLToPath(main), ...process.argv.slice(2)], { stdio: "inherit" })
  // Signals from a terminal reach the child by themselves; those from elsewhere are passed on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal))
  child.on("exit", (code, signal) => {
    if (signal) {
      process.removeAllListeners(signal)
      process.kill(process.pid, signal)
    } else process.exit(code ?? 1)
  })
}
