import { normaliseWords } from "../kit/text.ts"
import type { Event, Speaker } from "../schema/index.ts"
import type { Origin } from "./origin.ts"
import { akin, kinOf, type Parents, type Party } from "./party.ts"
import type { Telling } from "./telling.ts"

type Grade = Pick<Event, "grade" | "gradeWhy">

/** Speakers that can admit or claim an act of their own side. */
const SIDES: ReadonlySet<string> = new Set(["state", "military", "armed-group"])

interface Voice {
  origin: Origin
  tellings: Telling[]
}

function voicesOf(members: readonly Telling[], origins: readonly Origin[]): Voice[] {
  return origins.map((origin) => {
    const reports = new Set(origin.reports)
    return { origin, tellings: members.filter((t) => reports.has(t.mention.report)) }
  })
}

const affirmed = (t: Telling) => t.realm === "past" && !t.denied

function speakerParty({ name, speakerId }: Speaker, parents: Parents): Party {
  const key = speakerId ?? `name:${normaliseWords(name)}`
  return { key, kin: kinOf(key, undefined, parents), name, specific: true, described: false }
}

/** Who says of its own side that it did it; null where nobody does. */
function admission(members: readonly Telling[], parents: Parents): string | null {
  for (const t of members.filter(affirmed))
    for (const { value } of t.mention.saidBy) {
      if (!SIDES.has(value.kind)) continue
      const speaker = speakerParty(value, parents)
      const own = t.actors.find((a) => a.specific && akin(a, speaker))
      if (own) return `${value.name} says that ${own.name} did it`
    }
  return null
}

function namedActors({ tellings }: Voice): Party[] {
  return tellings.filter(affirmed).flatMap((t) => t.actors.filter((a) => a.specific))
}

function parties({ tellings }: Voice): Party[] {
  return tellings.flatMap((t) => [...t.actors, ...t.targets].filter((a) => a.specific))
}

/** Two origins that each name somebody responsible, and nobody whom the other one names at all. */
function dispute(voices: readonly Voice[]): string | null {
  for (const [i, a] of voices.entries())
    for (const b of voices.slice(i + 1)) {
      const [x, y] = [namedActors(a), namedActors(b)]
      if (x.length === 0 || y.length === 0) continue
      const met = x.some((p) => parties(b).some((q) => akin(p, q))) || y.some((p) => parties(a).some((q) => akin(p, q)))
      if (!met) return `${a.origin.name} names ${nameAll(x)}, ${b.origin.name} names ${nameAll(y)}`
    }
  return null
}

function nameAll(list: readonly Party[]): string {
  return [...new Set(list.map((p) => p.name))].sort().join(" and ")
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]

/** "two independent origins: Reuters wire (3 outlets), SANA". */
function list(voices: readonly Voice[]): string {
  const names = voices.map(
    ({ origin: { name, outlets } }) => `${name}${outlets.length > 1 ? ` (${outlets.length} outlets)` : ""}`,
  )
  const shown = names.slice(0, 5)
  const more = names.length > shown.length ? ` and ${names.length - shown.length} more` : ""
  return `${shown.join(", ")}${more}`
}

function counted(voices: readonly Voice[], noun: string): string {
  const n = voices.length
  return `${NUMBERS[n] ?? n} ${noun}${n === 1 ? "" : "s"}: ${list(voices)}`
}

/** Who denies it: the speakers that the denials cite, else whoever tells them. */
function denial(voices: readonly Voice[]): string {
  const names = voices.flatMap(({ origin, tellings }) =>
    tellings
      .filter((t) => t.denied)
      .flatMap(({ mention: { saidBy } }) => (saidBy.length > 0 ? saidBy.map((s) => s.value.name) : [origin.name])),
  )
  return names.length > 0 ? `; denied by ${[...new Set(names)].sort().join(", ")}` : ""
}

/**
 * Codebook, section 6. In this order: only plans → unsupported; a responsible party admits it → confirmed; at least as
 * many origins deny it outright as tell it → discounted; origins name different parties → contested; two or more → fair; else weak.
 */
export function grade(members: readonly Telling[], origins: readonly Origin[], parents: Parents): Grade {
  const voices = voicesOf(members, origins)
  const affirming = voices.filter((v) => v.tellings.some(affirmed))
  const denying = voices.filter((v) => v.tellings.some((t) => t.denied) && !affirming.includes(v))
  if (affirming.length + denying.length === 0) {
    const modalities = [...new Set(members.map((t) => t.mention.modality.value))].sort().join(", ")
    return { grade: "unsupported", gradeWhy: `only told as ${modalities}: ${list(voices)}` }
  }
  const but = denial(voices)
  const admitted = admission(members, parents)
  if (admitted !== null) return { grade: "confirmed", gradeWhy: `${admitted}${but}` }
  if (affirming.length === 0)
    return { grade: "discounted", gradeWhy: `only denials, from ${counted(denying, "origin")}` }
  if (denying.length >= affirming.length)
    return { grade: "discounted", gradeWhy: `told by ${counted(affirming, "origin")}${but}` }
  const disputed = dispute(affirming)
  if (disputed !== null) return { grade: "contested", gradeWhy: `${disputed}${but}` }
  if (affirming.length > 1) return { grade: "fair", gradeWhy: `${counted(affirming, "independent origin")}${but}` }
  return { grade: "weak", gradeWhy: `${counted(affirming, "origin")}${but}` }
}
