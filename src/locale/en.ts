import { articles, corpus, sources } from "./articles/en.ts";
import { articleDay, DATE_WORDS } from "./dates.ts";
import { desk } from "./desk/en.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { NUMBERS, plural, vietnamTime } from "./format.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register } from "./register/en.ts";
import { operations, service } from "./service/en.ts";
import type { Locale } from "./vi.ts";
import { visits } from "./visits/en.ts";

const answering: Locale["answering"] = {
  yearUntold: "The article doesn't give the year.",
  dayUntold: "The article doesn't say which day that was.",
  daySet: (day) => `${day} (day confirmed by an administrator)`,
  talk: {
    greeting:
      "Hello! I answer questions about visits, receptions and talks between Vietnamese provinces and China, with sources. Try: “Who received Ambassador Xiong Bo in Lao Cai?”",
    help: "Ask in plain words about a visit, a reception or talks (who, when, where, what was discussed) and I quote the answer from the articles, with sources. For example: “Who led the Pingxiang delegation?” Lists: /visits, over time: /timeline, files: /export, all commands: /help.",
    thanks: "You are welcome. Ask me whenever you need more.",
    goodbye: "Goodbye!",
    complaint:
      "I am sorry that the answer was not what you needed. Please ask again in more detail (who, when, where), or press 👎 under the answer so that it can be reviewed.",
    praise: "Thank you! Ask me whenever you need more.",
    identity:
      "I am an automatic program: I find answers in the stored articles and quote them word for word with their sources. I do not make up text of my own.",
    maker:
      "I am a question-answering program about visits between Vietnamese localities and China, set up by whoever runs this bot. Every answer is quoted from an article with its source.",
    acknowledged: "All right. Ask me whenever you need more.",
    notMine:
      "That is not something I do: I only quote answers from articles about visits and talks; I do not write, translate, calculate or give opinions. Try: “Who received Ambassador Xiong Bo in Lao Cai?”",
  },
  wish: {
    declined: {
      summary: "Summaries are not something I do; I only quote the articles:",
      comparison: "Comparing is not something I do; I only quote what the articles say of each:",
      translation:
        "Translating is not something I do; I only quote the articles. You can ask in Vietnamese, English or Chinese.",
    },
    passages: "In the words of the articles:",
    original: "The answer in its original words:",
    nothingToTranslate: "There is no answer to translate yet. Please ask a question first.",
    whichLanguage: "Into which language? For example: “translate into English”.",
    whichTwo:
      "Please name the two meetings to compare, with their days and sides. Nearest in the articles:",
    nothingToCompare: {
      asked: "Please name the two meetings to compare, with their days and sides.",
      declined:
        "Comparing is not something I do; you can ask about each meeting, for example: “Who received Ambassador Xiong Bo in Lao Cai?”",
    },
    writing: "a model is writing; type on if you would rather not wait",
    notWritten: "the model wrote nothing that can be shown; the quotes above are the answer",
    mark: "written by a model, checked against the sources",
  },
  understood: (scope) => `I understood: ${scope}.`,
  closest: (time, visit) =>
    time === null ? `Nearest on record: ${visit}` : `Nothing for ${time}. Nearest: ${visit}`,
  tryAsking: "You could ask:",
  didYouMean: (w) => `Did you mean “${w}”?`,
  notThen: (w) => `Nothing of this for ${w} in the articles. Nearest:`,
  notNamed: (w) => `The articles do not name ${w} here. They say:`,
  yes: "Yes.",
  no: "No.",
  notTold: "I could not find this in the articles. They say:",
  publishedOn: (title, day) => `The article “${title}” appeared on ${day}.`,
  nothingSuch: "I could not find this in the articles I have.",
  whichVisit: "Which visit do you mean?",
  suchAs: "For example:",
  nothingMore: "The articles have no further details on this.",
};

const number = NUMBERS.en;
const articlesOf = (count: number) => plural(number(count), "article", "articles");
const filesOf = (count: number) => plural(number(count), "file", "files");

const date = (isoDate: string | null) =>
  articleDay(isoDate, "publication date unknown", DATE_WORDS.en);

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${date(`${at.year}-${at.month}-${at.day}`)}, ${at.hour}:${at.minute}`;
}

const PHASES: Locale["indexing"]["phase"] = {
  read: "Reading articles",
  embed: "Processing the content",
  vectors: "Building the index",
  check: "Checking the index",
  publish: "Writing to PostgreSQL",
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
  exports: EXPORTS.en,
  following: FOLLOWING.en,
  operations,
  desk,
  reading: READING.en,
  register,
  service,
  sources,
  visits,
  reader: READER_TEXTS.en,
  answer: {
    refusal: "I could not find this in the articles I have.",
    nearestLabel: "The closest articles:",
    sourcesLabel: "Sources:",
    quotesLabel: "In the source's words:",
    understoodAs: (question) => `I understood the question as: ${question}`,
    resetDone: "Context cleared. Please ask a new question.",
    emptyQuestion:
      "Please type a question, for example: “Who received Ambassador Xiong Bo in Lao Cai?”",
    questionTooLong: (maxChars) =>
      `That question is too long. Please keep it within ${number(maxChars)} characters and ask one thing at a time.`,
    failed: "Something went wrong while looking for the answer. Please try again in a few minutes.",
  },
  terminal: {
    welcome: (articles) => `Hello! I answer questions about ${SUBJECT}. ${basis(articles)}`,
    hint: "Type a question and press Enter. Press Ctrl+D to quit.",
    followUpHint:
      "You can ask more about the last answer (“what is his position?”); type /reset to start afresh.",
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
      reset: "Clear the context and start afresh",
      start: "Introduction and example questions",
      reindex: "Rebuild the index (admins)",
    },
    start: (articles) => `Hello! I answer questions about ${SUBJECT}.\n\n${basis(articles)}`,
    examplesLabel: "Send a question, or try one of these:",
    examples: [
      "Who received Ambassador Xiong Bo in Lao Cai?",
      "When did Lang Son receive Pingxiang?",
      "When did Ha Giang last meet Wenshan?",
    ],
    help: (bot) =>
      [
        "Send a question in Vietnamese (with or without tone marks), English or Chinese, one at a time.",
        "",
        `In groups: mention @${bot} with your question, reply to one of my messages, or use /ask.`,
        "",
        "/ask – ask a question",
        ...visits.help,
        ...FOLLOWING.en.help,
        "/sources – articles in the collection",
        "/status – state of the collection",
        "/reset – clear the context",
        "/help – how to use this bot",
        "",
        "Answers are quoted from articles. Tap “Read the article” to read it at the quoted passage, or [1], [2]… to open the original page. When the articles do not say, I tell you so.",
        "",
        "If you edit a question you have sent, its answer is edited too.",
      ].join("\n"),
    addedToGroup: (bot) =>
      `Hello everyone! I answer questions about ${SUBJECT}. Mention @${bot} with a question, or use /ask.`,
    askUsage:
      "Please write the question after the command: /ask Who received Ambassador Xiong Bo in Lao Cai?",
    status: (s) =>
      [
        `Articles: ${number(s.articles)}`,
        `News briefs: ${number(s.briefs)}`,
        `Visits, receptions and meetings: ${number(s.visits)}`,
        `Passages: ${number(s.chunks)}`,
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
    buttonExpired: "This answer is too old. Please ask again.",
    unknownCommand: "There is no such command. Send /help to see how to use me.",
    notText: {
      voice:
        "I can't listen to voice messages. Please type your question; the microphone key of your phone's keyboard can write it down for you.",
      photo:
        "I can't read a question in a picture. Please type it, or send the picture again with the question as its caption.",
      document: "Only admins can add documents. If you want to ask something, please type it.",
      other: "I can only read text. Please type your question.",
    },
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
