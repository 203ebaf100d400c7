import { reportIdOfPage } from "../kit/ids.ts"
import type { Block, Page, Report } from "../schema/index.ts"
import type { Draft } from "./draft.ts"
import { languageOf } from "./language.ts"
import { findDateline } from "./read/dateline.ts"
import { publishedOf } from "./read/published.ts"
import { findWire } from "./read/wire.ts"

/** Who the values of this stage are by. */
export const BY = "clean@1"

/** Joins the blocks and reads date, dateline, credit, outlet and language off them. */
export async function assemble(page: Page, draft: Draft): Promise<Report> {
  const { text, blocks } = joined(draft)
  const line = findDateline(text, blocks)
  const credit = findWire(text, blocks)
  const wire = line?.agency ? { ...line.agency, why: "wire/dateline" } : credit
  const locale = draft.head.locale
  const raw = (span: { start: number; end: number }) => text.slice(span.start, span.end)
  const place = line?.place
  return {
    id: reportIdOfPage(page.id),
    pageId: page.id,
    url: page.url,
    outlet: page.outlet ?? draft.head.outlet ?? hostOf(page.url),
    lang: await languageOf(bodyText(text, blocks), draft.head.lang),
    title: blocks[0]?.kind === "title" ? raw(blocks[0]) : null,
    text,
    blocks,
    published: publishedOf(
      text,
      blocks,
      { stated: draft.head.published, dateline: line, address: draft.addressDate, locale },
      BY,
    ),
    ...(place ? { dateline: { value: raw(place), certainty: "stated", spans: [place], raw: raw(place), by: BY } } : {}),
    ...(wire
      ? {
          wire: {
            value: wire.name,
            certainty: "stated",
            spans: [wire.span],
            raw: raw(wire.span),
            by: BY,
            why: wire.why,
          },
        }
      : {}),
    removed: [...draft.removed],
  }
}

function joined(draft: Draft): { text: string; blocks: Block[] } {
  const parts: string[] = []
  const blocks: Block[] = []
  let at = 0
  for (const { kind, text } of draft.blocks) {
    if (text === "") continue
    blocks.push({ kind, start: at, end: at + text.length })
    parts.push(text)
    at += text.length + 2
  }
  return { text: parts.join("\n\n"), blocks }
}

/** The running text where there is any: titles are short and full of names. */
function bodyText(text: string, blocks: readonly Block[]): string {
  const body = blocks.filter(({ kind }) => kind !== "title" && kind !== "byline")
  const words = body.map(({ start, end }) => text.slice(start, end)).join(" ")
  return words === "" ? text : words
}

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { hostname, protocol } = new URL(url)
  return protocol.startsWith("http") && hostname !== "" ? hostname.replace(/^(?:www|m|amp)\./, "") : null
}
