import type { EventTypeEntry } from "../event-type.ts"

export const desertion: EventTypeEntry = {
  id: "desertion",
  family: "movement",
  label: "Desertion",
  definition: "Members leave, abandon or defect from their own side.",
  roles: { actor: "who deserts", target: "whom they leave" },
  triggers: {
    en: {
      verbs: [
        "defect",
        "ARMED desert",
        "ARMED abandon ARMED",
        "ARMED switch sides",
        "abandon commander",
        "desert from",
        "leave rank",
        "quit rank",
        "ARMED desert post",
      ],
      nouns: ["defection", "desertion", "drop out of ARMED", "mutiny"],
    },
  },
  examples: {
    yes: [
      "Three officers defected to the opposition.",
      "Dozens of conscripts deserted their posts.",
      "Defections from the militia are rising.",
      "Fighters abandoned their commander and drove off.",
    ],
    no: ["Shoppers deserted the high street.", "He had a defect in his heart."],
  },
}
