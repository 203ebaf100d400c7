import { openLinking } from "../../pipeline/stages.ts"
import { verifyDesk } from "../../pipeline/verify.ts"
import { openDesk } from "../../store/open.ts"

const MAX_SHOWN = 100

export async function verify(options: { desk: string }): Promise<number> {
  const desk = await openDesk(options.desk, { mode: "read" })
  try {
    let found = 0
    let derived = 0
    for await (const { code, ref, message } of verifyDesk(desk, await openLinking())) {
      found++
      if (code.startsWith("derived/")) derived++
      if (found <= MAX_SHOWN) process.stdout.write(`${code}\t${ref}\t${message}\n`)
    }
    const { pages, reports, mentions, events, stale } = await desk.counts()
    process.stderr.write(`checked ${pages} pages, ${reports} reports, ${mentions} mentions, ${events} events\n`)
    if (stale)
      process.stderr.write("events are behind the reports (an interrupted add): the next add derives them anew\n")
    process.stderr.write(found === 0 ? "nothing diverges\n" : `${found} divergences\n`)
    if (found > 0 && found === derived)
      process.stderr.write(
        "only derived records diverge: after an update of Sightline, `sightline recode` makes them anew\n",
      )
    return found === 0 ? 0 : 1
  } finally {
    await desk.close()
  }
}
