import { describe, expect, test } from "vitest"
import { identifyActors } from "../../src/actors/identify.ts"
import { openActorRegister } from "../../src/actors/register.ts"

const register = openActorRegister("data")

function persons(text: string) {
  return identifyActors(text, register)
    .filter((h) => h.actor.kind === "person")
    .map((h) => ({
      words: text.slice(h.span.start, h.span.end),
      name: h.actor.name,
      rank: h.actor.rank,
      group: h.actor.groupId,
      certainty: h.certainty,
      plural: h.plural,
    }))
}

describe("named leaders", () => {
  test.each([
    ["ISIL commander Karim Nasser fled", "Karim Nasser", "commander", "islamic-state"],
    [
      'Jaysh al-Islam’s "minister of war" Abu Salah al-Tamimi died',
      "Abu Salah al-Tamimi",
      "minister of war",
      "jaysh-al-islam",
    ],
    ["The Iraqi Brigadier General Salam Hadid spoke", "Salam Hadid", "brigadier general", "iq-armed-forces"],
    ["Maj. Gen. Omar Taha of the list", "Omar Taha", "major general", undefined],
    ["Omar Taha, a Boko Haram field commander, fled", "Omar Taha", "field commander", "boko-haram"],
    ["a leader of the Taliban, Nek Jan, died", "Taliban leader", "leader", "taliban"],
    ["Mazloum Kobani said", "Mazloum Abdi", "commander-in-chief", "sdf"],
    ["President Putin said", "Vladimir Putin", "president", "ru-government"],
    ["Turkish Foreign Minister Mevlut Cavusoglu said", "Mevlüt Çavuşoğlu", "foreign minister", "tr-government"],
  ])("%s", (text, name, rank, group) =>
    expect(persons(text)[0]).toMatchObject({ name, rank, ...(group ? { group } : {}) }),
  )

  test("nom de guerre: both names are one person, with the rank said before", () => {
    const text =
      "The ISIL Commander in the town of al-Tibni Northeast of al-Kasra Munir Saqr nom de guerre Abu Layth al-Homsi has fled."
    expect(persons(text).slice(1)).toMatchObject([
      { words: "Munir Saqr", name: "Munir Saqr", rank: "commander", group: "islamic-state" },
      { words: "Abu Layth al-Homsi", name: "Munir Saqr" },
    ])
  })

  test("after the first mention a surname will do, a demonym only as a person", () => {
    const text = "ISIS fled. Their commander Abu Layth al-Iraqi stayed. Iraqi, in the end, died. Iraqi forces came."
    const found = persons(text)
    expect(found.map((p) => p.words)).toEqual(["commander Abu Layth al-Iraqi", "Iraqi"])
    expect(found.every((p) => p.name === "Abu Layth al-Iraqi" && p.group === "islamic-state")).toBe(true)
    expect(identifyActors(text, register).at(-1)?.actor.actorId).toBe("iq-armed-forces")
  })

  test("the rank of a group is the person of that rank whom the text names", () => {
    const text = "The SDF commander-in-chief spoke on Monday. Mazloum Abdi told reporters that it was over."
    expect(persons(text)[0]).toMatchObject({
      words: "SDF commander-in-chief",
      name: "Mazloum Abdi",
      certainty: "inferred",
    })
  })

  test("a possessive does not hide a name, with or without its apostrophe", () => {
    expect(persons("Bashar al-Assad's aide")[0]?.name).toBe("Bashar al-Assad")
    expect(persons("Bashar al-Assads aide")[0]?.name).toBe("Bashar al-Assad")
  })
})

describe("unnamed leaders", () => {
  test.each([
    ["ISIL commanders fled", "Islamic State commanders", "commander", "islamic-state", true],
    ["the heads of Hezbollah met", "Hezbollah heads", "head", "hezbollah", true],
    ["M23 leaders fled", "March 23 Movement leaders", "leader", "m23", true],
    [
      "the al-Shabaab militant group’s field commanders",
      "al-Shabaab field commanders",
      "field commander",
      "al-shabaab",
      true,
    ],
    ["a leader of the Islamic State was held", "Islamic State leader", "leader", "islamic-state", false],
    [
      "Jets killed four high-level field commanders, including ISIS’s emir Abu Salah",
      "Islamic State field commanders",
      "field commander",
      "islamic-state",
      true,
    ],
  ])("%s", (text, name, rank, group, plural) => expect(persons(text)[0]).toMatchObject({ name, rank, group, plural }))
})

test.each([
  "Major losses were reported",
  "General elections are due",
  "The head of the school spoke",
  "Chief among them is water",
  "fighting in Abu Kamal district",
  "the town of Abu Ghraib",
  "The bank clerk Anna Weiss resigned",
  "Haftar Street Market closed",
])("no leader in: %s", (text) => expect(persons(text)).toEqual([]))
