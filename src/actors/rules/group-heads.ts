import { continuesPhrase, type Word } from "../words.ts"

/** Nouns that, after a group's name, are the group: "ISIS fighters", "YPG militants", "the Hamas movement". */
const HEADS = new Set(
  (
    "militants militant fighters fighter terrorists terrorist gunmen gunman militiamen militiaman rebels rebel insurgents " +
    "insurgent jihadists jihadist jihadis jihadi extremists extremist guerrillas forces force troops soldiers group groups " +
    "organisation organization movement militia militias network takfiris takfiri members member elements operatives " +
    "combatants mercenaries separatists snipers sniper bombers bomber remnants cells cell loyalists supporters units unit " +
    "faction factions outfit recruits militaries army party gunners gang gangs cartel guerillas attackers"
  ).split(" "),
)

const MODIFIERS = new Set(
  (
    "terrorist terror militant jihadist jihadi extremist armed takfiri foreign rebel insurgent sleeper suspected islamist " +
    "paramilitary suicide special elite separatist resistance guerrilla wahhabi local military security shia sunni"
  ).split(" "),
)

const LOADED = new Set("terrorist terrorists terror takfiri takfiris wahhabi gang gangs mercenaries".split(" "))
const SINGULAR = new Set(
  "group organisation organization movement militia network outfit party army force cartel".split(" "),
)

export interface Extension {
  /** Where the phrase ends; the given end where nothing follows. */
  to: number
  plural: boolean
  loaded: boolean
}

/** Takes the nouns after a group's name into its phrase: "Islamic State terror group", "ISIL’s fighters". */
export function extendByHeads(words: readonly Word[], end: number): Extension {
  let at = end
  if (words[at]?.key === "s" && /^['’]$/.test(words[at]?.gap ?? "")) at++
  let to = end
  let head = ""
  let loaded = false
  for (let i = at; i < at + 3; i++) {
    const word = words[i]
    if (!continuesPhrase(word)) break
    if (HEADS.has(word.key)) {
      to = i + 1
      head = word.key
    } else if (!MODIFIERS.has(word.key)) break
  }
  for (let i = end; i < to; i++) loaded ||= LOADED.has(words[i]?.key ?? "")
  return { to, plural: head !== "" && !SINGULAR.has(head) && /(?:s|men|jihadi)$/.test(head), loaded }
}
