import type { Logger } from "pino";
import { fetchSafely } from "../fetch/index.ts";
import { readDocument } from "../parse/index.ts";
import { type CheckContext, type CheckResult, checkFeed, type OnFound } from "./check-feed.ts";
import type { Feed, FeedStore } from "./feed-store.ts";
import { Robots, SiteGate } from "./robots.ts";

export interface FeedWatcherOptions {
  readonly feeds: readonly Feed[];
  readonly store: FeedStore;
  readonly logger: Logger;
  /** Where it throws, the check has failed, and the page is reported anew at the next one. */
  readonly onFound: OnFound;
  /** Default: the public web, safely. */
  readonly fetch?: CheckContext["fetch"];
  readonly read?: CheckContext["read"];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Pause between two requests to a site. */
  readonly minDelayMs?: number;
  /** How often it is looked which feeds are due. */
  readonly tickMs?: number;
}

const MIN_DELAY_MS = 2_000;
const TICK_MS = 30_000;
const MAX_BACK_OFF_MS = 24 * 3_600_000;
/** The longest time between two checks, whatever a site asks for. */
const MAX_WAIT_MS = 7 * MAX_BACK_OFF_MS;

/** Checks feeds when they are due, sites side by side, and reports new articles on their topics. */
export class FeedWatcher {
  readonly #context: CheckContext;
  readonly #stopping = new AbortController();
  readonly #running = new Map<string, Promise<CheckResult>>();
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly options: FeedWatcherOptions) {
    const { store, onFound, fetch = fetchSafely, now = Date.now } = options;
    const gate = new SiteGate(options.minDelayMs ?? MIN_DELAY_MS);
    const { signal } = this.#stopping;
    const robots = new Robots(
      (url, maxBytes) =>
        gate.run(url, 0, signal, () => fetch(url, { limits: { maxBytes }, signal })),
      now,
    );
    const read = options.read ?? ((input) => readDocument(input, { signal }));
    this.#context = { store, gate, robots, fetch, read, now, signal, onFound };
  }

  /** Begins to look, at once and then regularly, until `stop`. */
  start(): void {
    const { logger } = this.options;
    const tick = () => {
      // The database may be gone or the disk full: said in the log, and tried again at the next tick.
      this.checkDue().catch((error) => logger.error({ err: error }, "feeds could not be checked"));
    };
    this.#timer = setInterval(tick, this.options.tickMs ?? TICK_MS);
    tick();
  }

  /** Ends what is under way; resolves when nothing is any more. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#stopping.abort();
    await Promise.allSettled(this.#running.values());
  }

  /** Checks the feeds that are due. */
  async checkDue(): Promise<void> {
    const { feeds, store } = this.options;
    const now = this.#context.now();
    const due = feeds.filter(({ url }) => {
      const next = store.feed(url)?.nextCheckMs ?? 0;
      // Further off than any wait: the clock was ahead when it was set down.
      return next <= now || next > now + MAX_WAIT_MS;
    });
    await Promise.all(due.map((feed) => this.check(feed)));
  }

  /** Checks a feed now, due or not; a check under way is joined. */
  check(feed: Feed): Promise<CheckResult> {
    const running = this.#running.get(feed.url);
    if (running !== undefined) return running;
    const check = this.#check(feed).finally(() => this.#running.delete(feed.url));
    this.#running.set(feed.url, check);
    return check;
  }

  async #check(feed: Feed): Promise<CheckResult> {
    const { logger } = this.options;
    let result: CheckResult;
    try {
      result = await checkFeed(feed, this.#context);
    } catch (error) {
      // Stopped in the middle: nothing is noted, and the next start goes on from what was seen.
      const stopped = { found: 0, error: "cancelled", retryAfterMs: 0, validators: null };
      if (this.#stopping.signal.aborted) return stopped;
      logger.error({ err: error, feed: feed.name }, "checking a feed failed");
      result = { ...stopped, error: "failed" };
    }
    if (!this.#stopping.signal.aborted) this.#save(feed, result);
    return result;
  }

  #save(feed: Feed, result: CheckResult): void {
    const { store, logger } = this.options;
    const now = this.#context.now();
    const before = store.feed(feed.url);
    const { error } = result;
    const failures = error === null ? 0 : (before?.failures ?? 0) + 1;
    const backOff = Math.min(
      feed.intervalMs * 2 ** failures,
      Math.max(MAX_BACK_OFF_MS, feed.intervalMs),
    );
    const wait = Math.min(Math.max(backOff, result.retryAfterMs), MAX_WAIT_MS);
    const known = result.validators ?? { etag: null, lastModified: null };
    store.saveFeed(feed.url, {
      ...known,
      failures,
      nextCheckMs: now + wait,
      // A feed that never answered has still to have its first look.
      checkedMs: error === null ? now : (before?.checkedMs ?? 0),
      error,
    });
    const told = { feed: feed.name, found: result.found, nextInMinutes: Math.round(wait / 60_000) };
    if (error === null) logger.info(told, "feed checked");
    else logger.warn({ ...told, error, failures }, "feed could not be checked");
  }
}
