const set = (words: string) => new Set(words.split(/\s+/))

/** Words that govern an event's verb ("tried to flee") or noun ("an attempt at escape"), by what they make of it. */
export const GOVERNORS = {
  attempted: set("try attempt seek fail struggle strive endeavour endeavor bid effort failure"),
  planned: set(
    "plan intend prepare expect schedule set aim propose consider ready poise vow pledge promise decide agree announce mull mean due preparation plan bound about prepared expected scheduled likely going slate",
  ),
  threatened: set("threaten warn"),
  denied: set("refuse decline"),
  hypothetical: set(
    "want hope urge order call ask demand need wish fear worry risk prevent avoid stop deter discourage forbid dissuade advise recommend suggest desire encourage invite danger possibility prospect risk fear chance concern readiness able unable cause ability capability",
  ),
  actual: set(
    "allow enable permit manage succeed begin start continue resume keep help use force make go proceed come be have do see appear compel happen report confirm say tell claim witness",
  ),
} as const

/** Adjectives and nouns next to an event noun: "a planned offensive", "fears of an attack". */
export const NOUN_CUES = {
  planned: set("planned imminent expected upcoming looming impending forthcoming scheduled proposed intended"),
  hypothetical: set("possible potential any future hypothetical eventual feared"),
  attempted: set("attempted failed foiled thwarted abortive botched"),
  threatened: set("threatened"),
} as const

/** Verbs of which the event is the object: "repelled an attack", "fears an attack". */
export const OBJECT_CUES = {
  attempted: set("foil thwart abort avert"),
  planned: set("plan prepare expect schedule propose await"),
  threatened: set("threaten"),
  hypothetical: set(
    "prevent avoid deter fear avert discourage oppose demand urge consider contemplate risk seek request forestall predict anticipate avenge",
  ),
  denied: set("deny refute reject dispute"),
} as const

export const FUTURE_MODALS = set("will shall 'll ’ll wo")
export const DOUBTFUL_MODALS = set("could may might should can must would ca")
export const CONDITIONALS = set("if unless whether should lest")
export const DENIALS = set("deny refute reject dismiss dispute denial contradict")
export const ONGOING = set("continue keep carry persist go remain rage")
