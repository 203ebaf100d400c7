import type { Draft, Step } from "../draft.ts"
import { bylines } from "./bylines.ts"
import { captions } from "./captions.ts"
import { comments } from "./comments.ts"
import { encyclopaedia } from "./encyclopaedia.ts"
import { headings } from "./headings.ts"
import { controls, navigation, notices } from "./interface.ts"
import { masthead } from "./masthead.ts"
import { openingDate } from "./opening-date.ts"
import { otherScript } from "./other-script.ts"
import { pageByline } from "./page-byline.ts"
import { repeats } from "./repeats.ts"
import { tailLinks } from "./tail-links.ts"
import { teasers } from "./teasers.ts"
import { title } from "./title.ts"

/** The steps in their order. A step sees what those before it left. */
export const STEPS: readonly Step[] = [
  openingDate,
  comments,
  masthead,
  notices,
  controls,
  navigation,
  otherScript,
  captions,
  teasers,
  tailLinks,
  encyclopaedia,
  pageByline,
  title,
  repeats,
  bylines,
  headings,
]

/** Runs the steps of the draft's form, all but those named in `skip`. */
export function runSteps(draft: Draft, skip: readonly string[] = []): Draft {
  return STEPS.filter((step) => step.forms.includes(draft.form) && !skip.includes(step.name)).reduce(
    (current, step) => step.run(current),
    draft,
  )
}
