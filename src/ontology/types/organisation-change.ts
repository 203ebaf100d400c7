import type { EventTypeEntry } from "../event-type.ts"

export const organisationChange: EventTypeEntry = {
  id: "organisation-change",
  family: "politics",
  label: "Organisation change",
  definition: "A group forms, splits, merges or changes leader.",
  roles: { actor: "the group", target: "the other group" },
  triggers: {
    en: {
      verbs: [
        "ARMED form alliance",
        "ARMED merge with",
        "ARMED merge",
        "ARMED split",
        "ARMED pledge allegiance",
        "pledge allegiance",
        "ARMED appoint",
        "ARMED disband",
        "ARMED dissolve",
        "ARMED rename",
        "name * as leader",
        "announce formation",
        "announce merger",
        "ARMED join force",
        "name new leader",
        "ARMED name",
      ],
      nouns: [
        "pledge of allegiance",
        "merger of ARMED",
        "formation of ARMED",
        "split in ARMED",
        "dissolution of ARMED",
      ],
    },
  },
  examples: {
    yes: [
      "Two rebel factions merged with a larger coalition.",
      "The militia has split after a quarrel over money.",
      "The brigade pledged allegiance to the movement.",
      "The group named a new leader.",
    ],
    no: ["The banks merged in June.", "The band split up.", "The couple split the bill."],
  },
}
