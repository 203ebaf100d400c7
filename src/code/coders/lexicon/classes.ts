import { contains, overlaps } from "../../../kit/spans.ts"
import type { NounPhrase } from "../../../lang/en/chunks.ts"
import { classesOfNoun, isQuantityNoun, type NounClass } from "../../../lang/en/noun-classes.ts"
import { grammaticalSubject } from "../../../lang/en/parse.ts"
import type { Actor } from "../../../schema/index.ts"
import type { ReportView, SentenceView } from "../../coder.ts"

const CIVIL_KINDS = new Set<Actor["kind"]>(["civilians", "protesters", "rioters", "aid-workers", "journalists"])
/** Kinds that bear arms or command those who do. */
const ARMED_KINDS = new Set<Actor["kind"]>([
  "state-force",
  "rebel-group",
  "militia",
  "identity-militia",
  "private-force",
  "international-force",
  "government",
])
const PERSONAL = /^(he|she|they|him|them|who|her|himself|themselves)$/

/** What a noun phrase can be, from the registers first and its head noun second. */
export function classesOf(view: ReportView, s: SentenceView, phrase: NounPhrase): Set<NounClass> {
  const classes = new Set<NounClass>()
  const head = s.parse.tokens[phrase.head]
  if (!head) return classes
  if (head.pos === "PRON") return pronounClasses(view, s, phrase)
  const counted = isQuantityNoun(head.lemma) ? s.parse.phrases[phrase.index + 1] : undefined
  if (counted?.prep === "of") for (const c of classesOf(view, s, counted)) classes.add(c)
  for (const c of classesOfNoun(head.lemma)) classes.add(c)
  for (const c of classesOfNoun(head.lower)) classes.add(c)
  addNamed(s, phrase, classes)
  if (head.pos === "PROPN" && classes.size === 0 && !s.toponyms.some((t) => overlaps(t.span, phrase)))
    classes.add("PERSON")
  if (classes.has("CIVIL") || classes.has("ARMED")) classes.add("PERSON")
  return classes
}

function isWeapon(classes: ReadonlySet<NounClass>): boolean {
  return classes.has("AIR") || classes.has("GUNS") || classes.has("EXPLOSIVE")
}

function addNamed(s: SentenceView, phrase: NounPhrase, classes: Set<NounClass>): void {
  const head = s.parse.tokens[phrase.head]
  for (const hit of s.actors) {
    if (!overlaps(hit.span, phrase) || !head) continue
    const civil = CIVIL_KINDS.has(hit.actor.kind)
    if (contains(hit.span, head)) {
      const armed = ARMED_KINDS.has(hit.actor.kind) || (hit.actor.kind === "person" && hit.actor.groupId !== undefined)
      if (civil) classes.add("CIVIL")
      else if (armed && !isWeapon(classes)) classes.add("ARMED")
      if (hit.actor.kind === "protesters" || hit.actor.kind === "rioters") classes.add("PROTEST")
      if (civil && !classesOfNoun(head.lemma).has("ARMED")) classes.delete("ARMED")
      if (!civil && hit.actor.kind !== "unknown" && hit.actor.kind !== "person") classes.delete("CIVIL")
      if (!civil && hit.actor.kind === "person" && hit.actor.groupId) classes.delete("CIVIL")
    } else if (!civil && !classes.has("CIVIL") && !isWeapon(classes)) classes.add("ARMED")
  }
  for (const place of s.toponyms) {
    if (!overlaps(place.span, phrase) || place.use === "modifier" || !contains(phrase, place.span)) continue
    if (place.use !== "dateline" && contains(place.span, head ?? place.span)) classes.add("PLACE")
    if (place.use === "metonym" || place.where.value.precision === "country") classes.add("ARMED")
  }
}

function pronounClasses(view: ReportView, s: SentenceView, phrase: NounPhrase): Set<NounClass> {
  const head = s.parse.tokens[phrase.head]
  const impersonal = head?.lower === "it"
  if (!head || (!impersonal && !PERSONAL.test(head.lower))) return new Set()
  const before = antecedentOf(view, s, phrase)
  const classes = before ? classesOf(view, before.sentence, before.phrase) : new Set<NounClass>()
  for (const c of impersonal ? (["PLACE", "THING"] as const) : (["PERSON"] as const)) classes.add(c)
  return classes
}

/** The subject that a personal pronoun most likely takes up: of this sentence's first verb, or of the sentence before. */
export function antecedentOf(
  view: ReportView,
  s: SentenceView,
  pronoun: NounPhrase,
): { sentence: SentenceView; phrase: NounPhrase } | null {
  for (const sentence of [s, view.sentences[s.index - 1]]) {
    if (!sentence || sentence.block === "title") continue
    for (const verb of sentence.parse.verbs) {
      const subject = grammaticalSubject(sentence.parse, verb)
      const isPronoun = subject ? sentence.parse.tokens[subject.head]?.pos === "PRON" : true
      const isItsOwn = sentence === s && subject !== null && subject.index + 1 === pronoun.index
      if (subject && !isPronoun && !isItsOwn && (sentence !== s || subject.to <= pronoun.from))
        return { sentence, phrase: subject }
    }
  }
  return null
}
