import { openDesk } from "../../src/store/open.ts"

// A second process for the lock tests: opens the desk named by its argument, says so, and waits to be killed.
await openDesk(process.argv[2] ?? "", { mode: (process.argv[3] ?? "write") as "write" })
process.stdout.write("open\n")
setInterval(() => {}, 1000)
