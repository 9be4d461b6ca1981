import { type Composer, InlineKeyboard } from "grammy";
import { articleId, type IndexedArticle } from "../../../articles/parse/index.ts";
import { normalizeLine } from "../../../language/text/index.ts";
import { fieldButtons } from "../adding/card.ts";
import { askField, editArticle, fieldQuestion, notEditable } from "../adding/edit.ts";
import { addPager, articleButtons, buttons, readingButtons } from "../buttons.ts";
import type { RenderedMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { editRendered, NO_PREVIEW, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import {
  articleCard,
  articleList,
  changeOrTell,
  showIndexed,
} from "../messages/article-messages.ts";
import { addReading, readingPage, recallPassage } from "../messages/reading.ts";
import { renderSources, shorten } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";

/**
 * "Đọc bài": the article in a message of its own below what cites it, at the cited passage; its pages are turned in
 * place, and closing it leads back. Buttons carry an id of what is kept, so they work after a restart.
 */
export function readFeature(
  feature: Composer<BotContext>,
  { engine, passages }: FeatureDeps,
): void {
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

  readingButtons.page.on(feature, async (ctx, id, page) => {
    const opened = await pressed(ctx, id);
    if (opened === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { message, keyboard } = readingPage(opened.article, opened.passage, id, page, ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  readingButtons.close.on(feature, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    // After two days a bot may delete no more; the article stays then, without buttons.
    if ((await tolerate(ctx.deleteMessage())) === null)
      await tolerate(ctx.editMessageReplyMarkup());
  });
}

const PAGE_SIZE = 8;

/** `/sources`: the articles, newest first, in pages that turn in place. */
export function sourcesFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine } = deps;

  /** A page, the nearest one where the list has become shorter; null where there is no article. */
  function page(
    wanted: number,
    ctx: BotContext,
  ): { message: RenderedMessage; keyboard: InlineKeyboard } | null {
    const { total } = engine.sources(0, 0);
    if (total === 0) return null;
    const pages = Math.ceil(total / PAGE_SIZE);
    const number = Math.min(wanted, pages - 1);
    const offset = number * PAGE_SIZE;
    const shown = engine.sources(offset, PAGE_SIZE);
    const whole = shown.rows.map(({ articleId }, i) => {
      return { articleId, n: offset + i + 1, start: 0, end: 0, quote: "" };
    });
    const keyboard = addReading(new InlineKeyboard(), whole, deps, ctx.locale, {
      as: "listed",
    });
    addPager(keyboard, number, pages, buttons.sources.data);
    return { message: renderSources(shown, offset, ctx.locale), keyboard };
  }

  feature.command("sources", async (ctx) => {
    const first = page(0, ctx);
    if (first === null) await sendText(ctx, ctx.locale.telegram.noSources);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  buttons.sources.on(feature, async (ctx, offset) => {
    const turned = page(offset, ctx);
    await tolerate(
      turned === null
        ? ctx.answerCallbackQuery(ctx.locale.telegram.noSources)
        : ctx.answerCallbackQuery(),
    );
    if (turned !== null) await tolerate(editRendered(ctx, turned.message, turned.keyboard));
  });
}

const MAX_WORDS_CHARS = 300;
const MAX_TITLE_CHARS = 250;

/** The article of a button; the press of one that is gone or forgotten is answered. */
async function pressedArticle(
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
export function articlesFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, articleTexts, corpus } = deps;

  feature.command("articles", async (ctx) => {
    const words = shorten(normalizeLine(ctx.match), MAX_WORDS_CHARS);
    const { message, keyboard } = articleList(deps, words, 0, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
  });

  articleButtons.page.on(feature, async (ctx, list, page) => {
    const words = articleTexts.recall(list);
    await tolerate(
      words === null
        ? ctx.answerCallbackQuery(ctx.locale.articles.listExpired)
        : ctx.answerCallbackQuery(),
    );
    if (words === null) return;
    const { message, keyboard } = articleList(deps, words, page, ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  articleButtons.open.on(feature, async (ctx, list, page, code) => {
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const from = { list, page, article: code };
    const { message, keyboard } = articleCard(found.article, engine, from, ctx.locale);
    await tolerate(editRendered(ctx, message, keyboard));
  });

  articleButtons.reindex.on(feature, async (ctx, code) => {
    const found = await pressedArticle(ctx, deps, code);
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

  articleButtons.edit.on(feature, async (ctx, list, page, code) => {
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    const refusal = notEditable(found, ctx.locale);
    await tolerate(
      refusal === null
        ? ctx.answerCallbackQuery()
        : ctx.answerCallbackQuery({ text: refusal, show_alert: true }),
    );
    if (refusal !== null) return;
    const back = articleButtons.open.data(list, page, code);
    const fields = fieldButtons(
      (field) => articleButtons.field.data(code, field),
      back,
      ctx.locale,
    );
    await tolerate(ctx.editMessageReplyMarkup({ reply_markup: fields }));
  });

  articleButtons.field.on(feature, async (ctx, code, field) => {
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { article } = found;
    if (field !== "kind") {
      const text = fieldQuestion(ctx.locale, article, field);
      return await askField(ctx, { articleId: article.id }, field, text, deps);
    }
    const { kind, askKind } = ctx.locale.desk.editing;
    const keyboard = new InlineKeyboard()
      .text(kind.original, articleButtons.kind.data(code, "original"))
      .text(kind.summary, articleButtons.kind.data(code, "summary"));
    await sendText(ctx, askKind(shorten(article.title, MAX_TITLE_CHARS)), keyboard);
  });

  articleButtons.kind.on(feature, async (ctx, code, kind) => {
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await editArticle(ctx, found.article.id, "kind", kind, deps);
    await tolerate(ctx.answerCallbackQuery());
  });
}

/** `/remove ID` and the button of an article's card, both with a question first. Must stand behind the admin gate. */
export function removeFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, articleTexts, corpus } = deps;

  const question = (ctx: BotContext, title: string, code: string, cancel: string) => {
    const { confirmRemove, removeButton, cancelButton } = ctx.locale.articles;
    const keyboard = new InlineKeyboard()
      .text(removeButton, articleButtons.removeNow.data(code))
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
        ...question(ctx, article.title, articleTexts.keep(article.id), articleButtons.keep.data()),
      );
      return;
    }
    const page = found?.article.partOf;
    const shown = shorten(id, MAX_TITLE_CHARS);
    await sendText(ctx, id === "" ? removeUsage : page ? isBrief(page) : notFound(shown));
  });

  articleButtons.remove.on(feature, async (ctx, list, page, code) => {
    const found = await pressedArticle(ctx, deps, code);
    if (found === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const back = articleButtons.open.data(list, page, code);
    const [text, reply_markup] = question(ctx, found.article.title, code, back);
    await tolerate(ctx.editMessageText(text, { ...NO_PREVIEW, reply_markup }));
  });

  articleButtons.removeNow.on(feature, async (ctx, code) => {
    const found = await pressedArticle(ctx, deps, code);
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

  articleButtons.keep.on(feature, async (ctx) => {
    await tolerate(ctx.answerCallbackQuery());
    await tolerate(ctx.editMessageText(ctx.locale.articles.notRemoved));
  });
}
