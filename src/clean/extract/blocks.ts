import type { BlockKind, DraftBlock } from "../draft.ts"
import { normaliseSpace } from "../plain.ts"

/** The little of a DOM node that the walk needs; any DOM library fits. */
export interface NodeLike {
  nodeType: number
  nodeName: string
  nodeValue: string | null
  firstChild: NodeLike | null
  nextSibling: NodeLike | null
}

const SILENT = new Set(
  "script style noscript template svg iframe object textarea select button head math canvas video audio rt rp title".split(
    " ",
  ),
)
const BLOCK = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
)
const HEADING = /^h[1-6]$/
/** Stands for a br element until the block ends; no page text holds it, since normalising removes control characters. */
const BREAK = "\u0001"
const SHORT_LINE_CHARS = 50
const SENTENCE_END = /[.!?…。؟۔।:]["'”’»)\]]*$/u
const TEXT = 3
const ELEMENT = 1

/** The visible text under a node as blocks, in document order. Two line breaks in a row end a block.
 * Elements that `skip` names are left out. */
export function blocksOf(root: NodeLike, skip: (element: NodeLike) => boolean = () => false): DraftBlock[] {
  const blocks: DraftBlock[] = []
  let parts: string[] = []
  let breaks = 0
  const flush = (kind: BlockKind) => {
    for (const text of linesOf(parts.join(""))) blocks.push({ kind, text })
    parts = []
    breaks = 0
  }
  const visit = (node: NodeLike, kind: BlockKind) => {
    for (let child = node.firstChild; child !== null; child = child.nextSibling) {
      if (child.nodeType === TEXT) {
        const text = child.nodeValue ?? ""
        if (/\S/.test(text)) breaks = 0
        parts.push(text)
      } else if (child.nodeType === ELEMENT) element(child, child.nodeName.toLowerCase(), kind)
    }
  }
  const element = (child: NodeLike, name: string, kind: BlockKind) => {
    if (SILENT.has(name) || skip(child)) return
    if (name === "br") {
      parts.push(BREAK)
      if (++breaks >= 2) flush(kind)
    } else if (BLOCK.has(name)) {
      flush(kind)
      const inner = kindOf(name, kind)
      visit(child, inner)
      flush(inner)
    } else visit(child, kind)
  }
  visit(root, "paragraph")
  flush("paragraph")
  return blocks
}

/** A line break ends a block after a short line or a sentence; elsewhere it only wraps the text. */
function linesOf(text: string): string[] {
  const lines: string[] = []
  let open = false
  for (const raw of text.split(BREAK)) {
    const line = normaliseSpace(raw)
    if (line === "") continue
    if (open) lines.push(`${lines.pop()} ${line}`)
    else lines.push(line)
    open = line.length >= SHORT_LINE_CHARS && !SENTENCE_END.test(line.slice(-4))
  }
  return lines
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (HEADING.test(name)) return "heading"
  if (name === "figcaption") return "caption"
  if (name === "li" || name === "dd" || name === "dt") return "list"
  if (name === "blockquote") return "quote"
  return outer
}
