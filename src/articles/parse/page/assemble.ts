import { datesIn, normalizeLine } from "../../../language/text/index.ts";
import type { Article, Block, BlockKind } from "../../../model/index.ts";
import { type LeftOutCounter, lettersIn } from "./left-out.ts";
import { endsWithStop, syllableCount } from "./lines.ts";

/** A block before it has its place in the clean text. */
export interface DraftBlock {
  readonly kind: BlockKind;
  readonly text: string;
}

/** A teaser of another article: its title and a real summary. */
export interface Teaser {
  readonly title: string;
  readonly summary: string;
}

/** What is known about a page besides its text. */
export interface Metadata {
  readonly title: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly author: string | null;
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null;
}

/** An article as read from a page, before its text is put together. */
export interface Draft extends Metadata {
  readonly blocks: readonly DraftBlock[];
  readonly teasers: readonly Teaser[];
  /** What of its source is not among the blocks; absent where nothing was looked for. */
  readonly left?: LeftOutCounter;
}

/**
 * A line of a page; `hint` is what the page's markup says about it. An `item` is one of a list (of the report or of a
 * menu), a `row` is text of the report for sure: a row of a table, a list joined to its heading, a day with its items.
 */
export interface PageLine {
  readonly text: string;
  readonly hint?: "caption" | "heading" | "paragraph" | "image" | "item" | "row";
}

export const NO_METADATA: Metadata = {
  title: null,
  url: null,
  source: null,
  author: null,
  published: null,
};

/** The first metadata that knows a field wins. */
export function mergeMetadata(...all: readonly Metadata[]): Metadata {
  const pick = (key: keyof Metadata) => all.find((one) => one[key] !== null)?.[key] ?? null;
  return {
    title: pick("title"),
    url: pick("url"),
    source: pick("source"),
    author: pick("author"),
    published: pick("published"),
  };
}

/** What is known for sure wins, field by field. */
export function withKnown(metadata: Metadata, known: Partial<Metadata> = {}): Metadata {
  return mergeMetadata({ ...NO_METADATA, ...known }, metadata);
}

/** What opens an item of a list. */
export const LIST_MARK = /^(?:[-–—+*•▪●◦‣○■□✓➢]|\d{1,2}[.)]|[a-zđ][.)]|[ivx]{1,4}[.)])\s/iu;
/** Lines of these do not run on. */
const WHOLE: ReadonlySet<PageLine["hint"]> = new Set(["heading", "image", "row", "caption"]);

/**
 * True where a sentence broken by a line end or the end of a page goes on: nothing ends it, and the next line begins
 * in the middle of a sentence.
 */
function runsOn(line: string, next: string): boolean {
  if (endsWithStop(line) || /[:;：；]$/u.test(line) || LIST_MARK.test(next)) return false;
  if (/[\p{L}\p{N})”"][,，]$/u.test(line)) return /^[\p{L}\p{N}“"(]/u.test(next);
  return syllableCount(line) >= 4 && syllableCount(next) >= 2 && /^[(“"]?\p{Ll}/u.test(next);
}

/** Joins sentences that a line break or a page break cuts in two. */
export function joinBroken(lines: readonly PageLine[]): PageLine[] {
  const joined: PageLine[] = [];
  let tail = "";
  for (const line of lines) {
    const last = joined.at(-1);
    const mayJoin =
      last !== undefined && !WHOLE.has(last.hint) && !WHOLE.has(line.hint) && line.hint !== "item";
    if (mayJoin && last.hint !== "item" && runsOn(tail, line.text)) {
      joined[joined.length - 1] = { ...last, text: `${last.text} ${line.text}` };
    } else joined.push(line);
    tail = line.text;
  }
  return joined;
}

/** The same for lines without marks of their own; an empty one ends what stands before it. */
export function joinBrokenText(lines: readonly string[]): string[] {
  const whole: PageLine = { text: "", hint: "row" };
  const joined = joinBroken(lines.map((text) => (text === "" ? whole : { text })));
  return joined.map(({ text }) => text).filter((text) => text !== "");
}

/** What the reading of metadata needs of a document. */
export interface MetadataDocument {
  querySelector(selector: string): MetadataElement | null;
  querySelectorAll(selector: string): Iterable<MetadataElement>;
}

export interface MetadataElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** The opening of a report: its lead and the paragraphs right behind it name the day. */
const OPENING_BLOCKS = 3;
const OPENING_CHARS = 2000;
const ANNIVERSARY = /(?:kỷ niệm|ngày thiết lập|thành lập|sinh|kể từ|từ năm|nhân dịp)[^.]{0,80}$/iu;

/**
 * Finds the date of the reported event: the first day named in the opening of the report.
 *
 * Days of anniversaries are passed over. Missing parts stay null; nothing is taken from the date of publication.
 */
export function findEvent(text: string, blocks: readonly Block[]): Article["event"] {
  const opening = blocks
    .filter(({ kind }) => kind === "lead" || kind === "paragraph")
    .slice(0, OPENING_BLOCKS);
  for (const block of opening) {
    const own = text.slice(block.start, Math.min(block.end, block.start + OPENING_CHARS));
    for (const { kind, date, endDate, start, end } of datesIn(own)) {
      if (kind !== "date" && kind !== "range") continue;
      if (date === null || date.day === null || date.month === null) continue;
      if (ANNIVERSARY.test(own.slice(0, start))) continue;
      return {
        date,
        ...(endDate === null ? {} : { endDate }),
        start: block.start + start,
        end: block.start + end,
      };
    }
  }
  return null;
}

// Captions go behind the report and the byline behind them, so that the report reads without a break.
const PLACE: Readonly<Record<BlockKind, number>> = {
  lead: 0,
  heading: 0,
  paragraph: 0,
  caption: 1,
  byline: 2,
};

/**
 * Characters of one article: 200 pages. What the bot's own process does with an article (comparing it with others,
 * writing it down, showing it) must not take seconds.
 */
export const MAX_ARTICLE_CHARS = 400_000;

/** Puts the clean text of an article together, and one brief for each teaser with a summary. */
export function assemble(id: string, draft: Draft): Article[] {
  const { text, blocks, cut } = layOut(withByline(draft));
  const title = draft.title ?? id.split("/").at(-1)!;
  const { url, source, author } = draft;
  const published = notInFuture(draft.published);
  const event = findEvent(text, blocks);
  const leftOut = draft.left?.sum(lettersIn(text) + lettersIn(title)) ?? null;
  const articles: Article[] = [
    {
      id,
      partOf: null,
      title,
      url,
      source,
      author,
      published,
      event,
      text,
      blocks,
      ...cut,
      leftOut,
    },
  ];
  for (const teaser of draft.teasers) {
    const { cut: _, ...brief } = layOut([{ kind: "lead", text: teaser.summary }]);
    articles.push({
      id: `${id}#${articles.length + 1}`,
      partOf: id,
      title: teaser.title,
      url,
      source,
      author: null,
      published: null,
      event: findEvent(brief.text, brief.blocks),
      ...brief,
    });
  }
  return articles;
}

/** A report is not of tomorrow, but for a clock that is wrong by a time zone: such a day is a template's or a slip. */
function notInFuture(published: string | null): string | null {
  const latest = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10);
  return published !== null && published > latest ? null : published;
}

const DAY_MS = 24 * 3_600_000;

/** A writer known from the page's metadata gets a byline too, so that it can be quoted. */
function withByline({ blocks, author }: Draft): readonly DraftBlock[] {
  if (author === null || blocks.some(({ kind }) => kind === "byline")) return blocks;
  return blocks.length === 0 ? blocks : [...blocks, { kind: "byline", text: author }];
}

/** What an article is laid out to. */
interface Layout {
  readonly text: string;
  readonly blocks: Block[];
  readonly cut: Pick<Article, "leftOutChars">;
}

function layOut(drafts: readonly DraftBlock[]): Layout {
  const ordered = drafts
    .map(({ kind, text }) => ({ kind, text: normalizeLine(text) }))
    .filter(({ text }) => text !== "")
    .sort((a, b) => PLACE[a.kind] - PLACE[b.kind]);
  const texts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  let leftOutChars = 0;
  for (const { kind, text: whole } of ordered) {
    const text = leftOutChars > 0 ? "" : cutTo(whole, MAX_ARTICLE_CHARS - at);
    leftOutChars += whole.length - text.length;
    if (text === "") continue;
    texts.push(text);
    blocks.push({ kind, start: at, end: at + text.length });
    at += text.length + 2;
  }
  const cut = leftOutChars > 0 ? { leftOutChars } : {};
  return { text: texts.join("\n\n"), blocks, cut };
}

/** A text cut at the last space of its first `room` characters; empty where there is none. */
function cutTo(text: string, room: number): string {
  if (text.length <= room) return text;
  return room <= 0 ? "" : text.slice(0, Math.max(0, text.lastIndexOf(" ", room)));
}
