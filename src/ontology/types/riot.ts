import type { EventTypeEntry } from "../event-type.ts"

export const riot: EventTypeEntry = {
  id: "riot",
  family: "unrest",
  label: "Riot",
  definition: "A crowd turns violent.",
  roles: { actor: "who riots", target: "against whom" },
  triggers: {
    en: {
      verbs: [
        "riot",
        "ransack PLACE",
        "ransack THING",
        "lynch PERSON",
        "lynch ARMED",
        "mob attack",
        "mob burn",
        "mob storm",
        "PROTEST clash with",
        "PROTEST storm",
        "PROTEST attack",
        "PROTEST burn",
        "PROTEST torch",
        "PROTEST throw stone",
        "throw stone",
        "throw petrol bomb",
        "hurl stone",
        "PROTEST set fire",
      ],
      nouns: [
        "riot",
        "rioting spread",
        "rioting in PLACE",
        "mob violence",
        "street violence",
        "unrest",
        "looting spree",
      ],
    },
  },
  examples: {
    yes: [
      "Rioters set fire to a police post.",
      "Protesters threw stones at the governor's office.",
      "Rioting spread to three towns overnight.",
    ],
    no: ["The garden was a riot of colour.", "The show is a laugh riot."],
  },
}
