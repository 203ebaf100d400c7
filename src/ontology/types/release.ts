import type { EventTypeEntry } from "../event-type.ts"

export const release: EventTypeEntry = {
  id: "release",
  family: "people",
  label: "Release",
  definition: "Captives are freed or exchanged.",
  roles: { actor: "who frees", target: "who is freed" },
  triggers: {
    en: {
      verbs: [
        "release PERSON",
        "free PERSON",
        "release prisoner",
        "release detainee",
        "release hostage",
        "free hostage",
        "free prisoner",
        "exchange prisoner",
        "swap prisoner",
        "rescue hostage",
        "set free",
        "set * free",
        "hand over prisoner",
        "liberate PERSON",
        "rescue PERSON",
      ],
      nouns: [
        "release of PERSON",
        "prisoner exchange",
        "prisoner swap",
        "exchange of prisoners",
        "prisoner release",
        "release of hostage",
        "release of prisoner",
        "hostage release",
      ],
    },
  },
  examples: {
    yes: [
      "The group released ten hostages after mediation.",
      "Forty prisoners were freed under the deal.",
      "A prisoner swap took place at the crossing on Friday.",
    ],
    no: ["The band released a record.", "Feel free to call.", "The report was released on Monday."],
  },
}
