import type { DraftBlock } from "./draft.ts"

const MAX_WRAP_WIDTH = 120
const MIN_WRAP_WIDTH = 40

/** One line of white space: no control characters, no invisible marks, single spaces. Words stay as printed. */
export function normaliseSpace(text: string): string {
  return text
    .replace(/(?![\t\n\v\f\r])[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu, "")
    .replace(/\s+/g, " ")
    .trim()
}

/** Lines of plain text as blocks; lines that were broken to fit a width are joined again. */
export function plainBlocks(text: string): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let run: string[] = []
  const flush = () => {
    for (const line of unwrap(run)) blocks.push({ kind: "paragraph", text: line })
    run = []
  }
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\f\v\u0085]/)) {
    const line = normaliseSpace(raw)
    if (line === "") flush()
    else run.push(line)
  }
  flush()
  return blocks
}

/**
 * Joins a run of lines where each but those that end a sentence is as long as the width allows: the first word of the
 * next line would not have fitted.
 */
function unwrap(run: readonly string[]): readonly string[] {
  const width = Math.max(0, ...run.map((line) => line.length))
  if (run.length < 3 || width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return run
  const full = run.slice(0, -1).filter((line, i) => fills(line, run[i + 1] ?? "", width))
  return full.length >= (run.length - 1) * 0.8 ? [run.join(" ")] : run
}

function fills(line: string, next: string, width: number): boolean {
  const word = next.split(" ", 1)[0] ?? ""
  return line.length + 1 + word.length > width - 6
}
