import type { EventTypeEntry } from "../event-type.ts"

export const protest: EventTypeEntry = {
  id: "protest",
  family: "unrest",
  label: "Protest",
  definition: "Three or more people demonstrate.",
  roles: { actor: "who demonstrates", target: "against whom" },
  triggers: {
    en: {
      verbs: [
        "protest",
        "demonstrate against",
        "demonstrate in",
        "rally against",
        "rally in",
        "take to street",
        "march through",
        "stage protest",
        "PERSON stage rally",
        "CIVIL stage rally",
        "stage sit-in",
        "hold protest",
        "hold demonstration",
        "CIVIL rally",
        "CIVIL march",
      ],
      nouns: ["protest", "demonstration", "sit-in", "protest march", "mass protest", "street protest"],
    },
  },
  examples: {
    yes: [
      "Hundreds protested in the capital against the siege.",
      "Residents took to the streets after prayers.",
      "Students held a protest outside the ministry for a third day.",
    ],
    no: ["The product demonstration was short.", "The shares staged a late rally.", "He won a car rally."],
  },
}
