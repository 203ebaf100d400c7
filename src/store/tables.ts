import type { Generated } from "kysely"

/** The tables of a desk, as Kysely needs them; `migrations/` is the definition and says what they mean. */
export interface Tables {
  pages: {
    seq: Generated<number>
    id: string
    url: string | null
    outlet: string | null
    fetched_at: string
    sha256: string
    bytes: number
    mime: string
    charset: string | null
    name: string | null
    given: string | null
  }
  page_issues: { page_id: string; issues: string }
  reports: {
    seq: Generated<number>
    id: string
    page_id: string
    url: string | null
    outlet: string | null
    lang: string
    title: string | null
    published: string | null
    published_day: number | null
    wire: string | null
    text: string
    body: string
  }
  coded: { report_id: string; head: string; issues: string }
  mentions: {
    seq: Generated<number>
    id: string
    report_id: string
    ordinal: number
    type: string
    modality: string
    start_day: number | null
    end_day: number | null
    lat: number | null
    lon: number | null
    background: number
    body: string
  }
  judgements: {
    seq: Generated<number>
    id: string
    a: string
    b: string
    verdict: string
    supersedes: string | null
    body: string
  }
  reviews: {
    seq: Generated<number>
    id: string
    mention: string
    field: string
    verdict: string
    supersedes: string | null
    body: string
  }
  state: { one: number; truth: number; derived_from: number }
  events: {
    seq: number
    id: string
    type: string | null
    modality: string | null
    grade: string
    outlets: number
    origins: number
    mentions: number
    start_day: number | null
    end_day: number | null
    month: string | null
    lat: number | null
    lon: number | null
    radius_km: number | null
    precision: string | null
    country: string | null
    killed: number | null
    quote: string
    body: string
  }
  event_mentions: { event_id: string; ordinal: number; mention_id: string }
  event_actors: { event_seq: number; key: string; name: string }
  event_outlets: { event_seq: number; outlet: string }
  links: { a: string; b: string; score: number; joined: number; reasons: string }
  reports_fts: { rowid: number; text: string; reports_fts: string }
  events_fts: { rowid: number; words: string; place: string; actors: string; events_fts: string }
  events_rtree: {
    seq: number
    min_lat: number
    max_lat: number
    min_lon: number
    max_lon: number
    min_day: number
    max_day: number
  }
}
