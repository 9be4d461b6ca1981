import type { Transformer } from "grammy";

/** How long Telegram may let us wait for an update; it answers then in any case. */
export const POLL_SECONDS = 30;

/** A poll that has not ended this long after Telegram should have ended it is on a dead connection. */
const POLL_GRACE_MS = 10_000;
const CALL_MS = 20_000;
/** Files go up slowly on a phone's connection. */
const UPLOAD_MS = 90_000;
const UPLOADS = /^send(?:Document|Photo|MediaGroup|Animation|Video|Audio)/u;

const limitMs = (method: string) =>
  method === "getUpdates"
    ? POLL_SECONDS * 1000 + POLL_GRACE_MS
    : UPLOADS.test(method)
      ? UPLOAD_MS
      : CALL_MS;

/** Ends calls whose connection has died silently (accepted, never answered, or cut in the midst). */
export function timeouts(scale = 1): Transformer {
  return async (prev, method, payload, signal) => {
    const late = new AbortController();
    const abort = () => late.abort();
    const timer = setTimeout(abort, limitMs(method) * scale);
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
