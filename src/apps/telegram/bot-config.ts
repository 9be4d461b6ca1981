import type { Proposal } from "../../articles/corpus/index.ts";
import type { Config } from "../../config/index.ts";
import type { Locale } from "../../locale/index.ts";
import type { Sqlite } from "../../storage/index.ts";
import type { Writer } from "../../writer/index.ts";
import type { Health } from "../health/index.ts";
import type { ReaderLinks } from "../reader/index.ts";
import type { Conversations, Reading } from "../shared/index.ts";
import type { WebhookConfig } from "./delivery/webhook.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import type { QueueLimits } from "./middlewares/limits.ts";

/** Settings that have a default here, for tests. */
type Optional =
  | "allowedChats"
  | "limitPerMinute"
  | "limitPerDay"
  | "logMessages"
  | "retentionDays"
  | "quietHours";

/** How the bot runs; what is not given has its default. */
export interface BotConfig
  extends Pick<Config, "adminIds" | "language">,
    Partial<Pick<Config, Optional>> {
  /** Bot API server; null is Telegram's own. */
  readonly apiRoot: string | null;
  /** HTTP proxy for Telegram; null is none. */
  readonly proxy: string | null;
  readonly queueLimits?: QueueLimits;
  /** How updates come in; null, the default, is polling. */
  readonly webhook?: WebhookConfig | null;
  /** The web reader, to which citations without an address lead; null, the default, is none. */
  readonly reader?: ReaderLinks | null;
  /** How often it is looked for new visits; 60,000 by default. */
  readonly newsIntervalMs?: number;
  /** Least time between two edits of a progress message; 3000 by default. */
  readonly progressIntervalMs?: number;
  /** How long `stop` waits for updates under way; 8000 by default, Docker kills after 10 s. */
  readonly stopGraceMs?: number;
  /** How long a poll waits for an update; 30 by default. */
  readonly pollSeconds?: number;
  /** Shortens the time-outs of calls to this part; for tests. */
  readonly timeoutScale?: number;
  /** Shortens the pauses before failed calls are repeated to this part; for tests. */
  readonly retryScale?: number;
}

/** What features need as it comes in; feedback, readers and corpus stay the caller's to close, after `stop`. */
type Parts = Pick<
  FeatureDeps,
  | "engine"
  | "reindexer"
  | "feedback"
  | "readers"
  | "corpus"
  | "indexQueue"
  | "upkeep"
  | "logger"
  | "metrics"
>;

/** What a bot is made of. */
export interface BotOptions extends Parts {
  readonly token: string;
  /** Of `openBotDatabase`; stays the caller's to close, after `stop`. */
  readonly database: Sqlite;
  readonly config: BotConfig;
  readonly health: Health;
  /** Null, the default: answers are quoted. */
  readonly writer?: Writer | null;
  /** Where articles are read from; the public web by default. */
  readonly reading?: Reading;
  /** Where the last exchange of each chat is kept; its own by default. */
  readonly conversations?: Conversations;
}

/** The Telegram bot. */
export interface TelegramBot {
  /**
   * Connects, takes up what the last run left, and receives updates. Resolves when they are being fetched;
   * waits as long as Telegram is out of reach, and logs that.
   *
   * @throws {TokenRefused} Where Telegram does not know the token.
   * @throws {PortError} Where the webhook's port cannot be had.
   */
  start(): Promise<void>;
  /** Takes no more, finishes what is under way. More calls do no harm. */
  stop(): Promise<void>;
  /** Sends a text to each admin who can be reached. */
  tellAdmins(text: (locale: Locale) => string): Promise<void>;
  /** Shows an article that waits for a decision to each admin who can be reached. */
  offer(proposal: Proposal): Promise<void>;
  /** Updates waiting and under way. */
  readonly queueLength: number;
  /** Resolves after `stop`; rejects where polling can't go on. Settles only after `start`. */
  readonly ended: Promise<void>;
}
