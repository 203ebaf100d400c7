import { describe, expect, it } from "vitest"
import { languageOf } from "../../src/clean/language.ts"

describe("languageOf", () => {
  it.each([
    ["en", "Shells hit the market of Tarsin on Sunday, killing nine people and wounding thirty, two medics said."],
    ["en", "Rebels take radio tower on Mount Harun"],
    [
      "fr",
      "L'armée a bombardé la ville dans la nuit, faisant sept morts parmi les civils, selon des sources médicales.",
    ],
    ["ru", "Армия обстреляла город ночью, погибли семь мирных жителей, сообщили местные власти."],
    ["uk", "Армія обстріляла місто вночі, загинули семеро мирних жителів, повідомила місцева влада."],
    ["ar", "قصف الجيش البلدة خلال الليل ما أدى إلى مقتل سبعة مدنيين، بحسب مصادر طبية."],
    ["fa", "ارتش شهر را در طول شب گلوله‌باران کرد و هفت غیرنظامی کشته شدند، منابع پزشکی گفتند."],
    ["he", "הצבא הפגיז את העיירה במהלך הלילה ושבעה אזרחים נהרגו, כך מסרו מקורות רפואיים."],
    [
      "so",
      "Ciidanku waxay xalay duqeeyeen magaalada, waxaana ku dhintay toddobo qof oo rayid ah, sida ay sheegeen ilo caafimaad.",
    ],
    [
      "ha",
      "Sojoji sun yi luguden wuta a garin cikin dare, inda fararen hula bakwai suka mutu, in ji majiyoyin lafiya.",
    ],
  ])("%s", async (lang, text) => expect(await languageOf(text, null)).toBe(lang))

  it("says und, or what the page declares, where the text does not tell", async () => {
    expect(await languageOf("", null)).toBe("und")
    expect(await languageOf("12.03.2019 - 14", null)).toBe("und")
    expect(await languageOf("12.03.2019", "pt-BR")).toBe("pt")
    expect(await languageOf("asdf qwer zxcv hjkl", null)).toBe("und")
  })
})
