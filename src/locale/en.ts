import { articles, corpus, sources } from "./articles/en.ts";
import { desk } from "./desk/en.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { dateParts, numberFormat, plural, vietnamTime } from "./format.ts";
import type { AnsweringTexts, Locale, OperationsTexts, ServiceTexts } from "./locale.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register, visits } from "./visits/en.ts";

const answering: AnsweringTexts = {
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

const time = (seconds: number) =>
  seconds < 90
    ? plural(number(seconds), "second", "seconds")
    : plural(number(Math.round(seconds / 60)), "minute", "minutes");

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "Send /reindex to rebuild the index; the bot goes on answering meanwhile.";

const operations: OperationsTexts = {
  pace: ({ chunks, secondsLeft }) =>
    [
      chunks === undefined || chunks === 0
        ? ""
        : `, ${plural(number(chunks), "passage", "passages")}`,
      secondsLeft === undefined ? "" : `, about ${time(secondsLeft)} left`,
    ].join(""),
  cancelButton: "Cancel",
  cancelling: "Stopping…",
  nothingToCancel: "No indexing is under way.",
  cancelled:
    "Indexing was cancelled. The old index stays in use; what was done is kept, and the next /reindex goes on from there.",
  selfTestFailed: (failure) => {
    const kept =
      "The new index did not pass its self-test and is not used; the old one stays in use.";
    if (failure.check === "content") {
      return `${kept}\nIts content is not what was written (${failure.found}). Check the free disk space, then send /reindex again.`;
    }
    if (failure.check === "recall") {
      return `${kept}\nIts search by meaning finds ${percent(failure.recall)} of the nearest passages; at least ${percent(failure.least)} are needed. Send /reindex full.`;
    }
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\nCheck questions that no longer find their article (${number(failure.asked)} were asked):\n${missed}\nLook at the articles that changed; take questions that no longer apply out of check-questions.tsv.`;
  },
  rolledBack: ({ generation, articles, builtAt }, before) =>
    `Back on index ${generation} (${plural(number(articles), "article", "articles")}, built ${builtAt}).\nTo return to the one before: /rollback ${before}. Send /reindex to bring it up to date with the corpus; until then a restart leaves it as it is.`,
  rollBackFailed: (failure) => {
    if (failure.kind === "none") return "There is no older index to go back to.";
    if (failure.kind === "unknown") {
      return `There is no index ${failure.generation}. These are kept: ${failure.known.join(", ")}.`;
    }
    if (failure.kind === "busy") {
      return `The index is being built (${failure.startedBy}). Wait until that is done, or send /cancel, then try again.`;
    }
    return `Index ${failure.generation} is damaged (${failure.reason}) and cannot be used. The present one stays in use.`;
  },
  staleModel: (indexed, wanted) =>
    `EMBEDDING_MODEL is ${wanted}, but the index was built with the model ${indexed}. The bot goes on with the old index and model. ${REINDEX}`,
  staleSettings: `The index was built by an earlier version or with other settings. The bot goes on with it. ${REINDEX}`,
  held: ({ generation, by }) =>
    `The index is at ${generation}, to which ${by} went back. Changes of the corpus are not taken in; send /reindex when they should be.`,
  stateDamaged: (putAside) =>
    `The file with feedback and records (state.db) was damaged and is kept as ${putAside}; the bot uses a new one. Where you have a backup, bring it back with the restore command.`,
  commands: {
    cancel: "Stop indexing (admins)",
    rollback: "Go back to the previous index (admins)",
  },
};

const service: ServiceTexts = {
  notAllowed: (chatId) =>
    `This bot serves registered chats only. The id of this chat is ${chatId}; to use the bot here, please send the id to its administrator.`,
  notAllowedShort: "This bot serves registered chats only.",
  tooManyPerMinute: (perMinute, waitSeconds) =>
    `I answer at most ${number(perMinute)} questions of one person a minute. Please wait ${number(waitSeconds)} seconds, then ask again.`,
  tooManyPerDay: (perDay) =>
    `You have asked all ${number(perDay)} questions that are allowed in a day. Please come back tomorrow.`,
  chatQueueFull:
    "Many messages of this chat are still waiting, so I can't take more of them. Please wait for the answers, then send yours again.",
  queueFull: "Too many questions are waiting right now. Please send yours again in a few minutes.",
  late: "Sorry for the late answer: the bot was interrupted.",
  databaseAway:
    "The articles cannot be reached just now; the bot is reconnecting by itself. Please try again in a few minutes.",
  notKept:
    "It could not be saved, because the server's disk is full. Please tell the administrator of the bot and try again later.",
  tooLate:
    "Sorry, this message came while the bot was off, more than a day ago. If you still need an answer, please send your question again.",
  wrongClock: (skewMs) =>
    `The clock of the bot's machine is ${number(Math.round(Math.abs(skewMs) / 60_000))} minutes ${skewMs > 0 ? "ahead of" : "behind"} Telegram's. The bot goes by Telegram's time for now; please set the machine's clock.`,
  secondBot:
    "Another program is receiving messages with the same bot token, so some questions may not arrive here. Please stop one of them, or get a new token from @BotFather.",
  adminButton: "This button is for admins only.",
};

const number = numberFormat("en-US");
const articlesOf = (count: number) => plural(number(count), "article", "articles");
const filesOf = (count: number) => plural(number(count), "file", "files");

const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function date(isoDate: string | null): string {
  if (isoDate === null) return "publication date unknown";
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
