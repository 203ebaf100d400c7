import type { EventTypeEntry } from "../event-type.ts"

export const abduction: EventTypeEntry = {
  id: "abduction",
  family: "people",
  label: "Abduction",
  definition: "People are taken, held hostage or made to disappear.",
  roles: { actor: "who takes them", target: "who is taken" },
  triggers: {
    en: {
      verbs: [
        "abduct",
        "kidnap",
        "take * hostage",
        "take hostage",
        "take away PERSON",
        "take away CIVIL",
        "seize PERSON",
        "snatch PERSON",
        "forcibly disappear",
        "hold * hostage",
        "hold hostage",
        "take captive",
        "take * captive",
        "take PERSON prisoner",
      ],
      nouns: [
        "abduction",
        "kidnapping",
        "kidnap",
        "hostage-taking",
        "enforced disappearance",
        "forced disappearance",
        "hostage taking",
        "mass abduction",
      ],
    },
  },
  examples: {
    yes: [
      "Gunmen abducted twelve pupils from a boarding school.",
      "Two engineers were kidnapped on the highway.",
      "The kidnapping of the nurses was claimed by no one.",
      "Militants took dozens of villagers hostage.",
    ],
    no: ["The hostage drama won a prize for its script.", "He was taken with the idea."],
  },
}
