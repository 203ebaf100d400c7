const SAME_PRESS_MS = 1000

/**
 * Aborts at the first Ctrl-C (or SIGTERM), so that the work at hand can be finished; ends the process at the second. One
 * press can arrive twice, from the terminal and from the launcher: two within a second count as one.
 */
export function stopSignal(say: (line: string) => void): AbortSignal {
  const controller = new AbortController()
  let first = 0
  const stop = () => {
    if (first === 0) {
      first = Date.now()
      say("stopping after the reports at hand (again to stop at once)")
      controller.abort()
    } else if (Date.now() - first > SAME_PRESS_MS) process.exit(130)
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  return controller.signal
}
