import type { EventTypeEntry } from "../event-type.ts"

export const displacement: EventTypeEntry = {
  id: "displacement",
  family: "movement",
  label: "Displacement",
  definition: "Civilians flee or are driven out.",
  roles: { actor: "who drives them out", target: "who is displaced" },
  triggers: {
    en: {
      verbs: [
        "CIVIL flee",

        "displace CIVIL",
        "displace PERSON",
        "CIVIL escape",
        "CIVIL leave home",
        "drive * from home",
        "drive PERSON from",
        "drive CIVIL from",
        "drive * from village",
        "flee home",
        "force * to flee",
        "force from home",
        "uproot",
        "CIVIL abandon PLACE",
        "CIVIL pour out",
        "CIVIL stream",
        "CIVIL move",
        "PERSON flee home",
        "expel CIVIL",
        "evict CIVIL",
        "CIVIL take refuge",
        "CIVIL seek refuge",
        "CIVIL seek shelter",
        "PERSON flee",
        "CIVIL cross into",
      ],
      nouns: [
        "displacement",
        "exodus",
        "mass displacement",
        "flight of CIVIL",
        "forced displacement",
        "expulsion of CIVIL",
        "wave of displacement",
        "displacement of CIVIL",
      ],
    },
  },
  examples: {
    yes: [
      "Thousands of residents fled their homes as shells fell.",
      "Some 8,000 people were displaced by the fighting.",
      "The offensive set off an exodus from the valley.",
    ],
    no: ["The ship displaces 8,000 tonnes.", "Tourists left the resort early.", "Capital fled to safer markets."],
  },
}
