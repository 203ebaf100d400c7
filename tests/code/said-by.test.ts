import { describe, expect, it } from "vitest"
import { speakersOf } from "../../src/kit/speakers-of.ts"
import { mentionsOf } from "./open-coder.ts"

const names = (text: string, type: string) =>
  mentionsOf(text)
    .filter((m) => m.type.value === type)
    .flatMap((m) => m.saidBy.map((s) => s.value.name))

describe("who says so", () => {
  it.each([
    ["According to local sources, jets bombed the town of Hajin.", "air-strike", ["local sources"]],
    ["Jets bombed the town of Hajin, activists said.", "air-strike", ["activists"]],
    [
      "The Russian Defence Ministry said that jets had bombed the town of Hajin.",
      "air-strike",
      ["Russian Defence Ministry"],
    ],
    ['"Jets bombed the town of Hajin," said the governor of the province.', "air-strike", ["officials"]],
    ["Jets bombed the town of Hajin on Tuesday.", "air-strike", []],
  ])("%s", (text, type, speakers) => {
    expect(names(text, type)).toEqual(speakers)
  })

  it("lets a toll have a speaker of its own", () => {
    const text =
      "Witnesses said jets bombed the town of Hajin. The strike killed 14 people, the Syrian Observatory for Human Rights said."
    const strike = mentionsOf(text).find((m) => m.type.value === "air-strike")
    const toll = strike?.harm.find((h) => h.value.kind === "killed")
    expect(toll?.value.min).toBe(14)
    expect(strike && toll ? speakersOf(strike, toll).map((s) => s.value.name) : []).toEqual([
      "Syrian Observatory for Human Rights",
    ])
  })
})
