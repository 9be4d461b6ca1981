import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { openCorpus } from "../../articles/corpus/index.ts";
import type { Config } from "../../config/index.ts";
import type { VisitsEngine } from "../../engine.ts";
import {
  activeHold,
  followGenerations,
  indexPlace,
  type Staleness,
  served,
} from "../../index/index.ts";
import {
  ChildReindexer,
  hasPendingChanges,
  isPublished,
  mayIndex,
  mendState,
} from "../../indexing/index.ts";
import type { Locale } from "../../locale/index.ts";
import { createLogger } from "../../log/index.ts";
import type { EngineStatus, Reindexer } from "../../model/index.ts";
import { openState, type Sqlite } from "../../storage/index.ts";
import { assertWritable } from "../cli/index.ts";
import {
  createMetrics,
  Health,
  type HttpServer,
  type Metrics,
  startHealthServer,
} from "../health/index.ts";
import { publicLinks, startReader } from "../reader/index.ts";
import { boundHeap, IndexQueue, openWriter, warmUp } from "../shared/index.ts";
import { createBot } from "./bot.ts";
import type { TelegramBot } from "./bot-config.ts";
import { BotAlreadyRunning, openBotDatabase } from "./delivery/bot-database.ts";
import type { WebhookConfig } from "./delivery/webhook.ts";
import { reindexReport } from "./features/reindex.ts";
import { engineWithin, upkeepOf } from "./upkeep.ts";
import { type FeedWatching, watchFeeds } from "./watch-feeds.ts";

interface AfterStart {
  readonly config: Config;
  readonly engine: VisitsEngine;
  readonly reindexer: Reindexer;
  readonly bot: Pick<TelegramBot, "tellAdmins">;
  readonly logger: Logger;
  /** Name under which a damaged `state.db` was put aside, or null. */
  readonly putAside: string | null;
}

/** What only an admin decides: it may take hours. */
type Decision = Exclude<Staleness, { kind: "register" }>;

/** True where only an admin decides when the index is built anew. */
const needsDecision = (stale: Staleness | null): stale is Decision =>
  stale !== null && stale.kind !== "register";

const staleText = (stale: Decision) => (locale: Locale) =>
  stale.kind === "model"
    ? locale.operations.staleModel(stale.indexed, stale.wanted)
    : locale.operations.staleSettings;

/**
 * What is left to do when the bot answers: takes in what changed in the corpus, in a child process. An index
 * of another model or other settings, or one that was gone back to, is left to the admins, who are told.
 */
export async function afterStart(options: AfterStart): Promise<void> {
  const { config, engine, reindexer, bot, logger } = options;
  const { putAside } = options;
  if (putAside !== null)
    await bot.tellAdmins(({ operations }) => operations.stateDamaged(putAside));
  const { staleness } = engine;
  if (needsDecision(staleness)) {
    logger.warn({ staleness }, "the index is not as it would be built now; /reindex builds it");
    return bot.tellAdmins(staleText(staleness));
  }
  const place = indexPlace(config);
  if (!mayIndex(place)) return;
  const hold = activeHold(place);
  if (hold !== null) {
    logger.warn({ hold }, "the index was rolled back; /reindex brings it up to date");
    return bot.tellAdmins(({ operations }) => operations.held(hold));
  }
  try {
    const isCurrent = staleness === null && isPublished(place, config.indexDir);
    if (isCurrent && !hasPendingChanges(config.indexDir, config.corpusDir)) return;
    const outcome = await reindexer.start({
      full: false,
      startedBy: "start",
      onProgress: () => {},
    });
    if (outcome.kind === "done") {
      await engine.reload();
      logger.info(outcome.counters, "the index is up to date");
    } else {
      logger.warn({ outcome }, "the present index is used as it is");
      if (outcome.kind === "failed") await bot.tellAdmins((l) => reindexReport(outcome, l));
    }
  } catch (error) {
    logger.warn({ reason: (error as Error).message }, "the present index is used as it is");
  }
}

/** Exit code after a second signal, by the shell's convention 128 + SIGTERM. */
const FORCED = 143;

/** How long a start waits for the process that it replaces. */
const HANDOVER_MS = 20_000;

/** The bot's own database, once the process that has it has ended. @throws {BotAlreadyRunning} */
async function takeDatabase(folder: string, token: string, logger: Logger): Promise<Sqlite> {
  const deadline = performance.now() + HANDOVER_MS;
  for (;;) {
    try {
      return openBotDatabase(folder, token, (putAside) =>
        logger.error({ putAside }, "the journal of updates was damaged; a new one is begun"),
      );
    } catch (error) {
      if (!(error instanceof BotAlreadyRunning) || performance.now() > deadline) throw error;
      logger.info("another process runs this bot; waiting for its end");
      await sleep(1000);
    }
  }
}

/**
 * The folder for what people leave with the bot: the index folder, or where that cannot be written a
 * temporary one. The bot then answers all the same, and says so in the log and at `/health`.
 */
function stateFolder({ indexDir }: Config, logger: Logger, health: Health): string {
  try {
    assertWritable(indexDir);
    return indexDir;
  } catch (error) {
    const reason = (error as Error).message;
    logger.error({ reason }, "feedback and open updates are not kept; make INDEX_DIR writable");
    health.problem("index folder", reason);
    return mkdtempSync(join(tmpdir(), "visits-bot-"));
  }
}

/** Whether a folder takes as much as an update and a vote need. */
function hasSpace(folder: string): boolean {
  try {
    assertWritable(folder, 256 * 1024);
    return true;
  } catch {
    return false;
  }
}

/** What is known of the index before it is open. */
const NO_INDEX: EngineStatus = {
  articles: 0,
  briefs: 0,
  visits: 0,
  chunks: 0,
  bytes: 0,
  model: "",
  dimension: 0,
  builtAt: new Date(0).toISOString(),
};

function webhookOf(config: Config): WebhookConfig | null {
  const { webhookUrl: url, webhookSecret: secret, webhookHost: host, webhookPort: port } = config;
  return url === null || secret === null ? null : { url, secret, host, port };
}

/**
 * Runs the Telegram bot until SIGINT or SIGTERM: answers from the index that is there, and takes in what
 * changed meanwhile. Only where there is none is one built first. A second
 * signal ends the process at once.
 *
 * @param config With a bot token.
 * @returns The exit code.
 * @throws {TokenRefused} Where Telegram does not know the token.
 * @throws {PortError} Where a port of the settings cannot be had.
 * @throws {BotAlreadyRunning} Where another process runs this bot and does not end.
 */
export async function run(config: Config): Promise<number> {
  boundHeap(0);
  const logger = createLogger(config.logLevel);
  const health = new Health({ logger, hasSpace: () => hasSpace(config.indexDir) });
  let engine: VisitsEngine | null = null;
  let bot: TelegramBot | null = null;
  let metrics: Metrics | null = null;
  let server: HttpServer | null = null;
  const { healthPort, healthHost } = config;
  if (healthPort !== null) {
    metrics = await createMetrics({
      index: () => engine?.status() ?? NO_INDEX,
      queueLength: () => bot?.queueLength ?? 0,
      healthy: () => health.report().status === "healthy",
    });
    const report = () => health.report();
    server = await startHealthServer({ host: healthHost, port: healthPort, report, metrics });
  }
  const place = indexPlace(config);
  if (typeof place !== "string")
    served(place).database.onAway((why) => health.problem("database", why));
  engine = await engineWithin(config, logger, health);
  boundHeap(engine.status().chunks);
  if (engine.status().articles === 0) {
    logger.warn(
      { corpusDir: config.corpusDir },
      "there are no articles: every question is refused",
    );
  }
  const folder = stateFolder(config, logger, health);
  const database = await takeDatabase(folder, config.botToken!, logger);
  const putAside = mendState(folder);
  if (putAside !== null) logger.error({ putAside }, "state.db was damaged; a new one is begun");
  const feedsAside = mendState(folder, "feeds");
  if (feedsAside !== null)
    logger.error({ putAside: feedsAside }, "feeds.db was damaged; a new one is begun");
  const feedback = openState(folder);
  const corpus = openCorpus(config.corpusDir, folder, logger);
  const reindexer = new ChildReindexer(config);
  const stopping = new AbortController();
  const indexQueue = new IndexQueue({
    reindexer,
    engine,
    isHeld: () => activeHold(place) !== null || needsDecision(engine.staleness),
    stopping: stopping.signal,
  });
  const writer = await openWriter(config, (state) =>
    logger.warn({ state }, "the writer's circuit has changed"),
  );
  if (writer !== null) health.watchWriter(() => writer.state);
  bot = createBot({
    token: config.botToken!,
    engine,
    reindexer,
    feedback,
    readers: feedback.readers,
    corpus,
    indexQueue,
    upkeep: upkeepOf(config.indexDir, folder, place),
    database,
    config: {
      ...config,
      apiRoot: config.telegramApiRoot,
      proxy: config.telegramProxy,
      webhook: webhookOf(config),
      reader: publicLinks(config),
    },
    logger,
    health,
    metrics,
    writer,
  });
  let signals = 0;
  const onSignal = (signal: NodeJS.Signals) => {
    if (++signals > 1) process.exit(FORCED);
    logger.info({ signal }, "stopping");
    stopping.abort();
    reindexer.cancel();
    void bot.stop();
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  let feeds: FeedWatching | null = null;
  let reader: HttpServer | null = null;
  let isIdle = true;
  const unfollow = followGenerations({
    place,
    reload: () => engine.reload(),
    logger,
  });
  try {
    reader = await startReader({ engine, config, logger });
    await bot.start();
    void afterStart({ config, engine, reindexer, bot, logger, putAside });
    void warmUp(engine, stopping.signal);
    feeds = await watchFeeds({ config, folder, engine, corpus, indexQueue, bot, logger });
    await bot.ended;
  } finally {
    stopping.abort();
    unfollow();
    const [feedsEnded] = await Promise.all([feeds?.stop(), bot.stop()]);
    isIdle = feedsEnded !== false && bot.queueLength === 0;
    health.close();
    await server?.close();
    await reader?.close();
    await engine.close();
    feedback.close();
    corpus.close();
    database.close();
  }
  // What could not be finished waits in the journal; it must not go on without engine and database.
  if (!isIdle) process.exit(0);
  return 0;
}
