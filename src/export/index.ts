import type { Desk } from "../store/desk.ts"
import { claimsCsv } from "./claims-csv.ts"
import { eventsJsonl } from "./events-jsonl.ts"
import { geojson } from "./geojson.ts"
import type { ShareOptions } from "./share.ts"

export type { ShareOptions } from "./share.ts"

export type Exporter = (desk: Desk, options: ShareOptions) => AsyncGenerator<string>

/** Every export format; adding one is its file and its line here. */
export const exporters = {
  "events.jsonl": eventsJsonl,
  "claims.csv": claimsCsv,
  geojson,
} as const satisfies Record<string, Exporter>
export type ExportFormat = keyof typeof exporters
