import { type SpawnOptions, spawn } from "node:child_process"
import { text } from "node:stream/consumers"
import { fileURLToPath } from "node:url"

const MAIN = fileURLToPath(new URL("../../src/cli/main.ts", import.meta.url))

export interface Ran {
  code: number | null
  out: string
  err: string
}

/** Runs the command line as a process of its own, with `input` on its standard input. */
export async function runCli(args: string[], input = "", options: SpawnOptions = {}): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...args], { ...options, stdio: ["pipe", "pipe", "pipe"] })
  child.stdin?.on("error", () => {})
  child.stdin?.end(input)
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve))
  const [out, err] = await Promise.all([child.stdout ? text(child.stdout) : "", child.stderr ? text(child.stderr) : ""])
  return { code: await ended, out, err }
}
