import { InlineKeyboard } from "grammy";
import type { Message } from "grammy/types";
import { CorpusError } from "../../../articles/corpus/index.ts";
import { recognised } from "../../../articles/parse/index.ts";
import type { Engine } from "../../../engine.ts";
import { type Locale, sourceNote } from "../../../locale/index.ts";
import type { Article } from "../../../model/index.ts";
import { articleFacts } from "../adding/card.ts";
import { addPager, articleButtons } from "../buttons.ts";
import { type Block, composeMessages, type ShownMessage } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { NO_PREVIEW, sendText } from "../delivery/send.ts";
import type { FeatureDeps } from "../feature-deps.ts";
import { errorFacts, tolerate } from "../middlewares/errors.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { shorten } from "./render-answer.ts";

const PAGE_SIZE = 8;
const BUTTONS_PER_ROW = 4;
// A page is edited in place, so it must fit into one message.
const MAX_TITLE_CHARS = 200;
const MAX_WORDS_CHARS = 100;

/** A page of the articles that words find, or of all, newest first; the nearest page where there are fewer by now. */
export function articleList(
  { engine, articleTexts }: { readonly engine: Engine; readonly articleTexts: KeptTexts },
  words: string,
  wanted: number,
  locale: Locale,
): ShownMessage {
  const texts = locale.articles;
  const rowsFrom = (offset: number) =>
    words === "" ? engine.sources(offset, PAGE_SIZE) : engine.find(words, offset, PAGE_SIZE);
  const keyboard = new InlineKeyboard();
  const shown = shorten(words, MAX_WORDS_CHARS);
  let { total, rows } = rowsFrom(wanted * PAGE_SIZE);
  if (total === 0)
    return { message: composeMessages([{ runs: [{ text: texts.none(shown) }] }])[0]!, keyboard };
  const pages = Math.ceil(total / PAGE_SIZE);
  const page = Math.min(wanted, pages - 1);
  if (page < wanted) ({ rows } = rowsFrom(page * PAGE_SIZE));
  const list = articleTexts.keep(words);
  const first = page * PAGE_SIZE + 1;
  const blocks = rows.map(
    (row, i): Block => ({
      runs: [
        { text: `${first + i}. ${shorten(row.title, MAX_TITLE_CHARS)}` },
        { text: sourceNote(row, locale) },
      ],
      gap: i === 0,
    }),
  );
  for (const [i, { articleId }] of rows.entries()) {
    if (i % BUTTONS_PER_ROW === 0) keyboard.row();
    keyboard.text(
      String(first + i),
      articleButtons.open.data(list, page, articleTexts.keep(articleId)),
    );
  }
  addPager(keyboard, page, pages, (to) => articleButtons.page.data(list, to));
  const heading: Block = { runs: [{ text: texts.heading(total, shown), bold: true }] };
  const hint: Block = { runs: [{ text: texts.hint, italic: true }], gap: true };
  return { message: composeMessages([heading, ...blocks, hint])[0]!, keyboard };
}

const OPENING_CHARS = 500;
/** A longer address is in no button; the title is a link too. */
const MAX_URL_CHARS = 2_000;

/** Where an article was opened from, in callback data. */
interface OpenedFrom {
  readonly list: string;
  readonly page: number;
  readonly article: string;
}

/** An article as indexed, with what can be done with it. */
export function articleCard(
  article: Article,
  engine: Pick<Engine, "visitsOf">,
  from: OpenedFrom,
  locale: Locale,
): ShownMessage {
  const texts = locale.articles;
  const { id, url } = article;
  const { list, page } = from;
  const message = composeMessages([
    ...articleFacts(article, locale),
    { runs: [{ text: texts.visits(engine.visitsOf(id)) }] },
    { runs: [{ text: `${locale.corpus.adding.id(id)}` }] },
    { runs: [{ text: recognised(article, OPENING_CHARS).opening }], quote: true, gap: true },
  ])[0]!;
  const keyboard = new InlineKeyboard();
  if (url !== null && url.length <= MAX_URL_CHARS) keyboard.url(texts.openButton, url).row();
  keyboard
    .text(texts.removeButton, articleButtons.remove.data(list, page, from.article))
    .text(texts.reindexButton, articleButtons.reindex.data(from.article))
    .text(locale.desk.editing.editButton, articleButtons.edit.data(list, page, from.article))
    .row()
    .text(texts.backButton, articleButtons.page.data(list, page));
  return { message, keyboard };
}

/**
 * Makes a change of the corpus for somebody who pressed a button or wrote; where that cannot be they are told why.
 *
 * @returns What `change` gives, or null where it could not be made.
 */
export async function changeOrTell<T>(ctx: BotContext, change: () => T): Promise<T | null> {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof CorpusError)) throw error;
    const text = ctx.locale.articles.problem[error.problem];
    if (ctx.callbackQuery === undefined) await sendText(ctx, text);
    else await tolerate(ctx.answerCallbackQuery({ text, show_alert: true }));
    return null;
  }
}

const MAX_REASON_CHARS = 300;

interface ChangeToShow {
  /** What was done. */
  readonly text: string;
  /** Stands below it when the index is up to date. */
  readonly indexed: string;
  /** Corpus files that are read and embedded again though nothing touched them. */
  readonly again?: readonly string[];
}

/**
 * Shows in the message of the pressed button what was done, takes it into the index, and then shows how that went.
 * Resolves when the first is shown: the chat's next messages are answered while the index is built.
 */
export const showIndexed = (
  ctx: BotContext,
  deps: FeatureDeps,
  startedBy: string,
  change: ChangeToShow,
): Promise<void> =>
  tellIndexed(ctx, deps, startedBy, change, (text) =>
    tolerate(ctx.editMessageText(text, NO_PREVIEW)),
  );

/** The same in a message of its own. */
export async function sendIndexed(
  ctx: BotContext,
  deps: FeatureDeps,
  startedBy: string,
  change: ChangeToShow,
): Promise<void> {
  let sent: Message | null = null;
  await tellIndexed(ctx, deps, startedBy, change, async (text) => {
    if (sent === null) sent = await sendText(ctx, text);
    else await ctx.api.editMessageText(sent.chat.id, sent.message_id, text, NO_PREVIEW);
    return sent;
  });
}

/** @param show Shows a text in the place of the one before; null where that cannot be. */
async function tellIndexed(
  ctx: BotContext,
  { indexQueue, logger, stopping }: FeatureDeps,
  startedBy: string,
  { text, indexed, again = [] }: ChangeToShow,
  show: (text: string) => Promise<unknown>,
): Promise<void> {
  const { articles } = ctx.locale;
  // Asked for at once: what is told next may fail, the change must be indexed.
  const ended = indexQueue.request(startedBy, again);
  const finish = async () => {
    const outcome = await ended;
    if (stopping.aborted) return;
    const end =
      outcome.kind === "done"
        ? (outcome.counters.failures.find(({ path }) => again.includes(path))?.reason ?? indexed)
        : articles.notIndexed(
            outcome.kind === "failed"
              ? { ...outcome, reason: shorten(outcome.reason, MAX_REASON_CHARS) }
              : outcome,
          );
    const full = `${text}\n${end}`;
    // The message may have been deleted meanwhile; how it went must be told all the same.
    if ((await show(full)) === null) await tolerate(ctx.reply(full, NO_PREVIEW));
  };
  await show(`${text}\n${articles.indexing}`);
  void finish().catch((error) =>
    logger.warn({ error: errorFacts(error) }, "it could not be told how indexing ended"),
  );
}
