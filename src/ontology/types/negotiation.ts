import type { EventTypeEntry } from "../event-type.ts"

export const negotiation: EventTypeEntry = {
  id: "negotiation",
  family: "politics",
  label: "Negotiation",
  definition: "Talks are held, proposed or fail.",
  roles: { actor: "one party", target: "the other party" },
  triggers: {
    en: {
      verbs: [
        "ARMED negotiate",
        "negotiate with ARMED",
        "negotiate ceasefire",
        "negotiate truce",
        "negotiate agreement",
        "hold talk",
        "resume talk",
        "begin talk",
        "start talk",
        "hold negotiation",
        "enter negotiation",
        "meet for talk",
        "press diplomatic effort",
        "hold peace talk",
        "open talk",
        "walk out of talk",
        "mediate",
      ],
      nouns: [
        "peace talks",
        "peace talk",
        "negotiation",
        "talks with",
        "talks between",
        "talks",
        "mediation",
        "peace conference",
        "peace negotiation",
        "diplomatic effort",
        "diplomatic attempt",
        "attempt to sign agreement",
      ],
    },
  },
  examples: {
    yes: [
      "Envoys held talks with the rebels in a neutral capital.",
      "Peace negotiations collapsed on Friday.",
      "The government is negotiating with tribal leaders.",
    ],
    no: ["Unions hold talks on pay.", "He negotiated the bend at speed."],
  },
}
