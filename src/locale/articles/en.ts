import type { LoggedAction } from "../../articles/corpus/index.ts";
import type { FetchCode } from "../../articles/fetch/index.ts";
import type { SkipCode } from "../../model/index.ts";
import { NUMBERS, plural } from "../format.ts";
import type { ArticlesTexts, CorpusTexts, SourceTexts } from "./vi.ts";

const number = NUMBERS.en;
const counted = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? "" : "s"}`;

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "added",
  update: "updated",
  edit: "edited",
  remove: "removed",
  wrong: "marked as wrong the visit",
  merge: "merged the visits",
  part: "split the visit",
  question: "added the check question",
  undo: "undid",
  reindex: "re-indexed",
  rollback: "went back to an older index",
};

const CHANGE: Partial<Record<LoggedAction, string>> = {
  add: "adding",
  update: "updating",
  edit: "editing",
  remove: "removing",
  wrong: "marking as wrong",
  merge: "merging",
  part: "splitting",
  question: "adding the check question",
};

export const articles: ArticlesTexts = {
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
  articleGone: "This article is no longer in the index. Please send /articles again.",
  visits: (count) =>
    count === 0 ? "No visit in the register" : `${counted(count, "visit")} in the register`,
  openButton: "Open",
  removeButton: "Remove",
  reindexButton: "Index again",
  backButton: "‹ List",
  cancelButton: "Cancel",
  undoButton: "Undo",
  removeUsage:
    "Use /remove with an article's id, such as /remove added/2025/title. /articles shows the id of each article.",
  notFound: (id) =>
    `There is no article with the id “${id}”. Find it with /articles and a few words.`,
  isBrief: (pageId) =>
    `This is a brief on another article's page and can't be removed alone. To remove the page: /remove ${pageId}`,
  confirmRemove: (title) => `Remove “${title}”?`,
  notRemoved: "Cancelled, the article stays.",
  removed: (title, by) => `Removed “${title}” (${by}).`,
  indexing: "Bringing the index up to date…",
  removedFromIndex: "The bot no longer answers from it. To bring it back: /undo",
  undoneInIndex: "The index is up to date.",
  notIndexed: (outcome) => {
    if (outcome.kind === "held")
      return "The index is kept at an older state, without this change. Send /reindex to bring it up to date.";
    if (outcome.kind === "cancelled")
      return "Indexing was stopped, so the index does not have this change. Send /reindex to go on.";
    const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
    return `The index could not be brought up to date${reason}. The change is kept; send /reindex to try again.`;
  },
  reindexing: (title) => `Reading and indexing “${title}” again…`,
  reindexed: (title) => `“${title}” was read and indexed again.`,
  problem: {
    busy: "The articles are being changed or saved by somebody else. Nothing was changed; please try again in a few minutes.",
    full: "The disk is full. Nothing was changed; please make room and try again.",
    "not-writable":
      "The folder of the articles or of the index can't be written. Nothing was changed; please grant write permission and try again.",
    damaged:
      "The log (state.db) is damaged. Nothing was changed; please restart the bot or restore a backup.",
  },
  nothingToUndo: "There is nothing to undo.",
  confirmUndo: ({ action, title }) => `Undo ${CHANGE[action] ?? LOGGED[action]} “${title}”?`,
  notUndone: "Cancelled, nothing was changed.",
  undone: ({ action, title }, by) =>
    `Undid ${CHANGE[action] ?? LOGGED[action]} “${title}” (${by}).`,
  undoOther: "Another change was made meanwhile. Please send /undo again.",
  undoChanged: (path) =>
    `It can't be undone: ${path} has been edited outside the bot since. Please edit the file in the folder of the articles, then send /reindex.`,
  logHeading: "Log, newest first",
  logEmpty: "The log is empty.",
  logEntry: ({ action, detail, undone }) =>
    `${LOGGED[action]}${detail === "" ? "" : ` “${detail}”`}${undone ? " (undone)" : ""}`,
  commands: {
    articles: "Find, open, remove or re-index articles (admins)",
    remove: "Remove an article by its id (admins)",
    undo: "Undo the last change to the articles (admins)",
    log: "Log: who did what and when (admins)",
  },
};

const adding: CorpusTexts["adding"] = {
  usage: [
    "How to add articles:",
    "• /add with one or more web addresses",
    "• send a .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv or .pdf file with text (its caption, if any, is the title)",
    "• forward a post of a channel",
    "• /add and the full text of the article, with the title as the first line",
    "",
    "In groups, reply with /add to the message that holds the article or file.",
  ].join("\n"),
  readingPage: (host) => `Reading ${host}…`,
  readingFile: "Reading the file…",
  readingText: "Reading the article…",
  tooMany: (most) =>
    `I read ${number(most)} addresses at a time. Please send the others afterwards.`,
  fileTooLarge:
    "The file is too large: Telegram lets bots download up to 20 MB. Please send the article alone.",
  fileLost:
    "The file could not be downloaded from Telegram. Please send it again in a few minutes.",
  heading: "Add this article?",
  updateHeading: "Update the article that is there?",
  feedHeading: (feed) => `New from ${feed}. Add it?`,
  source: "Source",
  published: "Published",
  event: "Date of the event",
  length: "Length",
  leftOut: "Left out",
  leftOutOf: (letters, source, reasons) =>
    `${number(letters)} of ${number(source)} characters (${reasons})`,
  leftOutReasons: {
    furniture: "menus, buttons, imprint",
    related: "other articles",
    outside: "outside the article",
    repeated: "repeated",
    details: "date, source, address",
    pictures: "picture file names",
    hidden: "hidden text",
    deleted: "deleted text",
    heads: "page heads and numbers",
  },
  words: (count) => plural(number(count), "word", "words"),
  cutOff: (chars) => `too long; the last ${number(chars)} characters were left out`,
  unknown: "unknown",
  same: ({ title, note }) =>
    `This article is there already: “${title}”${note}. Update replaces its text.`,
  alike: ({ title, note }, { own, other }) =>
    `This article is almost word for word like “${title}”${note}, but has “${own}” where that one has “${other}”, so it is probably about another event. Save as new keeps both; Update replaces the other one.`,
  newButton: "Save as new",
  readingPicture: (page, pages) =>
    `Reading text from the picture, page ${number(page)} of ${number(pages)}…`,
  readFrom: "Read from pictures",
  pictures: ({ sureness, pages, unread, of }) => {
    const left = unread.length === 0 ? "" : `; not readable, left out: ${unread.join(", ")}`;
    return `pages ${pages.join(", ")} of ${number(of)}, sureness ${sureness} of 100${left}. Please compare it with the original.`;
  },
  saveButton: "Save",
  updateButton: "Update",
  cancelButton: "Cancel",
  skipButton: "Skip",
  nowThere:
    "This article has just been added. Look again, and press Update if you still want to save.",
  saved: (by) => `Saved (${by}).`,
  indexing: "The index is being updated; it can be asked about in a few seconds.",
  id: (articleId) => `Id: ${articleId}`,
  indexed: "It is in the index and can be asked about. To take this change back: /undo",
  notIndexed: (outcome) => {
    if (outcome.kind === "held")
      return "The index is kept at an older state without this article. Send /reindex to update it.";
    if (outcome.kind === "cancelled")
      return "Updating the index was stopped, so this article is not in it. Send /reindex to update it.";
    const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
    return `The index could not be updated${reason}. The article is kept; send /reindex to try again.`;
  },
  fileSkipped: (reason) => `The index does not take this article: ${reason}`,
  dropped: (by) => `Not saved (${by}).`,
  gone: "This card is older than 7 days or no longer kept. Please send the article again.",
  feedsBroken: (problem) =>
    `The list of feeds has an error, so no feed is watched for now; questions are answered as usual.\n${problem}\nPlease correct the file and restart the bot.`,
  autoAdded: (count) =>
    `${plural(number(count), "article was", "articles were")} added automatically from the feeds:`,
  moreArticles: (count) => `… and ${number(count)} more.`,
};

export const corpus: CorpusTexts = {
  adding,
  commands: { add: "Add an article: address, file or text (admins)" },
};

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "This is not a web address. Please copy the whole address from the browser.",
  "bad-scheme": "I can only fetch addresses that begin with http:// or https://.",
  credentials: "The address holds a user name or password. Please send it without them.",
  "bad-port": "The address uses a port that I may not connect to.",
  "private-address":
    "This address lies in a private network, so I may not fetch it. Please send the file or paste the article.",
  "unknown-host": "There is no such website. Please check the address.",
  unreachable: "The website can't be reached. Please try again in a few minutes.",
  "tls-error":
    "The website's security certificate is not valid, so I did not fetch the page. Please send the file or paste the article.",
  timeout: "The website answers too slowly. Please try again in a few minutes.",
  cancelled: "Fetching the page was stopped.",
  "too-many-redirects":
    "The website redirects too often. Please send the last address that the browser shows.",
  "insecure-redirect":
    "The website leads from a secure connection (https) to an insecure one (http). If you trust it, send the http address itself.",
  "too-large": "The page or file is over 20 MB. Please send the article alone.",
  "bad-response": "The website sent broken data. Please try again or paste the article.",
  "wrong-type":
    "This address leads to a picture, sound or video. Please send the address of the article.",
  empty: "The website sent an empty page.",
  "not-found": "This page does not exist any more. Please check the address.",
  forbidden:
    "The website does not allow fetching this page. Please send the file or paste the article.",
  "too-many-requests":
    "The website limits visits at the moment. Please try again in a few minutes.",
  "server-error": "The website has an error. Please try again in a few minutes.",
  "http-error": "The website did not send the article. Please check the address.",
  "not-modified": "This page has not changed since it was last fetched.",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "The document is too large. Limits: 5 MB for pages and plain text, 20 MB for .docx and .pdf, 60 pages for .pdf. Please send the article alone.",
  empty: "The file is empty.",
  binary:
    "This file is not text. I read .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv and .pdf with text.",
  "bad-encoding":
    "The letters of this file can't be read for sure (an old font or a wrong charset). Please save it as Unicode and send it again.",
  "bad-front-matter":
    "The front matter of the Markdown file has an error. Please put values that contain a colon in quotation marks.",
  "bad-html": "This page can't be read. Please paste the article.",
  "no-text": "No article was found in it. Please paste the article.",
  "unknown-type":
    "I can't read this type of file. Please send .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv or .pdf with text.",
  "old-office":
    "This is a file of an old Office version (.doc, .xls). Please save it as .docx (a sheet as .xlsx) and send it again.",
  mail: "This is an e-mail. Please save its text as .txt, or send the files attached to it.",
  archive: "This is a packed file. Please unpack it and send the files in it.",
  unreadable: "The file can't be opened. Please send it again.",
  "duplicate-id":
    "There is an article with the same file name. Please rename it and send it again.",
  encrypted: "The file is protected by a password. Please save it without one and send it again.",
  scanned:
    "The PDF holds only pictures of pages. Please send a version with text, or paste the text.",
  "bad-document":
    "The file is damaged. Please open it in Word or a PDF reader, save it and send it again.",
  "too-costly": "Reading this document takes too long. Please paste the article.",
};

/** English. */
export const sources: SourceTexts = {
  fetchFailed: ({ code, status }) =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]} (Status ${status}.)`
      : FETCH[code],
  documentFailed: (code) => DOCUMENT[code],
};
