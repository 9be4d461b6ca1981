import { InlineKeyboard } from "grammy";
import type { Engine } from "../../engine.ts";
import type { Locale } from "../../locale/locale.ts";
import { sourceNote } from "../../locale/source-note.ts";
import { type Block, composeMessages, type RenderedMessage } from "../compose.ts";
import type { KeptTexts } from "../kept-texts.ts";
import { shorten } from "../render-sources.ts";
import { callbacks } from "./callbacks.ts";

const PAGE_SIZE = 8;
const BUTTONS_PER_ROW = 4;
// A page is edited in place, so it must fit into one message.
const MAX_TITLE_CHARS = 200;
const MAX_WORDS_CHARS = 100;

/** A message that is edited in place. */
export interface ShownMessage {
  readonly message: RenderedMessage;
  readonly keyboard: InlineKeyboard;
}

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
  if (total === 0) {
    return { message: composeMessages([{ runs: [{ text: texts.none(shown) }] }])[0]!, keyboard };
  }
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
    keyboard.text(String(first + i), callbacks.open(list, page, articleTexts.keep(articleId)));
  }
  if (pages > 1) {
    keyboard
      .row()
      .text("◀", callbacks.page(list, page === 0 ? pages - 1 : page - 1))
      .text(`${page + 1}/${pages}`, callbacks.page(list, page))
      .text("▶", callbacks.page(list, page === pages - 1 ? 0 : page + 1));
  }
  const heading: Block = { runs: [{ text: texts.heading(total, shown), bold: true }] };
  const hint: Block = { runs: [{ text: texts.hint, italic: true }], gap: true };
  return { message: composeMessages([heading, ...blocks, hint])[0]!, keyboard };
}
