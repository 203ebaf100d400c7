import type { EventTypeEntry } from "../event-type.ts"

export const arrest: EventTypeEntry = {
  id: "arrest",
  family: "people",
  label: "Arrest",
  definition: "A state or de-facto authority detains people, or a fighter or leader is captured.",
  roles: { actor: "who detains", target: "who is detained" },
  triggers: {
    en: {
      verbs: [
        "arrest PERSON",
        "arrest ARMED",
        "arrest CIVIL",
        "detain PERSON",

        "ARMED capture PERSON",
        "capture ARMED",
        "capture PERSON",
        "apprehend",
        "round up PERSON",
        "take PERSON into custody",
        "take into custody",
        "ARMED intercept PERSON",
        "ARMED intercept ARMED",
        "intercept ARMED",
        "jail PERSON",
        "imprison PERSON",
        "ARMED stop PERSON",
        "ARMED seize ARMED",
        "take * prisoner",
        "nab",
      ],
      nouns: [
        "arrest",
        "detention of PERSON",
        "capture of ARMED",
        "capture of PERSON",
        "arrest campaign",
        "mass arrest",
        "round-up of PERSON",
        "roundup of PERSON",
        "arrest of PERSON",
      ],
    },
  },
  examples: {
    yes: [
      "Police arrested eight suspected militants in the capital.",
      "A senior commander was captured by special forces.",
      "The arrest of the opposition leader drew protests.",
      "Border guards intercepted three fighters crossing the river.",
    ],
    no: ["The drug arrested the spread of the disease.", "The sight was arresting.", "Rain stopped play."],
  },
}
