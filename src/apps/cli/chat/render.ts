import { spawn } from "node:child_process";
import { once } from "node:events";
import { byArticle } from "../../../answers/search/index.ts";
import { type Locale, localeFor, sourceNote } from "../../../locale/index.ts";
import type { Answer, Article, Citation, TextRange } from "../../../model/index.ts";
import {
  type AnswerLine,
  answerLines,
  articleHead,
  type Lead,
  PASSAGE_MARK,
} from "../../shared/index.ts";
import { printable, printStyled } from "../io.ts";

/** What the shell says of a program that it does not find or may not run. */
const NOT_RUN = 126;

/**
 * Shows a long text in the reader's pager (`PAGER`), `less` at the marked passage; prints it where there is none.
 *
 * @param pager A command line, as the shell takes it; undefined or empty: none.
 */
export async function page(text: string, pager: string | undefined): Promise<void> {
  if (!pager?.trim()) return await printStyled(text);
  const { stdin } = process;
  // The pager reads the keys itself.
  const wasRaw = stdin.isTTY && stdin.isRaw;
  if (wasRaw) stdin.setRawMode(false);
  // -R shows bold type, -F leaves what fits on the screen, +/ goes to the passage.
  const env = { ...process.env, LESS: `${process.env.LESS ?? ""} -FRX +/${PASSAGE_MARK.trim()}` };
  const child = spawn(pager, { shell: true, stdio: ["pipe", "inherit", "inherit"], env });
  // Who leaves the pager early has read enough.
  child.stdin.on("error", () => {});
  child.stdin.end(`${text}\n`);
  const [code] = await once(child, "close");
  if (wasRaw) stdin.setRawMode(true);
  if (code >= NOT_RUN) await printStyled(text);
}

interface RenderOptions {
  /** True: the words that answer stand out in bold, addresses are dimmed. */
  readonly color: boolean;
  /** The full question that a follow-up was taken for; it goes on top. */
  readonly understood?: string | null;
  /** Where a refusal leads on. */
  readonly lead?: Lead | null;
}

const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";

/** A text without what steers a terminal, with ranges of it in bold where colour is wanted. */
function withBold(text: string, ranges: readonly TextRange[], color: boolean): string {
  if (!color) return printable(text);
  let styled = "";
  let at = 0;
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    styled += `${printable(text.slice(at, start))}${BOLD}${printable(text.slice(start, end))}${PLAIN}`;
    at = end;
  }
  return styled + printable(text.slice(at));
}

function answerLine({ kind, text, spans }: AnswerLine, color: boolean): string {
  if (kind === "direct") return withBold(text, [{ start: 0, end: text.length }], color);
  return (kind === "point" ? "• " : "") + withBold(text, spans, color);
}

/** `[1] [2] Title – source, date`, and below it the address of each passage, with its number where they differ. */
function source(citations: readonly Citation[], lead: string, locale: Locale, color: boolean) {
  const first = citations[0]!;
  const byAddress = new Map<string, string[]>();
  for (const { n, link, url } of citations) {
    const address = link ?? url;
    if (address !== null) byAddress.set(address, [...(byAddress.get(address) ?? []), `[${n}] `]);
  }
  const addresses = [...byAddress].map(([address, numbers]) => {
    const text = printable((byAddress.size > 1 ? numbers.join("") : "") + address);
    return `    ${color ? DIM : ""}${text}${color ? PLAIN : ""}`;
  });
  return [printable(`${lead} ${first.title}${sourceNote(first, locale)}`), ...addresses];
}

/**
 * Renders an answer as plain text: the direct line, the points or one sentence with their numbers, then each cited
 * article once with its numbers, title, source, date and the links to the passages. A refusal is followed by the
 * nearest articles and by questions that have answers. No line is wrapped; no line break at the end.
 */
export function renderAnswer(answer: Answer, { color, understood, lead }: RenderOptions): string {
  const locale = localeFor(answer.language);
  const shown = answerLines(answer);
  const lines = understood ? [printable(locale.answer.understoodAs(understood)), ""] : [];
  lines.push(...shown.lines.map((line) => answerLine(line, color)));
  if (answer.written) lines.push(`✎ ${locale.answering.wish.mark}`);
  for (const way of [lead?.understood, lead?.closest]) if (way != null) lines.push(printable(way));
  if (shown.citations.length > 0) {
    lines.push("", locale.answer.sourcesLabel);
    for (const citations of byArticle(shown.citations)) {
      const numbers = citations.map(({ n }) => `[${n}]`).join(" ");
      lines.push(...source(citations, numbers, locale, color));
    }
  } else if (answer.nearest.length > 0) {
    lines.push("", locale.answer.nearestLabel);
    for (const [one] of byArticle(answer.nearest))
      lines.push(...source([one!], `${one!.n}.`, locale, color));
  }
  if (lead && lead.questions.length > 0) {
    lines.push("", locale.answering.tryAsking);
    lines.push(...lead.questions.map((question) => printable(`• ${question}`)));
  }
  return lines.join("\n");
}

/** Renders an article to be read from its title to its end, a passage marked. */
export function renderArticle(
  article: Article,
  passage: TextRange,
  locale: Locale,
  color: boolean,
): string {
  const { title, text, blocks, url } = article;
  const head = [
    withBold(title, [{ start: 0, end: title.length }], color),
    ...articleHead(article, locale).map(printable),
    ...(url === null ? [] : [printable(url)]),
  ];
  const caption = blocks.find(({ kind }) => kind === "caption");
  const body = blocks.map((block) => {
    const start = Math.max(block.start, passage.start);
    const end = Math.min(block.end, passage.end);
    const before = text.slice(block.start, Math.max(start, block.start));
    const label =
      block === caption ? `${locale.visits.labelled(locale.reading.captions).trim()}\n` : "";
    if (start >= end) return label + printable(text.slice(block.start, block.end));
    const mark = start === passage.start ? PASSAGE_MARK : "";
    const marked = `${mark}${text.slice(start, end)}`;
    const at = before.length;
    const whole = before + marked + text.slice(end, block.end);
    return label + withBold(whole, [{ start: at, end: at + marked.length }], color);
  });
  return [head.join("\n"), ...body].join("\n\n");
}
