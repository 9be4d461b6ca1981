import { setTimeout as sleep } from "node:timers/promises";
import { createConcurrentSink, createRunner, createSource } from "@grammyjs/runner";
import type { Api, Bot } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { BotContext } from "./context.ts";
import { errorFacts } from "./errors.ts";
import { untilReached } from "./retry.ts";

const POLL_SECONDS = 30;
const ALLOWED_UPDATES = ["message", "callback_query"] as const;
/** Telegram may deliver an update again after a lost response; ids beyond this many are forgotten. */
const MAX_SEEN_IDS = 5000;

/** A dead network must not hold up the shutdown. */
const MAX_CONFIRM_MS = 2000;

// grammY types signals by a polyfill; it takes the platform's as well.
const forGrammy = (signal: AbortSignal) => signal as NonNullable<Parameters<Api["getUpdates"]>[1]>;

/** Long polling of a bot: updates of different chats are handled at the same time. */
export interface Polling {
  /** Resolves when polling has stopped, rejects when it can't go on (the token is refused). */
  readonly ended: Promise<void>;
  /** Fetches no more, lets the handlers finish, confirms to Telegram what has been handled. */
  stop(graceMs: number): Promise<void>;
}

/** The ids of updates seen lately. */
class SeenIds {
  readonly #ids = new Set<number>();

  /** False where the id was seen before. */
  add(id: number): boolean {
    if (this.#ids.has(id)) return false;
    this.#ids.add(id);
    const oldest = this.#ids.values().next().value;
    if (this.#ids.size > MAX_SEEN_IDS && oldest !== undefined) this.#ids.delete(oldest);
    return true;
  }
}

/**
 * Starts polling. The runner's own fetcher is not used: it prints errors with the token to the
 * console, waits up to hours after an outage, and on stop neither waits for the handlers nor
 * confirms the last updates, which would then be answered again after a restart.
 */
export function startPolling(bot: Bot<BotContext>, logger: Logger): Polling {
  let offset = 0;
  let failing = false;
  const seen = new SeenIds();
  const unfinished = new Map<number, Promise<void>>();
  const stopping = new AbortController();

  const onFailure = (error: unknown, nextTryInMs: number) => {
    failing = true;
    logger.warn({ error: errorFacts(error), nextTryInMs }, "Telegram cannot be polled");
  };

  async function fetchUpdates(batchSize: number): Promise<Update[]> {
    const request = {
      offset,
      limit: Math.max(1, Math.min(batchSize, 100)),
      timeout: POLL_SECONDS,
      allowed_updates: ALLOWED_UPDATES,
    };
    const updates = await untilReached(
      () => bot.api.getUpdates(request, forGrammy(stopping.signal)),
      stopping.signal,
      onFailure,
    );
    if (failing) logger.info("polling works again");
    failing = false;
    if (updates.length > 0) offset = Math.max(...updates.map((update) => update.update_id)) + 1;
    return updates.filter((update) => seen.add(update.update_id));
  }

  function handle(update: Update): Promise<void> {
    const tracked = bot
      .handleUpdate(update)
      .catch(async (error) => {
        await bot.errorHandler(error);
      })
      .finally(() => unfinished.delete(update.update_id));
    unfinished.set(update.update_id, tracked);
    return tracked;
  }

  const runner = createRunner(
    createSource({ supply: fetchUpdates }),
    createConcurrentSink({ consume: handle }, async (error) => {
      logger.error({ error: errorFacts(error) }, "the error handler failed");
    }),
  );
  runner.start();
  const ended = runner.task() ?? Promise.resolve();

  /** A request with a higher offset confirms what lies below; what it returns is fetched again. */
  async function confirm(): Promise<void> {
    const lowestUnfinished = Math.min(...unfinished.keys());
    const upTo = Math.min(offset, lowestUnfinished);
    if (upTo === 0) return;
    try {
      const signal = forGrammy(AbortSignal.timeout(MAX_CONFIRM_MS));
      await bot.api.getUpdates({ offset: upTo, limit: 1, timeout: 0 }, signal);
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "handled updates could not be confirmed");
    }
  }

  return {
    ended,
    async stop(graceMs) {
      stopping.abort();
      runner.stop();
      const drained = ended
        .catch(() => null)
        .then(() => Promise.allSettled([...unfinished.values()]));
      const timer = new AbortController();
      const deadline = sleep(graceMs, undefined, { signal: timer.signal }).catch(() => null);
      await Promise.race([drained, deadline]);
      timer.abort();
      if (unfinished.size > 0) logger.warn({ count: unfinished.size }, "updates left unfinished");
      await confirm();
    },
  };
}
