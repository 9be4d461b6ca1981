import { Composer } from "grammy";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { recallAnswer } from "../recall-answer.ts";

/** 👍 and 👎 under an answer: stored with question, answer and citations. */
export function feedbackFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^fb:(up|down)$/, async (ctx) => {
    const { telegram } = ctx.locale;
    const message = ctx.callbackQuery.message;
    const answer = await recallAnswer(ctx, deps);
    if (message === undefined || answer === null) {
      await tolerate(ctx.answerCallbackQuery(telegram.buttonExpired));
      return;
    }
    const verdict = ctx.match[1] === "up" ? "up" : "down";
    await deps.feedback.saveFeedback({
      chatId: message.chat.id,
      messageId: message.message_id,
      userId: ctx.from.id,
      question: answer.question,
      answer: answer.answer,
      citations: answer.citations,
      verdict,
    });
    const thanks = verdict === "up" ? telegram.feedbackUp : telegram.feedbackDown;
    await tolerate(ctx.answerCallbackQuery(thanks));
  });

  return feature;
}
