import type { BlockKind } from "../../model/index.ts";
import type { LeftOutCounter } from "./left-out.ts";
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
