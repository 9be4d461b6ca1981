import type { CorpusProblem, LogEntry, LoggedAction } from "../../articles/corpus/index.ts";
import type { FetchFailure } from "../../articles/fetch/index.ts";
import type { Article, IndexOutcome, LeftOutReason, SkipCode } from "../../model/index.ts";

/** What undoing concerns. */
interface UndoneChange {
  readonly action: LoggedAction;
  readonly title: string;
}

/** Finding, removing and re-indexing articles, taking changes back, the log: for admins. */
export interface ArticlesTexts {
  readonly heading: (total: number, words: string) => string;
  readonly none: (words: string) => string;
  /** Below a list: how to find others. */
  readonly hint: string;
  /** Shown on a pressed button whose list or article is not known any more. */
  readonly listExpired: string;
  readonly articleGone: string;
  readonly visits: (count: number) => string;
  readonly openButton: string;
  readonly removeButton: string;
  readonly reindexButton: string;
  readonly backButton: string;
  readonly cancelButton: string;
  readonly undoButton: string;
  readonly removeUsage: string;
  readonly notFound: (id: string) => string;
  /** The id is that of a brief on another article's page. */
  readonly isBrief: (pageId: string) => string;
  readonly confirmRemove: (title: string) => string;
  readonly notRemoved: string;
  readonly removed: (title: string, by: string) => string;
  /** The index is being brought up to date. */
  readonly indexing: string;
  /** Behind `removed` and `undone`, when the index is up to date. */
  readonly removedFromIndex: string;
  readonly undoneInIndex: string;
  readonly notIndexed: (outcome: IndexOutcome) => string;
  readonly reindexing: (title: string) => string;
  readonly reindexed: (title: string) => string;
  readonly problem: Readonly<Record<CorpusProblem, string>>;
  readonly nothingToUndo: string;
  readonly confirmUndo: (change: UndoneChange) => string;
  readonly notUndone: string;
  readonly undone: (change: UndoneChange, by: string) => string;
  /** Another change was made since it was asked. */
  readonly undoOther: string;
  /** The file was edited by hand since. */
  readonly undoChanged: (path: string) => string;
  readonly logHeading: string;
  readonly logEmpty: string;
  readonly logEntry: (entry: Pick<LogEntry, "action" | "detail" | "undone">) => string;
  readonly commands: {
    readonly articles: string;
    readonly remove: string;
    readonly undo: string;
    readonly log: string;
  };
}

/** An article in a line of a report: its title, with source and date where they are known. */
interface ArticleLine {
  readonly title: string;
  /** As `sourceNote` writes it, with what parts it from the title; may be empty. */
  readonly note: string;
}

/** Adding articles: for admins. */
export interface AddingTexts {
  readonly usage: string;
  readonly readingPage: (host: string) => string;
  readonly readingFile: string;
  readonly readingText: string;
  /** Only the first of many addresses are read. */
  readonly tooMany: (most: number) => string;
  readonly fileTooLarge: string;
  readonly fileLost: string;
  /** Above the card of an article that waits. */
  readonly heading: string;
  readonly updateHeading: string;
  readonly feedHeading: (feed: string) => string;
  readonly source: string;
  readonly published: string;
  readonly event: string;
  readonly length: string;
  /** What of the source is not in the article: letters and digits, of how many, and why. */
  readonly leftOut: string;
  readonly leftOutOf: (letters: number, source: number, reasons: string) => string;
  readonly leftOutReasons: Readonly<Record<LeftOutReason, string>>;
  readonly words: (count: number) => string;
  /** Behind the length of an article that was cut. */
  readonly cutOff: (chars: number) => string;
  readonly unknown: string;
  /** The article is there already; saving replaces it. */
  readonly same: (article: ArticleLine) => string;
  /** The article has another one's words with another day, number or name. */
  readonly alike: (
    article: ArticleLine,
    difference: { readonly own: string; readonly other: string },
  ) => string;
  readonly newButton: string;
  readonly readingPicture: (page: number, pages: number) => string;
  readonly readFrom: string;
  readonly pictures: (image: NonNullable<Article["image"]>) => string;
  readonly saveButton: string;
  readonly updateButton: string;
  readonly cancelButton: string;
  readonly skipButton: string;
  /** Shown on the pressed button: the article was added meanwhile. */
  readonly nowThere: string;
  readonly saved: (by: string) => string;
  readonly indexing: string;
  /** What the article's file is called, to name it in a command. */
  readonly id: (articleId: string) => string;
  readonly indexed: string;
  readonly notIndexed: (outcome: IndexOutcome) => string;
  readonly fileSkipped: (reason: string) => string;
  readonly dropped: (by: string) => string;
  /** A pressed button whose article is not kept any more. */
  readonly gone: string;
  readonly feedsBroken: (problem: string) => string;
  readonly autoAdded: (count: number) => string;
  readonly moreArticles: (count: number) => string;
}

/** Changing the corpus: for admins. */
export interface CorpusTexts {
  readonly adding: AddingTexts;
  readonly commands: { readonly add: string };
}

/** Why a page or document that somebody wants to add was not taken, and what to do. */
export interface SourceTexts {
  readonly fetchFailed: (failure: FetchFailure) => string;
  readonly documentFailed: (code: SkipCode) => string;
}
