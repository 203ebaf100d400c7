import type { Figure } from "../../lang/en/harm-figures.ts"
import type { HarmKind } from "../../lang/en/harm-words.ts"

/** One figure with what happened to it. */
export interface Claim {
  figure: Figure
  kind: HarmKind
  /** Token indexes, both included. */
  trigger: { first: number; last: number }
  part: boolean
  union: boolean
  why: string
}
