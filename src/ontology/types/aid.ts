import type { EventTypeEntry } from "../event-type.ts"

export const aid: EventTypeEntry = {
  id: "aid",
  family: "politics",
  label: "Aid",
  definition: "Relief or military aid is given.",
  roles: { actor: "who gives", target: "who receives" },
  triggers: {
    en: {
      verbs: [
        "deliver aid",
        "deliver food",
        "deliver medicine",
        "deliver relief",
        "distribute aid",
        "distribute food",
        "send aid",
        "provide aid",
        "supply weapon",
        "airdrop",
        "provide weapon",
        "deliver supply",
        "aid convoy reach",
        "aid convoy enter",
        "deliver humanitarian",
        "deliver weapon",
        "send weapon",
        "provide military",
      ],
      nouns: [
        "aid convoy",
        "aid delivery",
        "humanitarian aid",
        "relief convoy",
        "airdrop",
        "aid shipment",
        "arms shipment",
        "military aid",
        "food aid",
        "relief supplies",
      ],
    },
  },
  examples: {
    yes: [
      "A convoy delivered food to the besieged town.",
      "Aid was airdropped over the mountain.",
      "The agency distributed relief supplies in three camps.",
    ],
    no: ["The hearing aid was new.", "He gave first aid to a cyclist."],
  },
}
