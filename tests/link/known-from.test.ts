import { describe, expect, it } from "vitest"
import { openActorRegister } from "../../src/actors/register.ts"
import { knownFrom } from "../../src/link/known-from.ts"
import { DATA_DIR } from "../../src/resources.ts"

describe("what the register tells the linker", () => {
  const { actorParents, unnamedSpeakers } = knownFrom(openActorRegister(DATA_DIR))

  it("knows whom forces and ministries belong to, without circles", () => {
    expect(Object.keys(actorParents).length).toBeGreaterThan(100)
    for (const start of Object.keys(actorParents)) {
      const line = [start]
      for (let at = actorParents[start]; at !== undefined; at = actorParents[at]) {
        expect(line, `${start} is its own ancestor`).not.toContain(at)
        line.push(at)
      }
    }
  })

  it("knows speakers that are nobody in particular, and no monitor among them", () => {
    expect(unnamedSpeakers.size).toBeGreaterThan(5)
    expect(unnamedSpeakers.has("sohr")).toBe(false)
  })
})
