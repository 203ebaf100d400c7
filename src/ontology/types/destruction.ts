import type { EventTypeEntry } from "../event-type.ts"

export const destruction: EventTypeEntry = {
  id: "destruction",
  family: "things",
  label: "Destruction",
  definition: "Buildings, tunnels, infrastructure or equipment are destroyed or damaged, outside the other types.",
  roles: { actor: "who destroys", target: "whose" },
  triggers: {
    en: {
      verbs: [
        "destroy GOODS",
        "destroy THING",
        "demolish THING",
        "demolish PLACE",
        "raze",
        "level THING",
        "damage THING",
        "burn down",
        "set fire to",
        "set * on fire",
        "torch",
        "bulldoze",
        "blow up THING",
        "flatten",
        "dynamite",
        "shoot down AIR",
        "down AIR",
        "bring down AIR",
        "destroy PLACE",

        "sabotage",
        "sink",
      ],
      nouns: [
        "destruction of THING",
        "destruction of PLACE",
        "demolition of THING",
        "demolition",
        "sabotage",
        "downing of AIR",
        "arson",
      ],
    },
  },
  examples: {
    yes: [
      "Soldiers destroyed a weapons depot and two tunnels.",
      "Several houses were demolished by the army.",
      "The jet was shot down over the countryside.",
      "The destruction of the bridge cut off the town.",
    ],
    no: [
      "The scandal destroyed his career.",
      "The storm damaged the harvest.",
      "The committee demolished the argument.",
    ],
  },
}
