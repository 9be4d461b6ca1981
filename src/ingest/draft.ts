import type { BlockKind } from "./article.ts";
import type { LeftOutCounter } from "./left-out.ts";

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
