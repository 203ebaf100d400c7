import type {
  Event,
  EventType,
  GRADES,
  IsoDate,
  Judgement,
  Link,
  Mention,
  Modality,
  Page,
  Report,
  Review,
} from "../schema/index.ts"

export type Grade = (typeof GRADES)[number]
type Maybe<T> = T | Promise<T>

/** West, south, east, north in WGS 84 degrees. West may be greater than east: the box then crosses the antimeridian. */
export type Bbox = [number, number, number, number]

/** Every given condition holds; an absent one is no condition. Several values of one condition are alternatives. */
export interface EventFilter {
  types?: EventType[]
  modalities?: Modality[]
  grades?: Grade[]
  /** Part of an actor's or a target's name, or a register id. */
  actor?: string
  /** Part of a place's, a first-level division's name, or a country code. */
  place?: string
  bbox?: Bbox
  /** The event's interval meets [from, to]; an undated event meets neither bound. */
  from?: IsoDate
  to?: IsoDate
  outlet?: string
  /** Full text of the reports that tell the event. */
  text?: string
  minOrigins?: number
}

export const EVENT_SORTS = ["newest", "oldest", "origins", "harm"] as const
export type EventSort = (typeof EVENT_SORTS)[number]
export const FACETS = ["type", "modality", "grade", "outlet", "actor", "country"] as const
export const BUCKETS = ["day", "week", "month", "year"] as const
export type Bucket = (typeof BUCKETS)[number]

export interface EventList {
  events: Event[]
  total: number
  /** Opaque; null on the last page. */
  cursor: string | null
}
export type FacetCount = { value: string; count: number }
export type Facets = Record<(typeof FACETS)[number], FacetCount[]>
/** `start` is the first day of the bucket. */
export type TimelineRow = { start: IsoDate; type: EventType; count: number }
export interface DeskCounts {
  pages: number
  reports: number
  mentions: number
  judgements: number
  reviews: number
  events: number
}

/** What the server asks of a desk. Lookups give null for an unknown id. */
export interface DeskPort {
  counts(): Maybe<DeskCounts>
  findEvents(filter: EventFilter, page: { sort: EventSort; limit: number; cursor: string | null }): Maybe<EventList>
  /** Counts for one facet leave that facet's own condition out, so that its other values can be chosen. */
  facets(filter: EventFilter): Maybe<Facets>
  timeline(filter: EventFilter, bucket: Bucket): Maybe<TimelineRow[]>
  /** Ids of events that were merged into another resolve to it. */
  event(id: string): Maybe<Event | null>
  linksOf(mentions: string[]): Maybe<Link[]>
  mention(id: string): Maybe<Mention | null>
  mentionsOf(report: string): Maybe<Mention[]>
  /** The event that a mention belongs to. */
  eventOf(mention: string): Maybe<string | null>
  report(id: string): Maybe<Report | null>
  page(id: string): Maybe<Page | null>
  judgementsOn(mentions: string[]): Maybe<Judgement[]>
  reviewsOn(mentions: string[]): Maybe<Review[]>
  addJudgement(judgement: Judgement): Maybe<void>
  addReview(review: Review): Maybe<void>
}
