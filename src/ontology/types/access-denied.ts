import type { EventTypeEntry } from "../event-type.ts"

export const accessDenied: EventTypeEntry = {
  id: "access-denied",
  family: "politics",
  label: "Access denied",
  definition: "Relief or movement is obstructed.",
  roles: { actor: "who obstructs", target: "who is kept out" },
  triggers: {
    en: {
      verbs: [
        "block aid",
        "block convoy",
        "block access",
        "deny access",
        "prevent aid",
        "obstruct aid",
        "turn back convoy",
        "turn away convoy",
        "refuse entry",
        "close crossing",
        "close border",
        "bar aid",
        "halt aid",
        "suspend aid",
        "obstruct access",
        "prevent * from leaving",
        "prevent * from entering",
        "block road",
        "prevent * from reaching",
      ],
      nouns: ["denial of access", "border closure", "aid blockade", "obstruction of aid", "closure of crossing"],
    },
  },
  examples: {
    yes: [
      "The militia blocked an aid convoy at the crossing.",
      "Inspectors were denied access to the site.",
      "Soldiers prevented ambulances from reaching the village.",
    ],
    no: ["The site blocked users without a password.", "The bank lowered the barriers to credit."],
  },
}
