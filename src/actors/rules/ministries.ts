import type { Speaker } from "../../schema/index.ts"
import type { Document } from "../document.ts"
import { MINISTRY_TOPICS, ministryOfState } from "../ministries.ts"
import { continuesPhrase, type Word } from "../words.ts"

export interface FoundMinistry {
  from: number
  to: number
  speaker: Speaker
}

const MINISTRY = new Set(["ministry", "minister", "ministers", "department", "secretary"])
const OFFICE = new Set(
  "spokesman spokesperson spokeswoman statement press office service official officials source sources".split(" "),
)

/**
 * "<Country|demonym> <topic> Ministry|minister …" and "Ministry of <topic> of <Country>" are that state's ministry, with
 * the spokesman or statement that follows.
 */
export function findMinistries(doc: Document): FoundMinistry[] {
  const found: FoundMinistry[] = []
  for (const [from, match] of doc.states) {
    const state = match.values.find((v) => v.use !== "capital")?.state
    if (!state) continue
    const owned = ministryAfter(doc.words, from + match.length)
    if (owned) found.push({ from, to: withOffice(doc.words, owned.to), speaker: ministryOfState(state, owned.topic) })
    const before = ministryBefore(doc.words, from)
    if (before)
      found.push({ from: before.from, to: from + match.length, speaker: ministryOfState(state, before.topic) })
  }
  return found
}

interface Ministry {
  from: number
  to: number
  topic: string
}

function ministryAfter(words: readonly Word[], at: number): Ministry | null {
  const from = words[at]?.key === "s" && /^['’]$/.test(words[at]?.gap ?? "") ? at + 1 : at
  if (!continuesPhrase(words[from])) return null
  const topic = MINISTRY_TOPICS.get(words[from]?.key ?? "")
  const last = words[from + 1]
  if (topic && last && continuesPhrase(last) && MINISTRY.has(last.key)) return { from, to: from + 2, topic }
  return ministryOf(words, from)
}

/** "Ministry of Defence" */
function ministryOf(words: readonly Word[], at: number): Ministry | null {
  if (!MINISTRY.has(words[at]?.key ?? "") || words[at + 1]?.key !== "of") return null
  const i = words[at + 2]?.key === "the" ? at + 3 : at + 2
  const topic = MINISTRY_TOPICS.get(words[i]?.key ?? "")
  return topic ? { from: at, to: i + 1, topic } : null
}

/** "Ministry of Defence of Russia", "Defence Ministry of Ukraine" */
function ministryBefore(words: readonly Word[], at: number): Ministry | null {
  let end = words[at - 1]?.key === "the" ? at - 1 : at
  if (words[end - 1]?.key !== "of") return null
  end--
  for (const from of [end - 2, end - 3, end - 4]) {
    const ministry = ministryOf(words, from) ?? ministryAfter(words, from)
    if (ministry && ministry.to === end) return { ...ministry, from }
  }
  return null
}

function withOffice(words: readonly Word[], end: number): number {
  let at = words[end]?.key === "s" && /^['’]$/.test(words[end]?.gap ?? "") ? end + 1 : end
  const start = at
  while (continuesPhrase(words[at]) && OFFICE.has(words[at]?.key ?? "")) at++
  return at > start ? at : end
}
