import { Readability } from "@mozilla/readability"
import type { DraftBlock } from "../draft.ts"
import { blocksOf, type NodeLike } from "./blocks.ts"

/** Readability's own default is 500 characters: agency flashes and site notices are shorter. */
const MIN_CHARS = 100

/** The little of a DOM element that pruning needs. */
interface ElementLike extends NodeLike {
  textContent: string | null
  firstElementChild: ElementLike | null
  nextElementSibling: ElementLike | null
  getAttribute(name: string): string | null
  remove(): void
}

/** Class and id words of parts of a page that are no article, wherever Readability keeps them. */
const ASIDE_WORDS = new Set(
  (
    "footer related relatedposts nav navi navbar navigation menu menus menubar comments comment commentlist commentform " +
    "respond reply newsletter social share sharing sharedaddy sharethis addthis copyright pagination pager subscribe " +
    "subscription breadcrumb breadcrumbs widget widgets popular recommended recommendations recommend cookie cookies " +
    "consent gdpr disqus login signup sidebar aside teaser teasers colophon impressum infobox tags taglist tagcloud skip " +
    "promo advert advertisement advertising anzeige werbung ad ads sponsor sponsored trending bookmarks meta posts recent " +
    "toolbar topbar jp rating author"
  ).split(" "),
)
const ASIDE_TAGS = new Set(["nav", "aside", "footer"])
const ASIDE_ROLES = new Set(
  "navigation banner contentinfo complementary search dialog alertdialog menu toolbar".split(" "),
)
const KEPT_TAGS = new Set(["body", "main", "article"])
/** A part that holds more than this share of the text is the text. */
const MAX_ASIDE_SHARE = 0.3

/** Blocks of everything outside the page's navigation, asides and the like. */
export function candidateBlocks(body: NodeLike): DraftBlock[] {
  const maxChars = ((body as ElementLike).textContent?.length ?? 0) * MAX_ASIDE_SHARE
  return blocksOf(body, (node) => {
    const element = node as ElementLike
    return isAside(element) && (element.textContent?.length ?? 0) <= maxChars
  })
}

/** The article of a page as blocks; null where nothing reads like one. Changes the document. */
export function mainContent(document: unknown): DraftBlock[] | null {
  const options = { serializer: (node: unknown) => node, charThreshold: MIN_CHARS, keepClasses: true }
  const article = readable(() =>
    new Readability(document as ConstructorParameters<typeof Readability>[0], options).parse(),
  )
  if (!article?.content) return null
  const content = article.content as unknown as ElementLike
  prune(content, (content.textContent?.length ?? 0) * MAX_ASIDE_SHARE)
  const blocks = blocksOf(content)
  return blocks.length === 0 ? null : blocks
}

/** Readability trips over some malformed trees, such as content outside the body: it has then found nothing. */
function readable<T>(parse: () => T): T | null {
  try {
    return parse()
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function prune(element: ElementLike, maxChars: number): void {
  for (let child = element.firstElementChild; child !== null; ) {
    const next = child.nextElementSibling
    if (isAside(child) && (child.textContent?.length ?? 0) <= maxChars) child.remove()
    else prune(child, maxChars)
    child = next
  }
}

function isAside(element: ElementLike): boolean {
  const name = element.nodeName.toLowerCase()
  if (KEPT_TAGS.has(name)) return false
  if (ASIDE_TAGS.has(name) || ASIDE_ROLES.has(element.getAttribute("role") ?? "")) return true
  if (element.getAttribute("hidden") !== null || element.getAttribute("aria-hidden") === "true") return true
  if (/display:\s?none/i.test(element.getAttribute("style") ?? "")) return true
  return wordsOf(element).some((word) => ASIDE_WORDS.has(word))
}

function wordsOf(element: ElementLike): string[] {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`
  return names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/)
}
