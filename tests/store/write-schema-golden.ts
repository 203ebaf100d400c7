import { writeFileSync } from "node:fs"
import { schemaOfDesk } from "./schema-of-desk.ts"

// Run by hand after a new migration: `node tests/store/write-schema-golden.ts`.
writeFileSync(new URL("schema.golden.sql", import.meta.url), schemaOfDesk())
