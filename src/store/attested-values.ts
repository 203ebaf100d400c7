import type { Attested } from "../schema/index.ts"

/** Every attested value in a record, with its path ("harm[1]"), in order. */
export function* attestedValues(record: unknown, path = ""): Generator<{ path: string; value: Attested<unknown> }> {
  if (record === null || typeof record !== "object") return
  if (isAttested(record)) {
    yield { path, value: record }
    return
  }
  const steps = Array.isArray(record)
    ? record.map((item, i) => [`${path}[${i}]`, item] as const)
    : Object.entries(record).map(([key, item]) => [path === "" ? key : `${path}.${key}`, item] as const)
  for (const [step, item] of steps) yield* attestedValues(item, step)
}

function isAttested(record: object): record is Attested<unknown> {
  return "certainty" in record && "spans" in record && Array.isArray(record.spans) && "value" in record
}
