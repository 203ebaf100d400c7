import type { Document } from "./document.ts"
import type { RegisteredActor } from "./entries.ts"
import { actorOf, type Finding, isNonState } from "./finding.ts"
import type { Branch } from "./force-words.ts"
import { forceId } from "./states.ts"

/**
 * Gives every description the actor that it stands for inside the document, or leaves it as it is. A definite one
 * ("the group") takes the nearest earlier actor that fits; a bare one ("militants") only where the whole text names one
 * alone that fits.
 */
export function resolveDescriptions(doc: Document, findings: readonly Finding[]): Finding[] {
  const earlier: RegisteredActor[] = []
  const groups = new Map<string, RegisteredActor | null>()
  const all = findings.flatMap((f) => doc.register.byId(f.actor.groupId ?? f.entry?.id ?? "") ?? [])
  return findings.map((finding) => {
    const grouped = finding.needsGroup ? withGroup(finding, earlier, groups) : finding
    const resolved = grouped.fits === undefined ? grouped : resolve(doc, grouped, earlier, all)
    const group = resolved.actor.groupId === undefined ? resolved.entry : doc.register.byId(resolved.actor.groupId)
    if (group) earlier.push(group)
    return resolved
  })
}

/** A commander without a named group leads the nearest force before him; every mention of a named one is the same man. */
function withGroup(
  finding: Finding,
  earlier: readonly RegisteredActor[],
  groups: Map<string, RegisteredActor | null>,
): Finding {
  const { needsGroup: _needsGroup, ...rest } = finding
  const isNamed = !finding.generic
  const known = isNamed ? groups.get(finding.actor.name) : undefined
  const group = known === undefined ? (earlier.findLast(isGroundForce) ?? null) : known
  if (isNamed) groups.set(finding.actor.name, group)
  if (!group) return rest
  const name = isNamed ? finding.actor.name : `${group.name} ${finding.actor.name}`
  return { ...rest, actor: { ...finding.actor, name, groupId: group.id }, certainty: "inferred" }
}

function isGroundForce(actor: RegisteredActor): boolean {
  if (actor.flags.includes("party")) return false
  return isNonState(actor.kind) || (actor.kind === "state-force" && !isBranch(actor, ["air-force", "navy", "police"]))
}

function resolve(
  doc: Document,
  finding: Finding,
  earlier: readonly RegisteredActor[],
  all: readonly RegisteredActor[],
): Finding {
  const definite = finding.why === "actor/definite"
  const found = definite ? nearest(doc, finding, earlier) : onlyOne(doc, finding, all)
  const entry = found ?? ownForce(doc, finding)
  const { fits: _fits, strong: _strong, ...rest } = finding
  if (!entry) return { ...rest, why: "actor/description" }
  const why = found ? (definite ? "actor/definite-description" : "actor/only-candidate") : "actor/main-country"
  return { ...rest, actor: actorOf(entry), entry, certainty: "inferred", why }
}

/** Whom a description may stand for, best first: each is tried over all earlier actors before the next. */
function testsOf(doc: Document, fits: string): ((a: RegisteredActor) => boolean)[] {
  const has = (flag: string) => (a: RegisteredActor) => isNonState(a.kind) && a.flags.includes(flag)
  const nonState = (a: RegisteredActor) => isNonState(a.kind) && !a.flags.includes("party")
  const state = (a: RegisteredActor) => a.kind === "state-force" && !isBranch(a, ["air-force", "navy", "police"])
  switch (fits) {
    case "armed":
    case "group":
      return [nonState]
    case "jihadist":
      return [has("jihadist"), has("islamist")]
    case "terrorist":
      return [has("jihadist"), nonState]
    case "rebel":
      return [has("rebel"), (a) => nonState(a) && a.kind === "rebel-group" && !/jihadist|kurdish/.test(a.flags.join())]
    case "separatist":
      return [has("separatist")]
    case "army":
      return [state]
    case "own-forces":
      return [(a) => state(a) && a.country === doc.country]
    case "own-air":
      return [(a) => isBranch(a, ["air-force"]) && a.country === doc.country]
    case "own-government":
      return [(a) => a.kind === "government" && a.country === doc.country]
    case "air":
      return [(a) => isBranch(a, ["air-force"]), (a) => a.flags.includes("coalition") || state(a)]
    case "coalition":
      return [(a) => a.flags.includes("coalition")]
    case "peacekeepers":
      return [(a) => a.kind === "international-force" && !a.flags.includes("org")]
    default:
      return []
  }
}

function isBranch(actor: RegisteredActor, branches: readonly Branch[]): boolean {
  return branches.some((branch) => actor.id.endsWith(`-${branch}`))
}

function nearest(doc: Document, finding: Finding, earlier: readonly RegisteredActor[]): RegisteredActor | null {
  for (const test of testsOf(doc, finding.fits ?? "")) {
    const found = earlier.findLast(test)
    if (found) return found
  }
  return null
}

function onlyOne(doc: Document, finding: Finding, all: readonly RegisteredActor[]): RegisteredActor | null {
  if (finding.strong !== true || isIndefinite(doc, finding)) return null
  for (const test of testsOf(doc, finding.fits ?? "")) {
    const candidates = new Set(all.filter(test))
    if (candidates.size > 1) return null
    for (const only of candidates) return only
  }
  return null
}

const INDEFINITE = /^(?:a|an|another|other|any|no|every|each|some|various|both|former|different|which|what)$/

/** "a terrorist organisation", "other fighters" are nobody whom the text named before. */
function isIndefinite(doc: Document, finding: Finding): boolean {
  for (let i = finding.from; i > finding.from - 3 && i > 0; i--) {
    if (doc.words[i]?.gap !== " ") return false
    if (INDEFINITE.test(doc.words[i - 1]?.key ?? "")) return true
  }
  return false
}

const OWN: Readonly<Record<string, Branch>> = {
  army: "armed-forces",
  "own-forces": "armed-forces",
  "own-government": "government",
  "own-air": "air-force",
  "own-security": "security-forces",
  "own-police": "police",
}

/** Whom a word means in a country's war where the text names nobody that fits. */
const STANDING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  coalition: { SY: "us-led-coalition", IQ: "us-led-coalition", YE: "saudi-led-coalition", AF: "isaf" },
  rebel: { SY: "syrian-opposition" },
  separatist: { UA: "ukraine-separatists", ES: "eta" },
}

/** "the army", "police", "the coalition" without a name are those of the country that the text is about. */
function ownForce(doc: Document, finding: Finding): RegisteredActor | null {
  const country = sceneBefore(doc, finding.from) ?? doc.country
  if (country === null || finding.strong !== true) return null
  const standing = STANDING[finding.fits ?? ""]?.[country]
  if (standing !== undefined) return doc.register.byId(standing)
  const branch = OWN[finding.fits ?? ""]
  return branch ? doc.register.byId(forceId(country, branch)) : null
}

const SCENE = /^(?:in|to|into|across|inside|of|from|leaving|left|entered|western|eastern|northern|southern|west|east)$/
const SCENE_WORDS = 25

/** The country named as a place before, in the same sentence: "in south-west Turkey, when the authorities …". */
function sceneBefore(doc: Document, at: number): string | null {
  for (let i = at; i > at - SCENE_WORDS && i > 0; i--) {
    if (/[.!?\n]/.test(doc.words[i]?.gap ?? "")) return null
    const named = doc.states.get(i - 1)?.values.find((v) => v.use === "name")
    const before = doc.words[i - 2]?.key === "the" ? doc.words[i - 3] : doc.words[i - 2]
    if (named && SCENE.test(before?.key ?? "")) return named.state.iso2
  }
  return null
}
