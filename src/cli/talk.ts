import cliProgress from "cli-progress"
import type { AddProgress } from "../pipeline/add.ts"
import type { Issue } from "../schema/index.ts"

const SHOWN_WARNINGS = 20
const PLAIN_EVERY_MS = 5000

/** What a long command says while it works, all on standard error: a bar on a terminal, now and then a line elsewhere. */
export interface Talk {
  progress(progress: AddProgress): void
  issue(issue: Issue): void
  say(line: string): void
  /** Takes the bar away and counts the issues that were not printed. */
  end(): void
}

export function talk(options: { verbose?: boolean | undefined } = {}): Talk {
  const bar = process.stderr.isTTY ? terminalBar() : plainProgress()
  const hidden = new Map<string, number>()
  let warnings = 0
  const say = (line: string) => {
    bar.clear()
    process.stderr.write(`${line}\n`)
  }
  return {
    progress: bar.show,
    say,
    issue(issue) {
      const shown =
        options.verbose || issue.severity === "error" || (issue.severity === "warning" && ++warnings <= SHOWN_WARNINGS)
      if (shown) say(issueLine(issue))
      else hidden.set(issue.code, (hidden.get(issue.code) ?? 0) + 1)
    },
    end() {
      bar.end()
      const counts = [...hidden].sort().map(([code, count]) => `${count} × ${code}`)
      if (counts.length > 0) process.stderr.write(`not printed (--verbose does): ${counts.join(", ")}\n`)
    },
  }
}

export function issueLine(issue: Issue): string {
  return `${issue.severity} ${issue.code}: ${issue.message}`
}

interface Bar {
  show(progress: AddProgress): void
  clear(): void
  end(): void
}

const LABELS = { add: "reading reports", link: "linking events" }

function terminalBar(): Bar {
  const bar = new cliProgress.SingleBar({
    format: "{label} [{bar}] {value}/{of} {eta_formatted}",
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
  })
  let running = false
  return {
    show({ stage, done, total }) {
      const payload = { label: LABELS[stage], of: total ?? "?" }
      if (!running) bar.start(total ?? done + 1, done, payload)
      else {
        bar.setTotal(total ?? done + 1)
        bar.update(done, payload)
      }
      running = true
    },
    clear() {
      if (running) process.stderr.write("\r\u001b[K")
    },
    end() {
      if (running) bar.stop()
      running = false
    },
  }
}

function plainProgress(): Bar {
  let last = Date.now()
  return {
    show({ stage, done, total }) {
      if (Date.now() - last < PLAIN_EVERY_MS) return
      last = Date.now()
      process.stderr.write(`${LABELS[stage]}: ${done}${total === null ? "" : ` of ${total}`}\n`)
    },
    clear() {},
    end() {},
  }
}
