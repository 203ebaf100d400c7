import type { EventTypeEntry } from "../event-type.ts"

export const seizure: EventTypeEntry = {
  id: "seizure",
  family: "things",
  label: "Seizure",
  definition: "Goods, money or weapons are taken, looted or found.",
  roles: { actor: "who seizes", target: "from whom" },
  triggers: {
    en: {
      verbs: [
        "seize GOODS",
        "confiscate",
        "loot",
        "plunder",
        "pillage",
        "capture GOODS",
        "find GOODS",
        "discover GOODS",
        "steal",
        "uncover GOODS",
        "recover GOODS",
        "impound",
        "hijack",
        "seize THING",
        "rob",
        "steal GOODS",
      ],
      nouns: [
        "looting",
        "seizure of GOODS",
        "confiscation",
        "pillage",
        "weapons cache",
        "arms cache",
        "hijacking",
        "robbery",
      ],
    },
  },
  examples: {
    yes: [
      "Customs officers seized a shipment of rifles.",
      "Fighters looted the aid warehouse.",
      "A large sum of money was found on the commander.",
      "Troops discovered an arms cache.",
    ],
    no: ["The moment must be seized.", "She found her keys.", "The joke was stolen."],
  },
}
