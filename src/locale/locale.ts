import type { Hold } from "../index/index.ts";
import type {
  BuildPhase,
  BuildProgress,
  IndexCounters,
  Language,
  RollBackFailure,
  SelfTestFailure,
  TalkKind,
  WishKind,
} from "../model/index.ts";
import type { ArticlesTexts, CorpusTexts, SourceTexts } from "./articles/texts.ts";
import type { DeskTexts } from "./desk/texts.ts";
import type { ExportTexts } from "./exports.ts";
import type { FollowingTexts } from "./following.ts";
import type { ReaderTexts } from "./reader.ts";
import type { ReadingTexts } from "./reading.ts";
import type { RegisterTexts, VisitTexts } from "./visits/texts.ts";

/** Replies to wishes for a summary, a comparison or a translation of the last answer. */
interface WishTexts {
  /** Above passages, or in their place, where there is no writer. */
  readonly declined: Readonly<Record<WishKind, string>>;
  /** Above passages from which the writer begins. */
  readonly passages: string;
  /** Above an answer that is being translated. */
  readonly original: string;
  /** Where there is no answer to be translated. */
  readonly nothingToTranslate: string;
  readonly whichLanguage: string;
  /** Above the nearest passages, where the two that are to be compared are not named or not known. */
  readonly whichTwo: string;
  /** Where none of the two is named: asks for them, or declines where there is no writer. */
  readonly nothingToCompare: { readonly asked: string; readonly declined: string };
  /** In a terminal, below quotes, while the writer is at work. */
  readonly writing: string;
  /** There, where nothing came of it. */
  readonly notWritten: string;
  /** Below the sentences of the writer: that a model wrote them, and that they were checked. */
  readonly mark: string;
}

/** Remarks beside the quoted sentences of an answer. */
export interface AnsweringTexts {
  /** To a question for a date: the sentence names a day, and nothing settles its year. */
  readonly yearUntold: string;
  /** To a question for a date: the sentence says "hôm nay", and nothing settles which day that was. */
  readonly dayUntold: string;
  /** Above the passages of a visit: its day, which an admin set. */
  readonly daySet: (day: string) => string;
  /** Replies to messages that ask nothing of the articles; several of them are read in one chat, so they are short. */
  readonly talk: Readonly<Record<TalkKind, string>>;
  readonly wish: WishTexts;
  /** Below a refusal: whom, where and when the question was taken to name, as `VisitTexts.scope` writes it. */
  readonly understood: (scope: string) => string;
  /** Below a refusal: the nearest visit on record, with the time asked where there is none then. */
  readonly closest: (time: string | null, visit: string) => string;
  /** Above questions that have answers, where they are no buttons. */
  readonly tryAsking: string;
  /** Above the answer to a question with misspelt words: the words that were read instead. */
  readonly didYouMean: (words: string) => string;
  /** Above the nearest thing told, where a question names a time at which nothing such is told. */
  readonly notThen: (time: string) => string;
  /** Above what is told, where a question names somebody who had no part in it. */
  readonly notNamed: (name: string) => string;
  /** Above the evidence for or against what a question wants confirmed. */
  readonly yes: string;
  readonly no: string;
  readonly notTold: string;
  /** Above a sentence of the article whose day of publication is asked. */
  readonly publishedOn: (title: string, day: string) => string;
  /** To a question that wants something confirmed of which the articles tell nothing. */
  readonly nothingSuch: string;
  /** To "Ngày nào?", "Ông ấy là ai?" with nothing before it; `suchAs` leads visits to choose from. */
  readonly whichVisit: string;
  readonly suchAs: string;
  /** To "chi tiết hơn" where all passages have been shown. */
  readonly nothingMore: string;
}

/** A generation of the index, as admins see it; `builtAt` is ISO 8601. */
interface GenerationFacts {
  readonly generation: string;
  readonly articles: number;
  readonly builtAt: string;
}

/** Keeping the index: for admins. */
export interface OperationsTexts {
  /** Behind the phase and its numbers: chunks made and time left, where they are known. */
  readonly pace: (progress: Pick<BuildProgress, "chunks" | "secondsLeft">) => string;
  readonly cancelButton: string;
  /** Shown on the pressed button. */
  readonly cancelling: string;
  readonly nothingToCancel: string;
  /** The run was cancelled; what it did is kept. */
  readonly cancelled: string;
  /** The new index was built and not taken into use. */
  readonly selfTestFailed: (failure: SelfTestFailure) => string;
  readonly rolledBack: (now: GenerationFacts, before: string) => string;
  readonly rollBackFailed: (failure: RollBackFailure) => string;
  /** The index is of another model or other settings than those that are set. */
  readonly staleModel: (indexed: string, wanted: string) => string;
  readonly staleSettings: string;
  /** At a start after a roll-back: changes of the corpus wait. */
  readonly held: (hold: Hold) => string;
  /** State that could not be read was put aside. */
  readonly stateDamaged: (putAside: string) => string;
  readonly commands: { readonly cancel: string; readonly rollback: string };
}

/** What the bot says of its own service: who may ask, how much, and when it is late. */
export interface ServiceTexts {
  /** To a chat that is not on the list; the id is what an admin needs. */
  readonly notAllowed: (chatId: number) => string;
  /** The same under a button, at most 200 characters. */
  readonly notAllowedShort: string;
  /** More questions of one user within a minute than are allowed. */
  readonly tooManyPerMinute: (perMinute: number, waitSeconds: number) => string;
  /** More questions of one user on a day than are allowed. */
  readonly tooManyPerDay: (perDay: number) => string;
  /** More messages of one chat are waiting than the queue takes. */
  readonly chatQueueFull: string;
  /** More messages of all chats are waiting than the queue takes. */
  readonly queueFull: string;
  /** Before the answer to a question that has waited for long. */
  readonly late: string;
  /** The disk is full, so that a vote or a file was not kept; at most 200 characters. */
  readonly notKept: string;
  /** The database with the articles cannot be asked now. */
  readonly databaseAway: string;
  /** In place of an answer to a question that is older than a day. */
  readonly tooLate: string;
  /** To admins: the clock of this machine is off by so many milliseconds, ahead where positive. */
  readonly wrongClock: (skewMs: number) => string;
  /** To admins: another process polls with the same token. */
  readonly secondBot: string;
  /** Under a button of admins that somebody else has pressed, at most 200 characters. */
  readonly adminButton: string;
}

/** Words around an answer, in the language of the question. */
interface AnswerTexts {
  /** The one plain sentence for a question that the corpus does not answer. */
  readonly refusal: string;
  /** Stands above the nearest articles of a refusal. */
  readonly nearestLabel: string;
  readonly sourcesLabel: string;
  readonly quotesLabel: string;
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
interface TerminalTexts {
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
interface CommandTexts {
  readonly ask: string;
  readonly sources: string;
  readonly status: string;
  readonly help: string;
  readonly reset: string;
  readonly start: string;
  readonly reindex: string;
}

/** What `/status` shows; `builtAt` is ISO 8601. */
interface StatusFacts {
  readonly articles: number;
  readonly briefs: number;
  /** Of the register. */
  readonly visits: number;
  readonly chunks: number;
  readonly model: string;
  readonly builtAt: string;
}

interface TelegramTexts {
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
  /** To what holds no question in writing: `other` are stickers, places, polls and the like. */
  readonly notText: Readonly<Record<"voice" | "photo" | "document" | "other", string>>;
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
  readonly reading: ReadingTexts;
  readonly articles: ArticlesTexts;
  readonly corpus: CorpusTexts;
  readonly operations: OperationsTexts;
  readonly desk: DeskTexts;
  readonly register: RegisterTexts;
  readonly visits: VisitTexts;
  readonly reader: ReaderTexts;
  readonly following: FollowingTexts;
  readonly exports: ExportTexts;
}
