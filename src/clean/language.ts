import { type LanguageIdentifier, loadModule } from "cld3-asm"

/**
 * Compact Language Detector 3 (Google, Apache-2.0) compiled to WebAssembly. On 26 single sentences in as many languages
 * it named 26, eld 19: it alone knows Somali, Hausa, Burmese, Swahili, Kurdish and Pashto. 1.3 ms for 1,000 characters.
 */
const SAMPLE_CHARS = 1000
const MIN_PROBABILITY = 0.7
const MIN_LETTERS = 12
/** CLD3 uses some retired ISO 639-1 codes. */
const CURRENT: Readonly<Record<string, string>> = { iw: "he", in: "id", ji: "yi", jw: "jv", mo: "ro" }

let identifier: Promise<LanguageIdentifier> | null = null

function load(): Promise<LanguageIdentifier> {
  identifier ??= loadModule().then((factory) => factory.create(0, SAMPLE_CHARS * 4))
  return identifier
}

/** ISO 639-1 code of the text's language, `declared` (a page's lang attribute) where the text is too short, or "und". */
export async function languageOf(text: string, declared: string | null): Promise<string> {
  const sample = sampleOf(text)
  const fallback = declared === null ? "und" : plain(declared)
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return fallback
  const result = (await load()).findLanguage(sample)
  const code = plain(result.language)
  if (code !== "und" && (result.probability >= MIN_PROBABILITY || code === fallback)) return code
  return fallback
}

/** The middle of the text: mastheads and credits stand at the ends. NUL would end the string inside the module. */
function sampleOf(text: string): string {
  const from = Math.max(0, Math.floor((text.length - SAMPLE_CHARS) / 2))
  return text
    .slice(from, from + SAMPLE_CHARS)
    .toWellFormed()
    .replaceAll("\u0000", " ")
}

function plain(tag: string): string {
  const code = tag.toLowerCase().split(/[-_]/)[0] ?? ""
  return /^[a-z]{2,3}$/.test(code) ? (CURRENT[code] ?? code) : "und"
}
