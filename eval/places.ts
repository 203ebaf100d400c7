import { spawnSync } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { overlaps } from "../src/kit/spans.ts"
import { type Gazetteer, openGazetteer } from "../src/places/gazetteer.ts"
import { locate } from "../src/places/locate.ts"
import { distanceKm } from "../src/places/place.ts"
import { resolveGiven } from "../src/places/resolve-given.ts"
import type { Span } from "../src/schema/index.ts"
import { f1, type Score, share, spread } from "./scorer.ts"
import { readTar } from "./tar.ts"

interface GoldToponym extends Span {
  lat: number
  lon: number
}

interface GoldArticle {
  text: string
  toponyms: GoldToponym[]
}

/** Usual yardstick of geoparsing: 100 miles. */
const NEAR_KM = 161

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }

function decoded(xml: string): string {
  const cdata = /^\s*<!\[CDATA\[([\s\S]*)\]\]>\s*$/.exec(xml)
  return cdata?.[1] ?? xml.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "")
}

function field(xml: string, name: string): string | null {
  const from = xml.indexOf(`<${name}>`)
  const to = xml.indexOf(`</${name}>`, from)
  return from < 0 || to < 0 ? null : xml.slice(from + name.length + 2, to)
}

/** LGL and GeoVirus share one layout (GeoVirus counts from 1); toponyms without a point, or whose offsets do not fit the text, are left out. */
export function readGoldArticles(xml: string): GoldArticle[] {
  return xml.split("</article>").flatMap((article) => {
    const body = field(article, "text")
    if (body === null) return []
    const text = decoded(body)
    const toponyms = article
      .split(/<toponym>|<location>/)
      .slice(1)
      .flatMap((part) => toponymOf(part, text) ?? [])
    return [{ text, toponyms }]
  })
}

function toponymOf(part: string, text: string): GoldToponym | null {
  const [start, end, lat, lon] = ["start", "end", "lat", "lon"].map((name) => Number(field(part, name) ?? Number.NaN))
  const name = decoded(field(part, "phrase") ?? field(part, "name") ?? "")
  if (start === undefined || end === undefined || lat === undefined || lon === undefined) return null
  if (![start, end, lat, lon].every(Number.isFinite)) return null
  const shift = [0, -1].find((by) => text.slice(start + by, end + by) === name)
  return shift === undefined ? null : { start: start + shift, end: end + shift, lat, lon }
}

function readArticles(dataDir: string, file: string): GoldArticle[] | null {
  const dir = join(dataDir, "places")
  const archive = existsSync(dir) ? readdirSync(dir).find((f) => f.endsWith(".tar.xz")) : undefined
  if (!archive) return null
  const { stdout, status } = spawnSync("xz", ["-dc", join(dir, archive)], { maxBuffer: 256 * 1024 * 1024 })
  if (status !== 0) throw new Error(`cannot unpack ${join(dir, archive)}: is xz installed?`)
  const xml = [...readTar(stdout)].find(([name]) => name.toLowerCase() === file)?.[1]
  return xml ? readGoldArticles(xml.toString("utf8")) : null
}

interface Options {
  sample?: number
  gazetteer?: Gazetteer
}

async function score(name: string, dataDir: string, file: string, options: Options): Promise<Score | null> {
  const all = readArticles(dataDir, file)
  if (!all) return null
  const gazetteer = options.gazetteer ?? (await openGazetteer(join(import.meta.dirname, "../data")))
  const articles = spread(all, options.sample ?? null)
  const errorsKm: number[] = []
  const count = { gold: 0, found: 0, right: 0, predicted: 0, predictedGold: 0 }
  for (const { text, toponyms } of articles) {
    const given = resolveGiven(text, toponyms, gazetteer)
    const found = locate({ text }, gazetteer).value.filter((t) => t.where.why !== "where/demonym")
    toponyms.forEach((gold, i) => {
      count.gold++
      const where = given[i]
      if (where?.lat !== null && where?.lon !== null && where)
        errorsKm.push(distanceKm(gold, { lat: where.lat, lon: where.lon }))
      const hits = found.filter((t) => overlaps(t.span, gold))
      if (hits.length > 0) count.found++
      const near = ({ lat, lon }: { lat: number | null; lon: number | null }) =>
        lat !== null && lon !== null && distanceKm(gold, { lat, lon }) <= NEAR_KM
      if (hits.some((t) => near(t.where.value))) count.right++
    })
    count.predicted += found.length
    count.predictedGold += found.filter((t) => toponyms.some((g) => overlaps(t.span, g))).length
  }
  const precision = share(count.predictedGold, count.predicted)
  const recall = share(count.found, count.gold)
  return {
    name,
    n: count.gold,
    metrics: {
      accuracy161: share(errorsKm.filter((e) => e <= NEAR_KM).length, count.gold),
      accuracy161OfResolved: share(errorsKm.filter((e) => e <= NEAR_KM).length, errorsKm.length),
      meanErrorKm: Math.round(errorsKm.reduce((a, b) => a + b, 0) / Math.max(1, errorsKm.length)),
      precision,
      recall,
      f1: f1(precision, recall),
      endToEndAccuracy161: share(count.right, count.gold),
    },
  }
}

/** Local-Global Lexicon (Lieberman and others 2010): toponyms of local newspapers. Null when the data are absent. */
export function scoreLgl(dataDir: string, options: Options = {}): Promise<Score | null> {
  return score("lgl", dataDir, "lgl.xml", options)
}

/** GeoVirus (Gritta and others 2018): toponyms of news on epidemics. Null when the data are absent. */
export function scoreGeoVirus(dataDir: string, options: Options = {}): Promise<Score | null> {
  return score("geovirus", dataDir, "geovirus.xml", options)
}

if (import.meta.main) {
  const dataDir = process.env.SIGHTLINE_DATA ?? "../shared/data"
  const sample = process.argv[2] ? { sample: Number(process.argv[2]) } : {}
  const gazetteer = await openGazetteer(join(import.meta.dirname, "../data"))
  for (const run of [scoreLgl, scoreGeoVirus]) console.log(JSON.stringify(await run(dataDir, { ...sample, gazetteer })))
}
