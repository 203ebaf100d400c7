/** Maps with up to `concurrency` calls at work at once; results come in the order of the items. */
export async function* mapInOrder<A, B>(
  items: Iterable<A> | AsyncIterable<A>,
  concurrency: number,
  work: (item: A) => Promise<B>,
): AsyncGenerator<B> {
  const running: Promise<B>[] = []
  for await (const item of items) {
    const next = work(item)
    // Awaited later, in order; until then a rejection must not count as unhandled.
    next.catch(() => {})
    running.push(next)
    if (running.length >= concurrency) yield await (running.shift() as Promise<B>)
  }
  for (const last of running) yield await last
}

/** Groups items until a group has `maxItems`, or `maxSize` by `sizeOf`. */
export async function* grouped<A>(
  items: AsyncIterable<A>,
  limits: { maxItems: number; maxSize: number; sizeOf: (item: A) => number },
): AsyncGenerator<A[]> {
  let group: A[] = []
  let size = 0
  for await (const item of items) {
    group.push(item)
    size += limits.sizeOf(item)
    if (group.length < limits.maxItems && size < limits.maxSize) continue
    yield group
    group = []
    size = 0
  }
  if (group.length > 0) yield group
}
