/**
 * Names under transliteration. `normaliseName` is the exact key; `skeletonOf` is a coarse key that spellings of one
 * name share (Dayr al-Zawr, Deir Ezzor, Der Zor → "drdr"); `similarity` then says how alike two spellings sound.
 */

const APOSTROPHES = new Set([..."'’‘ʻʼʾʿˈ`´′"].map((c) => c.charCodeAt(0)))
const SPECIAL: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ı: "i",
  ə: "a",
  þ: "th",
}
const ARABIC: Record<string, string> = { أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ة: "ه", ى: "ي", ؤ: "و", ئ: "ي", ـ: "", ء: "" }
const SPACE = 32

/** What each code unit becomes: lower-case letters without marks; "" for marks and apostrophes; " " for the rest. */
const FOLDED: readonly string[] = Array.from({ length: 0x2000 }, (_, code) => foldChar(String.fromCharCode(code)))

/** Above U+2000: quotation marks that serve as apostrophes go, other signs part words, letters stay. */
function foldHigh(code: number): string {
  if (APOSTROPHES.has(code) || (code >= 0xfe20 && code <= 0xfe2f)) return ""
  return code < 0x2c00 || (code >= 0x3000 && code < 0x3040) ? " " : String.fromCharCode(code)
}

function foldChar(char: string): string {
  if (APOSTROPHES.has(char.charCodeAt(0))) return ""
  const lower = char.toLowerCase()
  const special = SPECIAL[lower] ?? ARABIC[lower]
  if (special !== undefined) return special
  const bare = lower
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
  if (bare === "" && /\p{M}/u.test(char)) return ""
  if (bare !== lower && bare !== "") return [...bare].map(foldChar).join("")
  return /^[\p{L}\p{N}]+$/u.test(bare) ? bare : " "
}

/** Writes the normalised name into `out` and returns its length; stops at 200 code units, longer than any name. */
export function normaliseInto(text: string, start: number, end: number, out: Uint16Array): number {
  let length = 0
  for (let i = start; i < end && length < 198; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) out[length++] = code
    else if (code >= 65 && code <= 90) out[length++] = code + 32
    else length = putFolded(code, out, length)
  }
  return length > 0 && out[length - 1] === SPACE ? length - 1 : length
}

function putFolded(code: number, out: Uint16Array, at: number): number {
  const folded = FOLDED[code] ?? foldHigh(code)
  let length = at
  for (let k = 0; k < folded.length; k++) {
    const unit = folded.charCodeAt(k)
    if (unit === SPACE && (length === 0 || out[length - 1] === SPACE)) continue
    out[length++] = unit
  }
  return length
}

const scratch = new Uint16Array(256)

/** Lower case, no marks or apostrophes, words parted by single spaces: "Ma‘arrat an-Nu‘mān" → "maarrat an numan". */
export function normaliseName(name: string): string {
  const length = normaliseInto(name, 0, name.length, scratch)
  return String.fromCharCode(...scratch.subarray(0, length))
}

/** The Arabic article as it is written in Latin letters, assimilated forms too. */
export const ARTICLES: ReadonlySet<string> = new Set(
  "al el ul il ad ed as es ash esh ech an en ar er at et az ez adh edh ath eth ej aj".split(" "),
)

/** The normalised name without a leading article; the name itself where that would leave nothing of substance. */
export function withoutArticle(normalised: string): string {
  const space = normalised.indexOf(" ")
  if (space < 2 || space > 3 || !ARTICLES.has(normalised.slice(0, space))) return normalised
  const rest = normalised.slice(space + 1)
  return rest.length >= 3 ? rest : normalised
}

const DIGRAPHS: readonly (readonly [string, string])[] = [
  ["tch", "S"],
  ["dzh", "j"],
  ["zh", "j"],
  ["dj", "j"],
  ["sh", "S"],
  ["ch", "S"],
  ["kh", "x"],
  ["gh", "g"],
  ["th", "t"],
  ["dh", "D"],
  ["ph", "f"],
  ["ck", "k"],
]
const SINGLE: Record<string, string> = { q: "k", c: "k", ç: "S", v: "v" }

/** One letter per sound; articles and doubled letters gone, "Abu" in one form: "deir ez zor" → "deirzor". */
export function phoneticOf(normalised: string): string {
  const words = normalised.split(" ")
  const kept = words.filter((w, i) => !(ARTICLES.has(w) && i < words.length - 1))
  return kept.map((w, i) => phoneticWord(unglued(w, i > 0))).join("")
}

/** Takes a glued article off: "ezzor" after another word → "zor"; "albu", "abou" → "bu". */
function unglued(word: string, inner: boolean): string {
  const bu = /^(?:(?:al|el)bu|abou|abo|abu|bou)(.*)$/.exec(word)
  if (bu) return `bu${bu[1]}`
  if (inner && /^[aeu]([zsdtrn])\1/.test(word)) return word.slice(2)
  return word
}

function phoneticWord(word: string): string {
  let out = ""
  for (let i = 0; i < word.length; ) {
    const pair = DIGRAPHS.find(([from]) => word.startsWith(from, i))
    const sound = pair ? pair[1] : (SINGLE[word.charAt(i)] ?? word.charAt(i))
    if (!out.endsWith(sound)) out += sound
    i += pair ? pair[0].length : 1
  }
  return out.length > 2 && out.endsWith("h") ? out.slice(0, -1) : out
}

const CLASS: Record<string, string> = { S: "s", D: "d", z: "d", x: "k", p: "b" }

/** Consonant classes of the name; vowels, glides and inner h gone. "" for a name that is not in Latin letters. */
export function skeletonOf(normalised: string): string {
  return skeletonOfPhonetic(phoneticOf(normalised))
}

/** The skeleton of what `phoneticOf` gives. */
export function skeletonOfPhonetic(phonetic: string): string {
  let out = ""
  for (let i = 0; i < phonetic.length; i++) {
    const sound = phonetic.charAt(i)
    if (!/[a-zSD]/.test(sound)) return ""
    if ("aeiouy".includes(sound) || ((sound === "h" || sound === "w") && i > 0)) continue
    const kind = CLASS[sound] ?? sound
    if (!out.endsWith(kind)) out += kind
  }
  return out
}

const VOWELS = "aeiouyw"
const NEAR_VOWELS: Record<string, string> = { a: "e", e: "ai", i: "ey", y: "ie", o: "uw", u: "ow", w: "uo" }

function substitution(a: string, b: string): number {
  if (a === b) return 0
  if (VOWELS.includes(a) && VOWELS.includes(b))
    return (NEAR_VOWELS[a] ?? "").includes(b) || (NEAR_VOWELS[b] ?? "").includes(a) ? 0.15 : 0.45
  if ((CLASS[a] ?? a) === (CLASS[b] ?? b)) return 0.35
  return 1
}

function gap(sound: string): number {
  if (sound === "h") return 0.2
  return VOWELS.includes(sound) ? 0.35 : 1
}

/** How alike two normalised names sound, 0 to 1. */
export function similarity(a: string, b: string): number {
  return soundLikeness(phoneticOf(a), phoneticOf(b))
}

/** Likeness of two results of `phoneticOf`: 1 less the weighted edit distance (vowels cheap) over the longer length. */
export function soundLikeness(x: string, y: string): number {
  if (x === y) return 1
  let row = [0]
  for (let j = 1; j <= y.length; j++) row.push((row[j - 1] ?? 0) + gap(y.charAt(j - 1)))
  for (let i = 1; i <= x.length; i++) {
    const next = [(row[0] ?? 0) + gap(x.charAt(i - 1))]
    for (let j = 1; j <= y.length; j++) {
      const swap = (row[j - 1] ?? 0) + substitution(x.charAt(i - 1), y.charAt(j - 1))
      const drop = (row[j] ?? 0) + gap(x.charAt(i - 1))
      const put = (next[j - 1] ?? 0) + gap(y.charAt(j - 1))
      next.push(Math.min(swap, drop, put))
    }
    row = next
  }
  return 1 - (row[y.length] ?? 0) / Math.max(x.length, y.length, 1)
}
