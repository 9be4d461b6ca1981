import type { EditField } from "../../articles/corpus/index.ts";
import { changesInWords } from "./changes.ts";
import type { CorrectionTexts, DeskTexts, EditingTexts, ReviewTexts } from "./texts.ts";

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

const editing: EditingTexts = {
  editButton: "Edit",
  doneButton: "‹ Done",
  field: FIELD,
  kind: { original: "Source's own text", summary: "Summary" },
  ask: (field, title) =>
    `Please reply to this message with the ${ASKED[field]} for “${title}”${HINT[field] ?? ""}.${field === "title" ? "" : " Send “-” to leave it empty."}`,
  askKind: (title) => `Is “${title}” the source's own text or a summary of it?`,
  placeholder: (field) => (field === "published" || field === "event" ? EXAMPLE : FIELD[field]),
  problem: (problem, field) => {
    switch (problem) {
      case "no-title":
        return "An article needs a title. Please send one.";
      case "too-long":
        return "That is too long. Please send something shorter.";
      case "bad-address":
        return "This is not a web address. Please copy the whole address, beginning with http:// or https://.";
      case "bad-kind":
        return "The kind is “original” or “summary”.";
      case "impossible":
        return `There is no such day. Please send it again, such as ${EXAMPLE}.`;
      case "too-early":
        return "That is too long ago. Please check the year and send it again.";
      case "unreadable":
        return `I can't read this date. Please send day, month and year, such as ${EXAMPLE}.`;
      case "too-late":
        return field === "published"
          ? "An article can't be published in the future. Please check the date and send it again."
          : "That is too far ahead. Please check the year and send it again.";
    }
  },
  edited: (field, title, value, by) =>
    value === null
      ? `The ${NAMED[field]} of “${title}” was taken away (${by}).`
      : `The ${NAMED[field]} of “${title}” is now: ${value} (${by}).`,
  unchanged: "That is the value it has already; nothing was changed.",
  editedInIndex: "The index is up to date. To undo this change: /undo",
  isSheet: "This article is a spreadsheet. Please edit the file itself and send it again.",
};

const correction: CorrectionTexts = {
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

const review: ReviewTexts = {
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

/** English. */
export const desk: DeskTexts = {
  editing,
  correction,
  review,
  commands: { review: "Answers with 👎 and refused questions (admins)" },
  recognised: {
    visit: "Visit",
    moreVisits: (count) => `… and ${count} more`,
    noVisit:
      "No visit or meeting was recognised in this article. If you save it, it can be asked about, but it adds no visit to the register.",
  },
  changes: (changes, date) =>
    changesInWords(changes, { field: NAMED, kind: KIND, none: "none", date, colon: ": " }),
};
