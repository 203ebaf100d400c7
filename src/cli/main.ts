import { CommanderError } from "commander"
import { SightlineError } from "../errors.ts"
import { program } from "./program.ts"

/** 0 ok, 1 failed, 2 usage, 3 finished with issues, 130 stopped by Ctrl-C before the end. */
async function main(argv: string[]): Promise<number> {
  try {
    let code = 0
    await program((result) => {
      code = result
    }).parseAsync(argv)
    return code
  } catch (error) {
    return explainFailure(error)
  }
}

function explainFailure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof SightlineError) {
    process.stderr.write(`sightline: ${error.message}\n${error.wayOut ? `  ${error.wayOut}\n` : ""}`)
    return error.exitCode
  }
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`sightline: this is a bug, please report it\n${words}\n`)
  return 1
}

/** A reader that goes away (`| head`) ends the program quietly; nothing that was stored is lost. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1)
})

/** Talk that nobody can hear is no reason to stop. */
process.stderr.on("error", () => {})

process.exitCode = await main(process.argv)
