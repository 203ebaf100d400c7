import type { Span } from "../api/shapes.ts"

export interface Marked extends Span {
  field: string
  /** True for the words of the chosen value. */
  strong: boolean
}

/** A run of text under the same marks. `field` is that of the mark drawn on top. */
export interface Segment {
  text: string
  field: string | null
  strong: boolean
}

/**
 * Cuts text[start, end) at the edges of the marks on it. Where marks overlap, a strong one is on top, then the shorter.
 */
export function segmentsOf(text: string, block: Span, marks: readonly Marked[]): Segment[] {
  const here = marks.filter((m) => m.start < block.end && m.end > block.start)
  const edges = new Set([block.start, block.end])
  for (const mark of here) {
    edges.add(Math.max(block.start, mark.start))
    edges.add(Math.min(block.end, mark.end))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const segments: Segment[] = []
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? block.end
    const top = here.filter((m) => m.start <= start && m.end >= end).sort(onTop)[0]
    append(segments, { text: text.slice(start, end), field: top?.field ?? null, strong: top?.strong ?? false })
  }
  return segments
}

/** Joins a segment to the one before where both look the same. */
function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1)
  if (last !== undefined && last.field === segment.field && last.strong === segment.strong) last.text += segment.text
  else segments.push(segment)
}

function onTop(a: Marked, b: Marked): number {
  return Number(b.strong) - Number(a.strong) || a.end - a.start - (b.end - b.start)
}
