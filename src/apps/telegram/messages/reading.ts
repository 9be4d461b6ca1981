import { InlineKeyboard } from "grammy";
import { addressOf } from "../../../articles/parse/index.ts";
import type { Engine } from "../../../engine.ts";
import type { Locale } from "../../../locale/index.ts";
import type { Article, BlockKind, Citation, TextRange } from "../../../model/index.ts";
import { articleHead, PASSAGE_MARK } from "../../shared/index.ts";
import { addPager, readingButtons, valueCode } from "../buttons.ts";
import {
  type Block,
  composeMessages,
  type RenderedMessage,
  type Run,
  type ShownMessage,
} from "../compose.ts";
import type { BotContext } from "../context.ts";
import type { KeptTexts } from "./kept-texts.ts";
import { shorten } from "./render-answer.ts";

/** Most articles that an answer offers in this way. */
const MOST_SOURCES = 3;

/**
 * Adds a row that opens in the web reader what an answer cites and what has no page of its own. Telegram takes such
 * buttons in private chats and for https alone; elsewhere the linked numbers lead there.
 */
export function addWebButtons(
  keyboard: InlineKeyboard,
  citations: readonly Citation[],
  { reader }: Locale,
  chat: BotContext["chat"],
): InlineKeyboard {
  if (chat?.type !== "private") return keyboard;
  const first = new Map(citations.toReversed().map((one) => [one.articleId, one]));
  const opened = [...first.values()]
    .filter(({ url, link }) => url === null && link?.startsWith("https:"))
    .toSorted((a, b) => a.n - b.n)
    .slice(0, MOST_SOURCES);
  for (const { n, link } of opened)
    keyboard.webApp(reader.openButton(citations.length === 1 ? null : n), link!);
  return opened.length > 0 ? keyboard.row() : keyboard;
}

/** A page is read on a phone without much scrolling, and has room for its heading within Telegram's limit. */
const PAGE_CHARS = 1_500;
const MAX_TITLE_CHARS = 250;
const MAX_LINE_CHARS = 150;
const BUTTONS_PER_ROW = 4;
/** A longer address is in no button. */
const MAX_URL_CHARS = 2_000;
/** A passage is found again by its first words; no more of it need be kept. */
const MAX_QUOTE_CHARS = 400;

/** A passage of an article as something cites it; `quote` is empty for the article as a whole. */
interface CitedPassage extends TextRange {
  readonly articleId: string;
  readonly quote: string;
}

/** What a button that opens an article stands for. */
interface Passage extends CitedPassage {
  /** Hash of the text that was cited. */
  readonly text: string;
  /** An answer cites it: closing leads back to that. */
  readonly ofAnswer: boolean;
}

/** What the buttons need: the articles, and what buttons stand for. */
export interface ReadingDeps {
  readonly engine: Pick<Engine, "article">;
  readonly passages: KeptTexts;
}

/** A passage with its number where it stands; null where it is the only one. */
interface NumberedPassage extends CitedPassage {
  readonly n: number;
}

interface AddOptions {
  /** Whether the numbers are those of citations, in brackets, or of a list. */
  readonly as: "cited" | "listed";
  /** Whether an answer cites them. */
  readonly ofAnswer?: boolean;
}

/** Adds rows of buttons that open passages; one that is no longer in the index gets none. */
export function addReading(
  keyboard: InlineKeyboard,
  cited: readonly NumberedPassage[],
  { engine, passages }: ReadingDeps,
  { reading }: Locale,
  { as, ofAnswer = false }: AddOptions,
): InlineKeyboard {
  const found = cited.flatMap(({ n, articleId, start, end, quote }) => {
    const text = engine.article(articleId)?.article.text;
    if (text === undefined) return [];
    const short = quote.slice(0, MAX_QUOTE_CHARS);
    const passage: Passage = {
      articleId,
      start,
      end,
      quote: short,
      text: valueCode(text),
      ofAnswer,
    };
    return [{ n, data: readingButtons.open.data(passages.keep(JSON.stringify(passage))) }];
  });
  for (const [i, { n, data }] of found.entries()) {
    if (i > 0 && i % BUTTONS_PER_ROW === 0) keyboard.row();
    keyboard.text(cited.length === 1 ? reading.button : reading[as](n), data);
  }
  return found.length > 0 ? keyboard.row() : keyboard;
}

/** Most buttons of a message; more than these lead to one passage of each article. */
const MOST = 8;

/** The passages that get a button: each, or where they are many the first of each article. */
export function readable(cited: readonly NumberedPassage[]): NumberedPassage[] {
  if (cited.length <= MOST) return [...cited];
  const first = new Map<string, NumberedPassage>();
  for (const one of cited) if (!first.has(one.articleId)) first.set(one.articleId, one);
  return [...first.values()].slice(0, MOST + BUTTONS_PER_ROW);
}

/** Reads back what a button stands for; null where it is no longer kept. */
export function recallPassage(passages: KeptTexts, id: string): Passage | null {
  const kept = passages.recall(id);
  return kept === null ? null : (JSON.parse(kept) as Passage);
}

/** Where a passage stands in an article by now, and what a reader is told of changes since it was cited. */
function placeOf(
  { start, end, quote, text }: Passage,
  article: Article,
  { reading }: Locale,
): { readonly range: TextRange | null; readonly notice: string | null } {
  const isChanged = valueCode(article.text) !== text;
  if (quote === "") return { range: null, notice: isChanged ? reading.changed : null };
  if (!isChanged) return { range: { start, end }, notice: null };
  const at = article.text.indexOf(quote);
  if (at < 0) return { range: null, notice: reading.passageGone };
  return { range: { start: at, end: at + (end - start) }, notice: reading.changed };
}

/** A block of the article with the part of it that lies in the range marked. */
function blockRuns(text: string, block: TextRange & { kind: BlockKind }, range: TextRange | null) {
  const from = Math.max(block.start, range?.start ?? block.end);
  const to = Math.min(block.end, range?.end ?? block.start);
  const style = {
    bold: block.kind === "heading",
    italic: block.kind === "caption" || block.kind === "byline",
  };
  const run = (start: number, end: number): Run => ({ ...style, text: text.slice(start, end) });
  if (from >= to) return [run(block.start, block.end)];
  const isFirst = from === range?.start;
  const marked = `${isFirst ? PASSAGE_MARK : ""}${text.slice(from, to)}`;
  return [
    run(block.start, from),
    { ...style, text: marked, mark: true },
    run(to, block.end),
  ].filter((one) => one.text !== "");
}

/** The article in pages, the passage marked, and which page holds it. */
function articlePages(
  article: Article,
  range: TextRange | null,
  locale: Locale,
): { readonly pages: readonly RenderedMessage[]; readonly opened: number } {
  const { title, text, blocks } = article;
  const head = articleHead(article, locale).map(
    (line): Block => ({ runs: [{ text: shorten(line, MAX_LINE_CHARS) }] }),
  );
  head.unshift({ runs: [{ text: shorten(title, MAX_TITLE_CHARS), bold: true }] });
  const captions = blocks.findIndex(({ kind }) => kind === "caption");
  const body = blocks.flatMap((block, i): Block[] => {
    const runs = blockRuns(text, block, range);
    const isCaption = block.kind === "caption";
    const shown = { runs, gap: !isCaption, keepWithNext: block.kind === "heading" };
    if (i !== captions) return [shown];
    const label = {
      runs: [{ text: locale.visits.labelled(locale.reading.captions).trim(), bold: true }],
      gap: true,
    };
    return [{ ...label, keepWithNext: true }, shown];
  });
  const pages = composeMessages([...head, ...body], PAGE_CHARS);
  const at = pages.findIndex(({ marked }) => marked);
  return { pages, opened: Math.max(0, at) };
}

const joined = (one: RenderedMessage, other: RenderedMessage): RenderedMessage => ({
  html: `${one.html}\n\n${other.html}`,
  text: `${one.text}\n\n${other.text}`,
  plain: `${one.plain}\n\n${other.plain}`,
});

/**
 * A page of an article with its buttons.
 *
 * @param id Of the passage in `KeptTexts`.
 * @param wanted From 0, the nearest one where there are fewer by now; null: the page of the passage.
 */
export function readingPage(
  article: Article,
  passage: Passage,
  id: string,
  wanted: number | null,
  locale: Locale,
): ShownMessage {
  const { reading } = locale;
  const { range, notice } = placeOf(passage, article, locale);
  const { pages, opened } = articlePages(article, range, locale);
  const at = Math.min(wanted ?? opened, pages.length - 1);
  const head: Block[] = notice === null ? [] : [{ runs: [{ text: notice, italic: true }] }];
  if (at > 0)
    head.push({
      runs: [
        { text: `${shorten(article.title, MAX_TITLE_CHARS)} – `, italic: true },
        { text: reading.page(at + 1, pages.length), italic: true },
      ],
    });
  const [under] = composeMessages(head);
  const page = pages[at]!;
  const keyboard = new InlineKeyboard();
  addPager(keyboard, at, pages.length, (to) => readingButtons.page.data(id, to));
  keyboard
    .row()
    .text(passage.ofAnswer ? reading.backToAnswer : reading.close, readingButtons.close.data());
  const address =
    range === null ? article.url : addressOf(article, article.text.slice(range.start, range.end));
  if (address !== null && address.length <= MAX_URL_CHARS) keyboard.url(reading.original, address);
  return { message: under === undefined ? page : joined(under, page), keyboard };
}
