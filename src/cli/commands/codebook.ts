import { ontology } from "../../ontology/index.ts"

export async function codebook(options: { json?: boolean }): Promise<number> {
  const types = Object.values(ontology)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(types, null, 2)}\n`)
    return 0
  }
  for (const [family, members] of Map.groupBy(types, (type) => type.family)) {
    process.stdout.write(`${family}\n`)
    for (const { id, definition } of members) process.stdout.write(`  ${id.padEnd(22)} ${definition}\n`)
  }
  return 0
}
