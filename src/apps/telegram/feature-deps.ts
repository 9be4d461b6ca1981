import type { Logger } from "pino";
import type { Corpus } from "../../articles/corpus/index.ts";
import type { Engine } from "../../engine.ts";
import type { Answer, Language, Reindexer } from "../../model/index.ts";
import type { Readers, State } from "../../storage/index.ts";
import type { Writer } from "../../writer/index.ts";
import type { Metrics } from "../health/index.ts";
import type { Conversations, IndexQueue, Reading } from "../shared/index.ts";
import type { SentAnswers, Writings } from "./delivery/sent-answers.ts";
import type { Turns } from "./delivery/turns.ts";
import type { KeptTexts, RecentAnswers, VisitLists } from "./messages/kept-texts.ts";
import type { LateNotes, QuestionLimits } from "./middlewares/limits.ts";
import type { Upkeep } from "./upkeep.ts";

/** What people left; a later verdict of the same user on the same message replaces the earlier one. */
type FeedbackStore = Omit<State, "close" | "feedback">;

/** What the features need; each takes it whole and uses its part. */
export interface FeatureDeps {
  readonly engine: Engine;
  /** Puts answers into sentences of its own; null: answers are quoted. */
  readonly writer: Writer | null;
  readonly writings: Writings;
  /** Leads citations without an address to the web reader, where there is one. */
  readonly linked: (answer: Answer) => Answer;
  readonly reindexer: Reindexer;
  readonly feedback: FeedbackStore;
  /** What people told the bot to remember. */
  readonly readers: Readers;
  /** What admins change, with its log and what waits for a decision. */
  readonly corpus: Corpus;
  /** Takes what was saved into the index. */
  readonly indexQueue: IndexQueue;
  readonly upkeep: Upkeep;
  /** Days after which what users left is deleted. */
  readonly retentionDays: number;
  readonly reading: Reading;
  readonly recent: RecentAnswers;
  /** Which messages answer which question, for questions that are edited. */
  readonly sentAnswers: SentAnswers;
  readonly conversations: Conversations;
  readonly adminIds: ReadonlySet<number>;
  readonly limits: QuestionLimits;
  readonly late: LateNotes;
  readonly turns: Turns;
  readonly visitLists: VisitLists;
  /** What the buttons of articles stand for. */
  readonly articleTexts: KeptTexts;
  /** What the buttons that open articles, or ask what is offered, stand for. */
  readonly passages: KeptTexts;
  /** For users whose Telegram is in neither of the product's languages. */
  readonly language: Language;
  readonly logger: Logger;
  /** Whether questions and answers may be logged. */
  readonly logMessages: boolean;
  /** Null: nothing is counted. */
  readonly metrics: Metrics | null;
  /** Least time between two edits of a progress message. */
  readonly progressIntervalMs: number;
  /** Aborted when the bot stops: work that outlives its update ends then. */
  readonly stopping: AbortSignal;
}
