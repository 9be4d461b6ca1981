/**
 * What both apps do alike: conversations with their follow-ups, drafts of articles to add, and the queue that takes
 * changes into the index. An app hands in what was typed and renders what comes back; nothing here knows Telegram or
 * the terminal.
 */

export {
  type AnswerLine,
  answerLines,
  articleHead,
  PASSAGE_MARK,
  visitTitle,
} from "./answer-lines.ts";
export { askInChat, type ChatEngine, Conversations } from "./ask.ts";
export {
  ALL_VISITS,
  factsOf,
  filterValues,
  NO_YEAR,
  setValue,
  withoutValue,
  withValue,
} from "./filter-values.ts";
export { foundTaker, IndexQueue } from "./index-queue.ts";
export { answerAbout, type Lead, leadOn, type OfferedQuestion, questionsAbout } from "./lead-on.ts";
export { logWritten, openWriter, sourcesOf, taskFor, writeNow } from "./open-writer.ts";
export {
  type Reading,
  type ReadOutcome,
  readBytes,
  readPage,
  SAFE_READING,
} from "./read-source.ts";
export { boundHeap, warmUp } from "./start-up.ts";
export { said } from "./wishes.ts";
