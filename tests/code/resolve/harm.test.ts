import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { findHarm } from "../../../src/code/resolve/harm.ts"
import { tagEnglish } from "../../../src/lang/en/tag.ts"
import { Harm } from "../../../src/schema/index.ts"

function read(text: string) {
  return tagEnglish(text).flatMap((sentence) =>
    findHarm(sentence, text).map((hit) => {
      const { kind, who, min, max, approximate, cumulative, partOf } = hit.harm
      const number = `${min ?? "?"}..${max ?? "?"}${approximate ? " ~" : ""}`
      const marks = `${cumulative ? " total" : ""}${partOf ? " part" : ""}`
      return `${text.slice(hit.span.start, hit.span.end)} | ${kind} ${who} ${number}${marks}`
    }),
  )
}

const FIGURES: [text: string, ...figures: string[]][] = [
  // active
  [
    "The raid killed at least 12 civilians and wounded 30 others.",
    "at least 12 civilians | killed civilians 12..?",
    "30 others | wounded people 30..30",
  ],
  ["Jets hit the camp, killing around 40 militants.", "around 40 militants | killed combatants 40..40 ~"],
  ["Bomb attack kills 9 injures 14", "9 | killed people 9..9", "14 | wounded people 14..14"],
  ["Gunmen shot dead nine farmers near the well.", "nine farmers | killed civilians 9..9"],
  ["The group executed 9 captives on the square.", "9 captives | killed people 9..9"],
  [
    "The blast killed 16 people in the old market and 5 in the bus station.",
    "16 people | killed people 16..16",
    "5 | killed people 5..5",
  ],
  [
    "Snipers killed five soldiers, two medics and a child.",
    "five soldiers | killed combatants 5..5",
    "two medics | killed civilians 2..2",
    "a child | killed children 1..1",
  ],
  // passive
  [
    "12 people, including four children, were killed.",
    "12 people | killed people 12..12",
    "four children | killed children 4..4 part",
  ],
  ["Five women and a baby have been killed.", "Five women | killed women 5..5", "a baby | killed children 1..1"],
  [
    "At least 20 were killed 30 injured in the fire.",
    "At least 20 | killed people 20..?",
    "30 | wounded people 30..30",
  ],
  [
    "At least 12 people in a convoy near the dam were killed and 4 hurt.",
    "At least 12 people | killed people 12..?",
    "4 | wounded people 4..4",
  ],
  [
    'At least 33 members of the "Red Dawn" and "Lions" brigades were killed.',
    "At least 33 members | killed combatants 33..?",
  ],
  [
    "Thirty one Red Dawn (RD) group militants have been killed.",
    "Thirty one Red Dawn (RD) group militants | killed combatants 31..31",
  ],
  // without a verb
  ["The blast left 12 dead and dozens wounded.", "12 | killed people 12..12", "dozens | wounded people 24..? ~"],
  [
    "Fighting shook the port, leaving 23 civilians - including nine children - dead.",
    "23 civilians | killed civilians 23..23",
    "nine children | killed children 9..9 part",
  ],
  ["12 killed, 30 wounded in raid on market", "12 | killed people 12..12", "30 | wounded people 30..30"],
  ["17 people are missing.", "17 people | missing people 17..17"],
  // nouns
  ["The death toll rose to 70.", "70 | killed people 70..70"],
  ["The death toll has risen from 20 to 70 in the port.", "70 | killed people 70..70"],
  ["Medics put the toll at 41.", "41 | killed people 41..41"],
  ["It claimed the lives of 18 villagers.", "18 villagers | killed civilians 18..18"],
  ["The fire cost 14 lives.", "14 lives | killed people 14..14"],
  ["The bodies of 9 people were recovered.", "9 people | killed people 9..9"],
  ["Rescuers reported 12 civilian deaths.", "12 civilian deaths | killed civilians 12..12"],
  ["The army lost 14 fighters.", "14 fighters | killed combatants 14..14"],
  // parts and sums
  [
    "28 people were killed, 12 of them civilians.",
    "28 people | killed people 28..28",
    "12 of them | killed civilians 12..12 part",
  ],
  ["At least 14 of the dead were rebels.", "At least 14 of the dead | killed combatants 14..? part"],
  ["Two teachers were among those killed.", "Two teachers | killed civilians 2..2 part"],
  ["A man and his two daughters were killed.", "A man and his two daughters | killed people 3..3"],
  ["A woman and her son were wounded.", "A woman and her son | wounded people 2..2"],
  ["A family of five died.", "A family of five | killed people 5..5"],
  [
    "Near the dam 21 Freedonian soldiers and allied militiamen were killed.",
    "21 Freedonian soldiers and allied militiamen | killed combatants 21..21",
  ],
  ["Hundreds of women and children fled the camp.", "Hundreds of women and children | displaced people 200..? ~"],
  ["All three of their children died.", "All three of their children | killed children 3..3"],
  ["At least 70 army and rebel fighters have died.", "At least 70 army and rebel fighters | killed combatants 70..?"],
  ["One of its soldiers was killed.", "One of its soldiers | killed combatants 1..1"],
  ["Up to 200 advancing mercenaries were killed.", "Up to 200 advancing mercenaries | killed combatants ?..200"],
  ["It left 900 people dead and displaced half the town.", "900 people | killed people 900..900"],
  ["Seven miners lost their lives in the pit.", "Seven miners | killed civilians 7..7"],
  ["The group put at least nine of its own men to death.", "at least nine of its own men | killed people 9..?"],
  ["Three guards were beaten to death.", "Three guards | killed combatants 3..3"],
  ["Troops picked up two bishops near the border.", "two bishops | captured civilians 2..2"],
  ["They detained five suspected Red Front members.", "five suspected Red Front members | captured combatants 5..5"],
  ["The blast killed 13 service members.", "13 service members | killed combatants 13..13"],
  ["The flood forced 800 people from their homes.", "800 people | displaced people 800..800"],
  ["Some 300 residents were driven out.", "Some 300 residents | displaced civilians 300..300 ~"],
  // one person, uncounted people, nobody
  ["A soldier was killed.", "A soldier | killed combatants 1..1"],
  ["A 12-year-old boy was killed.", "A 12-year-old boy | killed children 1..1"],
  ["The strike killed a field commander.", "a field commander | killed commanders 1..1"],
  [
    "The shells hit the lines, killing a large number of rebels.",
    "a large number of rebels | killed combatants ?..? ~",
  ],
  ["The shells killed civilians.", "civilians | killed civilians ?..?"],
  ["No one was killed.", "No one | killed people 0..0"],
  ["There were no casualties.", "no casualties | killed people 0..0", "no casualties | wounded people 0..0"],
  // kinds not told apart
  [
    "The mine killed or wounded 11 soldiers.",
    "11 soldiers | killed combatants ?..11 ~",
    "11 soldiers | wounded combatants ?..11 ~",
  ],
  ["The strikes inflicted heavy losses on the rebels.", "heavy losses | killed combatants ?..? ~"],
  ["The shelling caused casualties.", "casualties | killed people ?..?"],
  // captured, displaced
  ["They captured 15 soldiers.", "15 soldiers | captured combatants 15..15"],
  [
    "The guard arrested 3 suspects and intercepted 4 gunmen.",
    "3 suspects | captured people 3..3",
    "4 gunmen | captured combatants 4..4",
  ],
  ["Gunmen took 15 villagers hostage.", "15 villagers | captured civilians 15..15"],
  ["Gunmen took 15 hostages.", "15 hostages | captured people 15..15"],
  ["More than 3,000 civilians fled the valley.", "More than 3,000 civilians | displaced civilians 3001..?"],
  ["Monitors say that over 20.000 persons are moving.", "over 20.000 persons | displaced people 20001..?"],
  ["Some 2,000 families were displaced.", "Some 2,000 families | displaced people ?..? ~"],
  // running totals
  ["Since January, 212 people have been killed.", "212 people | killed people 212..212 total"],
  ["Since January 212 people have been killed.", "212 people | killed people 212..212 total"],
  ["More than 400,000 people have died in the war.", "More than 400,000 people | killed people 400001..? total"],
  ["The conflict has killed 2,300 people since it began.", "2,300 people | killed people 2300..2300 total"],
]

const NONE = [
  "They killed the deal.",
  "The road runs along the Dead Sea.",
  "The army captured 12 villages.",
  "The jets destroyed two tanks and 14 vehicles.",
  "He was jailed for four years.",
  "The tunnel was 33 metres long.",
  "The ministry paid $30 million.",
  "About 120 rebels massed at the river.",
  "Four commanders fled the town.",
  "He has no visible injuries.",
  "There were no reports of casualties.",
  "The company had losses of $20 million.",
  "The clinic treated 40 patients.",
  "The army drove 40 militants from the hill.",
  "Parents called for the release of detained students.",
  "A court sentenced four officers to death.",
  "We met a woman who kissed the wall before she fled.",
  "A rebel leader said that if shells had been fired, the truce was dead.",
]

describe("findHarm", () => {
  it.each(FIGURES)("%s", (text, ...figures) => {
    expect(read(text)).toEqual(figures)
  })

  it.each(NONE)("finds no figure in: %s", (text) => {
    expect(read(text)).toEqual([])
  })

  it("points at the word that says what happened", () => {
    const text = "Eight guards were killed and 11 hurt."
    const triggers = tagEnglish(text).flatMap((s) =>
      findHarm(s, text).map((h) => text.slice(h.trigger.start, h.trigger.end)),
    )
    expect(triggers).toEqual(["killed", "hurt"])
  })

  it("keeps its promises for any order of harm words", () => {
    const word = fc.constantFrom(
      ..."at least 12 30 1,200 dozens of people civilians soldiers children and , including were was killed wounding dead left death toll rose to from no one casualties among them a the in near took hostages missing fled families their 20-30 . ( ) who said more than two".split(
        " ",
      ),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        const text = words.join(" ")
        for (const sentence of tagEnglish(text)) {
          const hits = findHarm(sentence, text)
          expect(findHarm(sentence, text)).toEqual(hits)
          for (const { span, trigger, harm } of hits) {
            expect(Harm.safeParse(harm).success).toBe(true)
            for (const s of [span, trigger]) {
              expect(s.start >= sentence.start && s.end <= sentence.end && s.end > s.start).toBe(true)
              expect(text.slice(s.start, s.end)).toBe(text.slice(s.start, s.end).trim())
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it("does not throw for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (text) => {
        for (const sentence of tagEnglish(text)) findHarm(sentence, text)
      }),
      { numRuns: 200 },
    )
  })
})
