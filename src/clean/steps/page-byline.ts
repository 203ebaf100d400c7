import type { DraftBlock, Step } from "../draft.ts"

/**
 * Where an HTML page states no date about itself, its visible date line comes into the text, so that the date can be
 * seen where it was read. Words farther from the headline count only when the address carries no date either.
 */
export const pageByline: Step = {
  name: "page-byline",
  forms: ["html"],
  run(draft) {
    const { published, near, far } = draft.head
    if (published !== null) return draft
    const words = near[0] ?? (draft.addressDate === null ? far[0] : undefined)
    if (words === undefined || draft.blocks.some(({ text }) => text === words)) return draft
    const byline: DraftBlock = { kind: "byline", text: words }
    return { ...draft, blocks: [byline, ...draft.blocks] }
  },
}
