import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson } from "../../src/kit/hash.ts"
import { judge } from "../../src/link/judgement.ts"
import { link } from "../../src/link/link.ts"
import { resolveEventId } from "../../src/link/resolve-event-id.ts"
import { type Certainty, Event, Link, type Mention, type Resolved } from "../../src/schema/index.ts"
import { killed, report, town } from "../link/make.ts"
import { desk, deskWithJudgements, mentionIds } from "./desk-arbitrary.ts"

const RUNS = { numRuns: 300 }
const AS_THEY_ARE = { judgements: [], reviews: [] }

function eventOf(events: readonly Event[], mention: string): Event {
  const found = events.find((e) => e.mentions.includes(mention))
  if (found === undefined) throw new Error(`${mention} is in no event`)
  return found
}

describe("linking", () => {
  it("gives the same bytes whatever the order of the input", () => {
    const shuffled = deskWithJudgements.chain((input) =>
      fc.record({
        input: fc.constant(input),
        coded: fc.shuffledSubarray(input.coded, { minLength: input.coded.length }),
        judgements: fc.shuffledSubarray(input.judgements, { minLength: input.judgements.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ input, coded, judgements }) => {
        expect(JSON.stringify(link({ coded, judgements, reviews: [] }))).toBe(JSON.stringify(link(input)))
      }),
      RUNS,
    )
  })

  it("gives the same again when done again, and when a report is given twice", () => {
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        const once = JSON.stringify(link(input))
        expect(JSON.stringify(link(input))).toBe(once)
        expect(JSON.stringify(link({ ...input, coded: [...input.coded, ...input.coded] }))).toBe(once)
      }),
      RUNS,
    )
  })

  it("puts every mention into exactly one event, and returns what the schema says", () => {
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        const { events, links } = link(input).value
        expect(events.flatMap((e) => e.mentions).sort()).toEqual(mentionIds(input.coded).sort())
        for (const e of events) expect(Event.parse(e)).toEqual(e)
        for (const l of links) expect(Link.parse(l)).toEqual(l)
      }),
      RUNS,
    )
  })

  it("names an event after its oldest mention, and resolves the id of every mention in it", () => {
    fc.assert(
      fc.property(desk, (coded) => {
        const { events } = link({ coded, ...AS_THEY_ARE }).value
        for (const event of events)
          for (const m of event.mentions) expect(resolveEventId(events, m.replace("mn_", "ev_"))).toBe(event)
        for (const event of events) expect(resolveEventId(events, event.id)).toBe(event)
        expect(resolveEventId(events, "ev_0000000000000000")).toBeNull()
      }),
      RUNS,
    )
  })

  it("keeps the id of an event when later reports come in, or still resolves it", () => {
    fc.assert(
      fc.property(desk, (coded) => {
        const before = link({ coded: coded.slice(0, -1), ...AS_THEY_ARE }).value.events
        const after = link({ coded, ...AS_THEY_ARE }).value.events
        for (const event of before) {
          const now = resolveEventId(after, event.id)
          expect(now?.mentions).toContain(event.id.replace("ev_", "mn_"))
        }
      }),
      RUNS,
    )
  })
})

describe("judgements", () => {
  it('never puts a standing "different" pair into one event', () => {
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        const { events } = link(input).value
        const { byPair } = judge(input.judgements, new Set(mentionIds(input.coded)))
        for (const { a, b, verdict } of byPair.values())
          if (verdict === "different") expect(eventOf(events, a)).not.toBe(eventOf(events, b))
      }),
      RUNS,
    )
  })

  it('always joins a standing "same" pair, unless an issue says that it contradicts a "different"', () => {
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        const { value, issues } = link(input)
        const { byPair } = judge(input.judgements, new Set(mentionIds(input.coded)))
        const contradicted = new Set(issues.filter((i) => i.code === "link/contradictory-judgements").map((i) => i.ref))
        for (const { id, a, b, verdict } of byPair.values())
          if (verdict === "same" && !contradicted.has(id))
            expect(eventOf(value.events, a)).toBe(eventOf(value.events, b))
        const hasDifferent = [...byPair.values()].some((j) => j.verdict === "different")
        if (!hasDifferent) expect(contradicted.size).toBe(0)
      }),
      RUNS,
    )
  })
})

/** All values of one field in a cluster's mentions, with their certainty. */
function valuesOf(coded: readonly { mentions: Mention[] }[], ids: readonly string[], pick: (m: Mention) => unknown[]) {
  const all = coded.flatMap((c) => c.mentions).filter((m) => ids.includes(m.id))
  return all.flatMap(pick).filter((v) => v !== null) as { value: unknown; certainty: Certainty }[]
}

describe("merging", () => {
  it("never lets an assumed value outrank one that somebody states or infers", () => {
    const fields: { of: (e: Event) => Resolved<unknown>; pick: (m: Mention) => unknown[] }[] = [
      { of: (e) => e.when, pick: (m) => [m.when] },
      { of: (e) => e.where, pick: (m) => m.where },
      { of: (e) => e.type, pick: (m) => [m.type] },
    ]
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        for (const event of link(input).value.events)
          for (const { of, pick } of fields) {
            const said = valuesOf(input.coded, event.mentions, pick)
            const firm = said.some((v) => v.certainty !== "assumed")
            if (firm) expect(of(event).certainty).not.toBe("assumed")
            if (said.length === 0) expect(of(event).best).toBeNull()
          }
      }),
      RUNS,
    )
  })

  it("loses no claim: every value that a mention gives is the best one or an alternative, with its support", () => {
    fc.assert(
      fc.property(desk, (coded) => {
        for (const event of link({ coded, ...AS_THEY_ARE }).value.events) {
          for (const m of coded.flatMap((c) => c.mentions).filter((x) => event.mentions.includes(x.id))) {
            const whens = [event.when, ...event.when.alternatives.map((a) => ({ best: a.value, support: a.support }))]
            if (m.when)
              expect(
                whens.some((w) => canonicalJson(w.best) === canonicalJson(m.when?.value) && w.support.includes(m.id)),
              ).toBe(true)
            for (const h of m.harm) {
              const rows = event.harm.flatMap((r) => [{ value: r.best, support: r.support }, ...r.alternatives])
              expect(
                rows.some((r) => canonicalJson(r.value) === canonicalJson(h.value) && r.support.includes(m.id)),
              ).toBe(true)
            }
          }
        }
      }),
      RUNS,
    )
  })

  it("leaves all other events byte for byte as they were when a report on another place and day comes in", () => {
    const stranger = report({
      id: "rp_elsewhere",
      published: "2019-07-02",
      mentions: [
        {
          quote: "A ferry sank off Port Lume",
          type: "air-strike",
          day: "2019-07-01",
          where: [town("Port Lume", -8, 120)],
        },
        {
          quote: "Shells fell on Port Lume",
          type: "shelling",
          day: "2019-07-01",
          harm: [killed(3)],
          where: [town("Port Lume", -8, 120)],
        },
      ],
    })
    fc.assert(
      fc.property(deskWithJudgements, (input) => {
        const before = link(input).value.events.map((e) => JSON.stringify(e))
        const after = link({ ...input, coded: [stranger, ...input.coded] }).value.events
        const others = after.filter((e) => !e.reports.includes("rp_elsewhere")).map((e) => JSON.stringify(e))
        // An undated mention of no place may belong anywhere, but nothing of the generated words is in the stranger's.
        expect(others).toEqual(before)
      }),
      RUNS,
    )
  })
})
