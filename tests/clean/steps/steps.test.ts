import { describe, expect, it } from "vitest"
import { type Draft, NO_HEAD } from "../../../src/clean/draft.ts"
import { plainBlocks } from "../../../src/clean/plain.ts"
import { runSteps, STEPS } from "../../../src/clean/steps/index.ts"

const BODY = [
  "Shells hit the market of Tarsin on Sunday morning, killing at least nine people and wounding about thirty.",
  "Residents said that the fire came from the hills east of the river, where the Northern Brigade has its guns.",
  "The brigade denied that it had shelled the town, and asked for an inquiry by the monitors of the truce.",
]

function draftOf(lines: readonly string[]): Draft {
  const blocks = plainBlocks(lines.join("\n\n"))
  return { form: "plain", head: NO_HEAD, addressDate: null, blocks, removed: [] }
}

/** Reason under which `line` is removed when it stands before, between or after paragraphs; null when it stays. */
function fate(line: string, place: "before" | "between" | "after", skip: string[] = []): string | null {
  const [a = "", b = "", c = ""] = BODY
  const lines = { before: [line, a, b, c], between: [a, line, b, c], after: [a, b, c, line] }[place]
  const { removed } = runSteps(draftOf(lines), skip)
  return removed.find(({ text }) => text === plainBlocks(line)[0]?.text)?.reason ?? null
}

describe("furniture goes", () => {
  it.each([
    ["Skip to content", "before", "skip-link"],
    ["Back to top ↑", "after", "skip-link"],
    ["Home | News | World | Sports | Opinion", "before", "navigation"],
    ["Harbour Road » Northern District » Town Watch » Reports", "before", "navigation"],
    ["Share on Facebook", "between", "share"],
    ["Facebook Twitter WhatsApp Telegram", "after", "share"],
    ["Log in or create an account to read on", "after", "login"],
    ["Sign up for our newsletter", "between", "subscribe"],
    ["Leave a comment", "after", "comments"],
    ["12 Comments", "after", "comments"],
    ["We use cookies to improve your visit to this website. Read our privacy policy.", "after", "consent"],
    ["نستخدم ملفات تعريف الارتباط لتحسين تجربتك في هذا الموقع", "after", "consent"],
    ["Please enable JavaScript in your browser to see the map.", "between", "spam-notice"],
    ["Advertisement", "between", "advertisement"],
    ["© 2020 Harbour Press. All rights reserved.", "after", "copyright"],
    ["Copyright Harbour Press", "after", "copyright"],
    ["1,204 views", "after", "counter"],
    ["Tags: Tarsin, shelling, truce", "after", "tags"],
    ["« Older report", "after", "navigation"],
    ["Save · Share · Gift this article · 49 comments", "before", "share"],
    ["Have you spotted an error? Write to our editors.", "after", "share"],
    ["%d people like this", "after", "placeholder"],
    ["***", "between", "placeholder"],
    ["Photo: Harbour Press", "before", "photo-credit"],
    ["READ ALSO: Who are the men of the Northern Brigade?", "between", "related"],
    ["HarbourTV-‘Brigade leaves the hills’Commander says that the withdrawal is over", "between", "related"],
    ["يجب عليك تسجيل الدخول للتعليق", "after", "login"],
    ["מדיניות פרטיות", "after", "consent"],
    ["Подписывайтесь на наш телеграм", "after", "share"],
    ["Today is 5 May 2020 - 12 Ramadan 1441", "before", "header-date"],
    [BODY[0] ?? "", "after", "repeated"],
    [
      "Tarsin District is one of the nine districts of the Eastern Province. It has an area of 1,204 km² and a population of 88,000.",
      "between",
      "encyclopaedia",
    ],
  ] as const)("%s (%s)", (line, place, reason) => expect(fate(line, place)).toBe(reason))
})

describe("reporting stays", () => {
  const LINES = [
    "The ministry declined to comment.",
    '"We share the grief of the families," the governor said in a message on Facebook.',
    "Rebels took the radio tower and the police station.",
    "The army's browser-based mapping site was taken down by hackers of the brigade on Friday.",
    "Five people were killed.",
    "Twitter removed accounts that praised the attack, a spokesman said.",
    "Fighting for the bridge",
    "Two dead were soldiers of the home guard.",
    "Officials said the population of the camp had grown to 40,000, in an area of less than two square kilometres, after shelling on Monday.",
    "“Go home,” the loudspeakers said, and people began to search for their children.",
    "The convoy will go back to the top of the valley, a commander told Reuters.",
    "قال شهود إن القصف استمر ساعات.",
  ]
  it.each(LINES)("%s", (line) => {
    for (const place of ["between", "after"] as const) {
      const other = place === "after" && /\p{Script=Arabic}/u.test(line)
      if (!other) expect(fate(line, place), place).toBeNull()
    }
  })
})

describe("kinds", () => {
  const kindOf = (line: string, lines: string[]) =>
    runSteps(draftOf(lines)).blocks.find(({ text }) => text === line)?.kind
  const [a = "", b = "", c = ""] = BODY

  it("marks captions, whose dates are evidence", () => {
    const caption = "Men search the ruins of the market in Tarsin, on March 3, 2019. (Photo by Harbour Press)"
    expect(kindOf(caption, [a, caption, b])).toBe("caption")
    const pictured = "Rana Aziz, the mayor, is pictured at the river bank in March 2018."
    expect(kindOf(pictured, [a, pictured, b])).toBe("caption")
  })

  it("marks titles, bylines and headings", () => {
    const title = "Shells hit market in Tarsin, nine dead"
    const lines = ["Harbour Press", title, "By Nadia Brandt", "3 March 2019, 18:40", a, "Fighting in the hills", b, c]
    expect(kindOf(title, lines)).toBe("title")
    expect(kindOf("By Nadia Brandt", lines)).toBe("byline")
    expect(kindOf("3 March 2019, 18:40", lines)).toBe("byline")
    expect(kindOf("Fighting in the hills", lines)).toBe("heading")
    expect(kindOf("Harbour Press", lines)).toBeUndefined()
  })

  it("takes the headline whose capitals still tell names", () => {
    const [shouted, plain] = ["Us-Backed Fighters Shell Market In Tarsin", "US-backed fighters shell market in Tarsin"]
    expect(runSteps(draftOf([shouted, plain, a, b])).blocks[0]).toEqual({ kind: "title", text: plain })
    expect(runSteps(draftOf([plain, shouted, a, b])).blocks[0]).toEqual({ kind: "title", text: plain })
  })

  it("keeps readers' comments out, and paragraphs before a comment header in", () => {
    const lines = [
      a,
      b,
      c,
      "Leave a comment",
      "Omar says:",
      "I was there and it was much worse than what you write here, believe me.",
    ]
    expect(runSteps(draftOf(lines)).blocks.map(({ text }) => text)).toEqual([a, b, c])
    const early = ["Comments", a, b, c]
    expect(runSteps(draftOf(early)).blocks.map(({ text }) => text)).toEqual([a, b, c])
  })
})

describe("the step list", () => {
  it("has unique names, and a skipped step removes nothing", () => {
    const names = STEPS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(fate("Skip to content", "before", ["controls"])).toBeNull()
    expect(fate("Skip to content", "before", ["notices"])).toBe("skip-link")
  })
})
