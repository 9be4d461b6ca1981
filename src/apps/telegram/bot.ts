import { Bot, GrammyError } from "grammy";
import { localeFor } from "../../locale/index.ts";
import { linkedEngine, withLinks } from "../reader/index.ts";
import { Conversations, SAFE_READING } from "../shared/index.ts";
import { indexSavedBefore, offerToAdmins } from "./adding/decide.ts";
import type { BotOptions, TelegramBot } from "./bot-config.ts";
import { setCommandMenus } from "./command-menu.ts";
import type { BotContext } from "./context.ts";
import {
  clientOptions,
  floodGate,
  retryTransformers,
  sendWellFormed,
  timeouts,
  untilReached,
} from "./delivery/client.ts";
import { checkedClock } from "./delivery/clock.ts";
import { Intake } from "./delivery/intake.ts";
import { createJournal } from "./delivery/journal.ts";
import { type Delivery, startPolling } from "./delivery/polling.ts";
import { tellAdmins } from "./delivery/send.ts";
import { sentAnswers, Writings } from "./delivery/sent-answers.ts";
import { sendsUnderWay, turns } from "./delivery/turns.ts";
import { startWebhook } from "./delivery/webhook.ts";
import { digests } from "./digests.ts";
import type { FeatureDeps } from "./feature-deps.ts";
import { addFeatures } from "./features.ts";
import { keptTexts, RecentAnswers, visitLists } from "./messages/kept-texts.ts";
import { errorFacts, isDiskFull, reportError } from "./middlewares/errors.ts";
import { followMoves, gates, movedChats } from "./middlewares/gates.ts";
import { LateNotes, QUEUE_LIMITS, questionLimits } from "./middlewares/limits.ts";

/** Ids of articles and words of lists whose buttons work; the oldest are forgotten. */
const KEPT_ARTICLE_TEXTS = 20_000;
/** Passages whose "Đọc bài" works: some of each answer. */
const KEPT_PASSAGES = 100_000;

const DAY_MS = 24 * 3_600_000;
const RETENTION_DAYS = 90;
/** Telegram lets a message be edited for 48 hours. */
const EDITABLE_MS = 2 * DAY_MS;
/** How often it is looked for new visits. */
const NEWS_MS = 60_000;
/** How often old data is deleted, and the database's log emptied. */
const HOUSEKEEPING_MS = 3_600_000;

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
 * const bot = createBot({ token, engine, reindexer, feedback, readers, database, … });
 * await bot.start();
 * process.once("SIGTERM", () => void bot.stop());
 * await bot.ended;
 */
export function createBot(options: BotOptions): TelegramBot {
  const { config, logger, reindexer, feedback, readers, database } = options;
  const { health, metrics } = options;
  const { reader = null } = config;
  const engine = reader ? linkedEngine(options.engine, reader) : options.engine;
  const stopping = new AbortController();
  const bot = new Bot<BotContext>(options.token, {
    client: clientOptions(config.apiRoot, config.proxy),
  });
  const adminIds = new Set(config.adminIds);
  const conversations = options.conversations ?? new Conversations();
  const moved = movedChats(database, (from, to) => {
    conversations.move(from, to);
    feedback.moveChat(from, to);
    readers.moveChat(from, to);
  });
  const sends = sendsUnderWay();
  // The innermost: what waits for a flood limit is not on its way.
  bot.api.config.use(sends.count, sendWellFormed, timeouts(config.timeoutScale), floodGate());
  bot.api.config.use(...retryTransformers(config.retryScale), followMoves(moved));
  bot.catch((error) => {
    const { cause = error.error } = error.error as Error;
    metrics?.error(errorFacts(cause).kind);
    if (isDiskFull(cause)) health.diskFull();
    return reportError(error, config.language, logger);
  });
  const { language } = config;
  const telling = { adminIds, language, logger };
  const clock = checkedClock({
    apiRoot: config.apiRoot,
    proxy: config.proxy,
    logger,
    signal: stopping.signal,
    onSkew: (skewMs) => {
      const { wrongClock } = localeFor(language).service;
      void tellAdmins(bot.api, () => wrongClock(skewMs), telling);
    },
  });
  const journal = createJournal(database);
  const allowedChats = config.allowedChats ?? [];
  const queueLimits = config.queueLimits ?? QUEUE_LIMITS;
  bot.use(gates({ journal, moved, allowedChats, queueLimits, readers, metrics, ...telling }));
  const { limitPerMinute: perMinute = null, limitPerDay: perDay = null } = config;
  const deps: FeatureDeps = {
    engine,
    writer: options.writer ?? null,
    writings: new Writings(stopping.signal),
    linked: (answer) => (reader ? withLinks(answer, reader) : answer),
    reindexer,
    feedback,
    readers,
    corpus: options.corpus,
    indexQueue: options.indexQueue,
    upkeep: options.upkeep,
    retentionDays: config.retentionDays ?? RETENTION_DAYS,
    reading: options.reading ?? SAFE_READING,
    recent: new RecentAnswers(database),
    sentAnswers: sentAnswers(database, () => clock.now()),
    conversations,
    adminIds,
    limits: questionLimits(database, { perMinute, perDay, adminIds, now: () => clock.now() }),
    late: new LateNotes(() => clock.now()),
    turns: turns({ sent: sends.sent }),
    visitLists: visitLists(database),
    articleTexts: keptTexts(database, "article_texts", KEPT_ARTICLE_TEXTS),
    passages: keptTexts(database, "passages", KEPT_PASSAGES),
    language,
    logger,
    logMessages: config.logMessages ?? false,
    metrics,
    progressIntervalMs: config.progressIntervalMs ?? 3000,
    stopping: stopping.signal,
  };
  addFeatures(bot, deps);
  const retentionMs = (config.retentionDays ?? RETENTION_DAYS) * DAY_MS;
  /** Deletes what has been kept long enough; the log of the database holds no deleted text afterwards. */
  function forgetOld(): void {
    try {
      const before = clock.now() - retentionMs;
      const votes = feedback.forgetBefore(new Date(before));
      deps.visitLists.forgetBefore(before);
      deps.articleTexts.forgetBefore(before);
      deps.sentAnswers.forgetBefore(clock.now() - EDITABLE_MS);
      deps.passages.forgetBefore(before);
      deps.recent.forgetBefore(before);
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
      if (votes > 0) logger.info({ votes }, "votes past their term were deleted");
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "what is past its term could not be deleted");
    }
  }
  const allowed = new Set(allowedChats);
  const news = digests(bot.api, {
    engine,
    readers,
    quietHours: config.quietHours ?? null,
    isServed: (chatId, userId) =>
      allowed.size === 0 || adminIds.has(userId) || allowed.has(userId) || allowed.has(chatId),
    logger,
    now: () => clock.now(),
    stopping: stopping.signal,
  });
  const intake = new Intake({
    journal,
    logger,
    onJournalProblem: (reason) => health.problem("journal", reason),
    async handle(update) {
      const began = performance.now();
      await bot.handleUpdate(update).catch((error) => bot.errorHandler(error));
      metrics?.handled((performance.now() - began) / 1000);
    },
  });

  let end: () => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const ended = new Promise<void>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  ended.catch(() => null);
  let housekeeping: NodeJS.Timeout | undefined;
  let newsTimer: NodeJS.Timeout | undefined;
  let delivery: Delivery | null = null;
  let starting: Promise<void> | null = null;
  let stopped: Promise<void> | null = null;

  async function connect(): Promise<void> {
    const reach = <T>(call: () => Promise<T>) =>
      untilReached(
        call,
        stopping.signal,
        (error, nextTryInMs) =>
          logger.warn({ error: errorFacts(error), nextTryInMs }, "Telegram cannot be reached"),
        config.retryScale,
      );
    bot.botInfo = await reach(() => bot.api.getMe());
    // Before any message is judged by its age.
    await clock.checked;
    const { webhook = null } = config;
    // Telegram does not let a bot poll while a webhook is set; what waits stays.
    if (webhook === null) await reach(() => bot.api.deleteWebhook());
    if (stopping.signal.aborted) return;
    health.heard();
    intake.resume();
    const onConflict = () =>
      void tellAdmins(bot.api, (locale) => locale.service.secondBot, telling);
    const receiving = { api: bot.api, intake, logger, health, onConflict };
    delivery =
      webhook === null ? startPolling(receiving, config) : await startWebhook(receiving, webhook);
  }

  async function shutDown(): Promise<void> {
    stopping.abort();
    clearInterval(housekeeping);
    clearInterval(newsTimer);
    await starting?.catch(() => null);
    await delivery?.stop(config.stopGraceMs ?? 8000);
    await Promise.all([news.ended(), deps.writings.ended()]);
    end();
    logger.info("the Telegram bot has stopped");
  }

  async function start(): Promise<void> {
    try {
      await connect();
    } catch (error) {
      if (stopping.signal.aborted) return;
      throw asTokenRefused(error);
    }
    if (delivery === null) return;
    delivery.ended.catch((error) => fail(asTokenRefused(error)));
    logger.info({ username: bot.botInfo.username }, "the Telegram bot is running");
    forgetOld();
    housekeeping = setInterval(forgetOld, HOUSEKEEPING_MS).unref();
    newsTimer = setInterval(() => void news.check(), config.newsIntervalMs ?? NEWS_MS).unref();
    void news.check();
    void indexSavedBefore(bot.api, deps);
    void setCommandMenus(bot.api, config.adminIds, { language, logger, stopping: stopping.signal });
  }

  return {
    ended,
    get queueLength() {
      return intake.size;
    },
    tellAdmins: (text) => tellAdmins(bot.api, text, telling),
    offer: (proposal) => offerToAdmins(bot.api, proposal, deps),
    start() {
      starting ??= start();
      return starting;
    },
    stop() {
      stopped ??= shutDown();
      return stopped;
    },
  };
}
