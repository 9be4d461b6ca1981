import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import type { IndexQueue } from "../corpus/index-queue.ts";
import type { Corpus } from "../corpus/open-corpus.ts";
import type { Engine } from "../engine.ts";
import { AddedArticles } from "./added-articles.ts";
import type { TelegramBot } from "./bot.ts";
import { errorFacts } from "./errors.ts";

/** Telegram may ask to wait for minutes before the next message. */
const GRACE_MS = 5_000;

export interface WatchOptions {
  readonly config: Pick<Config, "feedsFile">;
  /** Where it is kept what the feeds have told. */
  readonly folder: string;
  readonly engine: Pick<Engine, "sameAs">;
  readonly corpus: Corpus;
  readonly indexQueue: Pick<IndexQueue, "request">;
  readonly bot: Pick<TelegramBot, "offer" | "tellAdmins">;
  readonly logger: Logger;
}

export interface FeedWatching {
  /** Ends what is under way, within seconds. @returns False where a message to an admin is still on its way. */
  stop(): Promise<boolean>;
}

/**
 * Watches the feeds of `FEEDS_FILE`: new articles go to the admins, or into the corpus where the feed says so. A
 * list with an error is told to the admins; the bot goes on without.
 *
 * @returns Null where nothing is watched.
 */
export async function watchFeeds(options: WatchOptions): Promise<FeedWatching | null> {
  const { config, folder, engine, corpus, indexQueue, bot, logger } = options;
  // Without a list the modules behind it need not be loaded.
  if (!existsSync(config.feedsFile)) return null;
  const { FeedsFileError, loadFeeds } = await import("../feeds/feeds-file.ts");
  try {
    const feeds = loadFeeds(config.feedsFile);
    if (feeds.length === 0) return null;
    const [{ FeedWatcher }, { openFeedStore }, { foundTaker }] = await Promise.all([
      import("../feeds/feed-watcher.ts"),
      import("../feeds/feed-store.ts"),
      import("../corpus/take-found.ts"),
    ]);
    const store = openFeedStore(folder);
    const added = new AddedArticles({ indexQueue, bot, logger });
    const stopping = new AbortController();
    const onFound = foundTaker({
      engine,
      corpus,
      logger,
      signal: stopping.signal,
      offer: (proposal) => bot.offer(proposal),
      onAdded: (article) => added.add(article),
    });
    const watcher = new FeedWatcher({ feeds, store, logger, onFound });
    watcher.start();
    logger.info({ feeds: feeds.length }, "feeds are watched");
    return {
      async stop() {
        stopping.abort();
        const ended = watcher.stop().then(() => true);
        const isIdle = await Promise.race([ended, sleep(GRACE_MS, false, { ref: false })]);
        added.stop();
        store.close();
        return isIdle;
      },
    };
  } catch (error) {
    if (error instanceof FeedsFileError) {
      logger.error({ reason: error.message }, "no feeds are watched");
      void bot.tellAdmins(({ corpus: texts }) => texts.adding.feedsBroken(error.message));
    } else logger.error({ error: errorFacts(error) }, "feeds cannot be watched");
    return null;
  }
}
