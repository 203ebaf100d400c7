import { type DraftBlock, removeBlocks, type Step } from "../draft.ts"
import { featuresOf } from "../features.ts"

/** What tells a gazetteer entry from news: each is rare in reporting, three of them together do not occur there. */
const FEATURES: readonly RegExp[] = [
  /\b(?:is|was) (?:one of the (?:\w+ ){0,2}\w+|an?|the)\b[^.]{0,60}\b(?:governorates?|provinces?|districts?|subdistricts?|oblasts?|raions?|regions?|states?|counties|county|cities|city|towns?|villages?|municipalit(?:y|ies)|capital|departments?|prefectures?|divisions?|islands?|rivers?|mountains?)\b/i,
  /\b(?:total |land |surface )?area of\b[^.]{0,20}\d/i,
  /\d\s?(?:km²|km2|sq\.? ?(?:km|mi)|square (?:kilomet(?:re|er)s|miles)|hectares|ha\b)/i,
  /\bpopulation (?:of|was|is|density)\b|\binhabitants\b/i,
  /\b\d{4} (?:est(?:imate)?\.?|census)|\baccording to the \d{4} census|\bcensus of \d{4}/i,
  /\b(?:is|are) (?:situated|located|bounded|bordered)\b|\bbordering\b|\bborders\b|\blies (?:in|on|at|along)\b/i,
  /\b(?:its|the) (?:capital|administrative cent(?:re|er)|largest city|seat) (?:is|was|city is)\b/i,
  /\[\d{1,3}\]|\[citation needed\]|\[edit\]|\(2\d{3} est|\[(?=\s|$)/i,
  /\b(?:also (?:spelled|known as|romani[sz]ed)|romani[sz]ed|transliterat\w+|Arabic:|Persian:|Russian:|Ukrainian:|Kurdish:|Hebrew:)/i,
  /\b(?:elevation|altitude) of\b|\bmet(?:re|er)s above sea level\b|\bcoordinates\b|\btime zone\b|\bpostal code\b/i,
  /является (?:одн|город|район|област|административн)|площадь[^.]{0,30}км|население[^.]{0,30}\d|расположен[аоы]? (?:в|на)|административный центр/iu,
  /(?:هي|هو) (?:إحدى|أحد|مدينة|محافظة|قرية|بلدة)|(?:تبلغ )?مساحت(?:ها|ه)|عدد سكان(?:ها|ه)|(?:تقع|يقع) في|عاصمت(?:ها|ه)|تعداد عام/u,
]
const MIN_FEATURES = 3
const MAX_HEADING_WORDS = 8
const NEWS =
  /\b(?:said|told|reported|killed|attacked|shelled|fled|announced|yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i

/** A paragraph of an encyclopaedia that somebody pasted among the news, with the heading that names its place. */
export const encyclopaedia: Step = {
  name: "encyclopaedia",
  forms: ["html", "plain"],
  run(draft) {
    const { blocks } = draft
    const entries = blocks.map(isEntry)
    return removeBlocks(draft, "encyclopaedia", (block, index) => {
      const heads = entries[index + 1] === true && headsEntry(block, blocks[index + 1])
      return entries[index] || heads ? "encyclopaedia" : null
    })
  },
}

function isEntry(block: DraftBlock): boolean {
  if (block.kind === "title" || block.kind === "byline" || block.text.length > 4000) return false
  if (NEWS.test(block.text)) return false
  return FEATURES.filter((feature) => feature.test(block.text)).length >= MIN_FEATURES
}

/** A short line that is the subject of the entry: its words return in it, or the entry goes on without a subject. */
function headsEntry(block: DraftBlock, entry: DraftBlock | undefined): boolean {
  const f = featuresOf(block)
  if (entry === undefined || block.kind === "title" || f.sentenceEnd || f.words > MAX_HEADING_WORDS || f.words === 0)
    return false
  return /^\p{Ll}/u.test(entry.text) || featuresOf(entry).key.includes(f.key.split(" ")[0] ?? f.key)
}
