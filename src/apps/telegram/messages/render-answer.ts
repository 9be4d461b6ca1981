import { InlineKeyboard } from "grammy";
import type { InlineKeyboardButton } from "grammy/types";
import { byArticle } from "../../../answers/search/index.ts";
import { matchesIn } from "../../../language/text/index.ts";
import { LANGUAGES, type Locale, localeFor, sourceNote } from "../../../locale/index.ts";
import type { Answer, Citation, SourceRow } from "../../../model/index.ts";
import { REASONS } from "../../../storage/index.ts";
import { type AnswerLine, answerLines, type Lead } from "../../shared/index.ts";
import { buttons } from "../buttons.ts";
import { type Block, composeMessages, type RenderedMessage, type Run } from "../compose.ts";
import type { BotContext } from "../context.ts";
import { tolerate } from "../middlewares/errors.ts";

const PER_ROW = 2;

const isReason = (button: InlineKeyboardButton) =>
  "callback_data" in button && buttons.reason.pattern.test(button.callback_data);

/** Asks below an answer what was wrong with it, after 👎; takes the question away after 👍 or a reason. */
export async function askReason(ctx: BotContext, verdict: "up" | "down"): Promise<void> {
  const message = ctx.callbackQuery?.message;
  const markup = message !== undefined && "reply_markup" in message ? message.reply_markup : null;
  const rows = markup?.inline_keyboard ?? [];
  const own = rows.filter((row) => !row.some(isReason));
  if (verdict === "up" && own.length === rows.length) return;
  const keyboard = new InlineKeyboard(own.map((row) => [...row]));
  if (verdict === "down")
    for (const [i, reason] of REASONS.entries()) {
      if (i % PER_ROW === 0) keyboard.row();
      keyboard.text(ctx.locale.desk.review.reason[reason], buttons.reason.data(reason));
    }
  await tolerate(ctx.editMessageReplyMarkup({ reply_markup: keyboard }));
}

/** A source takes a line or two of a phone. */
const MAX_LINE_TITLE_CHARS = 90;

const label = (text: string): Block => ({
  runs: [{ text, bold: true }],
  gap: true,
  keepWithNext: true,
});

const linksOf = (citations: readonly Citation[]) =>
  new Map(citations.map((c) => [`[${c.n}]`, c.link ?? c.url]));

/** A line of the answer: the direct one bold, else the words that answer; `[n]` linked to its passage. */
function lineBlock(line: AnswerLine, linkOf: ReadonlyMap<string, string | null>): Block {
  const runs = lineRuns(line, linkOf);
  if (line.kind === "point") return { runs: [{ text: "• " }, ...runs] };
  if (line.kind === "plain") return { runs };
  return { runs: runs.map((run) => (run.link === undefined ? { ...run, bold: true } : run)) };
}

function lineRuns({ text, spans }: AnswerLine, linkOf: ReadonlyMap<string, string | null>): Run[] {
  const markers = matchesIn(text, /\[\d+\]/g).filter((m) => linkOf.has(m[0]));
  const cuts = new Set([0, text.length]);
  for (const m of markers) cuts.add(m.index).add(m.index + m[0].length);
  for (const { start, end } of spans) cuts.add(start).add(end);
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(1).map((end, i) => {
    const start = borders[i]!;
    const part = text.slice(start, end);
    const isMarked = spans.some((span) => span.start <= start && end <= span.end);
    const isMarker = markers.some((m) => m.index === start && m[0].length === part.length);
    return isMarker
      ? { text: part, link: linkOf.get(part) ?? null }
      : { text: part, bold: isMarked };
  });
}

/** From so many numbers on in a row only the first and the last are named. */
const MOST_IN_A_ROW = 3;

/** `[1] [2]`, `[1]–[4]`: numbers linked to their passages. */
function numberRuns(citations: readonly Citation[]): Run[] {
  const runs: Run[] = [];
  for (let i = 0; i < citations.length; ) {
    let last = i;
    while (citations[last + 1]?.n === citations[last]!.n + 1) last++;
    const isRow = last - i + 1 >= MOST_IN_A_ROW;
    const shown = isRow ? [citations[i]!, citations[last]!] : citations.slice(i, last + 1);
    for (const [j, { n, link, url }] of shown.entries()) {
      if (runs.length > 0) runs.push({ text: isRow && j > 0 ? "–" : " " });
      runs.push({ text: `[${n}]`, link: link ?? url });
    }
    i = last + 1;
  }
  return [...runs, { text: " " }];
}

/** `[1] [2] Title – source, date`: the numbers linked to the passages, the title to the article. */
function sourceBlock(citations: readonly Citation[], locale: Locale): Block {
  const first = citations[0]!;
  return titleBlock(numberRuns(citations), first, first.url ?? first.link, locale);
}

function titleBlock(lead: Run[], of: Citation, address: string | null, locale: Locale): Block {
  const title = shorten(of.title, MAX_LINE_TITLE_CHARS);
  return {
    runs: [...lead, { text: title, link: address }, { text: sourceNote(of, locale) }],
    ...(address === null ? {} : { plainSuffix: `\n${address}` }),
  };
}

/** Newspaper and day as far as they are known; the title of what has neither. */
function shortNote({ source, published, isSummary, title }: Citation, locale: Locale): string {
  const named = isSummary ? locale.reading.summaryOf(source) : source;
  const day = published && locale.date(published);
  return (
    [named, day].filter((one) => one !== null).join(", ") || shorten(title, MAX_LINE_TITLE_CHARS)
  );
}

/** More sources than these are named by newspaper and day alone: their titles would be longer than the answer. */
const MOST_TITLES = 4;

/** The sources in a line each; a single one stands beside the label, many share a paragraph. */
function sourceBlocks(citations: readonly Citation[], locale: Locale): Block[] {
  const articles = byArticle(citations);
  const name = label(locale.answer.sourcesLabel);
  if (articles.length > MOST_TITLES) {
    const runs = articles.flatMap((passages, i): Run[] => [
      { text: i === 0 ? "" : " · " },
      ...numberRuns(passages),
      { text: shortNote(passages[0]!, locale) },
    ]);
    return [name, { runs: runs.filter(({ text }) => text !== "") }];
  }
  if (articles.length !== 1)
    return [name, ...articles.map((passages) => sourceBlock(passages, locale))];
  const only = sourceBlock(articles[0]!, locale);
  const { sourcesLabel } = locale.answer;
  const space = sourcesLabel.endsWith("：") ? [] : [{ text: " " }];
  return [{ ...only, runs: [...name.runs, ...space, ...only.runs], gap: true }];
}

/** The passages as they stand in their articles, those of a source's own words apart from those of summaries. */
function quoteBlocks(quoted: readonly Citation[], { answer, reading }: Locale): Block[] {
  const parts = [
    { name: answer.quotesLabel, passages: quoted.filter(({ isSummary }) => !isSummary) },
    { name: reading.summaryQuotes, passages: quoted.filter(({ isSummary }) => isSummary) },
  ];
  return parts.flatMap(({ name, passages }) =>
    passages.length === 0
      ? []
      : [
          label(name),
          ...passages.map(
            ({ n, quote }): Block => ({ runs: [{ text: `[${n}] ${quote}` }], quote: true }),
          ),
        ],
  );
}

/** Below sentences that a model wrote. */
const markBlocks = ({ written }: Answer, { answering }: Locale): Block[] =>
  written ? [{ runs: [{ text: writtenMark(answering.wish.mark), italic: true }] }] : [];

/** What a model wrote of a message of the bot as it is shown; null where none did. */
export function writtenIn(shown: string): string | null {
  for (const language of LANGUAGES) {
    const at = shown.indexOf(`\n${writtenMark(localeFor(language).answering.wish.mark)}\n`);
    if (at >= 0) return shown.slice(0, at);
  }
  return null;
}

const writtenMark = (words: string) => `✎ ${words}`;

function answerBlocks(
  answer: Answer,
  lead: Lead | null,
  locale: Locale,
  withQuotes: boolean,
): Block[] {
  const { lines, citations, quoted } = answerLines(answer);
  const linkOf = linksOf(citations);
  const ways = [lead?.understood, lead?.closest].filter((text) => text != null);
  const shown = [
    ...lines.map((line) => lineBlock(line, linkOf)),
    ...markBlocks(answer, locale),
    ...ways.map((text): Block => ({ runs: [{ text }] })),
  ];
  const listed = byArticle(answer.nearest);
  if (citations.length === 0 && listed.length === 0) return shown;
  if (citations.length === 0)
    return [
      ...shown,
      label(locale.answer.nearestLabel),
      ...listed.map(([one]) =>
        titleBlock([{ text: `${one!.n}. ` }], one!, one!.link ?? one!.url, locale),
      ),
    ];
  const quotes = withQuotes ? quoteBlocks(quoted, locale) : [];
  return [...shown, ...sourceBlocks(citations, locale), ...quotes];
}

/** What stands above an answer. */
export interface Heading {
  /** The question, for answers that follow no message of the user. */
  readonly showQuestion?: boolean;
  /** The full question that a follow-up was taken for. */
  readonly understood?: string | null;
}

/**
 * Renders an answer for Telegram: sentences with linked citation numbers, sources, quoted passages.
 *
 * @param locale That of `answer.language`.
 * @param options.lead Where a refusal leads on.
 * @param options.quotes False leaves the quoted passages out.
 * @returns One message, or more where the text exceeds Telegram's limit.
 */
export function renderAnswerMessages(
  answer: Answer,
  locale: Locale,
  options: Heading & { readonly lead?: Lead | null; readonly quotes?: boolean } = {},
): RenderedMessage[] {
  const blocks = answerBlocks(answer, options.lead ?? null, locale, options.quotes ?? true);
  const heading = options.understood
    ? locale.answer.understoodAs(options.understood)
    : options.showQuestion
      ? answer.question
      : null;
  if (heading === null) return composeMessages(blocks);
  const [first, ...others] = blocks;
  const question: Block = { runs: [{ text: heading, italic: true }] };
  return composeMessages(
    first === undefined ? [question] : [question, { ...first, gap: true }, ...others],
  );
}

/** Renders further passages, each under its article. `passages` must not be empty. */
export function renderPassages(passages: readonly Citation[], locale: Locale): RenderedMessage[] {
  return composeMessages([
    label(locale.telegram.moreLabel),
    ...passages.flatMap((passage, i): Block[] => [
      { ...sourceBlock([passage], locale), gap: i > 0, keepWithNext: true },
      { runs: [{ text: passage.quote }], quote: true },
    ]),
  ]);
}

// A page is edited in place, so it must fit into one message: 8 x (200 + source + date) does.
const MAX_TITLE_CHARS = 200;

export function shorten(text: string, maxChars: number): string {
  const chars = [...text];
  return chars.length <= maxChars ? text : `${chars.slice(0, maxChars - 1).join("")}…`;
}

/**
 * Renders one page of the source list.
 *
 * @param offset Rows before this page; the rows are numbered from `offset + 1`.
 */
export function renderSources(
  page: { readonly total: number; readonly rows: readonly SourceRow[] },
  offset: number,
  locale: Locale,
): RenderedMessage {
  const heading: Block = {
    runs: [{ text: locale.telegram.sourcesHeading(page.total), bold: true }],
  };
  const rows = page.rows.map(
    (row, i): Block => ({
      runs: [
        { text: `${offset + i + 1}. ` },
        { text: shorten(row.title, MAX_TITLE_CHARS), link: row.url },
        { text: sourceNote(row, locale) },
      ],
      gap: i === 0,
    }),
  );
  return composeMessages([heading, ...rows])[0]!;
}
