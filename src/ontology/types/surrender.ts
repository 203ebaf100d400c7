import type { EventTypeEntry } from "../event-type.ts"

export const surrender: EventTypeEntry = {
  id: "surrender",
  family: "movement",
  label: "Surrender",
  definition: "Fighters hand themselves or a place over.",
  roles: { actor: "who surrenders", target: "to whom" },
  triggers: {
    en: {
      verbs: [
        "ARMED surrender",
        "surrender to ARMED",
        "surrender PLACE",
        "lay down arm",
        "lay down weapon",
        "give up arm",
        "hand over weapon",
        "turn themselves in",
        "give themselves up",
        "hand over PLACE",
        "capitulate",
        "surrender themselves",
      ],
      nouns: ["surrender", "surrender of ARMED", "capitulation"],
    },
  },
  examples: {
    yes: [
      "Some sixty fighters surrendered to the army at the bridge.",
      "The garrison laid down its weapons.",
      "The surrender of the last holdouts ended the siege.",
    ],
    no: ["He surrendered his passport to the clerk.", "She surrendered to temptation."],
  },
}
