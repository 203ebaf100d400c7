import iconv from "iconv-lite"
import { describe, expect, it } from "vitest"
import { decodePage } from "../../src/clean/decode.ts"
import { bytesPage, pageOf } from "./page.ts"

const ARABIC = "قالت مصادر محلية إن القوات قصفت البلدة صباح اليوم، ما أدى إلى مقتل سبعة مدنيين بينهم طفلان."
const RUSSIAN = "Вчера вечером посёлок обстреляли из миномётов, погибли три человека, сообщили местные власти."
const HEBREW = "דובר הצבא מסר הבוקר כי כוחות פעלו בלילה במספר כפרים ועצרו חמישה חשודים."

function textOf(bytes: Buffer, charset?: string): string {
  const decoded = decodePage(bytesPage(bytes, charset === undefined ? {} : { charset }), 1_000_000)
  if ("binary" in decoded) throw new Error(decoded.binary)
  return decoded.text
}

describe("decodePage", () => {
  it.each([
    ["windows-1256", ARABIC],
    ["iso-8859-6", ARABIC],
    ["windows-1251", RUSSIAN],
    ["koi8-r", RUSSIAN],
    ["windows-1255", HEBREW],
    ["utf-8", ARABIC],
  ])("detects %s without a declaration", (charset, text) => {
    expect(textOf(iconv.encode(text, charset))).toBe(text)
  })

  it("reads byte order marks and unmarked UTF-16", () => {
    expect(textOf(iconv.encode(RUSSIAN, "utf-16le", { addBOM: true }))).toBe(RUSSIAN)
    expect(textOf(iconv.encode(RUSSIAN, "utf8", { addBOM: true }))).toBe(RUSSIAN)
    expect(textOf(iconv.encode("Shells hit the market of the town.", "utf-16le"))).toContain("market")
    expect(textOf(iconv.encode("Shells hit the market of the town.", "utf-16be"))).toContain("market")
  })

  it("takes the transport's charset, then the meta element's", () => {
    expect(textOf(iconv.encode("дом", "windows-1251"), "windows-1251")).toBe("дом")
    const html = '<meta charset="windows-1251"><p>дом'
    expect(textOf(iconv.encode(html, "windows-1251"))).toBe(html)
  })

  it("believes valid UTF-8 more than a wrong declaration", () => {
    expect(textOf(Buffer.from(`<meta charset="iso-8859-1"><p>${ARABIC}`), "iso-8859-1")).toContain(ARABIC)
  })

  it("keeps damaged UTF-8 as UTF-8 and counts the damage", () => {
    const bytes = Buffer.concat([Buffer.from(ARABIC), Buffer.from([0xff, 0xfe]), Buffer.from(ARABIC)])
    expect(decodePage(bytesPage(bytes), 1000)).toMatchObject({ charset: "utf-8", broken: 2 })
  })

  it("names binary formats", () => {
    expect(decodePage(bytesPage(Buffer.from("%PDF-1.7 x")), 100)).toEqual({ binary: "PDF" })
    expect(decodePage(bytesPage(Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2])), 100)).toEqual({ binary: "PNG image" })
    expect(decodePage(bytesPage(Buffer.from([1, 2, 3, 4, 5, 6, 7, 0, 0, 1])), 100)).toEqual({ binary: "binary data" })
    expect(decodePage(pageOf("\u0001\u0002\u0000\u0003 text"), 100)).toEqual({ binary: "binary data" })
  })

  it("cuts at the cap and says so", () => {
    expect(decodePage(pageOf("word ".repeat(100)), 50)).toMatchObject({ text: "word ".repeat(10), cut: true })
    expect(decodePage(bytesPage(Buffer.from("word ".repeat(1000))), 50)).toMatchObject({ cut: true })
  })
})
