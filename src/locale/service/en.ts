import { NUMBERS, plural } from "../format.ts";
import type { OperationsTexts, ServiceTexts } from "./vi.ts";

const number = NUMBERS.en;

const time = (seconds: number) =>
  seconds < 90
    ? plural(number(seconds), "second", "seconds")
    : plural(number(Math.round(seconds / 60)), "minute", "minutes");

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "Send /reindex to rebuild the index; the bot goes on answering meanwhile.";

export const operations: OperationsTexts = {
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
    if (failure.check === "content")
      return `${kept}\nIts content is not what was written (${failure.found}). Check the free disk space, then send /reindex again.`;
    if (failure.check === "recall")
      return `${kept}\nIts search by meaning finds ${percent(failure.recall)} of the nearest passages; at least ${percent(failure.least)} are needed. Send /reindex full.`;
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\nCheck questions that no longer find their article (${number(failure.asked)} were asked):\n${missed}\nLook at the articles that changed; take questions that no longer apply out of check-questions.tsv.`;
  },
  rolledBack: ({ generation, articles, builtAt }, before) =>
    `Back on index ${generation} (${plural(number(articles), "article", "articles")}, built ${builtAt}).\nTo return to the one before: /rollback ${before}. Send /reindex to bring it up to date with the corpus; until then a restart leaves it as it is.`,
  rollBackFailed: (failure) => {
    if (failure.kind === "none") return "There is no older index to go back to.";
    if (failure.kind === "unknown")
      return `There is no index ${failure.generation}. These are kept: ${failure.known.join(", ")}.`;
    if (failure.kind === "busy")
      return `The index is being built (${failure.startedBy}). Wait until that is done, or send /cancel, then try again.`;
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

export const service: ServiceTexts = {
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
