import { InlineKeyboard } from "grammy";
import { normalizeText } from "../../language/text/index.ts";
import { LANGUAGES, localeFor } from "../../locale/index.ts";
import type { Answer, Language } from "../../model/index.ts";
import { askInChat } from "../shared/index.ts";
import { buttons } from "./buttons.ts";
import { type BotContext, conversationOf } from "./context.ts";
import { sendRendered, sendText, whileTyping } from "./delivery/send.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import { keepAsked } from "./keep-asked.ts";
import { renderAnswerMessages } from "./messages/render-answer.ts";
import { questionOf } from "./middlewares/addressed.ts";
import { mayAsk } from "./middlewares/limits.ts";

/** Passages a press of "Xem thêm" shows. */
export const PASSAGES_PER_PRESS = 3;

/**
 * The buttons under an answer: 👍 👎 and, where passages are left, "Xem thêm".
 *
 * @param shown How many of `answer.more` have been shown so far.
 */
export function answerKeyboard(answer: Answer, shown: number): InlineKeyboard {
  const keyboard = new InlineKeyboard()
    .text("👍", buttons.feedback.data("up"))
    .text("👎", buttons.feedback.data("down"));
  return withMore(keyboard, answer, shown);
}

/** The button under further passages, where some are left. */
export function moreKeyboard(answer: Answer, shown: number): InlineKeyboard {
  return withMore(new InlineKeyboard(), answer, shown);
}

function withMore(keyboard: InlineKeyboard, answer: Answer, shown: number): InlineKeyboard {
  if (shown >= answer.more.length) return keyboard;
  return keyboard.text(localeFor(answer.language).telegram.moreButton, buttons.more.data(shown));
}

/** Longer texts are no questions; a question of this corpus rarely exceeds 200 characters. */
export const MAX_QUESTION_CHARS = 1000;

/**
 * Answers a question or follow-up in the chat of the update, as a reply to its message where there is one.
 */
export async function answerQuestion(
  ctx: BotContext,
  text: string,
  deps: FeatureDeps,
  options: { readonly showQuestion?: boolean } = {},
): Promise<void> {
  const { engine, recent, conversations } = deps;
  const question = normalizeText(text).trim();
  const hints = ctx.locale.answer;
  if (!/[\p{L}\p{N}]/u.test(question)) {
    await sendText(ctx, hints.emptyQuestion);
    return;
  }
  if (question.length > MAX_QUESTION_CHARS) {
    await sendText(ctx, hints.questionTooLong(MAX_QUESTION_CHARS));
    return;
  }
  if (!(await mayAsk(ctx, deps)) || !(await deps.late.answerable(ctx))) return;
  const chatId = ctx.chat?.id ?? ctx.from?.id ?? 0;
  const began = performance.now();
  const { answer, understood } = await whileTyping(ctx, () =>
    deps.turns(chatId, "question", () =>
      askInChat(engine, conversations, conversationOf(ctx), question),
    ),
  );
  report(answer, performance.now() - began, deps);
  const sent = await sendRendered(
    ctx,
    renderAnswerMessages(answer, localeFor(answer.language), { ...options, understood }),
    {
      replyTo: ctx.message?.message_id,
      // A greeting has nothing to be rated.
      keyboard: answer.isTalk ? undefined : answerKeyboard(answer, 0),
    },
  );
  if (sent === null) return;
  recent.remember(sent.chat.id, sent.message_id, answer);
  keepAsked(ctx, sent, answer, deps);
}

function report(
  answer: Answer,
  ms: number,
  { logger, logMessages, metrics }: Pick<FeatureDeps, "logger" | "logMessages" | "metrics">,
): void {
  const outcome = !answer.answered ? "refused" : answer.register ? "register" : "answered";
  metrics?.question(outcome, ms / 1000);
  const { question, language } = answer;
  const texts = logMessages ? { question, answer: answer.answer } : {};
  logger.info({ outcome, ms: Math.round(ms), language, ...texts }, "a question was answered");
}

/**
 * The answer that the message of a pressed button carries. Where it is no longer kept (a restart),
 * the question is read from the message that was answered, or from the answer where it says how a follow-up
 * was understood, and asked again; the result counts only
 * if it reads as the message does, so that nobody votes on an answer that was never shown.
 */
export async function recallAnswer(
  ctx: BotContext,
  deps: Pick<FeatureDeps, "engine" | "recent" | "turns" | "limits" | "metrics">,
): Promise<Answer | null> {
  const message = ctx.callbackQuery?.message;
  if (message === undefined) return null;
  const kept = deps.recent.recall(message.chat.id, message.message_id);
  if (kept !== null) return kept;
  if (message.date === 0 || message.text === undefined) return null;
  const asked = message.reply_to_message;
  if (asked === undefined) return null;
  const command = /^\/ask(?:@\w+)?\s+(\S.*)/isu.exec(asked.text ?? "");
  const question = command?.[1] ?? questionOf(asked, ctx.me);
  if (!question || !(await mayAsk(ctx, deps))) return null;
  const { engine, turns } = deps;
  const shown = message.text.trim();
  const followUp = understoodIn(shown);
  const answer = await turns(message.chat.id, "question", () =>
    followUp === null
      ? engine.ask(normalizeText(question).trim())
      : engine.ask(followUp.question, { language: followUp.language }),
  );
  const understood = followUp?.question ?? null;
  const rendered = renderAnswerMessages(answer, localeFor(answer.language), { understood });
  return rendered.some(({ text, plain }) => [text.trim(), plain.trim()].includes(shown))
    ? answer
    : null;
}

/** The full question that stands on top of an answer to a follow-up, or null. */
function understoodIn(shown: string): { question: string; language: Language } | null {
  const line = shown.split("\n", 1)[0]!;
  for (const language of LANGUAGES) {
    const label = localeFor(language).answer.understoodAs("");
    if (line.startsWith(label)) return { question: line.slice(label.length), language };
  }
  return null;
}
