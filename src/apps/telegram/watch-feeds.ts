import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Corpus } from "../../articles/corpus/index.ts";
import type { Config } from "../../config/index.ts";
import type { Engine } from "../../engine.ts";
import { type Locale, sourceNote } from "../../locale/index.ts";
import type { Article } from "../../model/index.ts";
import type { IndexQueue } from "../shared/index.ts";
import type { TelegramBot } from "./bot-config.ts";
import { shorten } from "./messages/render-answer.ts";
import { errorFacts } from "./middlewares/errors.ts";

const MAX_SHOWN = 10;
const MAX_TITLE_CHARS = 150;
/** Pages of a site come some seconds apart; what comes in one go is told in one message. */
const QUIET_MS = 30_000;

interface AddedArticlesOptions {
  readonly indexQueue: Pick<IndexQueue, "request">;
  readonly bot: Pick<TelegramBot, "tellAdmins">;
  readonly logger: Logger;
  readonly quietMs?: number;
}

/** Articles that were added without asking: indexed and told to the admins together, once no more come. */
export class AddedArticles {
  #articles: Article[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: AddedArticlesOptions) {}

  add(article: Article): void {
    this.#articles.push(article);
    this.stop();
    this.#timer = setTimeout(() => void this.#tell(), this.options.quietMs ?? QUIET_MS);
  }

  /** Tells no more. What was added is in the log, and in the index after the next start. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #tell(): Promise<void> {
    const { indexQueue, bot, logger } = this.options;
    const articles = this.#articles;
    this.#articles = [];
    try {
      const outcome = await indexQueue.request("feeds");
      await bot.tellAdmins((locale) => {
        const { adding } = locale.corpus;
        const lines = articles.slice(0, MAX_SHOWN).map((article) => line(article, locale));
        const left = articles.length - lines.length;
        if (left > 0) lines.push(adding.moreArticles(left));
        const state = outcome.kind === "done" ? [] : [adding.notIndexed(outcome)];
        return [adding.autoAdded(articles.length), ...lines, ...state].join("\n");
      });
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "the admins could not be told what feeds added");
    }
  }
}

const line = (article: Article, locale: Locale) =>
  `• ${shorten(article.title, MAX_TITLE_CHARS)}${sourceNote(article, locale)}`;

/** Telegram may ask to wait for minutes before the next message. */
const GRACE_MS = 5_000;

interface WatchOptions {
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
  const { FeedsFileError, FeedWatcher, loadFeeds, openFeedStore } = await import(
    "../../articles/feeds/index.ts"
  );
  try {
    const feeds = loadFeeds(config.feedsFile);
    if (feeds.length === 0) return null;
    const { foundTaker } = await import("../shared/index.ts");
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
