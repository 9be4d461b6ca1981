import type { PartialDate, TextRange } from "./language.ts";

/** What a block of the clean text is. Captions and bylines are kept, and told apart from the report. */
export type BlockKind = "lead" | "heading" | "paragraph" | "caption" | "byline";

/** A block of the clean text; blocks don't overlap, stand in order and are parted by `\n\n`. */
export interface Block {
  readonly kind: BlockKind;
  /** UTF-16 range in `Article.text`. */
  readonly start: number;
  readonly end: number;
}

/** One clean article, or one brief (a teaser with a summary found on another article's page). */
export interface Article {
  /** Path of the file in the corpus without its extension, `/` as separator, NFC; a brief adds `#2`, `#3` …. */
  readonly id: string;
  /** For a brief: the id of the article on whose page it stood. */
  readonly partOf: string | null;
  readonly title: string;
  /** Where the article can be opened (http or https), or null. A brief has its page's. */
  readonly url: string | null;
  /** Name of the newspaper or portal, or null. */
  readonly source: string | null;
  readonly author: string | null;
  /** Publication date as the page shows it, `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** Date of the reported event as far as the text tells, with the words it was read from. */
  readonly event: {
    /** The day, or the first day of several. */
    readonly date: PartialDate;
    /** The last day, where the text names a span. */
    readonly endDate?: PartialDate;
    readonly start: number;
    readonly end: number;
    /** A person gave it, in the front matter or on a card: it settles the day of the article's main visit. */
    readonly set?: true;
  } | null;
  /** The clean text without the title: NFC, blocks joined by `\n\n`. Every quote is a range of it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Characters of a text over `MAX_ARTICLE_CHARS` that were left out at its end; absent: none. It is not stored. */
  readonly leftOutChars?: number;
  /** What of the source is not in it, and why; null for briefs and for what this program wrote itself. */
  readonly leftOut?: LeftOut | null;
  /** How it was read where its text, or some of its pages, came from pictures. */
  readonly image?: ReadFromImage;
  /** Told in other words than its source's: none of its sentences stands on the page at `url`. */
  readonly isSummary?: true;
}

/** What was read from pictures of pages. */
export interface ReadFromImage {
  /** How surely, 0 to 100. */
  readonly sureness: number;
  /** Pages read from their pictures, from 1. */
  readonly pages: readonly number[];
  /** Pages whose pictures could not be read, from 1; their text is not there. */
  readonly unread: readonly number[];
  /** Pages of the document. */
  readonly of: number;
}

/** Why a file was not taken; stable keys for translation and counting. */
export type SkipCode =
  | "too-large"
  | "empty"
  | "binary"
  | "bad-encoding"
  | "bad-front-matter"
  | "bad-html"
  | "no-text"
  | "unknown-type"
  /** An Office format before .docx and .xlsx. */
  | "old-office"
  /** An e-mail with its headers. */
  | "mail"
  /** A packed file. */
  | "archive"
  /** Protected by a password. */
  | "encrypted"
  /** Pictures of pages without text. */
  | "scanned"
  /** A damaged or manipulated .docx or .pdf. */
  | "bad-document"
  /** Reading took longer or needed more memory than any article does. */
  | "too-costly"
  | "unreadable"
  | "duplicate-id";

/** A file that could not be taken. `reason` is a sentence a person can act on. */
export interface Skip {
  readonly ok: false;
  readonly code: SkipCode;
  readonly reason: string;
}

/** What became of one corpus file: its article first, then the briefs found on the same page. */
export type IngestResult = { readonly ok: true; readonly articles: readonly Article[] } | Skip;

/** Why text is left out; stable keys for translation and counting. */
export type LeftOutReason =
  /** Menus, buttons, counters, imprint. */
  | "furniture"
  /** Lists of other articles. */
  | "related"
  /** Outside of what a web page marks as its article. */
  | "outside"
  /** Told a second time. */
  | "repeated"
  /** Became day of publication, source or address. */
  | "details"
  /** Names of files of pictures. */
  | "pictures"
  /** Hidden in the document. */
  | "hidden"
  /** Deleted in tracked changes. */
  | "deleted"
  /** Running heads, page numbers, the furniture of a letter, numbers of rows. */
  | "heads";

/** Letters and digits of the source, and how many of them were left out for which reason. */
export interface LeftOut {
  readonly source: number;
  readonly left: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** What a chunk is made of. */
export type ChunkKind = "body" | "caption" | "byline";

/** Sizes in syllables (runs of characters between white space). */
export interface ChunkOptions {
  /** Only a single longer sentence exceeds this. */
  readonly maxSyllables: number;
  /** Paragraphs are put together up to this size. */
  readonly targetSyllables: number;
}

/** A piece of an article to embed and search: `article.text.slice(start, end)`. */
export interface Chunk {
  /** Place in the article, from 0. */
  readonly ordinal: number;
  /** UTF-16 range in `Article.text`. */
  readonly start: number;
  readonly end: number;
  /** Its sentences in order, as ranges in `Article.text`; the chunk begins and ends with one. */
  readonly sentences: readonly TextRange[];
  readonly kind: ChunkKind;
}
