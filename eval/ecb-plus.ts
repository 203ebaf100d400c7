import { execFileSync } from "node:child_process"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { mentionId } from "../src/kit/ids.ts"
import type { Actor, Attested, Coded, Mention, Where } from "../src/schema/index.ts"
import { readTar } from "./tar.ts"

/** One topic of ECB+ (Cybulska and Vossen 2014) as the linker takes it, and which mentions are one event. */
export interface EcbTopic {
  topic: string
  coded: Coded[]
  gold: string[][]
}

interface Markable {
  id: string
  tag: string
  text: string
  sentence: number
  start: number
}

interface EcbDocument {
  name: string
  topic: string
  sentences: Map<number, string>
  markables: Markable[]
  /** Markable id → name of its chain. */
  chains: Map<string, string>
}

const BY = "ecb-plus@gold"
const CHARS_PER_TOKEN = 30

function readDocument(name: string, xml: string): EcbDocument {
  const tokens = new Map<string, { text: string; sentence: number; at: number }>()
  for (const [, id = "", sentence, text = ""] of xml.matchAll(/<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)</g))
    tokens.set(id, { text, sentence: Number(sentence), at: tokens.size })
  const sentences = new Map<number, string>()
  for (const { text, sentence } of tokens.values())
    sentences.set(sentence, `${sentences.get(sentence) ?? ""} ${text}`.trim())
  const markables: Markable[] = []
  for (const [, tag = "", id = "", body = ""] of xml.matchAll(
    /<([A-Z_]+) m_id="(\d+)"[^>]*>([^<]*(?:<token_anchor[^<]*)+)/g,
  )) {
    const anchors = [...body.matchAll(/t_id="(\d+)"/g)]
      .map(([, t = ""]) => tokens.get(t))
      .filter((t) => t !== undefined)
    const [first] = anchors
    if (first === undefined) continue
    markables.push({ id, tag, text: anchors.map((a) => a.text).join(" "), sentence: first.sentence, start: first.at })
  }
  return { name, topic: name.split("_")[0] ?? "", sentences, markables, chains: readChains(name, xml) }
}

function readChains(name: string, xml: string): Map<string, string> {
  const chains = new Map<string, string>()
  for (const [, kind, id, rest = "", body = ""] of xml.matchAll(
    /<(CROSS|INTRA)_DOC_COREF r_id="(\d+)"([^>]*)>([^<]*(?:<(?:source|target)[^<]*)+)/g,
  )) {
    const note = /note="([^"]+)"/.exec(rest)?.[1]
    const chain = kind === "CROSS" && note !== undefined ? note : `${name}:${id}`
    for (const [, m = ""] of body.matchAll(/<source m_id="(\d+)"/g)) chains.set(m, chain)
  }
  return chains
}

function stated<T>(value: T): Attested<T> {
  return { value, certainty: "stated", spans: [{ start: 0, end: 1 }], raw: null, by: BY }
}

function named(doc: EcbDocument, sentence: number, tag: RegExp): string[] {
  return [...new Set(doc.markables.filter((m) => m.sentence === sentence && tag.test(m.tag)).map((m) => m.text))]
}

function actorOf(name: string): Attested<Actor> {
  return stated({ name, actorId: `ecb:${name.toLowerCase()}`, kind: "person" as const })
}

function placeOf(name: string): Attested<Where> {
  const unknown = { placeId: null, lat: null, lon: null, radiusKm: null, country: null, admin1: null }
  return stated({ name, precision: "exact" as const, ...unknown })
}

/** All of one chain in one document is one mention, as a coder gives it; further sentences go to `also`. */
function mentionOf(doc: EcbDocument, told: readonly Markable[]): Mention | null {
  const [first, ...rest] = [...told].sort((a, b) => a.start - b.start)
  if (first === undefined) return null
  const start = first.start * CHARS_PER_TOKEN
  const quote = (m: Markable) => {
    const text = doc.sentences.get(m.sentence) ?? m.text
    return { start: m.start * CHARS_PER_TOKEN, end: m.start * CHARS_PER_TOKEN + text.length, text }
  }
  return {
    id: mentionId(doc.name, "accusation", `${first.id} ${first.text} ${quote(first).text}`),
    report: doc.name,
    type: stated("accusation" as const),
    modality: stated(first.tag.startsWith("NEG_") ? ("denied" as const) : ("actual" as const)),
    trigger: { start, end: start + first.text.length, text: told.map((m) => m.text).join(" ") },
    quote: quote(first),
    also: rest.filter((m) => m.sentence !== first.sentence).map(quote),
    when: null,
    where: named(doc, first.sentence, /^LOC_/).map(placeOf),
    actors: named(doc, first.sentence, /^HUMAN_/).map(actorOf),
    targets: [],
    things: named(doc, first.sentence, /^NON_HUMAN_/).map((name) => stated({ name, role: "object" as const })),
    harm: [],
    saidBy: [],
    background: false,
    by: BY,
  }
}

/** Mentions of one document by chain; those outside the sentences that the corpus vouches for are left out. */
function chainsOf(doc: EcbDocument, vouched: ReadonlySet<string> | null): Map<string, Markable[]> {
  const byChain = new Map<string, Markable[]>()
  const short = doc.name.replace(/^\d+_/, "").replace(/\.xml$/, "")
  for (const m of doc.markables) {
    if (!/^(NEG_)?ACTION_/.test(m.tag)) continue
    if (vouched !== null && !vouched.has(`${doc.topic},${short},${m.sentence}`)) continue
    const chain = doc.chains.get(m.id) ?? `${doc.name}#${m.id}`
    byChain.set(chain, [...(byChain.get(chain) ?? []), m])
  }
  return byChain
}

function topicOf(topic: string, docs: readonly EcbDocument[], vouched: ReadonlySet<string> | null): EcbTopic {
  const gold = new Map<string, string[]>()
  const coded = docs.map((doc): Coded => {
    const mentions: Mention[] = []
    for (const [chain, told] of chainsOf(doc, vouched)) {
      const mention = mentionOf(doc, told)
      if (mention === null) continue
      mentions.push(mention)
      gold.set(chain, [...(gold.get(chain) ?? []), mention.id])
    }
    const head = { outlet: doc.name, url: null, title: null, lang: "en", published: null, wire: null, sketch: [] }
    return { report: doc.name, head, mentions, issues: [] }
  })
  return { topic, coded, gold: [...gold.values()] }
}

/** Topics of the first `<dataDir>/coref/ecbplus-*.tar.xz`, in order; null where there is none. */
export function readEcbPlus(dataDir: string): EcbTopic[] | null {
  const archive = archiveIn(join(dataDir, "coref"))
  if (archive === null) return null
  const files = readTar(execFileSync("xz", ["-dc", archive], { maxBuffer: 2 ** 30 }))
  const list = files.get("ECBplus_coreference_sentences.csv")?.toString("utf8")
  const vouched = list === undefined ? null : new Set(list.split(/\r?\n/))
  const docs = [...files]
    .filter(([name]) => /^\d+_\d+ecb(plus)?\.xml$/.test(name))
    .map(([name, body]) => readDocument(name, body.toString("utf8")))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const topics = [...new Set(docs.map((d) => d.topic))]
  return topics
    .map((t) =>
      topicOf(
        t,
        docs.filter((d) => d.topic === t),
        vouched,
      ),
    )
    .filter((t) => t.gold.length > 0)
}

function archiveIn(folder: string): string | null {
  try {
    const name = readdirSync(folder)
      .sort()
      .find((n) => n.startsWith("ecbplus-") && n.endsWith(".tar.xz"))
    return name === undefined ? null : join(folder, name)
  } catch {
    return null
  }
}
