import { numberFormat, plural } from "../format.ts";
import type { AddingTexts, CorpusTexts } from "./texts.ts";

const number = numberFormat("en-US");

const FIELD = { published: "publication date", event: "date of the event" } as const;

const adding: AddingTexts = {
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
  dateButton: "Edit date",
  cancelButton: "Cancel",
  skipButton: "Skip",
  publishedButton: "Published",
  eventButton: "Event",
  backButton: "‹ Back",
  askDate: (field, title) =>
    `Please reply to this message with the ${FIELD[field]} of “${title}”, day first, such as 21/1/2025.`,
  datePlaceholder: "21/1/2025",
  dateProblem: (problem, field) => {
    if (problem === "impossible")
      return "There is no such day. Please send it again, such as 21/1/2025.";
    if (problem === "too-early")
      return "That is too long ago. Please check the year and send it again.";
    if (problem === "unreadable") {
      return "I can't read this date. Please send day, month and year, such as 21/1/2025.";
    }
    return field === "published"
      ? "An article can't be published in the future. Please check the date and send it again."
      : "That is too far ahead. Please check the year and send it again.";
  },
  nowThere:
    "This article has just been added. Look again, and press Update if you still want to save.",
  saved: (by) => `Saved (${by}).`,
  indexing: "The index is being updated; it can be asked about in a few seconds.",
  id: (articleId) => `Id: ${articleId}`,
  indexed: "It is in the index and can be asked about. To take this change back: /undo",
  notIndexed: (outcome) => {
    if (outcome.kind === "held") {
      return "The index is kept at an older state without this article. Send /reindex to update it.";
    }
    if (outcome.kind === "cancelled") {
      return "Updating the index was stopped, so this article is not in it. Send /reindex to update it.";
    }
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

export const en: CorpusTexts = {
  adding,
  commands: { add: "Add an article: address, file or text (admins)" },
};
