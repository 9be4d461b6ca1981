import { setTimeout as sleep } from "node:timers/promises";
import type { Update } from "grammy/types";
import type { Logger } from "pino";
import { withUpdate } from "../../../log/index.ts";
import { errorFacts } from "../middlewares/errors.ts";
import type { Journal } from "./journal.ts";

/** Ids that are kept in memory where the journal cannot be written. */
const MAX_SEEN_IDS = 5000;

interface IntakeOptions {
  readonly journal: Journal;
  /** Handles an update to the end; a throw is logged, the update is done all the same. */
  readonly handle: (update: Update) => Promise<void>;
  readonly logger: Logger;
  /** Told why the journal cannot be written, and null once it can again. */
  readonly onJournalProblem?: (reason: string | null) => void;
}

/** Takes updates over from Telegram, by polling or webhook, and sees each of them through once. */
export class Intake {
  readonly #underWay = new Map<number, Promise<void>>();
  /** Ids under way that are not on disk, and so must not be confirmed yet. */
  readonly #unstored = new Set<number>();
  readonly #seen = new Set<number>();
  /** Who waits for the number of updates under way to fall. */
  readonly #waiting = new Set<() => void>();
  #journalFails = false;
  #closed = false;

  constructor(private readonly options: IntakeOptions) {}

  /** Updates taken over and not seen through yet. */
  get size(): number {
    return this.#underWay.size;
  }

  /** The lowest id that Telegram must keep, because it is not on disk; Infinity where all are. */
  get lowestUnstored(): number {
    return Math.min(...this.#unstored);
  }

  /** Takes up what an earlier process left unanswered. */
  resume(): void {
    const { journal, logger } = this.options;
    const { updates, suspects, givenUp } = journal.resume();
    for (const updateId of givenUp)
      logger.error({ updateId }, "an update was given up: it has ended the process repeatedly");
    const count = updates.length + suspects.length;
    if (count > 0) logger.info({ count }, "updates of the last run go on");
    for (const update of updates) void this.#run(update);
    void this.#runInTurn(suspects);
  }

  /** One after another, the first alone to blame should the process end again. */
  async #runInTurn(updates: readonly Update[]): Promise<void> {
    for (const update of updates) {
      if (this.#closed) return;
      await this.#run(update);
    }
  }

  /**
   * Takes updates over; where it returns true they are on disk. A journal that cannot be written (a full
   * disk) holds nobody's answer up: the updates are handled, and false says that Telegram must keep them
   * until then.
   */
  accept(updates: readonly Update[]): boolean {
    if (updates.length === 0 || this.#closed) return !this.#closed;
    const { journal, logger } = this.options;
    const unseen = updates.filter(({ update_id }) => !this.#seen.has(update_id));
    let fresh: Update[];
    try {
      fresh = journal.add(unseen);
      // That nothing had to be written says nothing of the disk.
      if (unseen.length > 0) this.#report(null);
    } catch (error) {
      if (!this.#journalFails)
        logger.error({ error: errorFacts(error) }, "the journal cannot be written");
      this.#report((error as { code?: string }).code ?? "unknown");
      fresh = unseen.toSorted((a, b) => a.update_id - b.update_id);
      for (const { update_id } of fresh) this.#keepInMemory(update_id);
    }
    for (const update of fresh) void this.#run(update);
    return unseen.length === 0 || !this.#journalFails;
  }

  /** Resolves once fewer than `most` updates are under way, or when `signal` is aborted. */
  async room(most: number, signal: AbortSignal): Promise<void> {
    while (this.size >= most && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.#waiting.delete(wake);
          signal.removeEventListener("abort", wake);
          resolve();
        };
        this.#waiting.add(wake);
        signal.addEventListener("abort", wake);
      });
    }
  }

  /** Waits until all is handled, `graceMs` at most; what is left stays in the journal for the next start. */
  async drain(graceMs: number): Promise<void> {
    const timer = new AbortController();
    const deadline = sleep(graceMs, undefined, { signal: timer.signal }).catch(() => null);
    await Promise.race([Promise.allSettled([...this.#underWay.values()]), deadline]);
    timer.abort();
    this.#closed = true;
    if (this.size > 0) this.options.logger.warn({ count: this.size }, "updates left unfinished");
  }

  #run({ update_id: id, ...content }: Update): Promise<void> {
    const { handle, logger } = this.options;
    const handling = withUpdate(id, async () => {
      try {
        await handle({ update_id: id, ...content });
      } catch (error) {
        logger.error({ error: errorFacts(error) }, "the error handler failed");
      }
      this.#finish(id);
    });
    this.#underWay.set(id, handling);
    return handling;
  }

  #finish(id: number): void {
    // After the shutdown's deadline the next start answers it: what this one still does may not arrive.
    if (this.#closed) return;
    this.#underWay.delete(id);
    for (const wake of [...this.#waiting]) wake();
    if (this.#unstored.delete(id)) return;
    const { journal, logger } = this.options;
    try {
      journal.done(id);
    } catch (error) {
      logger.error({ error: errorFacts(error) }, "an answered update could not be marked");
    }
  }

  #keepInMemory(id: number): void {
    this.#unstored.add(id);
    this.#seen.add(id);
    const oldest = this.#seen.values().next().value;
    if (this.#seen.size > MAX_SEEN_IDS && oldest !== undefined) this.#seen.delete(oldest);
  }

  #report(reason: string | null): void {
    const fails = reason !== null;
    if (fails !== this.#journalFails) this.options.onJournalProblem?.(reason);
    this.#journalFails = fails;
  }
}
