import { expect, test } from "vitest"
import { ontology } from "../../src/ontology/index.ts"
import { runCli } from "./run-cli.ts"

const COMMANDS = ["add", "clean", "code", "link", "export", "serve", "show", "explain", "codebook", "verify", "recode"]

test("every command's help names it and shows an example, on standard output, with code 0", async () => {
  const all = await runCli(["--help"])
  expect(all.code).toBe(0)
  const helps = await Promise.all(
    COMMANDS.map(async (command) => ({ command, help: await runCli([command, "--help"]) })),
  )
  for (const { command, help } of helps) {
    expect(all.out).toMatch(new RegExp(`^  ${command}\\b`, "m"))
    expect(help.code).toBe(0)
    expect(help.out).toMatch(new RegExp(`Examples?:\\n  \\$ .*sightline ${command}`))
  }
})

test.each([
  [["ad", "x"], /unknown command 'ad'/],
  [["add"], /missing required argument 'inputs'/],
  [["add", "x", "--nope"], /unknown option '--nope'/],
  [["export"], /required option '--format/],
  [["export", "--format", "xls"], /Allowed choices are events\.jsonl, claims\.csv, geojson/],
  [["export", "--format", "geojson", "--coarsen", "-1"], /Give a number above 0/],
  [["serve", "--port", "70000"], /from 0 to 65535/],
  [["show"], /missing required argument 'event'/],
])("wrong use ends with 2 and says what is wrong on standard error: %j", async (args, message) => {
  const { code, out, err } = await runCli(args)
  expect(err).toMatch(message)
  expect(out).toBe("")
  expect(code).toBe(2)
})

test.each(["show ev_1", "explain ev_1", "verify", "export --format geojson", "recode"])(
  "no desk: %s ends with 1 and the way out",
  async (line) => {
    const { code, err } = await runCli([...line.split(" "), "--desk", "/nonexistent/desk"])
    expect(err).toContain("there is no desk at /nonexistent/desk\n  make one with `sightline add`")
    expect(code).toBe(1)
  },
)

test("the codebook lists every type; --json is JSON", async () => {
  const [plain, json] = await Promise.all([runCli(["codebook"]), runCli(["codebook", "--json"])])
  for (const { id, definition } of Object.values(ontology))
    expect(plain.out).toContain(`${id.padEnd(22)} ${definition}`)
  expect(JSON.parse(json.out).map((type: { id: string }) => type.id)).toEqual(Object.keys(ontology))
})
