/**
 * What both apps do alike: conversations with their follow-ups, drafts of articles to add, and the queue that takes
 * changes into the index. An app hands in what was typed and renders what comes back; nothing here knows Telegram or
 * the terminal.
 */

export { type AnswerLine, answerLines } from "./answer-lines.ts";
export { articleHead, PASSAGE_MARK } from "./article-head.ts";
export { askInChat, type ChatEngine } from "./ask.ts";
export { Conversations } from "./conversations.ts";
export { ALL_VISITS, factsOf } from "./facts.ts";
export { filterValues, NO_YEAR, setValue, withoutValue, withValue } from "./filter-values.ts";
export { IndexQueue } from "./index-queue.ts";
export { answerAbout, type Lead, leadOn, questionsAbout } from "./lead-on.ts";
export { logWritten, openWriter, sourcesOf, writeNow } from "./open-writer.ts";
export { foundTaker } from "./take-found.ts";
export { taskFor } from "./tasks.ts";
export { warmUp } from "./warm-up.ts";
