import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { actorClass } from "../../src/actors/actor-class.ts"
import { actorOf } from "../../src/actors/finding.ts"
import { openActorRegister, openOutletRegister } from "../../src/actors/register.ts"
import { ConfigError } from "../../src/errors.ts"
import { Actor, Speaker } from "../../src/schema/index.ts"

const register = openActorRegister("data")
const outlets = openOutletRegister("data")
const scratch = mkdtempSync(join(tmpdir(), "sightline-actors-"))
afterAll(() => rmSync(scratch, { recursive: true }))

describe("actor register", () => {
  test("holds at least 330 written entries, each fit for the wire", () => {
    expect(register.actors.filter((a) => !a.generated).length).toBeGreaterThanOrEqual(330)
    for (const entry of register.actors) Actor.parse(actorOf(entry))
    for (const s of register.speakers.speakers) Speaker.parse({ name: s.name, speakerId: s.id, kind: s.kind })
  })

  test("every speaker's home and every leader's group is an actor", () => {
    for (const s of register.speakers.speakers)
      if (s.homeActorId !== null) expect(register.byId(s.homeActorId), s.id).not.toBeNull()
    for (const a of register.actors)
      if (a.kind === "person") expect(a.parent && register.byId(a.parent), a.id).toBeTruthy()
  })

  test.each([
    ["ISIS", "islamic-state"],
    ["Da'esh", "islamic-state"],
    ["Islamic State", "islamic-state"],
    ["islamic state of iraq and the levant", "islamic-state"],
    ["séléka", "seleka"],
    ["Tatmadaw", "mm-armed-forces"],
    ["Russian Aerospace Forces", "ru-air-force"],
    ["Government of Fiji", "fj-government"],
  ])("looks up %s", (name, id) => expect(register.lookup(name)?.id).toBe(id))

  test("knows nobody by a name that nobody has", () => {
    expect(register.lookup("Blue Biscuit Brigade of Nowhere")).toBeNull()
    expect(register.byId("nobody")).toBeNull()
  })
})

describe("a bad table is named with its line and the way out", () => {
  test.each([
    ["kind", "x-group\tX Group\t\twarlike\tSY\t\t\twhy\t2026-01-01", /kind "warlike"/],
    ["parent", "x-group\tX Group\t\tmilitia\tSY\tno-such-parent\t\twhy\t2026-01-01", /"no-such-parent" is no id/],
    ["cells", "x-group\tX Group", /2 cells where the header has 9/],
    ["twice", "sdf\tX Group\t\tmilitia\tSY\t\t\twhy\t2026-01-01", /id sdf stands twice/],
  ])("%s", (name, line, message) => {
    const dir = join(scratch, name)
    cpSync("data", dir, { recursive: true, filter: (f) => !/places|basemap/.test(f) })
    const file = join(dir, "actors", "europe.tsv")
    writeFileSync(file, `${readFileSync(file, "utf8")}${line}\n`)
    const open = () => openActorRegister(dir)
    expect(open).toThrow(ConfigError)
    expect(open).toThrow(message)
    expect(open).toThrow(/europe\.tsv:\d+/)
  })

  test("a missing folder", () => expect(() => openActorRegister(join(scratch, "absent"))).toThrow(/cannot read/))
})

describe("outlet register", () => {
  test("holds at least 60 outlets, agencies among them", () => {
    expect(outlets.outlets.length).toBeGreaterThanOrEqual(60)
    expect(outlets.byId("reuters")?.kind).toBe("agency")
    const hosts = outlets.outlets.flatMap((o) => o.hosts)
    expect(new Set(hosts).size).toBe(hosts.length)
  })

  test.each([
    ["https://www.theguardian.com/world/x", "guardian"],
    ["english.almanar.com.lb", "al-manar"],
    ["The Guardian", "guardian"],
    ["guardian", "guardian"],
    ["Fars", "fars"],
    ["Fars News Agency", "fars"],
    ["SANA", "sana"],
    ["PRESSTV", "press-tv"],
    ["www.reuters.com", "reuters"],
    ["TIME", "time-magazine"],
  ])("%s", (name, id) => expect(outlets.lookup(name)?.id).toBe(id))

  test.each(["notreuters.com", "com", "", "example.org", "https://"])("nobody at %j", (name) =>
    expect(outlets.lookup(name)).toBeNull(),
  )
})

describe("actor classes", () => {
  test.each([
    ["iswap", "islamic-state"],
    ["nusra-front", "al-qaeda"],
    ["aqim", "al-qaeda"],
    ["ypg", "kurdish"],
    ["us-led-coalition", "coalition"],
    ["sy-air-force", "state"],
    ["ndf-syria", "pro-government"],
    ["fsa", "rebel"],
    ["stc", "separatist"],
    ["bandits-nigeria", "other-armed"],
    ["un-peacekeepers", "international"],
    ["civilians", "people"],
  ])("%s is %s", (id, expected) => {
    const entry = register.byId(id)
    expect(entry && actorClass(actorOf(entry), register)).toBe(expected)
  })

  test("a leader has the class of the group, a nameless description that of its kind", () => {
    const leader = { name: "X", actorId: null, kind: "person" as const, groupId: "islamic-state" }
    expect(actorClass(leader, register)).toBe("islamic-state")
    expect(actorClass({ name: "rebels", actorId: null, kind: "rebel-group" }, register)).toBe("rebel")
    expect(actorClass({ name: "gunmen", actorId: null, kind: "unknown" }, register)).toBe("unknown")
  })
})
