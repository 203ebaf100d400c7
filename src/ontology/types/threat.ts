import type { EventTypeEntry } from "../event-type.ts"

export const threat: EventTypeEntry = {
  id: "threat",
  family: "politics",
  label: "Threat",
  definition: "A side announces or warns of force.",
  roles: { actor: "who threatens", target: "who is threatened" },
  triggers: {
    en: {
      verbs: [
        "ARMED threaten",
        "threaten to attack",
        "threaten to strike",
        "threaten ARMED",
        "threaten PLACE",
        "warn of attack",
        "vow to respond",
        "vow to retaliate",
        "vow revenge",
        "vow to",
        "would respond",
        "respond strongly",
        "ARMED warn of",
        "threaten military",
        "vow retaliation",
        "warn of retaliation",
        "pledge to retaliate",
      ],
      nouns: [
        "threat of attack",
        "ultimatum",
        "threat of force",
        "threat to attack",
        "threat to invade",
        "threat of invasion",
      ],
    },
  },
  examples: {
    yes: [
      "The general threatened to attack the port within days.",
      "The movement vowed to retaliate for the strike.",
      "The army issued an ultimatum to fighters in the camp.",
    ],
    no: ["Rain threatens the match.", "Doctors warned of a flu wave."],
  },
}
