import { sha256 } from "../../src/kit/hash.ts"
import { eventId, mentionId, pageId, reportIdOfPage } from "../../src/kit/ids.ts"
import type { Stages } from "../../src/pipeline/stages.ts"
import type {
  Actor,
  Attested,
  Coded,
  Event,
  Harm,
  Link,
  Mention,
  Page,
  Report,
  Resolved,
  Where,
} from "../../src/schema/index.ts"

/** Stages so plain that tests can predict them: a sentence "2019-03-02 Anat: shelling killed 5, by Grey Brigade." is a mention. */
const SENTENCE = /(\d{4}-\d\d-\d\d|undated) (\w+): (shelling|siege|protest) killed (\d+), by ([A-Z][\w ]+)\./g

const PLACES: Record<string, [number, number]> = { Anat: [34.5, 42], Suva: [-18.1, 178.4], Apia: [-13.8, -171.8] }
const BY = "fake@1"

export function pageOf(body: string, name = "page"): Page {
  const hash = sha256(body)
  const id = pageId(hash, name, "The Plain Paper")
  return {
    id,
    url: null,
    outlet: "The Plain Paper",
    fetchedAt: "2020-01-01T00:00:00Z",
    sha256: hash,
    mime: "text/plain",
    body,
    name,
  }
}

/** Reports with one to three mentions each, all different, over a few places and days. */
export function generatedPages(count: number): Page[] {
  return Array.from({ length: count }, (_, i) => {
    const day = `2019-03-${String((i % 28) + 1).padStart(2, "0")}`
    const place = Object.keys(PLACES)[i % 3]
    const sentence = `${day} ${place}: shelling killed ${i}, by Grey Brigade.`
    const more = i % 2 === 0 ? ` ${day} ${place}: siege killed 0, by Blue Guard.` : ""
    return pageOf(`Report ${i}\n\n${sentence}${more} ${"Nothing else happened. ".repeat(i % 40)}`, `page-${i}`)
  })
}

export const fakeStages: Stages = {
  async clean(page) {
    if (page.body.includes("CLEAN-BUG")) throw new Error("clean broke")
    if (page.body.trim() === "")
      return {
        value: null,
        issues: [{ code: "clean/no-text", severity: "error", stage: "clean", message: "no text", ref: page.id }],
      }
    const [first = ""] = page.body.split("\n")
    const value: Report = {
      id: reportIdOfPage(page.id),
      pageId: page.id,
      url: page.url,
      outlet: page.outlet,
      lang: "en",
      title: first,
      text: page.body,
      blocks: [{ kind: "title", start: 0, end: first.length }],
      published: null,
    }
    return { value, issues: [] }
  },
  code,
  link: ({ coded }) => ({ value: linked(coded), issues: [] }),
  async close() {},
}

function code(report: Report): Coded {
  if (report.text.includes("CODE-BUG")) throw new Error("code broke")
  const head = {
    outlet: report.outlet ?? null,
    url: null,
    title: report.title,
    lang: report.lang,
    published: null,
    wire: null,
    sketch: [],
  }
  const mentions = [...report.text.matchAll(SENTENCE)].map((match) => mentionOf(report, match))
  return { report: report.id, head, mentions, issues: [] }
}

function mentionOf(report: Report, match: RegExpMatchArray): Mention {
  const [text, day = "", place = "", type = "", toll = "", actor = ""] = match
  const start = match.index ?? 0
  const attested = <T>(value: T, words: string): Attested<T> => {
    const at = start + text.indexOf(words)
    return {
      value,
      certainty: "stated",
      spans: [{ start: at, end: at + words.length }],
      raw: words,
      by: BY,
      why: "fake/words",
    }
  }
  const [lat, lon] = PLACES[place] ?? [null, null]
  const where: Where = {
    name: place,
    placeId: null,
    lat,
    lon,
    radiusKm: lat === null ? null : 2,
    precision: "exact",
    country: null,
    admin1: null,
  }
  const harm: Harm = { kind: "killed", who: "people", min: Number(toll), max: Number(toll), approximate: false }
  return {
    id: mentionId(report.id, type, text),
    report: report.id,
    type: attested(type as Mention["type"]["value"], type),
    modality: attested("actual", type),
    trigger: { ...(attested("", type).spans[0] ?? { start: 0, end: 1 }), text: type },
    quote: { start, end: start + text.length, text },
    also: [],
    when: day === "undated" ? null : attested({ start: day, end: day, precision: "day" }, day),
    where: [attested(where, place)],
    actors: [attested({ name: actor, actorId: null, kind: "rebel-group" }, actor)],
    targets: [],
    things: [],
    harm: [attested(harm, toll)],
    saidBy: [],
    background: false,
    by: BY,
  }
}

/** Same type, place and day is the same event. */
function linked(coded: Coded[]): { events: Event[]; links: Link[] } {
  const all = coded.flatMap(({ mentions }) => mentions)
  const key = (mention: Mention) =>
    [mention.type.value, mention.where[0]?.value.name, mention.when?.value.start].join("|")
  const groups = [...Map.groupBy(all, key).values()]
  const links = groups.flatMap((group) =>
    group.slice(1).map((mention, i): Link => {
      const reasons = [{ comparator: "day", score: 1, words: "the same day" }]
      return { a: group[i]?.id ?? "", b: mention.id, score: 0.9, joined: true, reasons }
    }),
  )
  return { events: groups.map(eventOf), links }
}

function eventOf(mentions: Mention[]): Event {
  const [oldest] = mentions
  if (!oldest) throw new Error("an event has mentions")
  const ids = mentions.map((mention) => mention.id)
  const resolved = <T>(best: T | null): Resolved<T> => ({
    best,
    certainty: best === null ? null : "stated",
    rule: "first",
    support: ids,
    alternatives: [],
  })
  const tolls = mentions.flatMap((mention) => mention.harm[0]?.value.min ?? [])
  return {
    id: eventId(oldest.id),
    mentions: ids,
    reports: [...new Set(mentions.map((mention) => mention.report))],
    outlets: 1,
    origins: 1,
    grade: "weak",
    gradeWhy: "one origin",
    type: resolved(oldest.type.value),
    modality: resolved(oldest.modality.value),
    when: resolved(oldest.when?.value ?? null),
    where: resolved(oldest.where[0]?.value ?? null),
    actors: oldest.actors.map((actor) => resolved<Actor>(actor.value)),
    targets: [],
    harm: oldest.harm.map((harm) => ({
      ...resolved<Harm>(harm.value),
      low: Math.min(...tolls),
      high: Math.max(...tolls),
    })),
  }
}

export function sourceOf(pages: Page[]) {
  return {
    total: pages.length,
    async *items() {
      for (const value of pages) yield { value, issues: [] }
    },
  }
}
