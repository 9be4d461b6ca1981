import type { Transformer } from "grammy";

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
