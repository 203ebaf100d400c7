import { setTimeout as sleep } from "node:timers/promises"
import fc from "fast-check"
import { expect, test } from "vitest"
import { grouped, mapInOrder } from "../../src/pipeline/in-order.ts"
import { all } from "../store/temp-desk.ts"

async function* stream<T>(items: T[]): AsyncGenerator<T> {
  yield* items
}

test("results come in order and never more than so many are at work", async () => {
  const delays = fc.array(fc.nat(4), { maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(delays, fc.integer({ min: 1, max: 5 }), async (waits, concurrency) => {
      let running = 0
      const results = await all(
        mapInOrder(
          waits.map((wait, i) => ({ wait, i })),
          concurrency,
          async ({ wait, i }) => {
            expect(++running).toBeLessThanOrEqual(concurrency)
            await sleep(wait)
            running--
            return i
          },
        ),
      )
      expect(results).toEqual(waits.map((_, i) => i))
    }),
    { numRuns: 30 },
  )
})

test("the first failure in order ends the run", async () => {
  const work = async (i: number) => {
    if (i % 2 === 1) throw new Error(`broke at ${i}`)
    return i
  }
  await expect(all(mapInOrder([0, 1, 2, 3], 3, work))).rejects.toThrow("broke at 1")
})

test("groups keep all items in order and respect both limits", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(9)), async (items) => {
      const groups = await all(grouped(stream(items), { maxItems: 4, maxSize: 12, sizeOf: (n) => n }))
      expect(groups.flat()).toEqual(items)
      for (const group of groups) {
        expect(group.length).toBeLessThanOrEqual(4)
        expect(group.slice(0, -1).reduce((a, b) => a + b, 0)).toBeLessThan(12)
      }
    }),
  )
})
