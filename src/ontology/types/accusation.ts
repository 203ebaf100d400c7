import type { EventTypeEntry } from "../event-type.ts"

export const accusation: EventTypeEntry = {
  id: "accusation",
  family: "politics",
  label: "Accusation",
  definition: "A side blames another.",
  roles: { actor: "who accuses", target: "who is accused" },
  triggers: {
    en: {
      verbs: [
        "accuse ARMED",
        "ARMED accuse ARMED",
        "accuse ARMED",
        "blame ARMED",
        "blame * for",
        "hold * responsible",
        "point finger at",
        "condemn ARMED for",
      ],
      nouns: ["accusation", "accusations against"],
    },
  },
  examples: {
    yes: [
      "The ministry accused the rebels of shelling the crossing.",
      "Each side blamed the other for the blast.",
      "The army was accused of targeting a clinic.",
    ],
    no: ["He was accused of tax fraud.", "She blames the weather."],
  },
}
