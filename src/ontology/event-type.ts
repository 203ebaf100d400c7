import type { EventType } from "../schema/index.ts"

export const FAMILIES = ["combat", "distance", "people", "movement", "things", "politics", "unrest"] as const
export type Family = (typeof FAMILIES)[number]

/**
 * Words that can tell an event of a type, per language.
 *
 * A verb pattern is `[SUBJECT] lemma words… [OBJECT]`; a noun pattern is `lemma [words…] [OBJECT]`. Upper-case words are
 * classes of noun phrases (`src/lang/en/noun-classes.ts`): the logical subject and object must be of that class, in
 * active, passive and nominal form alike. `*` stands for up to three words. A leading `~` marks a weak word ("killed"),
 * which tells an event by itself only where the sentence has no better one.
 */
export interface Triggers {
  verbs: readonly string[]
  nouns: readonly string[]
}

export interface EventTypeEntry {
  id: EventType
  family: Family
  label: string
  definition: string
  /** What the two sides of a mention mean for this type; null where it has none. */
  roles: { actor: string | null; target: string | null }
  triggers: { en: Triggers }
  /** Sentences that do and do not tell an event of this type; every coder is tested on them. */
  examples: { yes: readonly string[]; no: readonly string[] }
}
