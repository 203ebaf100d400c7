import type { ActorHit } from "../actors/identify.ts"
import type { SpeakerHit } from "../actors/speakers.ts"
import type { Parse } from "../lang/en/parse.ts"
import type { Toponym } from "../places/locate.ts"
import type { BLOCK_KINDS, Certainty, EventType, IsoDate, Modality, Report, Span } from "../schema/index.ts"
import type { HarmHit } from "./resolve/harm.ts"
import type { DateHit } from "./resolve/when.ts"

/** One sentence with all that was recognised in it. Spans are into `Report.text`. */
export interface SentenceView extends Span {
  index: number
  parse: Parse
  block: (typeof BLOCK_KINDS)[number]
  /** Index of the block that it stands in: sentences of one block are one paragraph. */
  paragraph: number
  actors: ActorHit[]
  speakers: SpeakerHit[]
  toponyms: Toponym[]
  dates: DateHit[]
  harms: HarmHit[]
}

/** A report as a coder sees it. */
export interface ReportView {
  report: Report
  text: string
  publishedDay: IsoDate | null
  sentences: SentenceView[]
}

/** What a coder finds: a trigger with its type, modality and arguments as spans. Values are resolved afterwards, alike for every coder. */
export interface Draft {
  type: EventType
  typeCertainty: Certainty
  modality: Modality
  /** The words that carry the modality; the trigger itself where nothing else does. */
  modalityCue: Span
  modalityWhy: string
  sentence: number
  trigger: Span
  /** The clause that tells it: values inside it belong to the event before others of the sentence do. */
  clause: Span
  actors: Span[]
  targets: Span[]
  things: { span: Span; role: "object" | "instrument" }[]
  /** Phrases that name where, by grammar ("the capture of X", "in X"), before any other place of the clause. */
  places: Span[]
  /** A harm word ("killed") with no better trigger: joined to the event that it belongs to, where there is one. */
  weak: boolean
  background: boolean
  /** How many constraints the pattern checked; more is surer. */
  specificity: number
}

/** Finds the events that a report tells. Pure; never throws for bad data. */
export interface Coder {
  /** Name and version, as in `Mention.by`. */
  id: string
  languages: readonly string[]
  code(view: ReportView): Draft[]
}
