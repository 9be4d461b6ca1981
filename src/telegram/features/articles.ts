import { Composer } from "grammy";
import type { IndexedArticle } from "../../engine.ts";
import { normalizeLine } from "../../text/normalize.ts";
import { actorOf } from "../actor.ts";
import { articleCard } from "../articles/article-card.ts";
import { articleList } from "../articles/article-list.ts";
import { callbackPatterns } from "../articles/callbacks.ts";
import { showIndexed } from "../articles/show-indexed.ts";
import type { BotContext, FeatureDeps } from "../context.ts";
import { tolerate } from "../errors.ts";
import { shorten } from "../render-sources.ts";
import { editRendered, sendRendered } from "../send.ts";

const MAX_WORDS_CHARS = 300;
const MAX_TITLE_CHARS = 250;

/** The article of a button; the press of one that is gone or forgotten is answered. */
export async function pressedArticle(
  ctx: BotContext,
  { engine, articleTexts }: FeatureDeps,
  code: string,
): Promise<IndexedArticle | null> {
  const id = articleTexts.recall(code);
  const found = id === null ? null : engine.article(id);
  if (found === null) {
    const { listExpired, articleGone } = ctx.locale.articles;
    await tolerate(ctx.answerCallbackQuery(id === null ? listExpired : articleGone));
  }
  return found;
}

/** `/articles [words]`: finds, opens and re-indexes articles. Must stand behind the admin gate. */
export function articlesFeature(deps: FeatureDeps): Composer<BotContext> {
  const { engine, articleTexts, corpus } = deps;
  const feature = new Composer<BotContext>();

  feature.command("articles", async (ctx) => {
    const words = shorten(normalizeLine(ctx.match), MAX_WORDS_CHARS);
    const { message, keyboard } = articleList(deps, words, 0, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
  });

  feature.callbackQuery(callbackPatterns.page, async (ctx) => {
    const words = articleTexts.recall(ctx.match[1]!);
    await tolerate(
      words === null
        ? ctx.answerCallbackQuery(ctx.locale.articles.listExpired)
        : ctx.answerCallbackQuery(),
    );
    if (words === null) return;
    const { message, keyboard } = articleList(deps, words, Number(ctx.match[2]), ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  feature.callbackQuery(callbackPatterns.open, async (ctx) => {
    const [, list, page, code] = ctx.match as unknown as [string, string, string, string];
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const from = { list, page: Number(page), article: code };
    const { message, keyboard } = articleCard(found.article, engine, from, ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  feature.callbackQuery(callbackPatterns.reindex, async (ctx) => {
    const found = await pressedArticle(ctx, deps, ctx.match[1]!);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { reindexing, reindexed } = ctx.locale.articles;
    const title = shorten(found.article.title, MAX_TITLE_CHARS);
    const actor = actorOf(ctx);
    corpus.log.note(actor, "reindex", found.article.title);
    await showIndexed(ctx, deps, actor.name, {
      text: reindexing(title),
      indexed: reindexed(title),
      again: [found.path],
    });
  });

  return feature;
}
