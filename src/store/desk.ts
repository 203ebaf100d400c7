import type {
  Coded,
  Event,
  EventType,
  Instant,
  IsoDate,
  Issue,
  Judgement,
  Link,
  Mention,
  Modality,
  Page,
  Report,
  Review,
  When,
  Where,
} from "../schema/index.ts"

export type Grade = Event["grade"]

/** "read" needs a desk and takes no lock; "write" needs a desk; "create" makes the folder and the desk where missing. */
export type DeskMode = "read" | "write" | "create"

export type EventSort = "newest" | "oldest" | "origins" | "killed"

/** Everything is optional; several values in one list mean "or", several fields mean "and". */
export interface EventFilter {
  types?: EventType[]
  modality?: Modality[]
  grade?: Grade[]
  /** Actor keys as the facets give them (register id, else the name), on either side of the event. */
  actor?: string[]
  outlet?: string[]
  country?: string[]
  /** Degrees: [west, south, east, north]; west > east crosses the date line. Events of unknown place never match. */
  box?: [number, number, number, number]
  /** Words of a place's, division's or country's name. */
  place?: string
  /** Events whose interval touches from…to (days, both included). Events of unknown date never match. */
  from?: IsoDate
  to?: IsoDate
  /** Words in the event's quotes, places and actors; the last word may be unfinished. */
  text?: string
  minOrigins?: number
}

export interface EventQuery extends EventFilter {
  sort?: EventSort
  /** 1 to 500; 50 unless told. */
  limit?: number
  /** `next` of the answer before. */
  cursor?: string
  /** false leaves the facets out. */
  facets?: boolean
}

/** An event as lists and maps show it. */
export interface EventCard {
  id: string
  type: EventType | null
  modality: Modality | null
  grade: Grade
  outlets: number
  origins: number
  mentions: number
  when: When | null
  whenCertainty: Event["when"]["certainty"]
  where: Where | null
  whereCertainty: Event["where"]["certainty"]
  actors: string[]
  targets: string[]
  harm: Event["harm"]
  /** The telling sentence of the oldest mention. */
  quote: string
}

export interface FacetCount {
  value: string
  label: string
  count: number
}

/** Each facet is counted with every filter applied except its own, so that its other values can still be chosen. */
export interface EventFacets {
  type: FacetCount[]
  modality: FacetCount[]
  grade: FacetCount[]
  /** The 50 most frequent. */
  actor: FacetCount[]
  outlet: FacetCount[]
  country: FacetCount[]
  /** Events by the month in which they start, in order, value "2018-12". All filters but from and to apply. */
  month: FacetCount[]
}

export interface EventAnswer {
  items: EventCard[]
  total: number
  facets: EventFacets | null
  /** null on the last page. */
  next: string | null
}

/** For the map: every event of the filter that has a point, at most 50,000. */
export interface EventPoint {
  id: string
  lat: number
  lon: number
  radiusKm: number | null
  precision: Where["precision"]
  type: EventType | null
  modality: Modality | null
  grade: Grade
  start: IsoDate | null
}

export interface TimelineAnswer {
  days: { day: IsoDate; type: EventType | null; count: number }[]
  undated: number
}

export interface ReportCard {
  id: string
  pageId: string | null
  url: string | null
  outlet: string | null
  lang: string
  title: string | null
  published: Instant | null
  wire: string | null
}

/** A page without its bytes. */
export type PageHead = Omit<Page, "body" | "encoding"> & { bytes: number }

export interface MentionAnswer {
  mention: Mention
  report: ReportCard
  /** The event that the mention belongs to; null when the desk is not linked yet. */
  event: string | null
  /** Every review of it, oldest first, superseded ones too. */
  reviews: Review[]
}

export interface EventDetail {
  event: Event
  /** In the event's order: oldest first. */
  mentions: MentionAnswer[]
  /** Judgements that name one of its mentions, oldest first. */
  judgements: Judgement[]
  /** Links between its mentions, and those that were weighed but not joined. */
  links: Link[]
}

export interface ReportAnswer {
  report: Report
  page: PageHead | null
  mentions: Mention[]
  issues: Issue[]
}

export interface SearchAnswer {
  events: EventCard[]
  /** `snippet` marks the hits with U+E000 … U+E001 (private use; never found in cleaned text). */
  reports: (ReportCard & { snippet: string })[]
}

export interface DeskCounts {
  pages: number
  reports: number
  mentions: number
  events: number
  outlets: number
  judgements: number
  reviews: number
  /** True when pages, judgements or reviews came after the last linking. */
  stale: boolean
}

/** One page with what the stages made of it; stored whole or not at all. */
export interface Processed {
  page: Page
  report: Report | null
  coded: Coded | null
  /** Of cleaning. Those of coding are in `coded`. */
  issues: Issue[]
}

export interface LinkInput {
  coded: Coded[]
  judgements: Judgement[]
  reviews: Review[]
  /** The desk's count of writes at the time of reading. */
  truth: number
}

/** Something stored that contradicts itself. */
export interface Divergence {
  /** Stable: "page/bytes", "mention/span", "derived/event" … */
  code: string
  ref: string
  message: string
}

/** A decision as the caller gives it; the desk makes the id, and takes the time where it is left out. */
export type NewJudgement = Omit<Judgement, "id" | "at"> & { at?: Instant }
export type NewReview = Omit<Review, "id" | "at"> & { at?: Instant }

/** One project's work: a folder with `desk.sqlite` and the archive `pages/`. Get one from `openDesk` of `open.ts`. */
export interface Desk {
  readonly folder: string
  readonly mode: DeskMode

  counts(): Promise<DeskCounts>
  events(query?: EventQuery): Promise<EventAnswer>
  points(filter?: EventFilter): Promise<EventPoint[]>
  /** Counts by the day on which events start and by type, in order; `undated` is the number of those without a day. */
  timeline(filter?: EventFilter): Promise<TimelineAnswer>
  /** Also finds an event by the id of one that was merged into it. */
  event(id: string): Promise<EventDetail | null>
  report(id: string): Promise<ReportAnswer | null>
  /** @throws IntegrityError when the archive lacks the bytes or they do not match their hash */
  page(id: string): Promise<{ page: PageHead; bytes: Uint8Array } | null>
  mention(id: string): Promise<MentionAnswer | null>
  search(text: string, limit?: number): Promise<SearchAnswer>
  /** All links of a mention, best first. */
  links(mention: string): Promise<Link[]>
  judgements(): Promise<Judgement[]>
  reviews(mention?: string): Promise<Review[]>

  /** Appends; the events follow at the next `relinkDesk` of `pipeline`. @throws NotFoundError for an unknown mention */
  judge(judgement: NewJudgement): Promise<Judgement>
  review(review: NewReview): Promise<Review>

  /** Which of these page ids the desk holds. */
  known(pageIds: string[]): Promise<Set<string>>
  /** Adds pages with their reports and mentions in one transaction. Pages already there are left as they are. */
  add(batch: Processed[]): Promise<Issue[]>
  /** Puts newly cleaned and coded reports in the place of the old ones of the same pages, in one transaction. */
  recode(batch: Processed[]): Promise<Issue[]>
  /** Every page with its bytes, in the order in which they were added. */
  pages(): AsyncGenerator<Page>
  /** Every event, in order of id. */
  allEvents(): AsyncGenerator<Event>
  /** Every link, in order of its two mentions. */
  allLinks(): AsyncGenerator<Link>
  /** What linking needs. Every stored mention: the one answer that grows with the desk. */
  linkInput(): Promise<LinkInput>
  /** Replaces events and links in one transaction. */
  writeDerived(derived: { events: Event[]; links: Link[] }, input: LinkInput): Promise<void>
  /** The stored truth as JSON Lines in a fixed order: equal desks give equal bytes. */
  dump(): AsyncGenerator<string>
  /** Checks everything stored against itself, page bytes included; yields what diverges. Derived records are not its matter. */
  verifyStored(): AsyncGenerator<Divergence>
  close(): Promise<void>
}
