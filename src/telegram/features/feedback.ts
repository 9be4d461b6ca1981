import { createHash } from "node:crypto";
import { Composer } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { recallAnswer } from "../recall-answer.ts";

/**
 * Under whom a vote is kept: under the voter only where they asked. In a group the question is somebody else's: the vote
 * gets a number that is the same for a second press on the same answer and leads to nobody.
 */
function voterOf(userId: number, message: MaybeInaccessibleMessage): number {
  const asker = "reply_to_message" in message ? message.reply_to_message?.from?.id : undefined;
  if (message.chat.type === "private" || asker === userId) return userId;
  const digest = createHash("sha256")
    .update(`${userId}:${message.chat.id}:${message.message_id}`)
    .digest();
  return -1 - digest.readUIntBE(0, 6);
}

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
      userId: voterOf(ctx.from.id, message),
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
