import type { Block, Span } from "../../schema/index.ts"
import { agencyOf } from "./agencies.ts"

/** An agency that the report credits, and the words of the credit. */
export interface WireCredit {
  name: string
  span: Span
  why: string
}

const NAME = "([\\p{L}][\\p{L}\\p{M}'’. -]{0,28}?[\\p{L}])"
const TAIL_CHARS = 120
/** "… said.-REUTERS", "(AFP)", "— Xinhua" at the very end. */
const SIGNED = new RegExp(`(?:[-–—]{1,3}\\s{0,2}|[(\\[]\\s?)${NAME}\\s?[)\\]]?[\\s.]*$`, "u")
const SOURCE = new RegExp(
  `(?:\\b(?:source|via|agency|agencies)\\s?[:：]?\\s|(?:المصدر|источник|джерело)\\s?[:：]?\\s?)${NAME}[\\s.)\\]]*$`,
  "iu",
)
const HELP = new RegExp(
  `(?:additional reporting by|with (?:additional )?reporting (?:by|from)|with (?:input|inputs|files|material) from|contributed to this report)[^.]{0,60}?\\b${NAME}(?=[\\s.)\\];,]|$)`,
  "iu",
)
const STAFF = /^(?:by\s)?(.{2,40}?)(?:\s(?:staff|in\s.{2,30}|and\s.{2,40}))?$/iu
const OPENING = /^[([]([^()[\]]{2,30})[)\]]\s?[-–—]?/u

/** The credit to a news agency in the byline, at the start or at the end of the text; null where none is printed. */
export function findWire(text: string, blocks: readonly Block[]): WireCredit | null {
  return creditOfByline(text, blocks) ?? creditAtStart(text, blocks) ?? creditAtEnd(text, blocks)
}

function creditOfByline(text: string, blocks: readonly Block[]): WireCredit | null {
  for (const block of blocks) {
    if (block.kind !== "byline") continue
    for (const part of text.slice(block.start, block.end).matchAll(/[^|•·/,]+/gu)) {
      const name = agencyWords(part[0].trim())
      const agency = agencyOf(name)
      const at = block.start + part.index + part[0].indexOf(name)
      if (agency !== null) return { name: agency, span: { start: at, end: at + name.length }, why: "wire/byline" }
    }
  }
  return null
}

/** "By Reuters staff" and "AFP Monday 9 Feb 2015" name their agency first. */
function agencyWords(words: string): string {
  const name = STAFF.exec(words)?.[1] ?? ""
  if (agencyOf(name) !== null) return name
  const list = words.replace(/^by\s/i, "").split(" ")
  return [3, 2, 1].map((n) => list.slice(0, n).join(" ")).find((start) => agencyOf(start) !== null) ?? ""
}

function creditAtStart(text: string, blocks: readonly Block[]): WireCredit | null {
  const block = blocks.find(({ kind }) => kind === "paragraph")
  if (block === undefined) return null
  const match = OPENING.exec(text.slice(block.start, Math.min(block.end, block.start + 60)))
  const agency = match === null ? null : agencyOf(match[1] ?? "")
  if (match === null || agency === null) return null
  const start = block.start + match[0].indexOf(match[1] ?? "")
  return { name: agency, span: { start, end: start + (match[1] ?? "").length }, why: "wire/opening" }
}

function creditAtEnd(text: string, blocks: readonly Block[]): WireCredit | null {
  for (const block of blocks
    .filter(({ kind }) => kind !== "caption" && kind !== "title")
    .slice(-3)
    .reverse()) {
    const from = Math.max(block.start, block.end - TAIL_CHARS)
    const tail = text.slice(from, block.end)
    for (const [pattern, why] of [
      [SIGNED, "wire/signed"],
      [SOURCE, "wire/source"],
      [HELP, "wire/contributed"],
    ] as const) {
      const credit = creditIn(tail, pattern, why, from)
      if (credit !== null) return credit
    }
    const agency = agencyOf(tail)
    if (agency !== null) return { name: agency, span: { start: from, end: block.end }, why: "wire/signed" }
  }
  return null
}

function creditIn(tail: string, pattern: RegExp, why: string, from: number): WireCredit | null {
  const match = pattern.exec(tail)
  const words = match?.[1] ?? ""
  const agency = agencyOf(words)
  if (match === null || agency === null) return null
  const start = from + match.index + match[0].indexOf(words)
  return { name: agency, span: { start, end: start + words.length }, why }
}
