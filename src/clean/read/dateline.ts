import type { Block, Span } from "../../schema/index.ts"
import { agencyOf } from "./agencies.ts"
import { monthOf } from "./month-names.ts"
import { findPrintedDates } from "./printed-date.ts"

/** What opens the first paragraph of agency copy: "DAMASCUS, March 3 (Reuters) – …". Spans are into the report's text. */
export interface Dateline {
  place: Span | null
  agency: { name: string; span: Span } | null
  /** A full date; a day without a year dates nothing. */
  date: { value: string; span: Span } | null
}

const MAX_HEAD_CHARS = 110
const DASH = /(?:\s(?:-{1,2}|–|—)\s?|\s?(?:–|—|--)\s?|(?<=\))\s?[-:]\s|:\s)(?=["“‘'«(]?[\p{Lu}\p{Lo}\d])/gu
const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?$/i
const PLACE_WORD = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|al-\p{L}+|el-\p{L}+|[\p{Lo}][\p{Lo}\p{M}]+|of|de|la|del|al|the)$/u
const MAX_PLACE_WORDS = 4

type Part = { kind: "place" | "agency" | "date" | "noise"; start: number; end: number }

/** What agencies that no list knows call themselves. */
const AGENCY_WORD = /^\p{Lu}.*\b(?:News|Agency|Press|Wire|Media|TV|Radio)$/u

/** Reads the dateline at the start of one of the first two paragraphs; null where none stands. */
export function findDateline(text: string, blocks: readonly Block[]): Dateline | null {
  for (const block of blocks.filter(({ kind }) => kind === "paragraph" || kind === "list").slice(0, 2)) {
    const head = text.slice(block.start, Math.min(block.end, block.start + MAX_HEAD_CHARS))
    for (const dash of head.matchAll(DASH)) {
      const found = readHead(head.slice(0, dash.index), dash[0])
      if (found !== null) return shifted(found, text, block.start)
    }
  }
  return null
}

function readHead(head: string, dash: string): Part[] | null {
  const parts = partsOf(head)
  if (parts === null) return null
  const kinds = new Set(parts.map((part) => part.kind))
  if (kinds.has("agency")) return parts
  if (!kinds.has("place")) return null
  if (kinds.has("date")) return parts
  // A place alone: capitals before any dash or a colon, or one to three capitalised words before a long dash.
  const words = head.trim()
  const cased = words !== words.toLowerCase()
  if (cased && words === words.toUpperCase() && words.replace(/\P{L}/gu, "").length >= 4) return parts
  return cased && !dash.includes(":") && /[–—]|--/.test(dash) && words.split(" ").length <= 3 ? parts : null
}

/** Every comma, bracket or dash part must be a place, an agency or a date; otherwise the head is a sentence. */
function partsOf(head: string): Part[] | null {
  const parts: Part[] = []
  for (const match of head.matchAll(/[^,()/[\]–—]+/gu)) {
    for (const piece of pieces(match[0], match.index)) {
      const bracketed = /[([]/.test(head.charAt(match.index - 1)) && parts.length > 0
      const kind = bracketed ? kindInBrackets(piece.text) : kindOf(piece.text)
      if (kind === null) return null
      parts.push({ kind, start: piece.start, end: piece.start + piece.text.length })
    }
  }
  return parts.length === 0 || parts.length > 6 ? null : parts
}

/** Trims a part, and cuts "Damascus - SANA" or "دمشق-سانا" where an agency stands at one side of the hyphen. */
function pieces(part: string, at: number): { text: string; start: number }[] {
  const start = at + (part.length - part.trimStart().length)
  const text = part.trim()
  if (text === "") return []
  const hyphen = /\s?-\s?/.exec(text)
  if (hyphen === null || agencyOf(text) !== null) return [{ text, start }]
  const [left, right] = [text.slice(0, hyphen.index), text.slice(hyphen.index + hyphen[0].length)]
  if (agencyOf(left) === null && agencyOf(right) === null) return [{ text, start }]
  return [
    { text: left, start },
    { text: right, start: start + hyphen.index + hyphen[0].length },
  ].filter((piece) => piece.text !== "")
}

/** Brackets after place or date hold the agency, whether a list knows it or not. */
function kindInBrackets(words: string): Part["kind"] | null {
  if (isDate(words)) return "date"
  return /^\p{Lu}/u.test(words) && words.split(" ").length <= MAX_PLACE_WORDS ? "agency" : kindOf(words)
}

function kindOf(words: string): Part["kind"] | null {
  if (agencyOf(words) !== null || AGENCY_WORD.test(words)) return "agency"
  if (isDate(words)) return "date"
  if (
    /^(?:with|staff|correspondent|special|exclusive|urgent|breaking|regional|local|international|politics|news|world)$/i.test(
      words,
    )
  )
    return "noise"
  const list = words.split(" ")
  if (list.length > MAX_PLACE_WORDS || !list.every((word) => PLACE_WORD.test(word))) return null
  return /^[\p{Lu}\p{Lo}]|^(?:al|el)-/u.test(words) ? "place" : null
}

function nameOf(words: string): string {
  return agencyOf(words) ?? words
}

function isDate(words: string): boolean {
  const list = words.split(/[\s.]+/).filter((word) => word !== "")
  return (
    list.length <= 4 &&
    list.every((word) => /^\d{1,4}$/.test(word) || monthOf(word) !== null || WEEKDAY.test(word)) &&
    (list.some((word) => /\d/.test(word)) || list.every((word) => WEEKDAY.test(word)))
  )
}

function shifted(parts: readonly Part[], text: string, by: number): Dateline {
  const places = parts.filter((part) => part.kind === "place")
  const agency = parts.find((part) => part.kind === "agency")
  const dates = parts.filter((part) => part.kind === "date")
  const [first, last] = [places[0], places.at(-1)]
  const from = (dates[0]?.start ?? 0) + by
  const printed = dates.length === 0 ? undefined : findPrintedDates(text.slice(from, from + 40))[0]
  const span = agency === undefined ? null : { start: agency.start + by, end: agency.end + by }
  return {
    place: first === undefined || last === undefined ? null : { start: first.start + by, end: last.end + by },
    agency: span === null ? null : { name: nameOf(text.slice(span.start, span.end)), span },
    date:
      printed === undefined || printed.start > 2
        ? null
        : { value: printed.value, span: { start: from + printed.start, end: from + printed.end } },
  }
}
