import type { EventTypeEntry } from "../event-type.ts"

export const evacuation: EventTypeEntry = {
  id: "evacuation",
  family: "movement",
  label: "Evacuation",
  definition: "People are taken out in an organised way.",
  roles: { actor: "who evacuates", target: "who is evacuated" },
  triggers: {
    en: {
      verbs: [
        "evacuate PERSON",
        "evacuate CIVIL",
        "evacuate ARMED",
        "bus out",
        "airlift PERSON",
        "take out of PLACE",
        "transfer * to idlib",
        "accept evacuee",
        "transport evacuee",
      ],
      nouns: [
        "evacuation",
        "airlift",
        "medical evacuation",
        "evacuation of PERSON",
        "humanitarian corridor",
        "convoy of buses",
      ],
    },
  },
  examples: {
    yes: [
      "Some 400 wounded people were evacuated by the Red Cross.",
      "Buses evacuated families from the enclave.",
      "The evacuation of the last rebels began on Thursday.",
    ],
    no: ["The office was evacuated for a fire drill.", "Doctors evacuated the fluid."],
  },
}
