import type { Composer } from "grammy";
import { localeFor } from "../../../locale/index.ts";
import type { Answer } from "../../../model/index.ts";
import { addRequest } from "../adding/request.ts";
import {
  answerKeyboard,
  answerQuestion,
  moreKeyboard,
  PASSAGES_PER_PRESS,
  recallAnswer,
} from "../answer-question.ts";
import { buttons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { askReason, renderPassages } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { askedByCommand, questionOf, repliedText } from "../middlewares/gates.ts";
import { voterOf } from "./start.ts";

/** Questions: `/ask …` anywhere, any text in private, in groups what is addressed to the bot. */
export function askFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  feature.command("ask", async (ctx) => {
    const question = ctx.match.trim() || repliedText(ctx.msg);
    if (question) await answerQuestion(ctx, question, deps);
    else await sendText(ctx, ctx.locale.telegram.askUsage);
  });

  feature.on("edited_message", async (ctx, next) => {
    const message = ctx.editedMessage;
    const question = askedByCommand(message) ?? questionOf(message, ctx.me);
    const instead = deps.sentAnswers.find({ chatId: ctx.chat.id, messageId: message.message_id });
    // What an admin sent to be added may be edited as well.
    const isAdded = deps.adminIds.has(ctx.from?.id ?? 0) && addRequest(message, ctx.me) !== null;
    if (!question || (instead === null && isAdded)) return await next();
    if (!instead?.answers(question))
      await answerQuestion(ctx, question, deps, { instead: instead ?? undefined });
  });

  feature.on("message", async (ctx, next) => {
    const question = questionOf(ctx.message, ctx.me);
    if (question === null) await next();
    else await answerQuestion(ctx, question, deps);
  });

  feature.callbackQuery(buttons.ask.pattern, async (ctx, next) => {
    // A message sent by way of another chat has no place for an answer.
    if (ctx.chat === undefined) return await next();
    const question = deps.passages.recall(buttons.ask.read(ctx.match)[0]);
    const expired = question === null ? ctx.locale.telegram.buttonExpired : undefined;
    await tolerate(ctx.answerCallbackQuery(expired));
    if (question !== null) await answerQuestion(ctx, question, deps, { showQuestion: true });
  });
}

/** 👍 and 👎 under an answer: stored with question, answer and citations. */
export function feedbackFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  buttons.feedback.on(feature, async (ctx, verdict) => {
    const { telegram } = ctx.locale;
    const message = ctx.callbackQuery.message;
    const answer = await recallAnswer(ctx, deps);
    if (message === undefined || answer === null)
      return await tolerate(ctx.answerCallbackQuery(telegram.buttonExpired));
    await deps.feedback.saveFeedback({
      chatId: message.chat.id,
      messageId: message.message_id,
      userId: voterOf(ctx.from.id, message),
      question: answer.question,
      answer: answer.answer,
      citations: answer.citations,
      verdict,
      ...(answer.written && { written: true }),
    });
    const thanks = verdict === "up" ? telegram.feedbackUp : telegram.feedbackDown;
    await tolerate(ctx.answerCallbackQuery(thanks));
    await askReason(ctx, verdict);
  });
}

/** "Xem thêm": the next passages in a message of their own. */
export function moreFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  buttons.more.on(feature, async (ctx, shown) => {
    const answer = await recallAnswer(ctx, deps);
    const passages = answer?.more.slice(shown, shown + PASSAGES_PER_PRESS) ?? [];
    const { buttonExpired, noMore } = ctx.locale.telegram;
    if (answer === null || passages.length === 0)
      return await tolerate(ctx.answerCallbackQuery(answer === null ? buttonExpired : noMore));
    await tolerate(ctx.answerCallbackQuery());
    await retireButton(ctx, answer, shown, deps);
    const nowShown = shown + passages.length;
    const sent = await sendRendered(ctx, renderPassages(passages, localeFor(answer.language)), {
      replyTo: ctx.callbackQuery.message?.message_id,
      keyboard: moreKeyboard(answer, shown, nowShown, deps),
    });
    if (sent !== null) deps.recent.remember(sent.chat.id, sent.message_id, answer);
  });
}

/** Takes the pressed button away, so that a second press doesn't send the same passages again. */
async function retireButton(
  ctx: BotContext,
  answer: Answer,
  shown: number,
  deps: FeatureDeps,
): Promise<void> {
  const all = answer.more.length;
  const keyboard =
    shown === 0
      ? answerKeyboard(answer, all, deps, ctx.chat)
      : moreKeyboard(answer, shown - PASSAGES_PER_PRESS, all, deps);
  await tolerate(ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
}
