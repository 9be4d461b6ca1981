import { setTimeout as sleep } from "node:timers/promises";
import type { Api } from "grammy";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import type { Health } from "../../health/index.ts";
import { errorFacts } from "../middlewares/errors.ts";
import { untilReached } from "./client.ts";
import type { Intake } from "./intake.ts";

/** How long Telegram may let us wait for an update; it answers then in any case. */
const POLL_SECONDS = 30;
/** The kinds of updates that some feature takes; Telegram sends no others. */
export const ALLOWED_UPDATES = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
] as const;
/** Telegram keeps what is not fetched: while so many are under way, no more are taken over. */
const MAX_UNDER_WAY = 500;
/** A dead network must not hold up the shutdown. */
const MAX_CONFIRM_MS = 2000;
/** Updates that cannot be stored are delivered again and again until they are handled. */
const REDELIVERY_PAUSE_MS = 200;
/** Conflicts from which on two processes share the token: a replaced one is gone after the first. */
const CONFLICTS_TO_TELL = 3;

// grammY types signals by a polyfill; it takes the platform's as well.
const forGrammy = (signal: AbortSignal) => signal as NonNullable<Parameters<Api["getUpdates"]>[1]>;

/** How updates come in, by polling or webhook. */
export interface Delivery {
  /** Resolves when it has stopped, rejects when it can't go on (the token is refused). */
  readonly ended: Promise<void>;
  /** Takes no more, gives what is under way `graceMs` to finish. */
  stop(graceMs: number): Promise<void>;
}

/** See `BotConfig`. */
interface PollingPace {
  readonly pollSeconds?: number;
  readonly retryScale?: number;
}

export interface DeliveryOptions {
  readonly api: Api;
  readonly intake: Intake;
  readonly logger: Logger;
  readonly health: Pick<Health, "heard" | "failed">;
  /** Told once an outage that another process polls with the same token. */
  readonly onConflict?: () => void;
}

/**
 * Starts long polling. A poll confirms everything below its offset, so an update moves the offset only
 * once it is on disk. grammY's own loop confirms what it has merely received, and its runner prints errors
 * with the token to the console and waits up to hours after an outage.
 */
export function startPolling(
  { api, intake, logger, health, onConflict }: DeliveryOptions,
  { pollSeconds = POLL_SECONDS, retryScale }: PollingPace = {},
): Delivery {
  let next = 0;
  let failing = false;
  let conflicts = 0;
  const stopping = new AbortController();
  const { signal } = stopping;

  const onFailure = (error: unknown, nextTryInMs: number) => {
    failing = true;
    const facts = errorFacts(error);
    // One conflict may be the process that this one replaces.
    if (facts.code === 409 && ++conflicts === CONFLICTS_TO_TELL) onConflict?.();
    health.failed(facts.description ?? facts.name);
    logger.warn({ error: facts, nextTryInMs }, "Telegram cannot be polled");
  };

  const offset = () => Math.min(next, intake.lowestUnstored);

  async function poll(): Promise<Update[]> {
    const request = { offset: offset(), limit: 100, timeout: pollSeconds };
    const updates = await untilReached(
      () => api.getUpdates({ ...request, allowed_updates: ALLOWED_UPDATES }, forGrammy(signal)),
      signal,
      onFailure,
      retryScale,
    );
    if (failing) logger.info("polling works again");
    failing = false;
    health.heard();
    return updates;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      await intake.room(MAX_UNDER_WAY, signal);
      if (signal.aborted) return;
      const updates = await poll();
      if (updates.length === 0) continue;
      const isStored = intake.accept(updates);
      next = Math.max(...updates.map((update) => update.update_id)) + 1;
      if (!isStored) await sleep(REDELIVERY_PAUSE_MS);
    }
  }

  /** A request with a higher offset confirms what lies below; what it returns is fetched again. */
  async function confirm(): Promise<void> {
    if (next === 0) return;
    try {
      const limit = forGrammy(AbortSignal.timeout(MAX_CONFIRM_MS));
      await api.getUpdates({ offset: offset(), limit: 1, timeout: 0 }, limit);
    } catch (error) {
      logger.warn({ error: errorFacts(error) }, "stored updates could not be confirmed");
    }
  }

  const ended = run().catch((error) => {
    if (!signal.aborted) throw error;
  });
  return {
    ended,
    async stop(graceMs) {
      stopping.abort();
      await ended.catch(() => null);
      await intake.drain(graceMs);
      await confirm();
    },
  };
}
