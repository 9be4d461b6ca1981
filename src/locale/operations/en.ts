import { numberFormat, plural } from "../format.ts";
import type { OperationsTexts } from "./texts.ts";

const number = numberFormat("en-GB");

const time = (seconds: number) =>
  seconds < 90
    ? plural(number(seconds), "second", "seconds")
    : plural(number(Math.round(seconds / 60)), "minute", "minutes");

const percent = (share: number) => `${(100 * share).toFixed(1)}%`;

const REINDEX = "Send /reindex to rebuild the index; the bot goes on answering meanwhile.";

export const en: OperationsTexts = {
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
      return `${kept}\nIts vector search finds ${percent(failure.recall)} of the nearest passages; at least ${percent(failure.least)} are needed. Send /reindex full.`;
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
