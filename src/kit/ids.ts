import { shortId } from "./hash.ts"
import { normaliseWords } from "./text.ts"

/** One page per captured bytes and address: adding the same input again gives the same id. */
export function pageId(sha256: string, url: string | null, outlet: string | null): string {
  return shortId("pg", sha256, url, outlet)
}

export function reportIdOfPage(pageId: string): string {
  return pageId.replace(/^pg_/, "rp_")
}

/** Depends on report, type and normalised quote, so that reviews and judgements survive re-coding. */
export function mentionId(report: string, type: string, quote: string): string {
  return shortId("mn", report, type, normaliseWords(quote))
}

/** An event carries the id of its oldest mention. */
export function eventId(oldestMention: string): string {
  return oldestMention.replace(/^mn_/, "ev_")
}

export function mentionIdOfEvent(event: string): string {
  return event.replace(/^ev_/, "mn_")
}
