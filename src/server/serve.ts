import type { AddressInfo } from "node:net"
import { serve as listen } from "@hono/node-server"
import { ConfigError } from "../errors.ts"
import { createApp } from "./app.ts"
import type { ServerDeps } from "./deps.ts"

export interface Serving {
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Serves a desk on this machine's loopback address only.
 * @param port 0 takes any free port
 * @throws ConfigError when the port is taken or may not be used
 */
export function serve(deps: ServerDeps, port: number): Promise<Serving> {
  const app = createApp(deps)
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: app.fetch, hostname: "127.0.0.1", port }, (info: AddressInfo) => {
      resolve({ url: `http://127.0.0.1:${info.port}`, port: info.port, close })
    })
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done())
        if ("closeAllConnections" in server) server.closeAllConnections()
      })
    server.on("error", (error: NodeJS.ErrnoException) => reject(portError(error, port)))
  })
}

function portError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === "EADDRINUSE") {
    return new ConfigError(`port ${port} is in use`, { wayOut: "give another with --port, or 0 for any free one" })
  }
  return new ConfigError(`cannot listen on port ${port}: ${error.code ?? error.message}`, { cause: error })
}
