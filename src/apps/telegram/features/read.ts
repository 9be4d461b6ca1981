import { Composer } from "grammy";
import type { IndexedArticle } from "../../../articles/parse/index.ts";
import { readingButtons } from "../buttons.ts";
import type { BotContext } from "../context.ts";
import { editRendered, sendRendered } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { readingPage, recallPassage } from "../messages/reading.ts";
import { tolerate } from "../middlewares/errors.ts";

/**
 * "Đọc bài": the article in a message of its own below what cites it, at the cited passage; its pages are turned in
 * place, and closing it leads back. Buttons carry an id of what is kept, so they work after a restart.
 */
export function readFeature({
  engine,
  passages,
}: Pick<FeatureDeps, "engine" | "passages">): Composer<BotContext> {
  const feature = new Composer<BotContext>();

  /** What a button opens; the press of one that is forgotten or gone is answered. */
  async function pressed(ctx: BotContext, id: string) {
    const passage = recallPassage(passages, id);
    const found: IndexedArticle | null = passage && engine.article(passage.articleId);
    if (passage !== null && found !== null) return { passage, article: found.article };
    const { expired, gone } = ctx.locale.reading;
    const text = passage === null ? expired : gone;
    await tolerate(ctx.answerCallbackQuery({ text, show_alert: true }));
    return null;
  }

  feature.callbackQuery(readingButtons.open.pattern, async (ctx, next) => {
    // A message sent by way of another chat has no place for an article.
    if (ctx.chat === undefined) return await next();
    const [id] = readingButtons.open.read(ctx.match);
    const opened = await pressed(ctx, id);
    if (opened === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { message, keyboard } = readingPage(opened.article, opened.passage, id, null, ctx.locale);
    const replyTo = ctx.callbackQuery.message?.message_id;
    await sendRendered(ctx, [message], { replyTo, keyboard });
  });

  feature.callbackQuery(readingButtons.page.pattern, async (ctx) => {
    const [id, page] = readingButtons.page.read(ctx.match);
    const opened = await pressed(ctx, id);
    if (opened === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { message, keyboard } = readingPage(opened.article, opened.passage, id, page, ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  feature.callbackQuery(readingButtons.close.pattern, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    // After two days a bot may delete no more; the article stays then, without buttons.
    if ((await tolerate(ctx.deleteMessage())) === null)
      await tolerate(ctx.editMessageReplyMarkup());
  });

  return feature;
}
