import type { Answer } from "../answer/answer.ts";
import { askInChat } from "../conversation/ask.ts";
import { localeFor } from "../locale/locales.ts";
import { normalizeText } from "../text/normalize.ts";
import { answerKeyboard } from "./answer-keyboard.ts";
import type { BotContext, FeatureDeps } from "./context.ts";
import { renderAnswerMessages } from "./render-answer.ts";
import { sendRendered, sendText } from "./send.ts";
import { whileTyping } from "./typing.ts";

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
    deps.turns(() => askInChat(engine, conversations, chatId, question)),
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
  if (sent !== null) recent.remember(sent.chat.id, sent.message_id, answer);
}

/** Counts the question; one too many is told off, and not each of many. */
async function mayAsk(ctx: BotContext, { limits, metrics }: FeatureDeps): Promise<boolean> {
  const refusal = limits.take(ctx.from?.id ?? ctx.chat?.id ?? 0);
  if (refusal === null) return true;
  metrics?.limited(refusal.limit);
  const { service } = ctx.locale;
  if (!refusal.tell) return false;
  const text =
    refusal.limit === "day"
      ? service.tooManyPerDay(refusal.most)
      : service.tooManyPerMinute(refusal.most, refusal.waitSeconds);
  await sendText(ctx, text);
  return false;
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
