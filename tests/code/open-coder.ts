import { code } from "../../src/code/code.ts"
import { openResources } from "../../src/resources.ts"
import type { Coded, Mention, Report } from "../../src/schema/index.ts"

const resources = await openResources()

export function reportOf(text: string, over: Partial<Report> = {}): Report {
  return { id: "rp_test", lang: "en", title: null, text, published: null, ...over }
}

export function published(day: string): Report["published"] {
  return { value: day, certainty: "stated", spans: [], raw: day, by: "test", origin: "given" }
}

export function codeText(text: string, over: Partial<Report> = {}): Coded {
  return code(reportOf(text, over), resources)
}

export function mentionsOf(text: string, over: Partial<Report> = {}): Mention[] {
  return codeText(text, over).mentions
}
