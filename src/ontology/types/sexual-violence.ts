import type { EventTypeEntry } from "../event-type.ts"

export const sexualViolence: EventTypeEntry = {
  id: "sexual-violence",
  family: "people",
  label: "Sexual violence",
  definition: "Rape and other sexual violence by armed people.",
  roles: { actor: "who commits it", target: "who suffers it" },
  triggers: {
    en: {
      verbs: [
        "rape PERSON",
        "rape CIVIL",
        "ARMED rape",
        "gang-rape",
        "sexually assault",
        "sexually abuse",
        "sexually enslave",
        "commit rape",
      ],
      nouns: ["rape", "gang rape", "sexual violence", "sexual assault", "sexual slavery", "mass rape", "sexual abuse"],
    },
  },
  examples: {
    yes: [
      "Soldiers raped women in the camp, survivors told investigators.",
      "Dozens of girls were subjected to sexual slavery by the group.",
      "Investigators documented mass rape in three villages.",
    ],
    no: ["Farmers planted rape for oil.", "The film deals with desire."],
  },
}
