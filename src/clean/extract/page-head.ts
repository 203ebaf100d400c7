import type { PageDate, PageHead } from "../draft.ts"
import { normaliseSpace } from "../plain.ts"
import { readDate } from "../read/printed-date.ts"

/** The little of a DOM document that reading its head needs. */
export interface DocumentLike {
  querySelectorAll(selector: string): Iterable<HeadElement>
  documentElement: HeadElement | null
}
interface HeadElement {
  nodeName: string
  textContent: string | null
  getAttribute(name: string): string | null
}

/** Names under which pages state when they were published, surest first. */
const DATE_METAS = [
  "article:published_time",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "date_published",
  "publishdate",
  "publish-date",
  "publish_date",
  "pubdate",
  "publication_date",
  "publicationdate",
  "published_at",
  "sailthru.date",
  "parsely-pub-date",
  "cxenseparse:recs:publishtime",
  "dc.date.issued",
  "dc.date.published",
  "dc.date.created",
  "dcterms.issued",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "dc:date",
  "dc:created",
  "rnews:datepublished",
  "article.published",
  "originalpublicationdate",
  "article_date_original",
  "citation_publication_date",
  "bt:pubdate",
  "pdate",
  "date",
  "displaydate",
  "article:post_date",
  "created",
  "article.created",
  "timestamp",
]
/** What a document says about itself in meta elements, JSON-LD, microdata and time elements. */
export function readHead(document: DocumentLike): PageHead {
  const metas = metaMap(document)
  const data = jsonLd(document)
  const locale = localeOf(document, metas)
  const outlet = firstOf(metas, ["og:site_name", "application-name", "dc.publisher", "publisher"]) ?? data.outlet
  return {
    title: titleOf(document, metas, outlet, data.title),
    outlet: outlet ?? suffixOf(document),
    lang: locale === null ? null : (locale.split(/[-_]/)[0] ?? null),
    locale,
    published: publishedOf(document, metas, data.published, locale),
    near: [],
    far: [],
  }
}

function metaMap(document: DocumentLike): Map<string, string> {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll("meta")) {
    const name = meta.getAttribute("property") ?? meta.getAttribute("name") ?? meta.getAttribute("itemprop")
    const content = meta.getAttribute("content")?.trim()
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content)
  }
  return metas
}

function firstOf(metas: ReadonlyMap<string, string>, names: readonly string[]): string | null {
  for (const name of names) {
    const value = normaliseSpace(metas.get(name) ?? "")
    if (value !== "" && value.length <= 500) return value
  }
  return null
}

function localeOf(document: DocumentLike, metas: ReadonlyMap<string, string>): string | null {
  const declared = document.documentElement?.getAttribute("lang") ?? metas.get("og:locale") ?? metas.get("language")
  const tag = (declared ?? "").trim().replace("_", "-")
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag) ? tag : null
}

const TITLE_SEPARATOR = /\s+[|–—»«·•:-]+\s+/

/** The headline: stated ones before the title element, from which the outlet's name is cut. */
function titleOf(
  document: DocumentLike,
  metas: ReadonlyMap<string, string>,
  outlet: string | null,
  stated: string | null,
): string | null {
  const headings = textsOf(document, "h1").filter((text) => text.length <= 300)
  const full = textsOf(document, "title")[0] ?? null
  const social = firstOf(metas, ["og:title", "twitter:title", "dc.title"])
  const candidates = [social, stated, full].filter((text) => text !== null)
  const same = headings.find((h) => candidates.some((c) => c.toLowerCase().includes(h.toLowerCase()) && h.length >= 10))
  const best = same ?? stated ?? social ?? (headings.length === 1 ? headings[0] : undefined) ?? full
  return best === undefined || best === null ? null : withoutOutlet(best, outlet)
}

function textsOf(document: DocumentLike, selector: string): string[] {
  return [...document.querySelectorAll(selector)]
    .map((element) => normaliseSpace(element.textContent ?? ""))
    .filter((text) => text !== "")
}

function withoutOutlet(title: string, outlet: string | null): string {
  const parts = title.split(TITLE_SEPARATOR)
  const last = parts.at(-1) ?? ""
  if (parts.length < 2) return title
  const known = outlet !== null && last.toLowerCase() === outlet.toLowerCase()
  const short = last.split(" ").length <= 4 && title.length - last.length >= 25
  return known || short ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[|–—»«·•:-]+\s+$/, "") : title
}

/** "Headline | Outlet": what stands after the last bar of the title element. */
function suffixOf(document: DocumentLike): string | null {
  const title = textsOf(document, "title")[0] ?? ""
  const last = /\s[|–—»·]\s([^|–—»·]{2,40})$/.exec(title)?.[1]?.trim()
  return last !== undefined && last.split(" ").length <= 5 ? last : null
}

function publishedOf(
  document: DocumentLike,
  metas: ReadonlyMap<string, string>,
  stated: PageDate | null,
  locale: string | null,
): PageDate | null {
  if (stated !== null) return stated
  for (const name of DATE_METAS) {
    const raw = metas.get(name)
    const value = raw === undefined ? null : readDate(raw, locale)
    if (raw !== undefined && value !== null) return { value, raw, origin: `meta:${name}` }
  }
  return markedDate(document, locale)
}

/** Microdata and time elements that say which date they are. */
function markedDate(document: DocumentLike, locale: string | null): PageDate | null {
  for (const selector of [
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.published",
    "time.entry-date",
    "abbr.published",
  ])
    for (const element of document.querySelectorAll(selector)) {
      const raw = element.getAttribute("datetime") ?? element.getAttribute("content") ?? element.getAttribute("title")
      const value = raw === null ? null : readDate(raw, locale)
      if (raw !== null && value !== null) return { value, raw, origin: `html:${selector}` }
    }
  return null
}

interface Stated {
  title: string | null
  outlet: string | null
  published: PageDate | null
}

/** JSON-LD of the page's article. Broken JSON is common: the publication date is then read by its key. */
function jsonLd(document: DocumentLike): Stated {
  const stated: Stated = { title: null, outlet: null, published: null }
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = (script.textContent ?? "").slice(0, 500_000)
    try {
      for (const item of itemsOf(JSON.parse(text), 0)) takeItem(stated, item)
    } catch {
      const raw = /"datePublished"\s*:\s*"([^"]{8,40})"/.exec(text)?.[1]
      if (raw !== undefined) takeDate(stated, raw)
    }
  }
  return stated
}

type Json = Record<string, unknown>

function itemsOf(value: unknown, depth: number): Json[] {
  if (depth > 4 || value === null || typeof value !== "object") return []
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((item) => itemsOf(item, depth + 1))
  const item = value as Json
  return [item, ...itemsOf(item["@graph"], depth + 1), ...itemsOf(item.mainEntity, depth + 1)]
}

const ARTICLE = /article|posting|report|webpage|creativework|newsarticle/i

function takeItem(stated: Stated, item: Json): void {
  const type = [item["@type"]].flat().join(" ")
  if (!ARTICLE.test(type)) return
  if (typeof item.datePublished === "string") takeDate(stated, item.datePublished)
  const headline = item.headline
  if (stated.title === null && typeof headline === "string" && headline.trim() !== "" && headline.length <= 300)
    stated.title = normaliseSpace(headline)
  const publisher = [item.publisher].flat()[0]
  const name = publisher !== null && typeof publisher === "object" ? (publisher as Json).name : null
  if (stated.outlet === null && typeof name === "string" && name.trim() !== "") stated.outlet = normaliseSpace(name)
}

function takeDate(stated: Stated, raw: string): void {
  const value = readDate(raw)
  if (stated.published === null && value !== null) stated.published = { value, raw, origin: "json-ld:datePublished" }
}
