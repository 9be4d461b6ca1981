import { sequentialize } from "@grammyjs/runner";
import { Bot, type BotError, GrammyError, HttpError } from "grammy";
import type { Logger } from "pino";
import type { Language } from "../answer/answer.ts";
import type { Engine } from "../engine.ts";
import type { Reindexer } from "../index/reindexer.ts";
import { languageOfTag, localeFor } from "../locale/locales.ts";
import { clientOptions } from "./client.ts";
import { setCommandMenus } from "./command-menu.ts";
import type { BotContext, FeatureDeps, FeedbackStore } from "./context.ts";
import { errorFacts, isHarmless, tolerate } from "./errors.ts";
import { askFeature } from "./features/ask.ts";
import { feedbackFeature } from "./features/feedback.ts";
import { helpFeature } from "./features/help.ts";
import { moreFeature } from "./features/more.ts";
import { reindexFeature } from "./features/reindex.ts";
import { sourcesFeature } from "./features/sources.ts";
import { startFeature } from "./features/start.ts";
import { statusFeature } from "./features/status.ts";
import { unhandledFeature } from "./features/unhandled.ts";
import { type Polling, startPolling } from "./polling.ts";
import { RecentAnswers } from "./recent-answers.ts";
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

/** Telegram does not know the bot token. */
export class TokenRefused extends Error {
  override readonly name = "TokenRefused";
  constructor() {
    super("Telegram refused the bot token. Check BOT_TOKEN against what @BotFather gave you.");
  }
}

/** `untilReached` gives up only where the token is refused. */
const asTokenRefused = (error: unknown) =>
  error instanceof GrammyError ? new TokenRefused() : error;

function addFeatures(bot: Bot<BotContext>, deps: FeatureDeps): void {
  bot.use(sequentialize((ctx) => String(ctx.chat?.id ?? ctx.from?.id ?? "")));
  bot.use(async (ctx, next) => {
    ctx.locale = localeFor(languageOfTag(ctx.from?.language_code, deps.language));
    await next();
  });
  bot.use(startFeature(deps), helpFeature(), sourcesFeature(deps), statusFeature(deps));
  bot.filter((ctx) => deps.adminIds.has(ctx.from?.id ?? 0)).use(reindexFeature(deps));
  bot.use(askFeature(deps), feedbackFeature(deps), moreFeature(deps));
  bot.use(unhandledFeature());
}

/** Logs what failed, and tells the user where the fault is ours. */
function errorHandler(logger: Logger) {
  return async ({ error, ctx }: BotError<BotContext>): Promise<void> => {
    const facts = { updateId: ctx.update.update_id, error: errorFacts(error) };
    if (isHarmless(error)) {
      logger.debug(facts, "Telegram refused a harmless call");
      return;
    }
    logger.error(facts, "an update could not be handled");
    if (error instanceof GrammyError || error instanceof HttpError) return;
    const { failed } = localeFor(languageOfTag(ctx.from?.language_code)).answer;
    try {
      // A press may have been answered before the work failed; then a message tells it.
      const told = ctx.callbackQuery && (await tolerate(ctx.answerCallbackQuery(failed)));
      if (!told) await ctx.reply(failed);
    } catch (refusal) {
      logger.warn({ error: errorFacts(refusal) }, "the user could not be told");
    }
  };
}

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
  bot.catch(errorHandler(logger));
  addFeatures(bot, {
    engine,
    reindexer,
    feedback,
    recent: new RecentAnswers(),
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
