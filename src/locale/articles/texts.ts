import type { LogEntry, LoggedAction } from "../../corpus/change-log.ts";
import type { CorpusProblem } from "../../corpus/corpus-error.ts";
import type { IndexOutcome } from "../../corpus/index-queue.ts";

/** What undoing concerns. */
export interface UndoneChange {
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
