import type { LoggedAction } from "../../corpus/change-log.ts";
import { numberFormat } from "../format.ts";
import type { ArticlesTexts } from "./texts.ts";

const number = numberFormat("en");
const counted = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? "" : "s"}`;

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "added",
  update: "updated",
  remove: "removed",
  undo: "took back",
  reindex: "re-indexed",
  rollback: "went back to an older index",
};

const CHANGE: Partial<Record<LoggedAction, string>> = {
  add: "the adding of",
  update: "the update of",
  remove: "the removal of",
};

export const en: ArticlesTexts = {
  heading: (total, words) =>
    words === ""
      ? `${counted(total, "article")}, newest first`
      : `${counted(total, "article")} for “${words}”`,
  none: (words) =>
    words === ""
      ? "There are no articles yet. Send /add to add one."
      : `No article for “${words}”. Try fewer words, or send /articles to see all.`,
  hint: "Press a number to open an article. To find one: /articles and a few words of its title.",
  listExpired: "This list is too old. Please send /articles again.",
  articleGone: "This article is not in the index any more. Please send /articles again.",
  visits: (count) =>
    count === 0 ? "No visit in the register" : `${counted(count, "visit")} in the register`,
  openButton: "Open",
  removeButton: "Remove",
  reindexButton: "Index again",
  backButton: "‹ List",
  cancelButton: "Cancel",
  undoButton: "Take back",
  removeUsage:
    "Use /remove with an article's id, such as /remove added/2025/title. /articles shows the id of each article.",
  notFound: (id) =>
    `There is no article with the id “${id}”. Find it by /articles and a few words.`,
  isBrief: (pageId) =>
    `This is a brief on another article's page and can't be removed alone. To remove the page: /remove ${pageId}`,
  confirmRemove: (title) => `Remove “${title}”?`,
  notRemoved: "Cancelled, the article stays.",
  removed: (title, by) => `Removed “${title}” (${by}).`,
  indexing: "Bringing the index up to date…",
  removedFromIndex: "Nothing is answered from it any more. To bring it back: /undo",
  undoneInIndex: "The index is up to date.",
  notIndexed: (outcome) => {
    if (outcome.kind === "held") {
      return "The index is kept at an older state, without this change. Send /reindex to bring it up to date.";
    }
    if (outcome.kind === "cancelled") {
      return "Indexing was stopped, so the index does not have this change. Send /reindex to go on.";
    }
    const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
    return `The index could not be brought up to date${reason}. The change is kept; send /reindex to try again.`;
  },
  reindexing: (title) => `Reading and indexing “${title}” again…`,
  reindexed: (title) => `“${title}” was read and indexed again.`,
  problem: {
    busy: "The articles are being changed or saved by somebody else. Nothing was changed; please try again in a few minutes.",
    full: "The disk is full. Nothing was changed; please make room and try again.",
    "not-writable":
      "The folder of the articles or of the index can't be written. Nothing was changed; please give the right to write and try again.",
    damaged:
      "The log (state.db) is damaged. Nothing was changed; please restart the bot or restore a backup.",
  },
  nothingToUndo: "There is nothing to take back.",
  confirmUndo: ({ action, title }) => `Take back ${CHANGE[action] ?? LOGGED[action]} “${title}”?`,
  notUndone: "Cancelled, nothing was changed.",
  undone: ({ action, title }, by) =>
    `Took back ${CHANGE[action] ?? LOGGED[action]} “${title}” (${by}).`,
  undoOther: "Another change was made meanwhile. Please send /undo again.",
  undoChanged: (path) =>
    `It can't be taken back: ${path} was edited outside of the bot since. Please edit the file in the folder of the articles, then send /reindex.`,
  logHeading: "Log, newest first",
  logEmpty: "The log is empty.",
  logEntry: ({ action, detail, undone }) =>
    `${LOGGED[action]}${detail === "" ? "" : ` “${detail}”`}${undone ? " (taken back)" : ""}`,
  commands: {
    articles: "Find, open, remove or re-index articles (admins)",
    remove: "Remove an article by its id (admins)",
    undo: "Take the last change of the articles back (admins)",
    log: "Log: who did what and when (admins)",
  },
};
