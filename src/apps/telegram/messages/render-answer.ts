import { byArticle } from "../../../answers/search/index.ts";
import { type Locale, sourceNote } from "../../../locale/index.ts";
import type { Answer, Citation, SourceRow } from "../../../model/index.ts";
import { type Block, composeMessages, type RenderedMessage, type Run } from "../compose.ts";

const label = (text: string): Block => ({
  runs: [{ text, bold: true }],
  gap: true,
  keepWithNext: true,
});

/** The answer's text as runs by line: answer words bold, `[n]` linked to its passage. */
function answerLines(answer: Answer): Run[][] {
  const linkOf = new Map(answer.citations.map((c) => [`[${c.n}]`, c.link ?? c.url]));
  const lines: Run[][] = [];
  let lineStart = 0;
  for (const line of answer.answer.split("\n")) {
    lines.push(lineRuns(line, lineStart, answer, linkOf));
    lineStart += line.length + 1;
  }
  return lines.filter((runs) => runs.some((run) => run.text.trim() !== ""));
}

function lineRuns(
  line: string,
  lineStart: number,
  answer: Answer,
  linkOf: ReadonlyMap<string, string | null>,
): Run[] {
  const markers = [...line.matchAll(/\[\d+\]/g)].filter((m) => linkOf.has(m[0]));
  const cuts = new Set([0, line.length]);
  for (const m of markers) cuts.add(m.index).add(m.index + m[0].length);
  for (const span of answer.spans) {
    for (const at of [span.start - lineStart, span.end - lineStart]) {
      if (at > 0 && at < line.length) cuts.add(at);
    }
  }
  const borders = [...cuts].sort((a, b) => a - b);
  return borders.slice(1).map((end, i) => {
    const start = borders[i]!;
    const text = line.slice(start, end);
    const isMarked = answer.spans.some(
      (span) => span.start <= lineStart + start && lineStart + end <= span.end,
    );
    const isMarker = markers.some((m) => m.index === start && m[0].length === text.length);
    return isMarker ? { text, link: linkOf.get(text) ?? null } : { text, bold: isMarked };
  });
}

/** `[1] [2] Title – source, date`, the numbers linked to the passages, the title to the article. */
function sourceBlock(citations: readonly Citation[], locale: Locale): Block {
  const first = citations[0]!;
  const numbers = citations.flatMap((c): Run[] => [
    { text: `[${c.n}]`, link: c.link ?? c.url },
    { text: " " },
  ]);
  return titleBlock(numbers, first, first.url ?? first.link, locale);
}

function titleBlock(lead: Run[], of: Citation, address: string | null, locale: Locale): Block {
  return {
    runs: [...lead, { text: of.title, link: address }, { text: sourceNote(of, locale) }],
    ...(address === null ? {} : { plainSuffix: `\n${address}` }),
  };
}

function answerBlocks(answer: Answer, locale: Locale): Block[] {
  const sentences = answerLines(answer).map((runs): Block => ({ runs }));
  if (!answer.answered && answer.citations.length === 0) {
    if (answer.nearest.length === 0) return sentences;
    const nearest = byArticle(answer.nearest);
    return [
      ...sentences,
      label(locale.answer.nearestLabel),
      ...nearest.map(([one]) =>
        titleBlock([{ text: `${one!.n}. ` }], one!, one!.link ?? one!.url, locale),
      ),
    ];
  }
  if (answer.citations.length === 0) return sentences;
  return [
    ...sentences,
    label(locale.answer.sourcesLabel),
    ...byArticle(answer.citations).map((citations) => sourceBlock(citations, locale)),
    label(locale.answer.quotesLabel),
    ...answer.citations.map(
      (citation): Block => ({ runs: [{ text: `[${citation.n}] ${citation.quote}` }], quote: true }),
    ),
  ];
}

/**
 * Renders an answer for Telegram: sentences with linked citation numbers, sources, quoted passages.
 *
 * @param locale That of `answer.language`.
 * @param options.understood The full question that a follow-up was taken for; it goes on top.
 * @param options.showQuestion Puts the question on top, for answers that follow no message of the user.
 * @returns One message, or more where the text exceeds Telegram's limit.
 */
export function renderAnswerMessages(
  answer: Answer,
  locale: Locale,
  options: { readonly showQuestion?: boolean; readonly understood?: string | null } = {},
): RenderedMessage[] {
  const blocks = answerBlocks(answer, locale);
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
