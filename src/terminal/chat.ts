import { createInterface } from "node:readline";
import { printLine } from "../cli/io.ts";
import { askInChat, type ChatEngine } from "../conversation/ask.ts";
import { Conversations } from "../conversation/conversations.ts";
import type { Engine } from "../engine.ts";
import type { Locale } from "../locale/locale.ts";
import { normalizeLine } from "../text/normalize.ts";
import { renderAnswer } from "./render.ts";

export interface ChatOptions {
  readonly engine: ChatEngine & Pick<Engine, "status">;
  /** For the words that belong to no answer. */
  readonly locale: Locale;
  readonly color: boolean;
}

/** Words that people type to leave. */
const LEAVE = /^(?:exit|quit|thoát|退出)$/iu;
const RESET = "/reset";

/** Answers lines of one session; a follow-up is understood from the last exchange. */
function session({ engine, locale, color }: ChatOptions): (line: string) => Promise<string> {
  const conversations = new Conversations();
  const chatId = 0;
  return async (line) => {
    if (line === RESET) {
      conversations.forget(chatId);
      return locale.answer.resetDone;
    }
    const { answer, understood } = await askInChat(engine, conversations, chatId, line);
    return renderAnswer(answer, { color, understood });
  };
}

/**
 * A chat with a person at a terminal, until Ctrl+D, Ctrl+C or "exit".
 *
 * @returns The exit code.
 */
export async function chatWithPerson(options: ChatOptions): Promise<number> {
  const { engine, locale } = options;
  const { terminal, answer: words } = locale;
  const reply = session(options);
  const lines = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: terminal.prompt,
    historySize: 200,
  });
  lines.on("SIGINT", () => lines.close());
  const closed = new Promise<void>((resolve) => lines.once("close", resolve));
  await printLine(
    [
      terminal.welcome(engine.status().articles),
      terminal.hint,
      terminal.followUpHint,
      terminal.telegramHint,
      "",
    ].join("\n"),
  );
  lines.prompt();
  for await (const line of lines) {
    const question = normalizeLine(line);
    if (LEAVE.test(question)) break;
    if (question !== "") {
      try {
        await printLine(`\n${await reply(question)}\n`);
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
export async function answerLines(options: ChatOptions): Promise<number> {
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
      await printLine(await reply(question));
    } catch {
      exitCode = 1;
      process.stderr.write(`${options.locale.answer.failed}\n`);
    }
  }
  return exitCode;
}
