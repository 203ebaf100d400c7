import type { EventTypeEntry } from "../event-type.ts"

export const siege: EventTypeEntry = {
  id: "siege",
  family: "combat",
  label: "Siege",
  definition: "A place or force is surrounded, cut off or blockaded.",
  roles: { actor: "who besieges", target: "who is besieged" },
  triggers: {
    en: {
      verbs: [
        "besiege PLACE",
        "ARMED besiege",
        "besiege ARMED",
        "besiege CIVIL",
        "lay siege",
        "encircle PLACE",
        "encircle ARMED",
        "ARMED encircle",
        "ARMED surround",
        "blockade",
        "impose siege",
        "impose blockade",
        "cut off PLACE",
        "cut road",
        "cut supply",
        "trap ARMED",
        "tighten siege",
      ],
      nouns: ["siege", "blockade", "encirclement"],
    },
  },
  examples: {
    yes: [
      "Government forces have besieged the enclave since spring.",
      "The town is encircled by the militia.",
      "The army tightened its siege of the rebel pocket.",
    ],
    no: ["The star was besieged by fans.", "Mountains surround the city."],
  },
}
