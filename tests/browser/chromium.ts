import { existsSync } from "node:fs"

const PLACES = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]

/** Path of an installed Chromium; empty where there is none. */
export const CHROMIUM: string = PLACES.find((p) => p !== undefined && p !== "" && existsSync(p)) ?? ""

/** Software rendering for the map; nothing that talks to hosts of the browser's maker. */
export const CHROMIUM_ARGS: string[] = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
]
