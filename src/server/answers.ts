import { z } from "@hono/zod-openapi"
import * as schema from "../schema/index.ts"

/** The shapes that the API answers with, named for the OpenAPI document. Records are those of `src/schema`. */
const named = <T extends z.ZodType>(name: string, type: T): T => type.clone().openapi(name) as T

export const Event = named("Event", schema.Event)
export const Mention = named("Mention", schema.Mention)
export const Report = named("Report", schema.Report)
export const Link = named("Link", schema.Link)
export const Judgement = named("Judgement", schema.Judgement)
export const Review = named("Review", schema.Review)
const Issue = named("Issue", schema.Issue)

export const ProblemAnswer = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    wayOut: z.string().optional(),
  })
  .openapi("Problem")

const grade = z.enum(schema.GRADES)

export const EventCard = z
  .object({
    id: z.string(),
    type: schema.EventType.nullable(),
    modality: schema.Modality.nullable(),
    grade,
    outlets: z.int(),
    origins: z.int(),
    mentions: z.int(),
    when: schema.When.nullable(),
    whenCertainty: schema.Certainty.nullable(),
    where: schema.Where.nullable(),
    whereCertainty: schema.Certainty.nullable(),
    actors: z.array(z.string()),
    targets: z.array(z.string()),
    harm: schema.Event.shape.harm,
    quote: z.string(),
  })
  .openapi("EventCard")

const FacetCount = z.object({ value: z.string(), label: z.string(), count: z.int() }).openapi("FacetCount")
const facet = z.array(FacetCount)
export const EventFacets = z
  .object({
    type: facet,
    modality: facet,
    grade: facet,
    actor: facet,
    outlet: facet,
    country: facet,
    month: facet,
  })
  .openapi("EventFacets")

export const EventAnswer = z
  .object({
    items: z.array(EventCard),
    total: z.int(),
    facets: EventFacets.nullable(),
    next: z.string().nullable(),
  })
  .openapi("EventAnswer")

export const ReportCard = z
  .object({
    id: z.string(),
    pageId: z.string().nullable(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    lang: z.string(),
    title: z.string().nullable(),
    published: schema.Instant.nullable(),
    wire: z.string().nullable(),
  })
  .openapi("ReportCard")

export const MentionAnswer = z
  .object({ mention: Mention, report: ReportCard, event: z.string().nullable(), reviews: z.array(Review) })
  .openapi("MentionAnswer")

export const EventDetail = z
  .object({
    event: Event,
    mentions: z.array(MentionAnswer),
    judgements: z.array(Judgement),
    links: z.array(Link),
    /** Mentions of other events that the linker weighed against this one's and kept apart, best score first. */
    near: z.array(z.object({ link: Link, own: z.string(), other: MentionAnswer })),
  })
  .openapi("EventDetail")

export const PageHead = schema.Page.omit({ body: true, encoding: true }).extend({ bytes: z.int() }).openapi("PageHead")

export const ReportAnswer = z
  .object({
    report: Report,
    page: PageHead.nullable(),
    mentions: z.array(Mention),
    issues: z.array(Issue),
    /** Which event each mention belongs to, by mention id. */
    events: z.record(z.string(), z.string().nullable()),
  })
  .openapi("ReportAnswer")

export const SearchAnswer = z
  .object({ events: z.array(EventCard), reports: z.array(ReportCard.extend({ snippet: z.string() })) })
  .openapi("SearchAnswer")

export const DeskCounts = z
  .object({
    pages: z.int(),
    reports: z.int(),
    mentions: z.int(),
    events: z.int(),
    outlets: z.int(),
    judgements: z.int(),
    reviews: z.int(),
    stale: z.boolean(),
  })
  .openapi("DeskCounts")

export const BUCKETS = ["day", "week", "month", "year"] as const

export const Timeline = z
  .object({
    bucket: z.enum(BUCKETS),
    /** `start` is the first day of the bucket; an event counts in the bucket in which it starts. */
    rows: z.array(z.object({ start: z.string(), type: schema.EventType.nullable(), count: z.int() })),
    undated: z.int(),
  })
  .openapi("Timeline")

export const CodebookAnswer = z
  .object({
    families: z.array(z.object({ id: z.string(), colour: z.string() })),
    types: z.array(
      z.object({
        id: schema.EventType,
        family: z.string(),
        label: z.string(),
        definition: z.string(),
        actor: z.string().nullable(),
        target: z.string().nullable(),
        yes: z.array(z.string()),
        no: z.array(z.string()),
      }),
    ),
    modalities: z.array(z.string()),
    grades: z.array(z.string()),
    version: z.string(),
  })
  .openapi("Codebook")

export const EventPoints = z
  .object({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.object({
        type: z.literal("Feature"),
        id: z.string(),
        geometry: z.object({ type: z.literal("Point"), coordinates: z.tuple([z.number(), z.number()]) }),
        properties: z.object({
          radiusKm: z.number().nullable(),
          precision: z.enum(schema.WHERE_PRECISIONS),
          type: schema.EventType.nullable(),
          modality: schema.Modality.nullable(),
          grade,
          start: z.string().nullable(),
        }),
      }),
    ),
  })
  .openapi("EventPoints")

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: ProblemAnswer } },
})
export const PROBLEMS = { 400: problem("The request is malformed"), 404: problem("Nothing has this id") }

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  200: { description, content: { "application/json": { schema } } },
})
