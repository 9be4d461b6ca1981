import type { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import { localeFor } from "../../locale/index.ts";
import type { Answer } from "../../model/index.ts";
import type { WriterTask, Written } from "../../writer/index.ts";
import { logWritten, sourcesOf } from "../shared/index.ts";
import { type BotContext, senderOf } from "./context.ts";
import { replaceMessages } from "./delivery/send.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import type { AskedQuestion } from "./messages/kept-texts.ts";
import { type Heading, renderAnswerMessages } from "./messages/render-answer.ts";
import { errorFacts } from "./middlewares/errors.ts";

/** Counts a question, and keeps it where it was refused, for admins to look at. Never throws: it was answered. */
export function keepAsked(
  { from }: Pick<BotContext, "from">,
  sent: Message,
  answer: Answer,
  { feedback, logger }: Pick<FeatureDeps, "feedback" | "logger">,
): void {
  if (answer.isTalk) return;
  try {
    feedback.countQuestion(!answer.answered);
    if (answer.answered) return;
    feedback.saveRefusal({
      chatId: sent.chat.id,
      messageId: sent.message_id,
      userId: from?.id ?? sent.chat.id,
      question: answer.question,
      answer: answer.answer,
      nearest: answer.nearest,
      confidence: answer.confidence,
    });
  } catch (error) {
    logger.warn({ error: errorFacts(error) }, "a question could not be kept for review");
  }
}

/** A quoted answer that was sent, and may be replaced. */
interface SentQuotes {
  readonly chatId: number;
  /** Ids of its messages, in order; at least one. */
  readonly messageIds: readonly number[];
  /** What stands above it. */
  readonly heading: Heading;
  /** For `RecentAnswers`. */
  readonly asked: AskedQuestion | undefined;
  /** The buttons under an answer. */
  readonly keyboard: (answer: Answer) => InlineKeyboard;
  /** Told of the answer that is shown now, and of its one message. */
  readonly onWritten: (answer: Answer, messageId: number) => void;
}

type Deps = Pick<
  FeatureDeps,
  "engine" | "writer" | "writings" | "recent" | "logger" | "logMessages" | "metrics" | "linked"
>;

/**
 * Has an answer written, and puts it in the place of the quoted one where the check lets it through. Returns at once:
 * whoever asked has an answer already. One that is edited, voted on or forgotten meanwhile stays as it is.
 */
export function writeAnswer(ctx: BotContext, task: WriterTask, sent: SentQuotes, deps: Deps): void {
  const { writer, writings, engine, logger, metrics } = deps;
  const messageId = sent.messageIds.at(-1);
  if (writer === null || messageId === undefined) return;
  const target = { chatId: sent.chatId, messageId, senderId: senderOf(ctx) };
  const begun = writings.begin(target, async (signal) => {
    try {
      const written = await writer.write(task, sourcesOf(engine), signal);
      const isShown =
        written.answer !== null && (await show(ctx, written.answer, sent, deps, signal));
      report({ ...written, ...(written.answer && !isShown && { outcome: "cancelled" }) }, deps);
    } catch (error) {
      const facts = { error: errorFacts(error) };
      if (!signal.aborted) logger.warn(facts, "a written answer could not be shown");
      metrics?.written("cancelled", null);
    }
  });
  if (!begun) metrics?.written("busy", null);
}

function report(written: Written, { logger, logMessages, metrics }: Deps): void {
  const { outcome, latencyMs, answer } = written;
  metrics?.written(outcome, latencyMs / 1000);
  logWritten(written, logger, logMessages ? answer : null);
}

/** @returns False where it does not fit into one message, or that is gone. */
async function show(
  ctx: BotContext,
  written: Answer,
  sent: SentQuotes,
  { recent, linked }: Deps,
  signal: AbortSignal,
): Promise<boolean> {
  if (signal.aborted) return false;
  const answer = linked(written);
  const { chatId, messageIds, heading } = sent;
  const locale = localeFor(answer.language);
  const fitting = [true, false]
    .map((quotes) => renderAnswerMessages(answer, locale, { ...heading, quotes }))
    .find((messages) => messages.length === 1);
  const [message] = fitting ?? [];
  const [first] = messageIds;
  if (message === undefined || first === undefined) return false;
  const options = { chatId, messageIds, keyboard: sent.keyboard(answer), signal };
  if (!(await replaceMessages(ctx, message, options))) return false;
  recent.remember(chatId, first, answer, sent.asked);
  sent.onWritten(answer, first);
  return true;
}
