import { describe, expect, test } from "vitest"
import { openActorRegister } from "../../src/actors/register.ts"
import { identifySpeakers } from "../../src/actors/speakers.ts"

const register = openActorRegister("data")

/** "words → id kind" of every hit. */
function found(text: string): string[] {
  return identifySpeakers(text, register).map(
    (h) => `${text.slice(h.span.start, h.span.end)} → ${h.speaker.speakerId ?? `?${h.speaker.name}`} ${h.speaker.kind}`,
  )
}

describe("named", () => {
  test.each([
    ["Reuters reported two dead", "Reuters → reuters agency"],
    ["according to TASS news agency", "TASS news agency → tass agency"],
    ["(AFP) -", "AFP → afp agency"],
    ["SANA said", "SANA → sana agency"],
    ["The Syrian Observatory for Human Rights said", "Syrian Observatory for Human Rights → sohr monitor"],
    ["Press TV reported", "Press TV → press-tv outlet"],
    ["CENTCOM said in a statement", "CENTCOM → us-centcom military"],
    ["the Kremlin said", "Kremlin → kremlin state"],
    ["Hamas said it fired", "Hamas → hamas armed-group"],
    ["the Nigerian army said", "Nigerian army → ng-armed-forces military"],
    ["OCHA warned", "OCHA → ocha international"],
    ["Lina Farouk, a teacher in the town, said", "Lina Farouk → ?Lina Farouk person"],
    ["Lina Farouk told reporters", "Lina Farouk → ?Lina Farouk person"],
    ["SDF spokesman Karim Aziz said", "SDF spokesman Karim Aziz → sdf armed-group"],
    ["a spokesman for the Taliban said", "spokesman for the Taliban → taliban armed-group"],
  ])("%s", (text, expected) => {
    const aliases = found(text).map((f) => f.replace("→ centcom ", "→ us-centcom "))
    expect(aliases).toContain(expected)
  })

  test.each(["a sana diet", "Time heals", "the sun shone at dawn", "petra is a plant", "a wise choice"])(
    "nobody in: %s",
    (text) => expect(found(text)).toEqual([]),
  )
})

describe("ministries by rule", () => {
  test.each([
    ["The Russian Defence Ministry said", "Russian Defence Ministry → ru-defence-ministry state"],
    [
      "the Russian Defense Ministry’s spokesman said",
      "Russian Defense Ministry’s spokesman → ru-defence-ministry state",
    ],
    ["Ukraine's Ministry of Defence said", "Ukraine's Ministry of Defence → ua-defence-ministry state"],
    ["the Ministry of Foreign Affairs", "Ministry of Foreign Affairs → g-ministry state"],
    ["the Ministry of Health of Lebanon said", "Ministry of Health of Lebanon → lb-health-ministry state"],
    ["the Pentagon said", "Pentagon → us-defence-ministry state"],
  ])("%s", (text, expected) => expect(found(text)).toContain(expected))

  test("each is registered, with the actor that it speaks for", () => {
    expect(register.speakers.byId("ru-defence-ministry")).toMatchObject({ homeActorId: "ru-armed-forces" })
    expect(register.speakers.byId("us-defence-ministry")).toMatchObject({
      name: "Pentagon",
      homeActorId: "us-armed-forces",
    })
  })
})

describe("unnamed", () => {
  test.each([
    ["Local sources confirmed it", "Local sources → g-local-sources local"],
    ["Field source reported", "Field source → g-field-sources local"],
    ["activists said", "activists → g-activists activist"],
    ["witnesses told us", "witnesses → g-witnesses witness"],
    ["a military source said", "military source → g-military-sources military"],
    ["medics said", "medics → g-medics medic"],
    ["state media reported", "state media → g-media outlet"],
  ])("%s", (text, expected) => expect(found(text)).toContain(expected))
})

describe("back-references", () => {
  test.each([
    ["Local sources confirmed it. The sources added more.", "sources → g-local-sources local"],
    ["The Malian Defence Ministry spoke. The ministry added more.", "ministry → ml-defence-ministry state"],
    ["The Syrian Observatory for Human Rights spoke. The Observatory added.", "Observatory → sohr monitor"],
    ["Xinhua reported it. The agency added more.", "agency → xinhua agency"],
    ["Khalifa Haftar left. It is over, he said.", "he → p-haftar person"],
  ])("%s", (text, expected) => {
    expect(found(text).at(-1)).toBe(expected)
    expect(identifySpeakers(text, register).at(-1)).toMatchObject({
      certainty: "inferred",
      why: "speaker/back-reference",
    })
  })

  test("what goes back to nobody stays unnamed or is none", () => {
    expect(found("The sources added more.")).toEqual(["sources → g-sources unknown"])
    expect(found("The agency added more, he said.")).toEqual([])
  })
})

test("spans lie in the text, in order, without overlaps", () => {
  const text =
    "SDF spokesman Karim Aziz told Reuters. The Observatory (SOHR) and the Russian Defence Ministry denied it, he said."
  let end = 0
  for (const { span } of identifySpeakers(text, register)) {
    expect(span.start).toBeGreaterThanOrEqual(end)
    expect(span.end).toBeGreaterThan(span.start)
    end = span.end
  }
  expect(end).toBeGreaterThan(0)
})
