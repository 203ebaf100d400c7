import { fileURLToPath } from "node:url"
import { svelte } from "@sveltejs/vite-plugin-svelte"
import { defineConfig } from "vite"
import { basemapFolder } from "./basemap/folder.ts"

export default defineConfig(async () => ({
  root: fileURLToPath(new URL(".", import.meta.url)),
  publicDir: await basemapFolder(),
  plugins: [svelte()],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // Inlined assets would be data: URLs, which the content security policy of the desk refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: "es" as const },
  server: { port: 4174, proxy: { "/api": "http://127.0.0.1:4173" } },
}))
