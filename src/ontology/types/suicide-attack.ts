import type { EventTypeEntry } from "../event-type.ts"

export const suicideAttack: EventTypeEntry = {
  id: "suicide-attack",
  family: "distance",
  label: "Suicide attack",
  definition: "The bomber dies by design, vehicle-borne attacks included.",
  roles: { actor: "who sent the bomber", target: "who was hit" },
  triggers: {
    en: {
      verbs: [
        "BOMBER blow",
        "BOMBER detonate",
        "BOMBER explode",
        "BOMBER attack",
        "BOMBER target",
        "BOMBER kill",
        "BOMBER strike",
        "BOMBER hit",
        "BOMBER drive",
        "BOMBER ram",
        "blow himself up",
        "blow herself up",
        "blow themselves up",
        "detonate explosive vest",
        "detonate suicide",
        "detonate vest",
      ],
      nouns: [
        "suicide bombing",
        "suicide attack",
        "suicide bomb",
        "suicide car bomb",
        "suicide blast",
        "suicide bomber",
        "suicide car bombing",
        "suicide truck bomb",
        "suicide truck bombing",
        "suicide explosion",
        "svbied",
        "suicide bombing attack",
      ],
    },
  },
  examples: {
    yes: [
      "A suicide bomber blew himself up at a checkpoint, killing nine.",
      "The mosque was hit by a suicide attack during prayers.",
      "A suicide car bombing outside the base wounded twenty.",
    ],
    no: ["Doctors warned of a rise in suicides.", "The party committed political suicide."],
  },
}
