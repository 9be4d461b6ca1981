import { setTimeout as sleep } from "node:timers/promises";
import { autoRetry } from "@grammyjs/auto-retry";
import { type ApiClientOptions, GrammyError, HttpError, type Transformer } from "grammy";
import { HttpsProxyAgent } from "https-proxy-agent";

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
const whereRetried =
  (transformer: Transformer): Transformer =>
  (prev, method, payload, signal) =>
    NOT_RETRIED.has(method)
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
  return [whereRetried(retryNetwork(scale)), whereRetried(waiting)];
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

/** Above every limit of retry.ts, which knows the methods. */
const TIMEOUT_SECONDS = 120;

/**
 * Options of grammY's HTTP client.
 *
 * @param apiRoot Bot API server; null is Telegram's own. A `/` at its end is dropped (grammY throws).
 * @param proxy HTTP proxy, `http://[user:password@]host:port`; null is none. grammY ignores the
 *   proxy variables of the environment.
 */
export function clientOptions(apiRoot: string | null, proxy: string | null): ApiClientOptions {
  return {
    timeoutSeconds: TIMEOUT_SECONDS,
    ...(apiRoot === null ? {} : { apiRoot: apiRoot.replace(/(?<!\/)\/+$/u, "") }),
    ...(proxy === null
      ? {}
      : { baseFetchConfig: { compress: true, agent: new HttpsProxyAgent(proxy, PROXY_AGENT) } }),
  };
}

const PROXY_AGENT = { keepAlive: true } as const;

/** A poll that has not ended this long after Telegram should have ended it is on a dead connection. */
const POLL_GRACE_MS = 10_000;
const CALL_MS = 20_000;
/** Files go up slowly on a phone's connection. */
const UPLOAD_MS = 90_000;
const UPLOADS = /^send(?:Document|Photo|MediaGroup|Animation|Video|Audio)/u;

/**
 * Ends calls whose connection has died silently: accepted and never answered, or stalled in the midst.
 *
 * @param scale Part of the usual patience; less than 1 for tests.
 */
export function timeouts(scale = 1): Transformer {
  const limitMs = (method: string, payload: object) => {
    if (method !== "getUpdates") return (UPLOADS.test(method) ? UPLOAD_MS : CALL_MS) * scale;
    const { timeout = 0 } = payload as { timeout?: number };
    return timeout * 1000 + POLL_GRACE_MS * scale;
  };
  return async (prev, method, payload, signal) => {
    const late = new AbortController();
    const abort = () => late.abort();
    const timer = setTimeout(abort, limitMs(method, payload));
    signal?.addEventListener("abort", abort);
    if (signal?.aborted) abort();
    try {
      return await prev(method, payload, late.signal as never);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  };
}

/** After a flood limit of all chats, calls go out at 25 a second; Telegram allows about 30. */
const SPACING_MS = 40;
/** For how long after such a limit. */
const SPACED_FOR_MS = 60_000;
/** Two chats that are limited at the same time mean that the bot as a whole is. */
const CHATS_OF_A_FLOOD = 2;

const UNLIMITED = new Set(["getUpdates", "getMe", "getWebhookInfo", "setWebhook", "deleteWebhook"]);

/**
 * Keeps to Telegram's flood limits once they are met (429 with `retry_after`): the calls for that chat
 * wait as long as Telegram asks; where several chats are limited, those of every chat do, and are then
 * let out one by one. Without that, all waiting calls would come back at the same moment, be refused
 * again, and the answers be given up after some tries. The refused call itself is repeated by auto-retry.
 */
export function floodGate(now: () => number = Date.now): Transformer {
  /** Until when a chat is limited. */
  const limited = new Map<string, number>();
  let allUntil = 0;
  let spacedUntil = 0;
  let nextSlot = 0;

  function limit(chat: string, seconds: number): void {
    const at = now();
    for (const [other, until] of limited) if (until <= at) limited.delete(other);
    const until = at + seconds * 1000;
    limited.set(chat, Math.max(until, limited.get(chat) ?? 0));
    if (limited.size < CHATS_OF_A_FLOOD) return;
    allUntil = Math.max(allUntil, until);
    spacedUntil = allUntil + SPACED_FOR_MS;
  }

  async function wait(chat: string): Promise<void> {
    for (;;) {
      const until = Math.max(limited.get(chat) ?? 0, allUntil);
      if (until <= now()) break;
      // A timer may fire a fraction of a millisecond early.
      await sleep(until - now() + 1);
    }
    if (now() >= spacedUntil) return;
    nextSlot = Math.max(nextSlot + SPACING_MS, now());
    const waitMs = nextSlot - now();
    if (waitMs > 0) await sleep(waitMs);
  }

  return async (prev, method, payload, signal) => {
    if (UNLIMITED.has(method)) return await prev(method, payload, signal);
    const chat = String((payload as { chat_id?: unknown }).chat_id ?? "");
    // A late "typing…" is worse than none.
    const isAction = method === "sendChatAction";
    if (isAction && Math.max(limited.get(chat) ?? 0, allUntil) > now())
      return { ok: true, result: true as never };
    if (!isAction) await wait(chat);
    const response = await prev(method, payload, signal);
    const seconds = response.ok ? undefined : response.parameters?.retry_after;
    if (seconds !== undefined) limit(chat, seconds);
    return response;
  };
}

/** A text without halves of surrogate pairs, of an object or array every text; files stay as they are. */
function wellFormed<T>(value: T): T {
  if (typeof value === "string") return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== "object" || value === null) return value;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, wellFormed(v)])) as T;
}

/** Telegram refuses a whole message for one half of a surrogate pair: it becomes U+FFFD instead. */
export const sendWellFormed: Transformer = (prev, method, payload, signal) =>
  prev(method, wellFormed(payload), signal);
