import { Composer } from "grammy";
import type { Answer } from "../../answer/answer.ts";
import { localeFor } from "../../locale/locales.ts";
import { answerKeyboard, moreKeyboard, PASSAGES_PER_PRESS } from "../answer-keyboard.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { recallAnswer } from "../recall-answer.ts";
import { renderPassages } from "../render-answer.ts";
import { sendRendered } from "../send.ts";

/** "Xem thêm": the next passages in a message of their own. */
export function moreFeature(deps: FeatureDeps): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  feature.callbackQuery(/^more:(\d{1,4})$/, async (ctx) => {
    const shown = Number(ctx.match[1]);
    const answer = await recallAnswer(ctx, deps);
    const passages = answer?.more.slice(shown, shown + PASSAGES_PER_PRESS) ?? [];
    const { buttonExpired, noMore } = ctx.locale.telegram;
    if (answer === null || passages.length === 0) {
      await tolerate(ctx.answerCallbackQuery(answer === null ? buttonExpired : noMore));
      return;
    }
    await tolerate(ctx.answerCallbackQuery());
    await retireButton(ctx, answer, shown);
    const nowShown = shown + passages.length;
    const sent = await sendRendered(ctx, renderPassages(passages, localeFor(answer.language)), {
      replyTo: ctx.callbackQuery.message?.message_id,
      keyboard: moreKeyboard(answer, nowShown),
    });
    if (sent !== null) deps.recent.remember(sent.chat.id, sent.message_id, answer);
  });

  return feature;
}

/** Takes the pressed button away, so that a second press doesn't send the same passages again. */
async function retireButton(ctx: BotContext, answer: Answer, shown: number): Promise<void> {
  const all = answer.more.length;
  const keyboard = shown === 0 ? answerKeyboard(answer, all) : moreKeyboard(answer, all);
  await tolerate(ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
}
