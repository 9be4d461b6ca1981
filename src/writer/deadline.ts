/** A signal that is aborted after a while, or with another one. */
interface Deadline {
  readonly signal: AbortSignal;
  /** Must be called in the end: it frees whatever still listens, a connection under way too. */
  end(): void;
}

/**
 * Gives a signal that is aborted by a time-out (reason `TimeoutError`), or when `stop` is.
 *
 * `AbortSignal.any` and `AbortSignal.timeout` hold each other weakly: on Node 20 some are collected before they fire, and
 * a call that hangs then hangs for ever.
 */
export function deadline(timeoutMs: number, stop?: AbortSignal): Deadline {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(
    () => controller.abort(new DOMException("it took too long", "TimeoutError")),
    timeoutMs,
  );
  stop?.addEventListener("abort", abort);
  if (stop?.aborted) abort();
  return {
    signal: controller.signal,
    end() {
      clearTimeout(timer);
      stop?.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}
