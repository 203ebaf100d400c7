import { describe, expect, it } from "vitest"
import { mentionsOf } from "./open-coder.ts"

describe("modality: happened, not happened, not yet", () => {
  it.each([
    ["Rebel fighters fled the town of Hajin.", "retreat", "actual"],
    ["Rebel fighters are fleeing the town of Hajin.", "retreat", "ongoing"],
    ["Rebel fighters tried to flee the town of Hajin.", "retreat", "attempted"],
    ["Rebel fighters will flee the town of Hajin, the army said.", "retreat", "planned"],
    ["Rebel fighters did not flee the town of Hajin.", "retreat", "denied"],
    ["The commander denied that his fighters had fled the town of Hajin.", "retreat", "denied"],
    ["Rebel fighters could flee the town of Hajin, a monitor said.", "retreat", "hypothetical"],
    ["If rebel fighters flee the town of Hajin, the siege will end.", "retreat", "hypothetical"],
    ["Rebel fighters managed to flee the town of Hajin.", "retreat", "actual"],
    ["The army plans to shell the town of Hajin.", "shelling", "planned"],
    ["The army threatened to shell the town of Hajin.", "shelling", "threatened"],
    ["The army said there would be an offensive against the militia.", "armed-clash", "planned"],
    ["The ministry neither confirmed nor denied that jets had bombed the town of Hajin.", "air-strike", "actual"],
    ["Aid workers feared an attack on the city of Idlib by the army.", "armed-clash", "hypothetical"],
    ["An imminent offensive against the militia was discussed by the army.", "armed-clash", "planned"],
    ["Was the town of Hajin shelled by the army?", "shelling", "hypothetical"],
  ])("%s", (text, type, modality) => {
    const found = mentionsOf(text).filter((m) => m.type.value === type)
    expect(found.map((m) => m.modality.value)).toEqual([modality])
  })
})
