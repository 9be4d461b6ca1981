import { type Composer, InlineKeyboard } from "grammy";
import { PINNED_FILE } from "../../../indexing/index.ts";
import { normalizeLine } from "../../../language/text/index.ts";
import { type Locale, sourceNote } from "../../../locale/index.ts";
import type { SourceRow } from "../../../model/index.ts";
import type { Review } from "../../../storage/index.ts";
import { addPager, buttons, reviewButtons } from "../buttons.ts";
import { type Block, composeMessages } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { editRendered, NO_PREVIEW, sendRendered, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { articleCard, changeOrTell } from "../messages/article-messages.ts";
import { askReason, shorten } from "../messages/render-answer.ts";
import { tolerate } from "../middlewares/errors.ts";
import { actorOf } from "../middlewares/gates.ts";
import { voterOf } from "./start.ts";

// One item is edited in place, so it must fit into one message.
const MAX_QUESTION_CHARS = 1000;
const MAX_ANSWER_CHARS = 1200;
const MAX_TITLE_CHARS = 150;
const MAX_ARTICLES = 4;
/** Articles that a check question can be pinned to. */
const MAX_CANDIDATES = 8;

/** What was wrong with an answer, by who voted it down. */
export function reasonFeature(feature: Composer<BotContext>, { feedback }: FeatureDeps): void {
  buttons.reason.on(feature, async (ctx, reason) => {
    const { message } = ctx.callbackQuery;
    if (message === undefined) return;
    const vote = {
      chatId: message.chat.id,
      messageId: message.message_id,
      userId: voterOf(ctx.from.id, message),
    };
    const isTheirs = feedback.giveReason(vote, reason);
    const { review } = ctx.locale.desk;
    await tolerate(ctx.answerCallbackQuery(isTheirs ? review.reasonThanks : undefined));
    if (isTheirs) await askReason(ctx, "up");
  });
}

/** `/review`: what was voted down or refused, newest first. Must stand behind the admin gate. */
export function reviewFeature(feature: Composer<BotContext>, deps: FeatureDeps): void {
  const { engine, feedback, corpus, articleTexts } = deps;

  /** The item at a place; the last one where there are fewer by now. Null: none is left. */
  function shown(wanted: number, locale: Locale) {
    const { total } = feedback.reviews(0, 0);
    const at = Math.min(wanted, total - 1);
    const [item] = at < 0 ? [] : feedback.reviews(at, 1).items;
    if (item === undefined) return null;
    const keyboard = new InlineKeyboard();
    for (const [i, row] of articlesOf(item).entries())
      keyboard.text(shorten(row.title, 40), reviewButtons.article.data(item.key, i)).row();
    const { seenButton, pinButton } = locale.desk.review;
    keyboard
      .text(seenButton, reviewButtons.seen.data(item.key, at))
      .text(pinButton, reviewButtons.pin.data(item.key, at));
    addPager(keyboard, at, total, (to) => reviewButtons.page.data(to));
    return { message: composeMessages(reviewBlocks(item, locale))[0]!, keyboard };
  }

  async function show(ctx: BotContext, at: number): Promise<void> {
    const next = shown(at, ctx.locale);
    if (next !== null) await tolerate(editRendered(ctx, next.message, next.keyboard));
    else await tolerate(ctx.editMessageText(ctx.locale.desk.review.nothing));
  }

  /** The item of a button; the press on one that is gone is answered. */
  async function pressed(ctx: BotContext, key: string): Promise<Review | null> {
    const item = feedback.review(key);
    if (item === null) await tolerate(ctx.answerCallbackQuery(ctx.locale.desk.review.gone));
    return item;
  }

  feature.command("review", async (ctx) => {
    const first = shown(0, ctx.locale);
    if (first === null) await sendText(ctx, ctx.locale.desk.review.nothing);
    else await sendRendered(ctx, [first.message], { keyboard: first.keyboard });
  });

  reviewButtons.page.on(feature, async (ctx, at) => {
    await tolerate(ctx.answerCallbackQuery());
    await show(ctx, at);
  });

  reviewButtons.seen.on(feature, async (ctx, key, at) => {
    feedback.markSeen(key);
    await tolerate(ctx.answerCallbackQuery());
    await show(ctx, at);
  });

  reviewButtons.article.on(feature, async (ctx, key, i) => {
    const item = await pressed(ctx, key);
    if (item === null) return;
    const found = engine.article(articlesOf(item)[i]?.articleId ?? "");
    await tolerate(ctx.answerCallbackQuery(found ? undefined : ctx.locale.articles.articleGone));
    if (found === null) return;
    const from = {
      list: articleTexts.keep(""),
      page: 0,
      article: articleTexts.keep(found.article.id),
    };
    const { message, keyboard } = articleCard(found.article, engine, from, ctx.locale);
    await sendRendered(ctx, [message], { keyboard });
  });

  /** Articles that a question may have to find: those of the item, then those that its words find. */
  function candidates({ question, citations }: Review): SourceRow[] {
    const rows = [...citations, ...engine.find(question, 0, MAX_CANDIDATES).rows];
    return rows
      .filter(
        ({ articleId }, i) =>
          rows.findIndex((row) => row.articleId === articleId) === i &&
          engine.article(articleId)?.article.partOf === null,
      )
      .slice(0, MAX_CANDIDATES);
  }

  reviewButtons.pin.on(feature, async (ctx, key, at) => {
    const item = await pressed(ctx, key);
    if (item === null) return;
    await tolerate(ctx.answerCallbackQuery());
    const { choose, noArticle } = ctx.locale.desk.review;
    const rows = candidates(item);
    const keyboard = new InlineKeyboard();
    for (const i of rows.keys()) keyboard.text(String(i + 1), reviewButtons.pinTo.data(key, i));
    keyboard.row().text(ctx.locale.articles.cancelButton, reviewButtons.page.data(at));
    const heading = rows.length === 0 ? noArticle : choose(shorten(item.question, 300));
    const lines = rows.map(
      (row, i) => `${i + 1}. ${shorten(row.title, MAX_TITLE_CHARS)}${sourceNote(row, ctx.locale)}`,
    );
    const text = [heading, "", ...lines].join("\n");
    await tolerate(ctx.editMessageText(text, { ...NO_PREVIEW, reply_markup: keyboard }));
  });

  reviewButtons.pinTo.on(feature, async (ctx, key, i) => {
    const item = await pressed(ctx, key);
    const row = item && candidates(item)[i];
    if (!row) return;
    const { notFound, pinned } = ctx.locale.desk.review;
    // A line that begins so is a remark.
    const question = normalizeLine(item.question).replace(/^#+\s*/u, "");
    if (!(await engine.finds(question, row.articleId)))
      return await tolerate(ctx.answerCallbackQuery({ text: notFound, show_alert: true }));
    const actor = actorOf(ctx);
    const line = `${question}\t${row.articleId}`;
    const done = await changeOrTell(ctx, () => {
      corpus.store.append(PINNED_FILE, line, "question", question, actor);
      return true;
    });
    if (done === null) return;
    feedback.markSeen(key);
    await tolerate(ctx.answerCallbackQuery());
    const text = pinned(shorten(question, 300), shorten(row.title, MAX_TITLE_CHARS), actor.name);
    await tolerate(ctx.editMessageText(text, NO_PREVIEW));
  });
}

const articlesOf = ({ citations }: Review) =>
  citations
    .filter((one, i) => citations.findIndex(({ articleId }) => articleId === one.articleId) === i)
    .slice(0, MAX_ARTICLES);

function reviewBlocks(item: Review, locale: Locale): Block[] {
  const { review } = locale.desk;
  const why =
    item.reason !== null
      ? review.reason[item.reason]
      : item.confidence === null
        ? null
        : review.confidence(item.confidence);
  const kind = item.isWritten ? locale.answering.wish.mark : null;
  const head = [review.kind[item.kind], locale.dateTime(new Date(item.at)), why, kind];
  const field = (label: string, text: string): Block => ({
    runs: [{ text: `${label}: `, bold: true }, { text }],
    gap: true,
  });
  return [
    { runs: [{ text: head.filter((part) => part !== null).join(" · "), italic: true }] },
    field(review.asked, shorten(item.question, MAX_QUESTION_CHARS)),
    field(review.answered, shorten(item.answer, MAX_ANSWER_CHARS)),
    ...articlesOf(item).map(
      (row, i): Block => ({
        runs: [
          ...(i === 0 ? [{ text: `${review.articles}:\n`, bold: true }] : []),
          { text: `• ${shorten(row.title, MAX_TITLE_CHARS)}${sourceNote(row, locale)}` },
        ],
        gap: i === 0,
      }),
    ),
  ];
}
