import type { Event, EventType, Link, Modality, Where } from "../../src/schema/index.ts"
import type {
  EventAnswer,
  EventCard,
  EventFacets,
  FacetCount,
  Grade,
  MentionAnswer,
  EventDetail as StoredDetail,
  ReportAnswer as StoredReport,
} from "../../src/store/desk.ts"

export type * from "../../src/schema/index.ts"
export type { DeskCounts, PageHead, ReportCard } from "../../src/store/desk.ts"
export type { EventAnswer, EventCard, EventFacets, FacetCount, Grade, MentionAnswer }

export interface NearMiss {
  link: Link
  own: string
  other: MentionAnswer
}
export type EventDetail = StoredDetail & { near: NearMiss[] }
export type ReportAnswer = StoredReport & { events: Record<string, string | null> }

export interface EventPointProperties {
  id: string
  radiusKm: number | null
  precision: Where["precision"]
  type: EventType | null
  modality: Modality | null
  grade: Event["grade"]
  start: string | null
}
export interface EventPoint {
  type: "Feature"
  id: string
  geometry: { type: "Point"; coordinates: [number, number] }
  properties: EventPointProperties
}
export interface EventPoints {
  type: "FeatureCollection"
  features: EventPoint[]
}

export type Bucket = "day" | "week" | "month" | "year"
export interface Timeline {
  bucket: Bucket
  rows: { start: string; type: EventType | null; count: number }[]
  undated: number
}

export interface CodebookType {
  id: EventType
  family: string
  label: string
  definition: string
  actor: string | null
  target: string | null
  yes: string[]
  no: string[]
}
export interface Codebook {
  families: { id: string; colour: string }[]
  types: CodebookType[]
  modalities: Modality[]
  grades: Grade[]
  version: string
}
