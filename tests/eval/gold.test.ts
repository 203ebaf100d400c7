import { describe, expect, test } from "vitest"
import { readGold } from "../../eval/gold.ts"
import { EVENT_TYPES, MODALITIES } from "../../src/schema/index.ts"

const dev = readGold("dev")
const held = readGold("test")
const all = [...dev, ...held]

describe("gold sentences", () => {
  test("ids are unique and each file holds its own split", () => {
    expect(new Set(all.map((s) => s.id)).size).toBe(all.length)
    expect(dev.every((s) => s.split === "dev")).toBe(true)
    expect(held.every((s) => s.split === "test")).toBe(true)
  })

  test("there are enough, about 60 : 40", () => {
    expect(all.length).toBeGreaterThanOrEqual(250)
    expect(dev.length / all.length).toBeGreaterThan(0.55)
    expect(dev.length / all.length).toBeLessThan(0.65)
  })

  test.each(["dev", "test"] as const)("%s tells every event type twice and every modality", (split) => {
    const mentions = readGold(split).flatMap((s) => s.mentions)
    const required = mentions.filter((m) => !m.optional)
    for (const type of EVENT_TYPES)
      expect.soft(required.filter((m) => m.type === type).length, type).toBeGreaterThanOrEqual(2)
    for (const modality of MODALITIES)
      expect
        .soft(
          mentions.some((m) => m.modality === modality),
          modality,
        )
        .toBe(true)
  })

  test("triggers and heads stand in the text", () => {
    for (const sentence of all)
      for (const m of sentence.mentions)
        for (const head of [m.trigger, ...m.actors, ...m.targets, ...m.where, ...m.saidBy])
          expect.soft(sentence.text, sentence.id).toContain(head.replace(/^\?/, ""))
  })
})
