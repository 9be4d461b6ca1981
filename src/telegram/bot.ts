import { Bot, GrammyError } from "grammy";
import type { Logger } from "pino";
import type { Language } from "../answer/answer.ts";
import { Conversations } from "../conversation/conversations.ts";
import type { Engine } from "../engine.ts";
import type { Reindexer } from "../index/reindexer.ts";
import { clientOptions } from "./client.ts";
import { setCommandMenus } from "./command-menu.ts";
import type { BotContext, FeedbackStore } from "./context.ts";
import { errorFacts } from "./errors.ts";
import { addFeatures } from "./features.ts";
import { type Polling, startPolling } from "./polling.ts";
import { RecentAnswers } from "./recent-answers.ts";
import { reportError } from "./report-error.ts";
import { retryTransformers, untilReached } from "./retry.ts";

export interface BotConfig {
  readonly adminIds: readonly number[];
  /** Bot API server; null is Telegram's own. */
  readonly apiRoot: string | null;
  /** HTTP proxy for Telegram; null is none. */
  readonly proxy: string | null;
  /** For users whose Telegram is in neither of the product's languages. */
  readonly language: Language;
  /** Least time between two edits of a progress message; 3000 by default. */
  readonly progressIntervalMs?: number;
  /** How long `stop` waits for updates under way; 8000 by default, Docker kills after 10 s. */
  readonly stopGraceMs?: number;
}

export interface BotOptions {
  readonly token: string;
  readonly engine: Engine;
  readonly reindexer: Reindexer;
  readonly feedback: FeedbackStore;
  readonly config: BotConfig;
  readonly logger: Logger;
  /** Where the last exchange of each chat is kept; its own by default. */
  readonly conversations?: Conversations;
}

/** The Telegram bot. */
export interface TelegramBot {
  /**
   * Connects and polls. Resolves when updates are being fetched; waits as long as Telegram is out of
   * reach, and logs that.
   *
   * @throws {TokenRefused} Where Telegram does not know the token.
   */
  start(): Promise<void>;
  /** Fetches no more, finishes what is under way, confirms it to Telegram. More calls do no harm. */
  stop(): Promise<void>;
  /** Resolves after `stop`; rejects where polling can't go on. Settles only after `start`. */
  readonly ended: Promise<void>;
}

/** The server does not know the bot token (401, 404). */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  constructor() {
    super(
      "The Bot API server refused the bot token. Check BOT_TOKEN against what @BotFather gave you, and TELEGRAM_API_ROOT where it is set.",
    );
  }
}

/** `untilReached` gives up only where the token is refused. */
const asTokenRefused = (error: unknown) =>
  error instanceof GrammyError ? new TokenRefused() : error;

/**
 * Makes the Telegram bot. Nothing is sent before `start`.
 *
 * @example
 * const bot = createBot({ token, engine, reindexer, feedback, config, logger });
 * await bot.start();
 * process.once("SIGTERM", () => void bot.stop());
 * await bot.ended;
 */
export function createBot(options: BotOptions): TelegramBot {
  const { config, logger, engine, reindexer, feedback } = options;
  const stopping = new AbortController();
  const bot = new Bot<BotContext>(options.token, {
    client: clientOptions(config.apiRoot, config.proxy),
  });
  bot.api.config.use(...retryTransformers());
  bot.catch((error) => reportError(error, config.language, logger));
  addFeatures(bot, {
    engine,
    reindexer,
    feedback,
    recent: new RecentAnswers(),
    conversations: options.conversations ?? new Conversations(),
    adminIds: new Set(config.adminIds),
    language: config.language,
    logger,
    progressIntervalMs: config.progressIntervalMs ?? 3000,
    stopping: stopping.signal,
  });

  let end: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  ended.catch(() => null);
  let polling: Polling | null = null;
  let stopped: Promise<void> | null = null;

  async function connect(): Promise<void> {
    const reach = <T>(call: () => Promise<T>) =>
      untilReached(call, stopping.signal, (error, nextTryInMs) =>
        logger.warn({ error: errorFacts(error), nextTryInMs }, "Telegram cannot be reached"),
      );
    try {
      bot.botInfo = await reach(() => bot.api.getMe());
      await reach(() => bot.api.deleteWebhook());
    } catch (error) {
      throw asTokenRefused(error);
    }
  }

  async function shutDown(): Promise<void> {
    stopping.abort();
    await polling?.stop(config.stopGraceMs ?? 8000);
    end();
    logger.info("the Telegram bot has stopped");
  }

  return {
    ended,
    async start() {
      try {
        await connect();
      } catch (error) {
        if (stopping.signal.aborted) return;
        throw error;
      }
      if (stopping.signal.aborted) return;
      polling = startPolling(bot, logger);
      polling.ended.catch((error) => fail(asTokenRefused(error)));
      logger.info({ username: bot.botInfo.username }, "the Telegram bot is running");
      const menuOptions = { language: config.language, logger, stopping: stopping.signal };
      void setCommandMenus(bot.api, config.adminIds, menuOptions);
    },
    stop() {
      stopped ??= shutDown();
      return stopped;
    },
  };
}
