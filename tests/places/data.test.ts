import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { awayKm, checkPlaces } from "../../scripts/check-places.ts"

describe("data/places", () => {
  test("has unique ids, known divisions, and every point inside what its row names", () => {
    expect(checkPlaces(join(import.meta.dirname, "../../data"))).toEqual([])
  })

  test("the check measures how far a point lies outside an area", () => {
    const square = {
      polygons: [
        [
          [
            [0, 0],
            [0, 1],
            [1, 1],
            [1, 0],
            [0, 0],
          ] as [number, number][],
        ],
      ],
    }
    expect(awayKm({ lat: 0.5, lon: 0.5 }, square)).toBe(0)
    expect(awayKm({ lat: 0.5, lon: 2 }, square)).toBeCloseTo(111.3, 0)
  })
})
