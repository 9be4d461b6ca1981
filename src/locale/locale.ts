import type { Language } from "../answer/answer.ts";
import type { BuildPhase, BuildProgress, IndexCounters } from "../index/reindexer.ts";
import type { AnsweringTexts } from "./answering/texts.ts";
import type { ArticlesTexts } from "./articles/texts.ts";
import type { CorpusTexts } from "./corpus/texts.ts";
import type { OperationsTexts } from "./operations/texts.ts";
import type { RegisterTexts } from "./register/texts.ts";
import type { ServiceTexts } from "./service/texts.ts";
import type { SourceTexts } from "./sources/texts.ts";
import type { VisitTexts } from "./visits/texts.ts";

/** Words around an answer, in the language of the question. */
export interface AnswerTexts {
  /** The one plain sentence for a question that the corpus does not answer. */
  readonly refusal: string;
  /** Stands above the nearest articles of a refusal. */
  readonly nearestLabel: string;
  readonly sourcesLabel: string;
  readonly quotesLabel: string;
  /** In place of a publication date that is not known. */
  readonly unknownDate: string;
  /** Above the answer to a follow-up: the full question that it was taken for. */
  readonly understoodAs: (question: string) => string;
  /** The last question of the chat is forgotten. */
  readonly resetDone: string;
  /** For a question without a single letter or digit. */
  readonly emptyQuestion: string;
  readonly questionTooLong: (maxChars: number) => string;
  /** After an error of ours: what happened and what to do next. */
  readonly failed: string;
}

/** The chat in the terminal. */
export interface TerminalTexts {
  readonly welcome: (articles: number) => string;
  readonly hint: string;
  /** How to ask on, and how to start afresh. */
  readonly followUpHint: string;
  readonly telegramHint: string;
  readonly prompt: string;
  readonly goodbye: string;
  /** The index is not up to date with the corpus; `reason` in whole sentences. */
  readonly indexKept: (reason: string) => string;
}

/** Building the index, in the terminal and for admins in Telegram. */
export interface IndexingTexts {
  readonly starting: string;
  /** What is being done, for a progress bar. */
  readonly phase: Readonly<Record<BuildPhase, string>>;
  readonly progress: (progress: BuildProgress) => string;
  readonly summary: (counters: IndexCounters) => string;
  /** Stands above the list of files that could not be read. */
  readonly failuresLabel: (count: number) => string;
  /** Ends a list of failures that was cut. */
  readonly moreFailures: (count: number) => string;
  readonly emptyCorpus: (directory: string) => string;
}

/** Descriptions in Telegram's command menu, at most 256 characters each. */
export interface CommandTexts {
  readonly ask: string;
  readonly sources: string;
  readonly status: string;
  readonly help: string;
  readonly reset: string;
  readonly start: string;
  readonly reindex: string;
}

/** What `/status` shows; `builtAt` is ISO 8601. */
export interface StatusFacts {
  readonly articles: number;
  readonly briefs: number;
  /** Of the register. */
  readonly visits: number;
  readonly chunks: number;
  readonly model: string;
  readonly builtAt: string;
}

export interface TelegramTexts {
  readonly commands: CommandTexts;
  readonly start: (articles: number) => string;
  /** Stands above the example buttons. */
  readonly examplesLabel: string;
  /** Three questions that the shipped corpus answers, at most 45 characters: phones cut longer buttons. */
  readonly examples: readonly [string, string, string];
  readonly help: (botUsername: string) => string;
  readonly addedToGroup: (botUsername: string) => string;
  readonly askUsage: string;
  readonly status: (facts: StatusFacts) => string;
  readonly sourcesHeading: (total: number) => string;
  readonly noSources: string;
  readonly moreButton: string;
  /** Stands above further passages. */
  readonly moreLabel: string;
  readonly noMore: string;
  readonly feedbackUp: string;
  readonly feedbackDown: string;
  /** A button whose answer is no longer kept. */
  readonly buttonExpired: string;
  readonly unknownCommand: string;
  /** To stickers, voice, photos without a caption and the like. */
  readonly textOnly: string;
  readonly reindexUsage: string;
  /** `since` is when the run under way began. */
  readonly reindexBusy: (startedBy: string, since: Date) => string;
  readonly reindexDone: string;
  readonly reindexFailed: (reason: string) => string;
  /** The new index was built and could not be switched to. */
  readonly reloadFailed: string;
}

/** Everything a user reads in one language. */
export interface Locale {
  readonly language: Language;
  /** `2025-01-21` as people write it; null gives the words for an unknown date. */
  readonly date: (isoDate: string | null) => string;
  /** A moment in Vietnamese time, to the minute. */
  readonly dateTime: (moment: Date) => string;
  readonly answer: AnswerTexts;
  readonly terminal: TerminalTexts;
  readonly indexing: IndexingTexts;
  readonly telegram: TelegramTexts;
  readonly service: ServiceTexts;
  readonly sources: SourceTexts;
  readonly answering: AnsweringTexts;
  readonly articles: ArticlesTexts;
  readonly corpus: CorpusTexts;
  readonly operations: OperationsTexts;
  readonly register: RegisterTexts;
  readonly visits: VisitTexts;
}
