/** The library: the records, the stages and what they read. The command line and the server stand on the same calls. */
export { clean, cleaner } from "./clean/clean.ts"
export { code } from "./code/code.ts"
export { explainEvent, explainLink } from "./link/explain.ts"
export { link } from "./link/link.ts"
export { resolveEventId } from "./link/resolve-event-id.ts"
export { eventTypes, ontology } from "./ontology/index.ts"
export { openResources, type Resources } from "./resources.ts"
export * from "./schema/index.ts"
