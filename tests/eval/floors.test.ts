import { expect, test } from "vitest"
import { fallsBelow, lower, raise, readFloors } from "../../eval/floors.ts"
import { SCORERS } from "../../eval/scorers.ts"

const score = (metrics: Record<string, number>) => [{ name: "a", n: 1, metrics }]

test("a metric below its floor, or gone, falls; other scorers' floors do not", () => {
  const floors = { "a.x": 0.5, "a.y": 0.5, "b.x": 0.9 }
  expect(fallsBelow(score({ x: 0.4 }), floors)).toEqual([
    { key: "a.x", floor: 0.5, value: 0.4 },
    { key: "a.y", floor: 0.5, value: Number.NaN },
  ])
  expect(fallsBelow(score({ x: 0.5, y: 0.6 }), floors)).toEqual([])
})

test("raising never lowers, leaves slack, and sets none where less is better", () => {
  const raised = raise(score({ x: 0.8, y: 0.3, meanErrorKm: 12, pagesPerSecond: 40 }), { "a.y": 0.5 })
  expect(raised).toEqual({ "a.x": 0.795, "a.y": 0.5 })
})

test("lowering touches only what fell, and drops the floor of a metric that is gone", () => {
  expect(lower(score({ x: 0.4, y: 0.9 }), { "a.x": 0.5, "a.y": 0.5, "a.z": 0.1, "b.x": 1 })).toEqual({
    "a.x": 0.395,
    "a.y": 0.5,
    "b.x": 1,
  })
})

test("every floor is of a scorer that is there", () => {
  const names = new Set(SCORERS.map((s) => s.name))
  for (const key of Object.keys(readFloors())) expect(names, key).toContain(key.slice(0, key.indexOf(".")))
})
