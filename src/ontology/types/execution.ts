import type { EventTypeEntry } from "../event-type.ts"

export const execution: EventTypeEntry = {
  id: "execution",
  family: "people",
  label: "Execution",
  definition: "Captives or own members are put to death.",
  roles: { actor: "who executes", target: "who is executed" },
  triggers: {
    en: {
      verbs: [
        "execute PERSON",
        "execute CIVIL",
        "execute ARMED",
        "behead",
        "crucify",
        "put * to death",
        "put to death",
        "hang PERSON",
        "ARMED hang",
        "decapitate",
        "publicly execute",
        "burn alive PERSON",
      ],
      nouns: [
        "execution of PERSON",
        "execution of CIVIL",
        "execution",
        "beheading",
        "mass execution",
        "summary execution",
        "extrajudicial execution",
        "crucifixion",
      ],
    },
  },
  examples: {
    yes: [
      "The group executed three captured soldiers in the square.",
      "Five prisoners were beheaded, according to residents.",
      "Rights monitors documented the summary execution of detainees.",
    ],
    no: [
      "The plan was executed on time.",
      "The execution of the budget was slow.",
      "The company executed the contract in May.",
    ],
  },
}
