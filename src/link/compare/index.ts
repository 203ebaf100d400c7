import { actors } from "./actors.ts"
import type { Comparator } from "./comparator.ts"
import { day } from "./day.ts"
import { harm } from "./harm.ts"
import { modality } from "./modality.ts"
import { place } from "./place.ts"
import { targets } from "./targets.ts"
import { things } from "./things.ts"
import { trigger } from "./trigger.ts"
import { type } from "./type.ts"
import { wording } from "./wording.ts"

export type { Comparator } from "./comparator.ts"

/** Every comparator; adding one is its file, its line here and its weight in `score.ts`. */
export const COMPARATORS: readonly Comparator[] = [
  day,
  place,
  type,
  actors,
  targets,
  harm,
  things,
  wording,
  trigger,
  modality,
]
