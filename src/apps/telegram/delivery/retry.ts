import { setTimeout as sleep } from "node:timers/promises";
import { autoRetry } from "@grammyjs/auto-retry";
import { GrammyError, HttpError, type Transformer } from "grammy";

// Polling has its own patience, and a late "typing…" is worse than none.
const NOT_RETRIED = new Set([
  "getUpdates",
  "getMe",
  "getWebhookInfo",
  "setWebhook",
  "deleteWebhook",
  "sendChatAction",
]);

const NETWORK_DELAYS_MS = [500, 2000];

/** Skips a transformer for calls that must fail at once. */
const exceptFor =
  (methods: ReadonlySet<string>, transformer: Transformer): Transformer =>
  (prev, method, payload, signal) =>
    methods.has(method)
      ? prev(method, payload, signal)
      : transformer(prev, method, payload, signal);

/**
 * Repeats a call that got no response. auto-retry does that too, but without a limit (2.0.2), so
 * that one unreachable server would hold a chat for hours. A repeated call may be carried out
 * twice: an answer that comes twice is better than one that never comes.
 */
const retryNetwork =
  (scale: number): Transformer =>
  async (prev, method, payload, signal) => {
    for (const delayMs of NETWORK_DELAYS_MS) {
      try {
        return await prev(method, payload, signal);
      } catch (error) {
        if (!(error instanceof HttpError) || signal?.aborted) throw error;
        await sleep(delayMs * scale);
      }
    }
    return await prev(method, payload, signal);
  };

/**
 * Transformers that repeat failed calls with limits: no response, 429 with `retry_after`, 5xx.
 *
 * @param scale Part of the usual pauses after no response; less than 1 for tests.
 */
export function retryTransformers(scale = 1): Transformer[] {
  const waiting = autoRetry({ maxRetryAttempts: 5, maxDelaySeconds: 600, rethrowHttpErrors: true });
  return [exceptFor(NOT_RETRIED, retryNetwork(scale)), exceptFor(NOT_RETRIED, waiting)];
}

const FIRST_DELAY_MS = 500;
const MAX_DELAY_MS = 30_000;
/** Another process polls with the same token; it may be the one that this one replaces. */
const CONFLICT_DELAY_MS = 3000;

const isFinal = (error: unknown) =>
  error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404);

function delayAfter(error: unknown, attempt: number, scale: number): number {
  if (error instanceof GrammyError) {
    if (error.parameters.retry_after !== undefined) return error.parameters.retry_after * 1000;
    if (error.error_code === 409) return CONFLICT_DELAY_MS * scale;
  }
  return scale * Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt, 10));
}

/**
 * Repeats a call until Telegram answers it, for calls without which the bot can't go on.
 *
 * @param onFailure Told of each failure and the time until the next try.
 * @param scale Part of the usual pauses, but for those that Telegram asks for; less than 1 for tests.
 * @throws Where the token is refused (401, 404) or `signal` is aborted.
 */
export async function untilReached<T>(
  call: () => Promise<T>,
  signal: AbortSignal,
  onFailure: (error: unknown, nextTryInMs: number) => void,
  scale = 1,
): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (signal.aborted || isFinal(error)) throw error;
      const delayMs = delayAfter(error, attempt, scale);
      onFailure(error, delayMs);
      await sleep(delayMs, undefined, { signal });
    }
  }
}
