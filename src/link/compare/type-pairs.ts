import { EVENT_TYPES, type EventType } from "../../schema/index.ts"

/**
 * "twice": two reports that use these types can be telling one event. "overlap": they tell two sides or stages of one
 * turn of events, which stay two events that a reader wants to see next to each other. Pairs not listed do not meet.
 */
export interface TypePair {
  a: EventType
  b: EventType
  relation: "twice" | "overlap"
  /** How freely reporters exchange the two words, 0 to 1. Only for "twice". */
  score: number
  why: string
}

const twice = (a: EventType, b: EventType, score: number, why: string): TypePair => {
  return { a, b, relation: "twice", score, why }
}
const overlap = (a: EventType, b: EventType, why: string): TypePair => ({ a, b, relation: "overlap", score: 0, why })

/** The scores are this project's reading of how reports word things; see docs/decisions/0003-linking.md. */
export const TYPE_PAIRS: readonly TypePair[] = [
  twice("air-strike", "shelling", 0.5, "who hears the blast seldom knows whether a rocket or an aircraft brought it"),
  twice("air-strike", "explosion", 0.5, "a blast is often reported before anyone says what caused it"),
  twice("shelling", "explosion", 0.5, "a blast is often reported before anyone says what caused it"),
  twice("explosion", "suicide-attack", 0.6, "first reports of a bombing leave open whether the bomber died"),
  twice("explosion", "attack-on-civilians", 0.4, "a bomb among civilians is told by its victims as well"),
  twice("suicide-attack", "attack-on-civilians", 0.4, "a bomb among civilians is told by its victims as well"),
  twice("air-strike", "attack-on-civilians", 0.4, "a strike on civilians is told by its victims as well"),
  twice("shelling", "attack-on-civilians", 0.4, "shelling of civilians is told by its victims as well"),
  twice("air-strike", "destruction", 0.4, "what the strike destroyed stands for the strike"),
  twice("shelling", "destruction", 0.4, "what the shells destroyed stands for the shelling"),
  twice("explosion", "destruction", 0.4, "what the blast destroyed stands for the blast"),
  twice("suicide-attack", "destruction", 0.3, "what the blast destroyed stands for the blast"),
  twice("chemical-attack", "air-strike", 0.5, "the gas was dropped by aircraft"),
  twice("chemical-attack", "shelling", 0.5, "the gas came in shells"),
  twice("chemical-attack", "attack-on-civilians", 0.5, "the victims' side of a gas attack"),
  twice("attack-on-civilians", "execution", 0.5, "killings of captives are told as killings of civilians"),
  twice("attack-on-civilians", "armed-clash", 0.3, "a raid is an attack to one side and a clash to the other"),
  twice("armed-clash", "suicide-attack", 0.2, "an assault that opens with a suicide bomber"),
  twice("armed-clash", "shelling", 0.2, "an exchange of fire with heavy weapons"),
  twice("armed-clash", "destruction", 0.2, "equipment lost in a fight stands for the fight"),
  twice("armed-clash", "territory-taken", 0.3, "storming a place and taking it are told in one breath"),
  twice("territory-taken", "surrender", 0.3, "a place that is handed over is a place that is taken"),
  twice("abduction", "arrest", 0.5, "who detains lawfully is what the sides disagree on"),
  twice("retreat", "desertion", 0.5, "flight from the field is read as withdrawal or as desertion"),
  twice("retreat", "surrender", 0.2, "a negotiated exit is both"),
  twice("desertion", "surrender", 0.4, "deserters hand themselves over"),
  twice("displacement", "evacuation", 0.5, "people leaving are driven out to some, taken out to others"),
  twice("evacuation", "retreat", 0.3, "fighters bussed out are evacuated to some, withdrawn to others"),
  twice("destruction", "seizure", 0.2, "weapons found are weapons destroyed"),
  twice("agreement", "negotiation", 0.4, "talks that end in a deal"),
  twice("protest", "riot", 0.6, "whether a crowd was violent is what the sides disagree on"),
  twice("threat", "accusation", 0.3, "blame and warning come in one statement"),
  overlap("retreat", "territory-taken", "one side leaves, the other comes in"),
  overlap("displacement", "air-strike", "people flee from it"),
  overlap("displacement", "shelling", "people flee from it"),
  overlap("displacement", "armed-clash", "people flee from it"),
  overlap("retreat", "armed-clash", "the fight that forced it"),
  overlap("siege", "armed-clash", "fighting around a besieged place"),
  overlap("siege", "access-denied", "what a siege does to relief"),
  overlap("air-strike", "armed-clash", "air support for a fight on the ground"),
  overlap("riot", "attack-on-civilians", "violence by or against a crowd"),
  overlap("protest", "attack-on-civilians", "force used against a demonstration"),
  overlap("agreement", "evacuation", "an evacuation under a deal"),
  overlap("agreement", "release", "an exchange under a deal"),
  overlap("agreement", "surrender", "a surrender under a deal"),
  overlap("abduction", "release", "the same captives, taken and let go"),
  overlap("abduction", "execution", "the same captives, taken and killed"),
  overlap("deployment", "retreat", "one movement seen from two places"),
]

const byPair = new Map<string, TypePair>()
for (const pair of TYPE_PAIRS) {
  byPair.set(`${pair.a}|${pair.b}`, pair)
  byPair.set(`${pair.b}|${pair.a}`, pair)
}

/** How two different types relate; null where they do not meet. */
export function typePair(a: EventType, b: EventType): TypePair | null {
  return byPair.get(`${a}|${b}`) ?? null
}

/** For each type, the types that its events may be told or accompanied by, itself first. */
export const MEETING_TYPES: Readonly<Record<EventType, readonly EventType[]>> = Object.fromEntries(
  EVENT_TYPES.map((type) => [type, [type, ...EVENT_TYPES.filter((other) => byPair.has(`${type}|${other}`))]]),
) as Record<EventType, EventType[]>

/** Types that say least about how it was done; as a merged type they give way where as many origins are more exact. */
export const VAGUE_TYPES: ReadonlySet<EventType> = new Set([
  "destruction",
  "attack-on-civilians",
  "explosion",
  "accusation",
])
