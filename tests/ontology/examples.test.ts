import { describe, expect, it } from "vitest"
import { eventTypes, familyColours } from "../../src/ontology/index.ts"
import { EVENT_TYPES } from "../../src/schema/index.ts"
import { mentionsOf } from "../code/open-coder.ts"

describe("ontology", () => {
  it("has one entry per event type of the schema, in its order", () => {
    expect(eventTypes.map((e) => e.id)).toEqual([...EVENT_TYPES])
    for (const entry of eventTypes) expect(familyColours[entry.family]).toMatch(/^#[0-9a-f]{6}$/)
  })

  describe.each(eventTypes.map((e) => [e.id, e] as const))("%s", (id, entry) => {
    it.each(entry.examples.yes)("is told by: %s", (text) => {
      const told = mentionsOf(text).filter((m) => m.modality.value === "actual" || m.modality.value === "ongoing")
      expect(told.map((m) => m.type.value)).toContain(id)
    })

    it.each(entry.examples.no)("is not told by: %s", (text) => {
      expect(mentionsOf(text).map((m) => `${m.type.value}: ${m.trigger.text}`)).toEqual([])
    })
  })
})
