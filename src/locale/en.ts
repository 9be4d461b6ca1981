import { en as answering } from "./answering/en.ts";
import { en as articles } from "./articles/en.ts";
import { en as corpus } from "./corpus/en.ts";
import { dateParts, numberFormat, plural, vietnamTime } from "./format.ts";
import type { Locale } from "./locale.ts";
import { en as operations } from "./operations/en.ts";
import { en as register } from "./register/en.ts";
import { en as service } from "./service/en.ts";
import { en as sources } from "./sources/en.ts";
import { en as visits } from "./visits/en.ts";

const number = numberFormat("en-US");
const articlesOf = (count: number) => plural(number(count), "article", "articles");
const filesOf = (count: number) => plural(number(count), "file", "files");

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function date(isoDate: string | null): string {
  if (isoDate === null) return "date unknown";
  const parts = dateParts(isoDate);
  const month = parts === null ? undefined : MONTHS[parts.month - 1];
  return parts === null || month === undefined ? isoDate : `${parts.day} ${month} ${parts.year}`;
}

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${date(`${at.year}-${at.month}-${at.day}`)}, ${at.hour}:${at.minute}`;
}

const PHASES: Locale["indexing"]["phase"] = {
  read: "Reading articles",
  embed: "Embedding",
  vectors: "Building the index",
  check: "Checking the index",
};

const SUBJECT =
  "official visits, receptions and meetings between Vietnamese provinces and their Chinese counterparts";

const basis = (articles: number) =>
  articles === 0
    ? "There are no articles in the collection yet."
    : `Every answer is quoted from the ${articlesOf(articles)} in the collection, with its source.`;

/** English. */
export const en: Locale = {
  language: "en",
  date,
  dateTime,
  answering,
  articles,
  corpus,
  operations,
  register,
  service,
  sources,
  visits,
  answer: {
    refusal: "I could not find this in the articles I have.",
    nearestLabel: "The closest articles:",
    sourcesLabel: "Sources:",
    quotesLabel: "Original passages:",
    unknownDate: "date unknown",
    understoodAs: (question) => `Understood as: ${question}`,
    resetDone: "I have forgotten your last question. Please ask a new one.",
    emptyQuestion: "Please type a question, for example: “Who received Ambassador Xiong Bo?”",
    questionTooLong: (maxChars) =>
      `That question is too long. Please keep it within ${number(maxChars)} characters and ask one thing at a time.`,
    failed: "Something went wrong while looking for the answer. Please try again in a few minutes.",
  },
  terminal: {
    welcome: (articles) => `Hello! I answer questions about ${SUBJECT}. ${basis(articles)}`,
    hint: "Type a question and press Enter. Press Ctrl+D to quit.",
    followUpHint:
      "You can ask on about the last answer (“what is his position?”); type /reset to start afresh.",
    telegramHint: "To run the Telegram bot, set BOT_TOKEN in the .env file.",
    prompt: "Question: ",
    goodbye: "Goodbye!",
    indexKept: (reason) =>
      `The index could not be brought up to date, so I answer from the present one. Reason: ${reason}`,
  },
  indexing: {
    starting: "Preparing the index…",
    phase: PHASES,
    progress: (p) =>
      `${PHASES[p.phase]}: ${number(p.done)} of ${number(p.total)}${operations.pace(p)}`,
    summary: (c) =>
      `Files: ${number(c.indexed)} added, ${number(c.updated)} updated, ${number(c.unchanged)} unchanged, ${number(c.removed)} removed, ${number(c.skipped)} skipped.`,
    failuresLabel: (count) => `${filesOf(count)} could not be read:`,
    moreFailures: (count) => `… and ${filesOf(count)} more.`,
    emptyCorpus: (directory) =>
      `There are no articles in ${directory} yet. Put some there (.md, .txt, .html) and run this again.`,
  },
  telegram: {
    commands: {
      ask: "Ask a question, e.g. /ask Who received the Pingxiang delegation?",
      sources: "Articles in the collection, newest first",
      status: "State of the collection",
      help: "How to use this bot",
      reset: "Forget the last question and start afresh",
      start: "Introduction and example questions",
      reindex: "Rebuild the index (admins)",
    },
    start: (articles) => `Hello! I answer questions about ${SUBJECT}.\n\n${basis(articles)}`,
    examplesLabel: "Send a question, or try one of these:",
    examples: [
      "Who received Ambassador Xiong Bo?",
      "When did Lang Son receive Pingxiang?",
      "Who led the Lao Cai delegation?",
    ],
    help: (bot) =>
      [
        "Send a question in Vietnamese (with or without tone marks), English or Chinese, one at a time.",
        "",
        `In groups: mention @${bot} with your question, reply to one of my messages, or use /ask.`,
        "",
        "/ask – ask a question",
        ...visits.help,
        "/sources – articles in the collection",
        "/status – state of the collection",
        "/reset – forget the last question",
        "/help – how to use this bot",
        "",
        "Answers are quoted word for word; tap [1], [2]… to open the original passage. When the articles do not say, I tell you so.",
        "",
        "If you edit a question you have sent, please send it again as a new message.",
      ].join("\n"),
    addedToGroup: (bot) =>
      `Hello everyone! I answer questions about ${SUBJECT}. Mention @${bot} with a question, or use /ask.`,
    askUsage: "Please write the question after the command: /ask Who received Ambassador Xiong Bo?",
    status: (s) =>
      [
        `Articles: ${number(s.articles)}`,
        `News briefs: ${number(s.briefs)}`,
        `Visits, receptions and meetings: ${number(s.visits)}`,
        `Indexed passages: ${number(s.chunks)}`,
        `Model: ${s.model}`,
        `Updated: ${dateTime(new Date(s.builtAt))} (Vietnam time)`,
      ].join("\n"),
    sourcesHeading: (total) => `${articlesOf(total)} in the collection, newest first:`,
    noSources: "There are no articles in the collection yet.",
    moreButton: "More",
    moreLabel: "Other related passages:",
    noMore: "There are no further passages.",
    feedbackUp: "Thank you for the feedback!",
    feedbackDown: "Thank you. We will look at this answer again.",
    buttonExpired: "This answer is no longer at hand. Please ask again.",
    unknownCommand: "I do not know this command. Send /help to see how to use me.",
    textOnly: "I can only read text. Please type your question.",
    reindexUsage: "Use /reindex to update the index, or /reindex full to rebuild all of it.",
    reindexBusy: (startedBy, since) =>
      `Indexing is under way, started by ${startedBy} at ${dateTime(since)}. Please try again when it is done.`,
    reindexDone: "Indexing is done and the new index is in use.",
    reloadFailed:
      "The new index was built but could not be switched to; the bot goes on answering from the old one. Please see the bot's log.",
    reindexFailed: (reason) =>
      `Indexing failed: ${reason}\nThe bot goes on answering from the old index.`,
  },
};
