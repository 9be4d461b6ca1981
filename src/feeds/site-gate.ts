import { setTimeout as sleep } from "node:timers/promises";

/** Lets one request through to a site at a time, with a pause between two. */
export class SiteGate {
  readonly #minDelayMs: number;
  /** The end of the last work of each site, pause included. */
  readonly #tails = new Map<string, Promise<unknown>>();

  constructor(minDelayMs: number) {
    this.#minDelayMs = minDelayMs;
  }

  /**
   * Runs `work` when it is the site's turn.
   *
   * @param delayMs Longer pause that the site asks for.
   * @throws What `work` throws, and the signal's reason.
   */
  run<T>(url: string, delayMs: number, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const site = new URL(url).hostname.replace(/^www\./u, "");
    const turn = (this.#tails.get(site) ?? Promise.resolve()).then(() => {
      signal.throwIfAborted();
      return work();
    });
    const pause = () =>
      sleep(Math.max(this.#minDelayMs, delayMs), null, { signal }).catch(() => {});
    const tail = turn.then(pause, pause);
    this.#tails.set(site, tail);
    tail.then(() => {
      if (this.#tails.get(site) === tail) this.#tails.delete(site);
    });
    return turn;
  }
}
