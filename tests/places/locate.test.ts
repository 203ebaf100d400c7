import fc from "fast-check"
import { beforeAll, describe, expect, test } from "vitest"
import type { Gazetteer } from "../../src/places/gazetteer.ts"
import { locate, type Toponym } from "../../src/places/locate.ts"
import { attested, Where } from "../../src/schema/index.ts"
import { ownGazetteer } from "./open-gazetteer.ts"

let gazetteer: Gazetteer
beforeAll(async () => {
  gazetteer = await ownGazetteer()
})

function toponyms(text: string): Toponym[] {
  return locate({ text }, gazetteer).value
}

/** "raw → name (precision)" of what is used as a place. */
function places(text: string): string[] {
  return toponyms(text)
    .filter((t) => t.use === "place")
    .map((t) => `${t.where.raw} → ${t.where.value.name} (${t.where.value.precision})`)
}

function only(text: string, raw: string): Toponym {
  const found = toponyms(text).find((t) => t.where.raw === raw)
  if (!found) throw new Error(`no toponym "${raw}" in: ${toponyms(text).map((t) => t.where.raw)}`)
  return found
}

describe("what kind of place the words mean", () => {
  test.each([
    ["Mortars fell on Saraqib overnight.", ["Saraqib → Saraqib (exact)"]],
    ["Fighting spread in Aleppo province.", ["Aleppo province → Aleppo (admin1)"]],
    ["The governorate of Idlib was quiet.", ["Idlib → Idlib (admin1)"]],
    ["Clashes broke out in the Aleppo countryside.", ["Aleppo countryside → Aleppo (admin1)"]],
    ["Troops reached Anbar on Friday.", ["Anbar → Anbar (admin1)"]],
    ["Families left the Abu Kamal district.", ["Abu Kamal district → Abu Kamal district (admin2)"]],
    ["Drones hit the Deir Ezzor air base.", ["Deir Ezzor air base → Deir ez-Zor airbase (exact)"]],
    ["Engineers secured the Tabqa dam.", ["Tabqa dam → Tabqa Dam (exact)"]],
    ["Convoys used the Bab al-Hawa crossing.", ["Bab al-Hawa crossing → Bab al-Hawa crossing (exact)"]],
    ["Boats crossed the Euphrates River at night.", ["Euphrates River → Euphrates (feature)"]],
    ["Patrols swept the Badia desert.", ["Badia desert → Badia (feature)"]],
    ["A tanker burned in the Black Sea.", ["Black Sea → Black Sea (waters)"]],
    ["A shell hit the Salqin hospital.", ["Salqin hospital → Salqin hospital (near)"]],
  ])("%s", (text, expected) => expect(places(text)).toEqual(expected))
})

describe("relative and vague places", () => {
  test.each([
    ["Snipers were posted south of Hama.", ["south of Hama → south of Hama (near)"]],
    ["It fell 20 km north-east of Hama.", ["20 km north-east of Hama → 20 km north-east of Hama (near)"]],
    ["It lies about 5 miles (8 km) from Homs.", ["5 miles (8 km) from Homs → 8 km from Homs (near)"]],
    ["A column camped near the town of Tasil.", ["near the town of Tasil → near Tasil (near)"]],
    ["Guns fired from the outskirts of Homs.", ["outskirts of Homs → near Homs (near)"]],
    ["Raids hit eastern Homs.", ["eastern Homs → eastern Homs (admin1)"]],
    ["Raids hit the eastern countryside of Homs.", ["eastern countryside of Homs → eastern Homs (admin1)"]],
    ["Raids hit Idlib's southern countryside.", ["Idlib's southern countryside → southern Idlib (admin1)"]],
    ["Convoys moved through north-eastern Syria.", ["north-eastern Syria → north-eastern Syria (feature)"]],
    ["Shells fell on eastern Ghouta.", ["eastern Ghouta → Eastern Ghouta (feature)"]],
    ["They hid west of the Euphrates.", ["west of the Euphrates → west of Euphrates (feature)"]],
    ["A bus was stopped between Hama and Homs.", ["between Hama and Homs → between Hama and Homs (near)"]],
    ["A mine went off on the Homs-Palmyra road.", ["Homs-Palmyra road → Homs–Palmyra road (feature)"]],
  ])("%s", (text, expected) => expect(places(text)).toEqual(expected))

  test("an offset moves the point, a bare distance widens the radius", () => {
    const hama = only("It happened in Hama.", "Hama").where.value
    const north = only("It fell 30 km north of Hama.", "30 km north of Hama").where.value
    expect((north.lat ?? 0) - (hama.lat ?? 0)).toBeCloseTo(30 / 111.2, 2)
    expect(north.lon).toBeCloseTo(hama.lon ?? 0, 3)
    const around = only("It fell 30 km from Hama.", "30 km from Hama").where.value
    expect([around.lat, around.lon]).toEqual([hama.lat, hama.lon])
    expect(around.radiusKm).toBeGreaterThan(30)
  })

  test("a part of a town is never told as exact", () => {
    const west = only("Tanks stood in the west of Daraa.", "west of Daraa").where.value
    expect(west.precision).toBe("near")
    expect(west.radiusKm).toBeGreaterThan(8)
  })
})

describe("unknown names", () => {
  test("what the words call a village is a place without a point", () => {
    const t = only("Guns pounded the village of Zhorumeq in Syria.", "Zhorumeq")
    expect(t.where.value).toMatchObject({ placeId: null, lat: null, lon: null, radiusKm: null, country: "SY" })
    expect([t.where.certainty, t.where.why]).toEqual(["inferred", "where/unknown-name"])
  })

  test("every item of a list under a plural is found", () => {
    const text = "Syrian guns pounded the villages of Ayyash, Vulkhameq, al-Brontiyeh and Hatla."
    expect(
      toponyms(text)
        .filter((t) => t.use === "place")
        .map((t) => t.where.raw),
    ).toEqual(["Ayyash", "Vulkhameq", "al-Brontiyeh", "Hatla"])
  })

  test("a dam named like a far town is some other dam", () => {
    const t = only("In Syria, Syrian troops took the Damietta dam near Suwayda.", "Damietta dam")
    expect(t.where.value).toMatchObject({ placeId: null, country: "SY" })
  })

  test.each([
    "The village of the brave.",
    "A camp was set up. The hospital closed.",
    "They met in the town of his birth.",
  ])("%s names none", (text) => expect(toponyms(text)).toEqual([]))
})

describe("spellings", () => {
  test.each([
    ["Syrian jets struck Saraqeb and Maaret al-Nouman in Idlib.", "Maaret al-Nouman", "Maarat al-Numan"],
    ["In Syria, troops entered the town of Mayadeen.", "Mayadeen", "Al-Mayadin"],
    ["In Syria, jets hit the town of Khan Shaykoun.", "Khan Shaykoun", "Khan Shaykhun"],
    ["The army entered Syrias Raqqas old quarter.", "Raqqa", "Raqqa"],
  ])("%s", (text, raw, name) => expect(only(text, raw).where.value.name).toBe(name))

  test("a name by sound is inferred, a printed one stated", () => {
    expect(only("In Syria, jets hit the town of Khan Shaykoun.", "Khan Shaykoun").where.certainty).toBe("inferred")
    expect(only("In Syria, jets hit Khan Shaykhun.", "Khan Shaykhun").where.certainty).toBe("stated")
  })
})

describe("namesakes", () => {
  test.each([
    ["Gunmen shot two men in Tripoli, Lebanon.", "Tripoli", "LB", null],
    ["Libyan militias shelled Tripoli.", "Tripoli", "LY", "Tripoli"],
    ["A fire broke out in Monroe, La. on Monday.", "Monroe", "US", "Louisiana"],
    ["A fire broke out in Hyderabad, Pakistan.", "Hyderabad", "PK", null],
    ["Iraqi forces entered the town of Sinjar.", "Sinjar", "IQ", "Nineveh"],
    ["Syrian rebels in Idlib shelled the town of Sinjar.", "Sinjar", "SY", "Idlib"],
    ["In California, wildfires spread.", "California", "US", "California"],
    ["Georgian troops crossed the line in Georgia, Tbilisi said.", "Georgia", "GE", null],
  ])("%s", (text, raw, country, admin1) => {
    const { value } = only(text, raw).where
    expect(value.country).toBe(country)
    if (admin1 !== null) expect(value.admin1).toBe(admin1)
  })

  test("a choice between equals is inferred", () => {
    expect(only("Lebanese soldiers deployed in Tripoli.", "Tripoli").where.certainty).toBe("inferred")
  })
})

describe("use", () => {
  test.each([
    ["Damascus said the strike failed.", "Damascus", "metonym"],
    ["Ankara warned of a new offensive.", "Ankara", "metonym"],
    ["Air raids from Damascus continued.", "Damascus", "metonym"],
    ["They reached an agreement with Damascus.", "Damascus", "metonym"],
    ["Talks between Ankara and Moscow stalled.", "Moscow", "metonym"],
    ["Turkey launched an operation in Syria.", "Turkey", "metonym"],
    ["Turkey launched an operation in Syria.", "Syria", "place"],
    ["A bomb exploded in Damascus.", "Damascus", "place"],
    ["They live on the border with Iraq.", "Iraq", "place"],
    ["The Aleppo brigade joined in.", "Aleppo", "modifier"],
    ["A London-based monitor counted them.", "London", "modifier"],
    ["US intelligence tracked him.", "US", "modifier"],
    ["The U.S. withdrew its staff.", "U.S.", "metonym"],
    ["Turkey's president spoke.", "Turkey", "modifier"],
    ["Syrian and Russian jets took off.", "Russian", "modifier"],
    ["The University of Damascus closed.", "Damascus", "modifier"],
    ["BEIRUT (AFP) - Two men died in Homs.", "BEIRUT", "dateline"],
    ["Aleppo, Jan 5 (Reuters) - Shells fell.", "Aleppo", "dateline"],
  ])("%s %s: %s", (text, raw, use) => expect(only(text, raw).use).toBe(use))
})

describe("people, bodies and words are no places", () => {
  test.each([
    "Abu Bakr al-Baghdadi was reported dead.",
    "Abu Omar al-Iraqi led the group.",
    "Mazloum Kobani said they would fight. Kobani added nothing.",
    "President Clinton met Mr Washington.",
    "Said Hassan and Ali Mansour were freed.",
    "The March offensive began on Sunday in May.",
    "Of the men, many hit the wall. Nice work, the Reading club said.",
    "Reuters and SANA quoted Hamas.",
    "The White House and the City Council met.",
    "Police found a van on Dublin Road.",
    "Car bombs killed ten. Central planning failed.",
    "Jordan Smith and Paris Jackson arrived.",
    "Renas says she and her friends left.",
  ])("%s", (text) => expect(places(text)).toEqual([]))

  test("a risky name is a place where the words say so", () => {
    expect(only("Iraqi troops entered the town of Hit in Anbar.", "Hit").where.value.country).toBe("IQ")
  })

  test("excluded spans give no toponym but still say which country is spoken of", () => {
    const text = "The Syrian Army entered Sinjar."
    const exclude = [{ start: 4, end: 15 }]
    const found = locate({ text, exclude }, gazetteer).value
    expect(found.map((t) => [t.where.raw, t.where.value.country])).toEqual([["Sinjar", "SY"]])
  })
})

describe("contract", () => {
  const checked = attested(Where)

  test("spans lie in the text, do not overlap, carry their words; values fit the schema; equal input, equal bytes", () => {
    const piece = fc.constantFrom(
      ..."Aleppo,Hama,al-Bab,in,near,the village of,south of,20 km from,province,road,-,Syrian,said,'s,. , and ,(,U.S.,Abu,\n\n,eastern,مدينة,🙂,Of,constructor,between".split(
        ",",
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join(" ")
        const { value } = locate({ text }, gazetteer)
        let end = 0
        for (const t of value) {
          expect(t.span.start).toBeGreaterThanOrEqual(end)
          end = t.span.end
          expect(t.where.raw).toBe(text.slice(t.span.start, t.span.end))
          expect(checked.safeParse(t.where).error).toBeUndefined()
        }
        expect(JSON.stringify(locate({ text }, gazetteer).value)).toBe(JSON.stringify(value))
      }),
      { numRuns: 300 },
    )
  })

  test("nothing in, nothing out; a text too long is read in part, with an issue", () => {
    expect(locate({ text: "" }, gazetteer)).toEqual({ value: [], issues: [] })
    const long = locate({ text: `${"word ".repeat(50_000)}Aleppo` }, gazetteer)
    expect(long.issues.map((i) => i.code)).toEqual(["where/text-too-long"])
  })

  test("hostile text costs no more than its length", () => {
    const started = performance.now()
    for (const unit of ["A-", "Al-", "village of A, ", "1 km of ", "U.", "A'", "between A and "])
      locate({ text: unit.repeat(Math.floor(100_000 / unit.length)) }, gazetteer)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
})
