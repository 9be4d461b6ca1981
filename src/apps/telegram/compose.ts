import type { InlineKeyboard } from "grammy";

/** A stretch of text in one style; the model that messages are composed in before they become HTML. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** The passage that a reader looks for: bold, and its message is told by `marked`. */
  readonly mark?: boolean;
  /** Address to open; only http and https are linked. */
  readonly link?: string | null;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Escapes text for Telegram's HTML mode, in content as in attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}

const isWebAddress = (address: string) =>
  /^https?:\/\/[^\s/]/iu.test(address) && URL.canParse(address);

function runHtml(run: Run): string {
  let html = escapeHtml(run.text);
  if (run.italic) html = `<i>${html}</i>`;
  if (run.bold || run.mark) html = `<b>${html}</b>`;
  if (run.link && isWebAddress(run.link)) html = `<a href="${escapeHtml(run.link)}">${html}</a>`;
  return html;
}

/** Telegram HTML (`parse_mode: "HTML"`) of runs, everything escaped. */
function runsToHtml(runs: readonly Run[]): string {
  return runs.map(runHtml).join("");
}

/** The text that a reader sees. */
function runsToText(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** Cuts runs at a UTF-16 offset of their text. */
function splitRuns(runs: readonly Run[], offset: number): [Run[], Run[]] {
  const head: Run[] = [];
  const tail: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const cut = Math.min(Math.max(offset - start, 0), run.text.length);
    if (cut > 0) head.push({ ...run, text: run.text.slice(0, cut) });
    if (cut < run.text.length) tail.push({ ...run, text: run.text.slice(cut) });
    start += run.text.length;
  }
  return [head, tail];
}

/** Longest message text, in UTF-16 units after entities are parsed (Bot API, sendMessage). */
export const MAX_MESSAGE_CHARS = 4096;

/** A block of a message: the unit at which long messages are split. */
export interface Block {
  readonly runs: readonly Run[];
  /** Shown inside an expandable quote; neighbouring quote blocks share one. */
  readonly quote?: boolean;
  /** An empty line stands before it. */
  readonly gap?: boolean;
  /** A label: never the last block of a message. */
  readonly keepWithNext?: boolean;
  /** Follows the text where there is no formatting, such as the address behind a link. */
  readonly plainSuffix?: string;
}

/** One message in both forms. `plain` is sent where Telegram rejects the HTML. */
export interface RenderedMessage {
  readonly html: string;
  /** What a reader sees of `html`. */
  readonly text: string;
  readonly plain: string;
  /** It holds a marked run, or a part of one. */
  readonly marked?: boolean;
}

/** A message with its buttons. */
export interface ShownMessage {
  readonly message: RenderedMessage;
  readonly keyboard: InlineKeyboard;
}

const blockPlain = (block: Block) => runsToText(block.runs) + (block.plainSuffix ?? "");

// Both forms must fit, so the longer one counts.
const blockLength = (block: Block) => blockPlain(block).length;

const gapBefore = (block: Block, isFirst: boolean) => (isFirst ? "" : block.gap ? "\n\n" : "\n");

/** Offset at or below `limit` where text is best cut: after a sentence, else a space, else anywhere. */
function cutOffset(text: string, limit: number): number {
  const head = text.slice(0, limit);
  const earliest = limit / 2;
  const sentence = head.search(/(?<=[.!?…。！？]["”»)]?)\s[^.!?…。！？]*$/u);
  if (sentence >= earliest) return sentence;
  const space = head.search(/\s\S*$/u);
  if (space >= earliest) return space;
  const splitsPair = /[\uD800-\uDBFF]$/.test(head) && /^[\uDC00-\uDFFF]/.test(text.slice(limit));
  return splitsPair ? limit - 1 : limit;
}

function splitBlock(block: Block, limit: number): Block[] {
  if (blockLength(block) <= limit) return [block];
  const { plainSuffix, ...bare } = block;
  const text = runsToText(block.runs);
  if (plainSuffix !== undefined && text.length <= limit) return [bare];
  const cut = cutOffset(text, limit);
  const restStart = cut + text.slice(cut).search(/\S|$/u);
  const head = { ...bare, runs: splitRuns(block.runs, cut)[0] };
  if (restStart === text.length) return [head];
  const rest = { ...block, runs: splitRuns(block.runs, restStart)[1], gap: false };
  return [head, ...splitBlock(rest, limit)];
}

function toMessage(blocks: readonly Block[]): RenderedMessage {
  let html = "";
  let text = "";
  let plain = "";
  blocks.forEach((block, i) => {
    const previous = blocks[i - 1];
    const gap = gapBefore(block, i === 0);
    const closes = previous?.quote === true && block.quote !== true;
    const opens = block.quote === true && previous?.quote !== true;
    html += (closes ? "</blockquote>" : "") + gap + (opens ? "<blockquote expandable>" : "");
    html += runsToHtml(block.runs);
    text += gap + runsToText(block.runs);
    plain += gap + blockPlain(block);
  });
  if (blocks.at(-1)?.quote) html += "</blockquote>";
  const marked = blocks.some(({ runs }) => runs.some(({ mark }) => mark));
  return { html, text, plain, ...(marked && { marked }) };
}

/**
 * Composes blocks into as few messages as the limit allows, split at block borders; only a block
 * that is too long by itself is cut, at a sentence end or a space where there is one.
 *
 * @param limit Longest text of a message in UTF-16 units; both forms keep to it.
 */
export function composeMessages(
  blocks: readonly Block[],
  limit: number = MAX_MESSAGE_CHARS,
): RenderedMessage[] {
  const messages: Block[][] = [[]];
  let length = 0;
  const pieces = blocks.flatMap((block) => splitBlock(block, limit));
  pieces.forEach((block, i) => {
    const next = pieces[i + 1];
    const added = (piece: Block, isFirst: boolean) =>
      gapBefore(piece, isFirst).length + blockLength(piece);
    const needed =
      added(block, length === 0) +
      (block.keepWithNext && next !== undefined ? added(next, false) : 0);
    if (length > 0 && length + needed > limit) {
      messages.push([]);
      length = 0;
    }
    length += added(block, length === 0);
    messages.at(-1)!.push(block);
  });
  return messages.filter((message) => message.length > 0).map(toMessage);
}
