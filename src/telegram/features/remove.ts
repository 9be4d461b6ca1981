import { Composer, InlineKeyboard } from "grammy";
import { articleId } from "../../ingest/file-name.ts";
import { normalizeLine } from "../../text/normalize.ts";
import { actorOf } from "../actor.ts";
import { callbackPatterns, callbacks } from "../articles/callbacks.ts";
import { changeOrTell } from "../articles/change-or-tell.ts";
import { showIndexed } from "../articles/show-indexed.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { NO_PREVIEW, sendText } from "../send.ts";
import { pressedArticle } from "./articles.ts";

const MAX_TITLE_CHARS = 250;

/** `/remove ID` and the button of an article's card, both with a question first. Must stand behind the admin gate. */
export function removeFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, articleTexts, corpus } = deps;
  const feature = new Composer<BotContext>();

  const question = (ctx: BotContext, title: string, code: string, cancel: string) => {
    const { confirmRemove, removeButton, cancelButton } = ctx.locale.articles;
    const keyboard = new InlineKeyboard()
      .text(removeButton, callbacks.removeNow(code))
      .text(cancelButton, cancel);
    return [confirmRemove(shorten(title, MAX_TITLE_CHARS)), keyboard] as const;
  };

  feature.command("remove", async (ctx) => {
    const { removeUsage, notFound, isBrief } = ctx.locale.articles;
    const id = normalizeLine(ctx.match);
    const found = engine.article(id) ?? engine.article(articleId(id));
    if (found?.article.partOf === null) {
      const { article } = found;
      await sendText(
        ctx,
        ...question(ctx, article.title, articleTexts.keep(article.id), callbacks.keep),
      );
      return;
    }
    const page = found?.article.partOf;
    const shown = shorten(id, MAX_TITLE_CHARS);
    await sendText(ctx, id === "" ? removeUsage : page ? isBrief(page) : notFound(shown));
  });

  feature.callbackQuery(callbackPatterns.remove, async (ctx) => {
    const [, list, page, code] = ctx.match as unknown as [string, string, string, string];
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const back = callbacks.open(list, Number(page), code);
    const [text, reply_markup] = question(ctx, found.article.title, code, back);
    await tolerate(ctx.editMessageText(text, { ...NO_PREVIEW, reply_markup }));
  });

  feature.callbackQuery(callbackPatterns.removeNow, async (ctx) => {
    const found = await pressedArticle(ctx, deps, ctx.match[1]!);
    if (found === null) return;
    const { removed, removedFromIndex } = ctx.locale.articles;
    const { title } = found.article;
    const actor = actorOf(ctx);
    // False: it is gone already, such as by this very press before a crash; the index does not know yet.
    const done = await changeOrTell(ctx, () => corpus.store.remove(found.path, title, actor));
    if (done === null) return;
    await tolerate(ctx.answerCallbackQuery());
    await showIndexed(ctx, deps, actor.name, {
      text: removed(shorten(title, MAX_TITLE_CHARS), actor.name),
      indexed: removedFromIndex,
    });
  });

  feature.callbackQuery(callbacks.keep, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.articles.notRemoved));
  });

  return feature;
}
