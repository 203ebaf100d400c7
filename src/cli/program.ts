import { Command, InvalidArgumentError, Option } from "commander"
import { VERSION } from "../server/version.ts"

const DESK = "./sightline.desk"
const FORMATS = ["events.jsonl", "claims.csv", "geojson"]

/** The command line. Each command's own code is loaded when it is called; its exit code goes to `done`. */
export function program(done: (exitCode: number) => void): Command {
  const root = new Command("sightline")
    .description(
      "Turns many outlets' reports of armed conflict into one sourced, dated, located, de-duplicated record.",
    )
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError("(sightline <command> --help shows an example)")
    .addHelpText("after", "\nExit codes: 0 ok, 1 failed, 2 usage, 3 finished with issues, 130 stopped by Ctrl-C.")
  addCommand(root, done)
  filterCommands(root, done)
  exportCommand(root, done)
  serveCommand(root, done)
  askCommands(root, done)
  upkeepCommands(root, done)
  return root
}

const deskOption = () => new Option("--desk <folder>", "the desk").default(DESK)

function example(command: Command, ...lines: string[]): Command {
  const label = lines.length > 1 ? "Examples" : "Example"
  return command.addHelpText("after", `\n${label}:\n${lines.map((line) => `  $ ${line}`).join("\n")}`)
}

function addCommand(root: Command, done: (code: number) => void): void {
  const command = root
    .command("add")
    .summary("clean, code and link files into a desk")
    .description(
      "Adds files, folders (.html .htm .txt .md .jsonl .jsonl.gz, recursively) or - (JSON Lines from standard input). " +
        "Adding the same again changes nothing; after an interruption the same command goes on where it stopped. A line " +
        "of JSON Lines is a Page, or a report with any of id, title, text|body|html, published|date, outlet|source, url, lang.",
    )
    .argument("<inputs...>", "files, folders or -")
    .addOption(deskOption())
    .option("--outlet <name>", "who published pages that do not say")
    .option("--verbose", "print every issue")
    .action(async (inputs, options) => done(await (await import("./commands/add.ts")).add(inputs, options)))
  example(command, "sightline add reports/ --desk syria.desk", "zcat archive.jsonl.gz | sightline add -")
}

function filterCommands(root: Command, done: (code: number) => void): void {
  const clean = root
    .command("clean")
    .summary("pages in, reports out (JSON Lines)")
    .description("Reads pages or report-like records from standard input, or files, and writes one report per line.")
    .argument("[inputs...]", "files, folders or - (the default)")
    .option("--outlet <name>", "who published pages that do not say")
    .action(async (inputs, options) => done(await (await import("./commands/clean.ts")).clean(inputs, options)))
  example(clean, "sightline clean < pages.jsonl > reports.jsonl", "sightline clean page.html | sightline code")
  const code = root
    .command("code")
    .summary("reports in, coded mentions out (JSON Lines)")
    .description("Reads reports from standard input and writes one line per report, in order: its mentions and issues.")
    .action(async () => done(await (await import("./commands/code.ts")).code()))
  example(code, "sightline clean < pages.jsonl | sightline code > coded.jsonl")
  const link = root
    .command("link")
    .summary("coded mentions in, events out (JSON Lines)")
    .description("Reads coded reports from standard input and writes one event per line, in order of id.")
    .option("--judgements <file>", "JSON Lines of judgements to respect")
    .option("--reviews <file>", "JSON Lines of reviews to apply")
    .option("--links <file>", "also write why mentions were joined or kept apart")
    .action(async (options) => done(await (await import("./commands/link.ts")).link(options)))
  example(link, "sightline clean < pages.jsonl | sightline code | sightline link > events.jsonl")
}

function exportCommand(root: Command, done: (code: number) => void): void {
  const command = root
    .command("export")
    .summary("write a desk's record to a file")
    .description(
      "Writes the events of a desk. Names of private persons are left out unless asked for: who is not in the register " +
        "of actors and in no armed group, as far as the reports say, is “person”.",
    )
    .addOption(deskOption())
    .addOption(new Option("--format <format>", "what to write").choices(FORMATS).makeOptionMandatory())
    .option("--out <file>", "where to; standard output unless told")
    .option("--coarsen <km>", "round coordinates to a grid of this many kilometres", positive)
    .option("--delay <days>", "leave out events of the last days, and those of unknown date", positive)
    .option("--with-persons", "keep the names of private persons")
    .action(async (options) => done(await (await import("./commands/export.ts")).exportDesk(options)))
  example(
    command,
    "sightline export --format claims.csv --out claims.csv",
    "sightline export --format geojson --coarsen 10 --delay 30",
  )
}

function serveCommand(root: Command, done: (code: number) => void): void {
  const command = root
    .command("serve")
    .summary("show a desk in the browser")
    .description("Opens or makes the desk, fills an empty one with the examples, and serves it on this machine alone.")
    .addOption(deskOption())
    .option("--port <number>", "0 takes any free one", port, 4173)
    .option("--no-examples", "leave an empty desk empty")
    .action(async (options) => done(await (await import("./commands/serve.ts")).serve(options)))
  example(command, "sightline serve --desk syria.desk --port 8080")
}

function askCommands(root: Command, done: (code: number) => void): void {
  const show = root
    .command("show")
    .summary("an event with every value, its words, speaker and outlet")
    .argument("<event>", "id of an event, or of one that was merged into it")
    .addOption(deskOption())
    .option("--json", "as JSON")
    .action(async (id, options) => done(await (await import("./commands/show.ts")).show(id, options)))
  example(show, "sightline show ev_0123456789abcdef")
  const explain = root
    .command("explain")
    .summary("why each value is what it is, and why mentions were joined")
    .argument("<id>", "id of a mention or an event")
    .addOption(deskOption())
    .action(async (id, options) => done(await (await import("./commands/explain.ts")).explain(id, options)))
  example(explain, "sightline explain mn_0123456789abcdef")
  const codebook = root
    .command("codebook")
    .summary("the event types with their definitions")
    .option("--json", "as JSON")
    .action(async (options) => done(await (await import("./commands/codebook.ts")).codebook(options)))
  example(codebook, "sightline codebook --json > codebook.json")
}

function upkeepCommands(root: Command, done: (code: number) => void): void {
  const verify = root
    .command("verify")
    .summary("check a desk's integrity")
    .description(
      "Recomputes page hashes, checks keys, spans, words and ids of everything stored, and derives the events anew. " +
        "Names what diverges, first things first; exit code 1 when anything does.",
    )
    .addOption(deskOption())
    .action(async (options) => done(await (await import("./commands/verify.ts")).verify(options)))
  example(verify, "sightline verify --desk syria.desk")
  const recode = root
    .command("recode")
    .summary("clean, code and link all stored pages anew")
    .description("For after an update of Sightline. Pages, judgements and reviews stay as they are.")
    .addOption(deskOption())
    .option("--verbose", "print every issue")
    .action(async (options) => done(await (await import("./commands/recode.ts")).recode(options)))
  example(recode, "sightline recode --desk syria.desk")
}

function positive(text: string): number {
  const value = Number(text)
  if (text.trim() === "" || !Number.isFinite(value) || value <= 0)
    throw new InvalidArgumentError("Give a number above 0.")
  return value
}

function port(text: string): number {
  const value = Number(text)
  if (!/^\d{1,5}$/.test(text) || value > 65535) throw new InvalidArgumentError("Give a number from 0 to 65535.")
  return value
}
