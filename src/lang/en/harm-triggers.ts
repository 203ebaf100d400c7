import type { HarmKind } from "./harm-words.ts"

/**
 * How a word says that people were harmed, and where its figure stands.
 * - "transitive": figure after it, or before it in the passive ("killed").
 * - "intransitive": figure before it ("died").
 * - "state": figure before it, without a verb too ("dead", "missing").
 */
export type TriggerClass = "transitive" | "intransitive" | "state"

export interface TriggerWord {
  kind: HarmKind
  class: TriggerClass
  /** May be passive: a past participle. */
  participle: boolean
  /** Only people named as such are its figure: one captures towns too. */
  strict: boolean
}

function regular(stems: string, kind: HarmKind, strict: boolean): [string, TriggerWord][] {
  return stems
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((stem): [string, TriggerWord][] => {
      const e = stem.endsWith("e")
      const base = e ? stem.slice(0, -1) : stem
      const word = (participle: boolean): TriggerWord => ({ kind, class: "transitive", participle, strict })
      const third = /(?:sh|ss|ch)$/.test(stem) ? `${stem}es` : `${stem}s`
      return [
        [stem, word(false)],
        [third, word(false)],
        [`${base}ing`, word(false)],
        [`${base}ed`, word(true)],
      ]
    })
}

function forms(words: string, entry: TriggerWord): [string, TriggerWord][] {
  return words
    .split(/\s+/)
    .filter(Boolean)
    .map((w) => [w, entry])
}

const T = (kind: HarmKind, participle: boolean, strict = false): TriggerWord => ({
  kind,
  class: "transitive",
  participle,
  strict,
})
const I = (kind: HarmKind, strict = false): TriggerWord => ({ kind, class: "intransitive", participle: false, strict })
const S = (kind: HarmKind): TriggerWord => ({ kind, class: "state", participle: false, strict: false })

export const TRIGGER_WORDS: ReadonlyMap<string, TriggerWord> = new Map<string, TriggerWord>([
  ...regular(
    `kill murder massacre execute behead assassinate slaughter martyr lynch electrocute decapitate incinerate
    suffocate`,
    "killed",
    false,
  ),
  ...regular("eliminate neutralize neutralise liquidate", "killed", true),
  ...forms("slay slays slaying", T("killed", false)),
  ...forms("slain hanged", T("killed", true)),
  ...regular("wound injure maim", "wounded", false),
  ...forms("crucified", T("killed", true)),
  ...forms("crucify crucifies crucifying", T("killed", false)),
  ...forms("gunned", T("killed", true)),
  ...forms("gunning", T("killed", false)),
  ...forms("hurt", T("wounded", true)),
  ...forms("hurting", T("wounded", false)),
  ...regular("capture arrest detain abduct kidnap seize apprehend intercept imprison", "captured", true),
  ...forms("kidnaps kidnapping", T("captured", false, true)),
  ...forms("kidnapped nabbed", T("captured", true, true)),
  ...forms("rounded picked", T("captured", true, true)),
  ...forms("rounding picking", T("captured", false, true)),
  ...regular("displace uproot evict expel", "displaced", true),
  ...forms("expelled", T("displaced", true, true)),
  ...forms("expelling", T("displaced", false, true)),
  ...forms("die died dies dying perish perished perishes succumbed drowned drown", I("killed")),
  ...forms("flee fled flees fleeing", I("displaced", true)),
  ...forms("disappear disappeared vanish vanished", I("missing", true)),
  ...forms("moving", I("displaced", true)),
  ...forms("dead", S("killed")),
  ...forms("missing", S("missing")),
])

/** "shot dead nine people": "dead" stands for the verb before it. */
export const SHOT: ReadonlySet<string> = new Set(["shot", "shoot", "shoots", "shooting"])
/** "leaving 23 civilians dead", "left dozens wounded". */
export const LEAVE: ReadonlySet<string> = new Set(["leave", "leaves", "left", "leaving"])
/** "lost 14 fighters", "claimed 12 lives": the verb says so only with such a figure. */
export const LOSE: ReadonlySet<string> = new Set(["lose", "loses", "lost", "losing"])
export const CLAIM: ReadonlySet<string> = new Set(
  "claim claims claimed claiming take takes took taking taken cost costs costing lose loses lost losing".split(" "),
)
/** "forced 800 people from their homes". */
export const FORCE: ReadonlySet<string> = new Set(
  "force forces forced forcing drive drives drove driven driving".split(" "),
)
/** "put nine captives to death", "were beaten to death": verbs that "to death" ends. */
export const TO_DEATH: ReadonlySet<string> = new Set(
  "put puts putting stoned stoning beat beaten beating burned burnt burning hacked stabbed starved tortured trampled crushed shot froze frozen bled".split(
    " ",
  ),
)
/** "took 15 people hostage", "were taken captive". */
export const TAKE: ReadonlySet<string> = new Set("take takes took taking taken hold holds held holding".split(" "))
export const HOSTAGE: ReadonlySet<string> = new Set("hostage hostages captive captives prisoner prisoners".split(" "))

/** Nouns whose victims follow with "of": "the deaths of 12 people". */
export const NOUN_OF: ReadonlyMap<string, HarmKind> = new Map<string, HarmKind>([
  ...[
    "death",
    "deaths",
    "killing",
    "killings",
    "murder",
    "massacre",
    "execution",
    "beheading",
    "assassination",
    "slaughter",
    "life",
    "lives",
    "body",
    "bodies",
    "corpses",
    "remains",
    "martyrdom",
    "slaying",
  ].map((w) => [w, "killed"] as const),
  ...["injury", "injuries", "wounding"].map((w) => [w, "wounded"] as const),
  ...["arrest", "arrests", "capture", "detention", "abduction", "kidnapping", "seizure"].map(
    (w) => [w, "captured"] as const,
  ),
  ...["displacement", "flight", "exodus"].map((w) => [w, "displaced"] as const),
  ...["disappearance"].map((w) => [w, "missing"] as const),
])

/** Forms of "be", with and without which a participle is passive or active. */
export const BE: ReadonlySet<string> = new Set("was were is are be been being got get gets wasn't weren't".split(" "))
/** Stand between a figure and its verb, or between a verb and its figure, and change nothing. */
export const BETWEEN: ReadonlySet<string> = new Set(
  `have has had reportedly also allegedly then later already now still so far believed feared presumed reported
  confirmed known said thought understood to instantly immediately all both either since least dead apparently
  left remain remained remains just currently subsequently may might could would will shall not never ultimately
  either already seriously critically severely lightly slightly badly fatally summarily publicly presumably
  shot stabbed beaten tortured burned burnt starved stoned froze frozen choked crushed buried
  listed declared pronounced found went gone go forced intentionally deliberately each mostly`
    .split(/\s+/)
    .filter(Boolean),
)

/** Verbs that, with "casualties" or "losses", say that people were harmed without saying how many. */
export const INFLICT: ReadonlySet<string> = new Set(
  "inflict inflicts inflicted inflicting cause causes caused causing suffer suffers suffered suffering sustain sustains sustained sustaining result resulted resulting leave leaves left leaving incur incurred report reported claim claimed".split(
    " ",
  ),
)
export const LOSSES: ReadonlySet<string> = new Set(["casualties", "losses", "casualty"])
export const HEAVY: ReadonlySet<string> = new Set(
  "heavy major severe large massive significant serious great huge big mass substantial many numerous".split(" "),
)

/** A sentence without any such word has no casualty figure. */
export function isHarmWord(lower: string): boolean {
  return (
    TRIGGER_WORDS.has(lower) ||
    NOUN_OF.has(lower) ||
    LOSSES.has(lower) ||
    HOSTAGE.has(lower) ||
    LOSE.has(lower) ||
    FORCE.has(lower) ||
    OTHER_HARM_WORDS.has(lower)
  )
}

const OTHER_HARM_WORDS: ReadonlySet<string> = new Set([
  "death",
  "toll",
  "tolls",
  "number",
  "fatalities",
  "fatality",
  "corpse",
  "martyrs",
  "martyr",
])
