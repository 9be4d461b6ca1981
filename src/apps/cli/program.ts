import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isoDate, parseFullDate } from "../../language/text/index.ts";
import { maskSecrets } from "../../log/index.ts";
import { note, UsageError } from "./io.ts";
import { addVisitOptions } from "./visit-options.ts";

/** The most passages that may be asked for. */
const MAX_K = 1_000;

function wholeNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/u.test(value) && number >= 1 && number <= MAX_K) return number;
  throw new InvalidArgumentError(`It must be a whole number from 1 to ${MAX_K}.`);
}

const batchOption = (field: string) =>
  new Option(
    "--batch <file>",
    `JSON Lines {"id", "${field}"} from a file or - for stdin; implies --json`,
  );

function count(value: string): number {
  if (/^\d{1,9}$/u.test(value)) return Number(value);
  throw new InvalidArgumentError("It must be a whole number.");
}

function day(value: string): string {
  const date = parseFullDate(value);
  const iso = date === null ? null : isoDate(date);
  if (iso !== null) return iso;
  throw new InvalidArgumentError("It must be a day such as 2025-01-21 or 21/01/2025.");
}

/**
 * The commands and their options. Each command's code is loaded when it runs, so that the light ones
 * start at once. Wrong usage throws commander's `CommanderError`.
 *
 * @param finish Gets the exit code of the command that ran.
 */
export function createProgram(finish: (exitCode: number) => void): Command {
  /** Runs a function of a module that is loaded then; commander gives it arguments and options as they are declared. */
  const runs =
    <K extends string>(
      name: K,
      load: () => Promise<Readonly<Record<K, (...given: never[]) => Promise<number>>>>,
    ) =>
    async (...given: unknown[]) =>
      finish(await (await load())[name](...(given as never[])));
  const program = new Command("cli")
    .description(
      "Answers questions about official visits, and keeps the index they are answered from.",
    )
    .exitOverride()
    .showHelpAfterError("Add --help for usage.")
    .configureHelp({ showGlobalOptions: true })
    .addHelpText(
      "after",
      "\nCORPUS_DIR and INDEX_DIR in the environment point every command at other folders.\nExit codes: 0 done (also when refused), 1 failed, 2 wrong usage.",
    );
  program
    .command("ask")
    .description("answer a question with citations, or refuse")
    .argument("[question...]", "the question")
    .option("--json", "print one JSON object")
    .option(
      "--explain",
      'show how the question was read and why it was answered or refused; with --json as "explanation"',
    )
    .option("--k <number>", "passages to weigh", wholeNumber)
    .option("--no-writer", "quote only, where WRITER_URL is set")
    .addOption(batchOption("question"))
    .action(runs("ask", () => import("./commands/ask.ts")));
  program
    .command("search")
    .description("list the best passages for a query")
    .argument("[query...]", "the query")
    .option("--json", "print one JSON object")
    .option("--k <number>", "passages to list", wholeNumber, 10)
    .addOption(
      new Option("--mode <mode>", "how to search")
        .choices(["hybrid", "dense", "lexical"])
        .default("hybrid"),
    )
    .addOption(batchOption("query"))
    .action(runs("search", () => import("./commands/articles.ts")));
  addVisitOptions(program.command("visits"))
    .description("the register of visits, newest first")
    .option("--json", "print a JSON array")
    .option("--csv", "print a table for spreadsheets")
    .option("--xlsx", "print a workbook, for a file behind >")
    .option("--ics", "print a calendar")
    .option("--limit <number>", "visits to list; 20 in a table, else all", count)
    .option("--offset <number>", "visits to pass over", count, 0)
    .action(runs("visits", () => import("./commands/visits.ts")));
  addVisitOptions(program.command("timeline"))
    .description("draw the visits over time")
    .requiredOption("--out <file>", "PNG file to write")
    .action(runs("timeline", () => import("./commands/visits.ts")));
  program
    .command("add")
    .description("add articles to the corpus: fetch or read them, show what was recognised, index")
    .argument("<source...>", "addresses of pages, files, or - for text on stdin")
    .option("--dry-run", "show what was recognised and change nothing")
    .option("--title <title>", "title, where the source shows none or a wrong one")
    .option("--date <date>", "day of publication, YYYY-MM-DD or dd/mm/yyyy", day)
    .option("--source <name>", "newspaper or portal")
    .option("--update <article-id>", "replace this article, whatever it says")
    .option("--as-new", "add it beside an article that is the same or alike")
    .action(runs("add", () => import("./commands/add.ts")));
  program
    .command("articles")
    .description("the indexed articles, newest first, or those that words find")
    .argument("[words...]", "words of the title or text, an id, or an address")
    .option("--limit <number>", "articles to list", count, 20)
    .option("--json", "print a JSON array")
    .action(runs("articles", () => import("./commands/articles.ts")));
  program
    .command("remove")
    .description("take articles out of the corpus and the index; undo brings them back")
    .argument("<article-id...>", "ids as articles shows them")
    .action(runs("remove", () => import("./commands/articles.ts")));
  program
    .command("edit")
    .description("mend what is known of an article; - takes a value away, undo takes it back")
    .argument("<article-id>", "id as articles shows it")
    .option("--title <title>", "title")
    .option("--source <name>", "newspaper or portal")
    .option("--url <address>", "address of the original page")
    .option("--published <date>", "day of publication, YYYY-MM-DD or dd/mm/yyyy")
    .option("--event <date>", "day of its main visit, which it settles")
    .option("--kind <kind>", "original, or summary for a report in other words than its source's")
    .action(runs("edit", () => import("./commands/changes.ts")));
  program
    .command("undo")
    .description("take the last change of the corpus back; once more, the one before it")
    .action(runs("undo", () => import("./commands/changes.ts")));
  program
    .command("log")
    .description("what was added, updated, removed and taken back, by whom and when")
    .option("--limit <number>", "lines to show", count, 20)
    .option("--json", "print a JSON array")
    .action(runs("log", () => import("./commands/changes.ts")));
  program
    .command("feedback")
    .description("answers that were voted down and questions that were refused, newest first")
    .option("--all", "also those that somebody has looked at")
    .option("--csv", "print a table for spreadsheets")
    .option("--limit <number>", "lines to show", count, 50)
    .action(runs("feedback", () => import("./commands/feedback.ts")));
  program
    .command("index")
    .description("bring the index up to date with the corpus")
    .option("--full", "read and embed every article again")
    .action(runs("index", () => import("./commands/index.ts")));
  program
    .command("rollback")
    .description("go back to the index that was in use before, until the next index command")
    .argument("[generation]", "one of the three that are kept")
    .action(runs("rollback", () => import("./commands/index.ts")));
  program
    .command("move-index")
    .description("copy the index into PostgreSQL or back, without embedding again")
    .addOption(
      new Option("--to <where>", "where it shall lie")
        .choices(["postgres", "local"])
        .makeOptionMandatory(),
    )
    .action(runs("moveIndex", () => import("./commands/upkeep.ts")));
  program
    .command("backup")
    .description("save corpus, index and state in a new folder; the bot may run")
    .argument("<folder>", "a folder that does not exist yet")
    .action(runs("backup", () => import("./commands/upkeep.ts")));
  program
    .command("restore")
    .description("put a backup in the place of corpus, index and state; the bot must be stopped")
    .argument("<folder>", "what backup has written")
    .action(runs("restore", () => import("./commands/upkeep.ts")));
  program
    .command("serve")
    .description("open the web reader without the bot, until Ctrl+C; prints its address")
    .option("--port <number>", "port in place of READER_PORT", count)
    .action(runs("serve", () => import("./commands/serve.ts")));
  program
    .command("status")
    .description("what the index holds")
    .option("--json", "print one JSON object")
    .action(runs("status", () => import("./commands/status.ts")));
  program
    .command("doctor")
    .description("check settings, model, index, write access and Telegram")
    .action(runs("doctor", () => import("./commands/doctor.ts")));
  program
    .command("show")
    .description("an article as indexed, with what was recognised")
    .argument("<article-id>", "path in the corpus without extension; a brief adds #2, #3 …")
    .option("--json", "print one JSON object")
    .action(runs("show", () => import("./commands/articles.ts")));
  return program;
}

/** Tells an error on stderr; commander has told its own already. @returns The exit code. */
export function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const message = error instanceof Error ? error.message : String(error);
  note(`error: ${maskSecrets(message)}`);
  if (!(error instanceof UsageError)) return 1;
  process.stderr.write("Add --help for usage.\n");
  return 2;
}

/**
 * Runs one command.
 *
 * @param args What stands behind the program's name.
 * @returns The exit code: 0 done, 1 failed, 2 wrong usage. Errors are told on stderr.
 */
export async function run(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram((code) => {
      exitCode = code;
    });
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    return report(error);
  }
  return exitCode;
}
