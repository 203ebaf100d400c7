import { Tokenizer, type TokenizerCallbacks } from "htmlparser2"
import type { BlockKind, DraftBlock } from "../draft.ts"
import { normaliseSpace } from "../plain.ts"

/** How much markup a page holds, before anything is built from it. */
export interface MarkupSize {
  elements: number
  attributes: number
  /** Deepest nesting of elements, void ones and unclosed paragraphs aside. */
  depth: number
}

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr p li td th tr dt dd option".split(" "),
)
const SILENT = new Set(
  "script style noscript template svg iframe object select button textarea head math nav".split(" "),
)
const KINDS: Readonly<Record<string, BlockKind>> = {
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
  li: "list",
  blockquote: "quote",
  figcaption: "caption",
}
const BLOCK = new Set(
  "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
)

const nothing = () => {}
const QUIET: TokenizerCallbacks = {
  onattribdata: nothing,
  onattribentity: nothing,
  onattribend: nothing,
  onattribname: nothing,
  oncdata: nothing,
  onclosetag: nothing,
  oncomment: nothing,
  ondeclaration: nothing,
  onend: nothing,
  onopentagend: nothing,
  onopentagname: nothing,
  onprocessinginstruction: nothing,
  onselfclosingtag: nothing,
  ontext: nothing,
  ontextentity: nothing,
}

function scan(html: string, callbacks: Partial<TokenizerCallbacks>): void {
  const tokenizer = new Tokenizer({ decodeEntities: true }, { ...QUIET, ...callbacks })
  tokenizer.write(html)
  tokenizer.end()
}

/** Counts a page's markup in time linear in its length, whatever its nesting. */
export function measureMarkup(html: string): MarkupSize {
  const size: MarkupSize = { elements: 0, attributes: 0, depth: 0 }
  let depth = 0
  scan(html, {
    onopentagname(start, end) {
      size.elements++
      if (!VOID.has(html.slice(start, end).toLowerCase())) size.depth = Math.max(size.depth, ++depth)
    },
    onselfclosingtag() {
      depth = Math.max(0, depth - 1)
    },
    onclosetag(start, end) {
      if (!VOID.has(html.slice(start, end).toLowerCase())) depth = Math.max(0, depth - 1)
    },
    onattribname() {
      size.attributes++
    },
  })
  return size
}

/**
 * All visible text of a page in blocks, furniture included, in time linear in its length: what is left where the page
 * is too big or too deep for a tree.
 */
export function streamText(html: string): { title: string | null; blocks: DraftBlock[] } {
  const blocks: DraftBlock[] = []
  let title = ""
  let parts: string[] = []
  let kind: BlockKind = "paragraph"
  let silent = 0
  let silencer = ""
  let inTitle = false
  const flush = (next: BlockKind) => {
    const text = normaliseSpace(parts.join(""))
    if (text !== "") blocks.push({ kind, text })
    parts = []
    kind = next
  }
  const say = (text: string) => {
    if (inTitle) title += text
    else if (silent === 0) parts.push(text)
  }
  scan(html, {
    ontext: (start, end) => say(html.slice(start, end)),
    ontextentity: (codepoint) => say(String.fromCodePoint(codepoint)),
    onopentagname(start, end) {
      const name = html.slice(start, end).toLowerCase()
      if (name === "title") inTitle = true
      if (name === "br") parts.push(" ")
      if (silent > 0 ? name === silencer : SILENT.has(name)) {
        silencer = name
        silent++
      } else if (BLOCK.has(name)) flush(KINDS[name] ?? "paragraph")
      // The body begins even where the head was never closed.
      if (name === "body" && silencer === "head") silent = 0
    },
    onclosetag(start, end) {
      const name = html.slice(start, end).toLowerCase()
      if (name === "title") inTitle = false
      if (silent > 0 && name === silencer) silent--
      else if (silent === 0 && BLOCK.has(name)) flush("paragraph")
    },
  })
  flush("paragraph")
  const words = normaliseSpace(title)
  return { title: words === "" ? null : words, blocks }
}
