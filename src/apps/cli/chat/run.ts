import { createInterface } from "node:readline";
import { recoverCorpus } from "../../../articles/corpus/index.ts";
import type { Config } from "../../../config/index.ts";
import { createEngine, type Engine } from "../../../engine.ts";
import type { RefreshOutcome } from "../../../indexing/index.ts";
import { normalizeLine } from "../../../language/text/index.ts";
import { type Locale, localeFor } from "../../../locale/index.ts";
import { createLogger } from "../../../log/index.ts";
import type { Citation } from "../../../model/index.ts";
import type { Writer } from "../../../writer/index.ts";
import {
  answerLines,
  askInChat,
  type ChatEngine,
  Conversations,
  openWriter,
  sourcesOf,
} from "../../shared/index.ts";
import {
  endWithReader,
  note,
  type ProgressBar,
  printableName,
  printLine,
  printStyled,
} from "../io.ts";
import { page, renderAnswer, renderArticle } from "./render.ts";

interface ChatOptions {
  readonly engine: ChatEngine & Pick<Engine, "article" | "register" | "status">;
  /** For the words that belong to no answer. */
  readonly locale: Locale;
  readonly color: boolean;
  /** Puts answers into sentences of its own; null, the default: answers are quoted. */
  readonly writer?: Writer | null;
}

/** Words that people type to leave. */
const LEAVE = /^(?:exit|quit|thoát|退出)$/iu;
const RESET = "/reset";
/** Opens a source of the last answer: "đọc 1", "read [2]". */
const READ = /^(?:đọc|doc|read|读|阅读)(?: ?\[?(\d{1,3})\]?)?$/iu;

/** What a line is replied; an article is long and meant for the pager. */
interface Reply {
  readonly text: string;
  readonly isArticle: boolean;
  /** Resolves to the answer as the writer puts it; null: there is none. Never rejects. */
  readonly written?: (signal?: AbortSignal) => Promise<string | null>;
}

/** Answers lines of one session; a follow-up is understood from the last exchange. */
function session({
  engine,
  locale,
  color,
  writer = null,
}: ChatOptions): (line: string) => Promise<Reply> {
  const conversations = new Conversations();
  const conversation = "terminal";
  let sources: readonly Citation[] = [];
  const say = (text: string): Reply => ({ text, isArticle: false });
  const read = (n: number): Reply => {
    const source = sources.find((one) => one.n === n);
    if (source === undefined) return say(locale.reading.noSuchSource(n, sources.at(-1)?.n ?? 0));
    const found = engine.article(source.articleId);
    if (found === null) return say(locale.reading.gone);
    return { text: renderArticle(found.article, source, locale, color), isArticle: true };
  };
  return async (line) => {
    if (line === RESET) {
      conversations.forget(conversation);
      return say(locale.answer.resetDone);
    }
    const wanted = READ.exec(line);
    if (wanted !== null) return read(Number(wanted[1] ?? 1));
    const isWritten = writer !== null;
    const reply = await askInChat(engine, conversations, conversation, line, null, isWritten);
    const { answer, task, understood } = reply;
    if (!answer.isTalk) {
      const { citations } = answerLines(answer);
      sources = citations.length > 0 ? citations : answer.nearest;
    }
    const shown = say(renderAnswer(answer, { color, ...reply }));
    if (writer === null || task === null) return shown;
    const exchange = conversations.last(conversation);
    const written = async (signal?: AbortSignal) => {
      const told = (await writer.write(task, sourcesOf(engine), signal)).answer;
      if (told === null) return null;
      sources = answerLines(told).citations;
      if (exchange !== null) conversations.remember(conversation, { ...exchange, last: told });
      return renderAnswer(told, { color, understood });
    };
    return { ...shown, written };
  };
}

/**
 * A chat with a person at a terminal, until Ctrl+D, Ctrl+C or "exit".
 *
 * @returns The exit code.
 */
async function chatWithPerson(options: ChatOptions): Promise<number> {
  const { engine, locale } = options;
  const { terminal, answer: words, answering } = locale;
  const reply = session(options);
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: terminal.prompt,
    historySize: 200,
  });
  lines.on("SIGINT", () => lines.close());
  // Whoever types on, or leaves, waits for no writer.
  let waiting = new AbortController();
  const closed = new Promise<void>((resolve) => lines.once("close", resolve));
  lines.on("line", () => waiting.abort());
  lines.once("close", () => waiting.abort());
  await printLine(
    [
      terminal.welcome(engine.status().articles),
      terminal.hint,
      terminal.followUpHint,
      locale.reading.terminalHint,
      terminal.telegramHint,
      "",
    ].join("\n"),
  );
  lines.prompt();
  for await (const line of lines) {
    const question = normalizeLine(line);
    if (LEAVE.test(question)) break;
    if (question !== "") {
      waiting = new AbortController();
      try {
        const { text, isArticle, written } = await reply(question);
        if (isArticle) await page(text, process.env.PAGER);
        else await printStyled(`\n${text}\n${written ? `✎ ${answering.wish.writing}\n` : ""}`);
        const better = written && (await written(waiting.signal));
        if (better != null) await printStyled(`${better}\n`);
        else if (written && !waiting.signal.aborted)
          await printStyled(`✎ ${answering.wish.notWritten}\n`);
      } catch {
        process.stderr.write(`${words.failed}\n`);
      }
    }
    lines.prompt();
  }
  lines.close();
  await closed;
  await printLine(`\n${terminal.goodbye}`);
  return 0;
}

/**
 * Answers each line of stdin that is not blank, in order, until it ends. Each answer stands below its
 * question; a blank line parts it from the next.
 *
 * @returns The exit code: 1 where a question could not be worked on.
 */
async function answerInput(options: ChatOptions): Promise<number> {
  const reply = session(options);
  let exitCode = 0;
  let first = true;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const question = normalizeLine(line);
    if (question === "") continue;
    if (!first) await printLine("");
    first = false;
    await printLine(`> ${question}`);
    try {
      const { text, written } = await reply(question);
      await printStyled((await written?.()) ?? text);
    } catch {
      exitCode = 1;
      process.stderr.write(`${options.locale.answer.failed}\n`);
    }
  }
  return exitCode;
}

/**
 * Shows that an index is being built, on stderr: as a bar, or as one plain line where stderr is no
 * terminal. Comparing the corpus with the index is not shown: it is quick, and happens at every start.
 */
async function indexProgress(texts: Locale["indexing"]): Promise<ProgressBar> {
  const shown = process.stderr.isTTY === true ? await bar(texts) : line(texts);
  return {
    update(progress) {
      if (progress.phase !== "read") shown.update(progress);
    },
    stop: shown.stop,
  };
}

async function bar({ phase }: Locale["indexing"]): Promise<ProgressBar> {
  const { progressBar } = await import("../io.ts");
  return progressBar(phase);
}

function line({ starting }: Locale["indexing"]): ProgressBar {
  let announced = false;
  return {
    update() {
      if (!announced) process.stderr.write(`${starting}\n`);
      announced = true;
    },
    stop: () => {},
  };
}

/** Unreadable files named at a start; `npm run -s cli -- index` names them all. */
const FILES_SHOWN = 5;

/** What a person should know of the index before the first question; no line where all is well. */
export function refreshNotices(outcome: RefreshOutcome, { terminal, indexing }: Locale): string[] {
  if (outcome.kind === "kept") return [terminal.indexKept(outcome.reason)];
  const { failures } = outcome.counters;
  if (failures.length === 0) return [];
  const rest = failures.length - FILES_SHOWN;
  return [
    indexing.failuresLabel(failures.length),
    ...failures
      .slice(0, FILES_SHOWN)
      .map(({ path, reason }) => `• ${printableName(path)}: ${reason}`),
    ...(rest > 0 ? [indexing.moreFailures(rest)] : []),
  ];
}

/** Ctrl+C while the index is built: the bar hid the cursor, and the index stays as it was. */
const INTERRUPTED = 130;

/**
 * The chat in the terminal: brings the index up to date, then answers. Only answers go to stdout.
 *
 * @returns The exit code.
 */
export async function run(config: Config): Promise<number> {
  endWithReader();
  const locale = localeFor(config.language);
  const progress = await indexProgress(locale.indexing);
  const interrupt = () => {
    progress.stop();
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", interrupt);
  const notices: string[] = [];
  // What a person should know comes as notices; the log is for finding faults.
  const logger = createLogger(config.logLevel === "info" ? "error" : config.logLevel);
  recoverCorpus(config, logger);
  const engine = await createEngine({
    config,
    logger,
    onProgress: progress.update,
    onRefreshed: (outcome) => notices.push(...refreshNotices(outcome, locale)),
  }).finally(progress.stop);
  process.off("SIGINT", interrupt);
  for (const notice of notices) note(notice);
  try {
    if (engine.status().articles === 0) {
      process.stderr.write(`${locale.indexing.emptyCorpus(config.corpusDir)}\n`);
      return 1;
    }
    const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
    const person = process.stdin.isTTY === true && process.stdout.isTTY === true;
    const writer = await openWriter(config);
    return await (person ? chatWithPerson : answerInput)({ engine, locale, color, writer });
  } finally {
    await engine.close();
  }
}
