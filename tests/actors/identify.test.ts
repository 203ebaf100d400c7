import { describe, expect, test } from "vitest"
import { identifyActors } from "../../src/actors/identify.ts"
import { openActorRegister } from "../../src/actors/register.ts"

const register = openActorRegister("data")

/** "words → id" of every hit. */
function found(text: string): string[] {
  return identifyActors(text, register).map((h) => `${text.slice(h.span.start, h.span.end)} → ${h.actor.actorId}`)
}

describe("names", () => {
  test.each([
    ["Daesh lost the dam", "Daesh → islamic-state"],
    ["Fighters of Da’esh left", "Fighters of Da’esh → islamic-state"],
    ["IS said nothing", "IS → islamic-state"],
    ["The Syrian Democratic Forces (SDF) took the mill", "Syrian Democratic Forces (SDF) → sdf"],
    ["Three RSF gunmen were seen near Omdurman in Sudan", "RSF gunmen → rsf"],
    ["M23 rebels entered Sake", "M23 rebels → m23"],
    ["Islamic State terror group claims the blast", "Islamic State terror group → islamic-state"],
    ["قال تنظيم داعش", "تنظيم داعش → islamic-state"],
  ])("%s", (text, expected) => expect(found(text)).toContain(expected))

  test.each([
    ["The town is quiet"],
    ["It is over, he is back"],
    ["an anti-ISIL operation"],
    ["the ISIL-held town"],
    ["THE STORM IS OVER"],
    ["This left us with nothing"],
  ])("nobody in: %s", (text) => expect(found(text)).toEqual([]))
})

describe("state forces", () => {
  test.each([
    ["two Russian warplanes circled", ["Russian warplanes → ru-air-force"]],
    ["the Syrian and Russian fighter jets", ["Syrian → sy-air-force", "Russian fighter jets → ru-air-force"]],
    ["Turkey's special forces crossed", ["Turkey's special forces → tr-armed-forces"]],
    ["U.S. troops left", ["U.S. troops → us-armed-forces"]],
    ["Kenyan police fired", ["Kenyan police → ke-police"]],
    ["the Syrian army (SAA) halted", ["Syrian army (SAA) → sy-armed-forces"]],
  ])("%s", (text, expected) => expect(found(text)).toEqual(expected))
})
