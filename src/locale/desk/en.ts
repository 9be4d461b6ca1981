import type { EditField } from "../../articles/corpus/index.ts";
import { NUMBERS, plural } from "../format.ts";
import { changesInWords, type GenerationLine } from "./texts.ts";
import type { DeskTexts } from "./vi.ts";

const number = NUMBERS.en;
const EXAMPLE = "21/1/2025";
const FIELD: Readonly<Record<EditField, string>> = {
  title: "Title",
  source: "Source",
  url: "Address",
  published: "Published",
  event: "Event day",
  kind: "Kind",
};
const KIND = { original: "the source's own text", summary: "summary of the source" };
const ASKED: Readonly<Record<EditField, string>> = {
  title: "title",
  source: "name of the newspaper or portal",
  url: "address of the original page",
  published: "publication date",
  event: "day of the event",
  kind: "kind",
};
const HINT: Partial<Record<EditField, string>> = {
  url: ", beginning with http:// or https://",
  published: `, day first, such as ${EXAMPLE}`,
  event: `, day first, such as ${EXAMPLE}`,
};
const NAMED: Readonly<Record<EditField, string>> = {
  title: "title",
  source: "source",
  url: "address",
  published: "publication date",
  event: "event day",
  kind: "kind",
};

const editing: DeskTexts["editing"] = {
  editButton: "Edit",
  doneButton: "‹ Done",
  field: FIELD,
  kind: { original: "Source's own text", summary: "Summary" },
  ask: (field, title) =>
    `Please reply to this message with the ${ASKED[field]} for “${title}”${HINT[field] ?? ""}.${field === "title" ? "" : " Send “-” to leave it empty."}`,
  askKind: (title) => `Is “${title}” the source's own text or a summary of it?`,
  placeholder: (field) => (field === "published" || field === "event" ? EXAMPLE : FIELD[field]),
  problem: {
    "no-title": "An article needs a title. Please send one.",
    "too-long": "That is too long. Please send something shorter.",
    "bad-address":
      "This is not a web address. Please copy the whole address, beginning with http:// or https://.",
    "bad-kind": "The kind is “original” or “summary”.",
    impossible: `There is no such day. Please send it again, such as ${EXAMPLE}.`,
    "too-early": "That is too long ago. Please check the year and send it again.",
    unreadable: `I can't read this date. Please send day, month and year, such as ${EXAMPLE}.`,
    "too-late": "That is too far ahead. Please check the year and send it again.",
  },
  publishedTooLate:
    "An article can't be published in the future. Please check the date and send it again.",
  edited: (field, title, value, by) =>
    value === null
      ? `The ${NAMED[field]} of “${title}” was taken away (${by}).`
      : `The ${NAMED[field]} of “${title}” is now: ${value} (${by}).`,
  unchanged: "That is the value it has already; nothing was changed.",
  editedInIndex: "The index is up to date. To undo this change: /undo",
  isSheet: "This article is a spreadsheet. Please edit the file itself and send it again.",
};

const correction: DeskTexts["correction"] = {
  wrongButton: "Wrong, remove",
  mergeButton: "Merge with…",
  partButton: "Split…",
  yesButton: "Yes",
  confirmWrong: (visit) => `Mark this visit as wrong and take it out of the register?\n${visit}`,
  mergeWith: (visit) => `Which visit is this one the same as?\n${visit}`,
  noneNear: "There is no similar visit to merge it with.",
  confirmMerge: (visit, other) => `Make one visit of these two?\n• ${visit}\n• ${other}`,
  partFrom: "Which article is about another visit?",
  confirmPart: (title, visit) => `Make a visit of its own of what “${title}” reports?\n${visit}`,
  done: {
    wrong: (by) => `The visit was marked as wrong (${by}).`,
    merge: (by) => `The two visits were merged (${by}).`,
    part: (by) => `The visit was split (${by}).`,
  },
  inIndex: "The register is up to date. To undo this change: /undo",
  tooOld: "The register was made by an older version. Please send /reindex full, then try again.",
};

const review: DeskTexts["review"] = {
  reason: {
    person: "Wrong person",
    date: "Wrong date",
    question: "Not what I asked",
    missing: "Incomplete",
  },
  reasonThanks: "Thank you, the reason was noted.",
  nothing: "There is no 👎 and no refused question left to look at.",
  kind: { down: "👎 Voted down", refused: "🚫 Refused" },
  asked: "Question",
  answered: "The bot answered",
  articles: "Articles",
  confidence: (confidence) => `confidence ${Math.round(100 * confidence)} %`,
  seenButton: "✓ Seen",
  pinButton: "Add check question",
  gone: "This entry is gone. Please send /review again.",
  choose: (question) => `Which article must “${question}” find?`,
  noArticle: "No article is near this question.",
  pinned: (question, title, by) =>
    `Check question added: “${question}” → “${title}” (${by}). A new index that does not find this article will not be used. To undo: /undo`,
  notFound:
    "The present index does not find this article by that question. Adding it would block every update, so it was not added.",
};

const files = (count: number) => plural(number(count), "article file", "article files");
const changed = ({ without, again, otherwise }: GenerationLine) => {
  const parts = [
    ...(without > 0 ? [`${files(without)} would go`] : []),
    ...(again > 0 ? [`${files(again)} would come back`] : []),
    ...(otherwise > 0 ? [`${files(otherwise)} would be as before`] : []),
  ];
  return parts.length === 0 ? "the same articles as now" : parts.join(", ");
};
const articles = (count: number) => plural(number(count), "article", "articles");

const rollback: DeskTexts["rollback"] = {
  heading: "The kept indexes, newest first. Which one do you want to go back to?",
  line: (one) =>
    `• ${one.name} – ${one.age}, ${articles(one.articles)}${one.isCurrent ? " (in use)" : `: ${changed(one)}`}`,
  confirm: (one) =>
    `Go back to index ${one.name} (built at ${one.builtAt}, ${one.age}, ${articles(one.articles)})?\nCompared with the one in use: ${changed(one)}. The articles themselves stay as they are.`,
  yesButton: "Go back to it",
  stayed: "Cancelled, the present index stays in use.",
};

const megabytes = (bytes: number) =>
  bytes >= 1e9 ? `${number(bytes / 1e9)} GB` : `${number(bytes / 1e6)} MB`;

const status: DeskTexts["status"] = {
  plain: ({ articles: count, visits, builtAt }) =>
    `The collection has ${articles(count)} and ${plural(number(visits), "visit or meeting", "visits and meetings")}; updated at ${builtAt} (Vietnamese time).`,
  state: ({ days, questions, refusals, down, waiting, feeds, undated, unmatched, ...disk }) =>
    [
      `Last ${number(days)} days: ${plural(number(questions), "question", "questions")}, ${number(refusals)} refused, ${number(down)} 👎`,
      ...(waiting > 0 ? [`To look at: ${number(waiting)} (/review)`] : []),
      feeds === null
        ? "Feeds: not checked yet"
        : `Feeds: last checked at ${feeds.checkedAt}${feeds.failing > 0 ? `, ${number(feeds.failing)} of ${number(feeds.feeds)} failing` : ""}`,
      `Visits without a known year: ${number(undated)}`,
      ...(unmatched > 0 ? [`Corrections that fit no article any more: ${number(unmatched)}`] : []),
      `Index: ${megabytes(disk.indexBytes)}${disk.freeBytes === null ? "" : `; ${megabytes(disk.freeBytes)} free on the disk`}`,
    ].join("\n"),
};

const privacy: DeskTexts["privacy"] = {
  about: ({ retentionDays: days, logsMessages: logs, isAdmin, isWritten }) =>
    [
      "What the bot keeps:",
      "• Your messages: until they are answered; then their text is deleted.",
      `• Questions in private chats, with the id of the chat, so that the buttons below their answers keep working: ${number(days)} days.`,
      `• Questions that were refused, and answers that you voted on with 👍 👎 (with the reason, if any), with your Telegram id, for the admins to look at: ${number(days)} days. In groups, a vote on somebody else's question is kept under a number that does not lead to you.`,
      `• Filters that you type for the register of visits, without your name: ${number(days)} days.`,
      "• What you subscribed to, if anything: until you unsubscribe.",
      "• How many questions you asked today, where there is a limit: until tomorrow. How many questions were asked each day, without names.",
      "• Your last question and answer, to understand what you ask next: 30 minutes, in memory only (/reset deletes it at once).",
      ...(logs ? ["• The bot's technical log holds questions and answers."] : []),
      ...(isAdmin
        ? ["• What you do as an admin stands in /log and is not deleted by /forget."]
        : []),
      "",
      isWritten
        ? "Your question and the exchange right before it are sent, without your name or id, to the language model by which the operator of this bot has answers written. Nothing is sent to any other service but Telegram. To delete what is yours: /forget"
        : "Nothing is sent to any service but Telegram. To delete what is yours: /forget",
    ].join("\n"),
  confirm:
    "Delete your questions, votes and the context of our chat that the bot keeps? This cannot be undone.",
  forgetButton: "Delete my data",
  forgotten: (count) =>
    count === 0
      ? "The bot keeps no question or vote of yours. The context of our chat was deleted."
      : `${plural(number(count), "entry", "entries")} and the context of our chat were deleted.`,
};

/** English. */
export const desk: DeskTexts = {
  editing,
  correction,
  review,
  run: {
    full: "everything",
    changes: "changes",
    done: "done",
    cancelled: "stopped",
    failed: "failed",
  },
  rollback,
  status,
  privacy,
  adminCommands: "Commands for admins:",
  commands: {
    review: "Answers with 👎 and refused questions (admins)",
    privacy: "What the bot keeps of you",
    forget: "Delete your data",
  },
  recognised: {
    visit: "Visit",
    moreVisits: (count) => `… and ${count} more`,
    noVisit:
      "No visit or meeting was recognised in this article. If you save it, it can be asked about, but it adds no visit to the register.",
  },
  changes: (changes, date) =>
    changesInWords(changes, { field: NAMED, kind: KIND, none: "none", date, colon: ": " }),
};
