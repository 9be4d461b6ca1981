import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { errorFacts } from "./errors.ts";

/**
 * One message whose text follows a progress: the latest text is shown, edits are at least
 * `intervalMs` apart, texts in between are skipped, a failed edit is logged and the next one tried.
 */
export class ProgressMessage {
  readonly #edit: (text: string) => Promise<unknown>;
  readonly #send: (text: string) => Promise<unknown>;
  readonly #intervalMs: number;
  readonly #logger: Logger;
  readonly #stopping: AbortSignal;
  #wanted: string | null = null;
  #last: string | null = null;
  #loop: Promise<void> | null = null;
  #editedAt = Number.NEGATIVE_INFINITY;

  constructor(options: {
    /** Gives null where the message can't be edited. */
    readonly edit: (text: string) => Promise<unknown>;
    /** Sends the last text where it can't be shown by an edit. */
    readonly send: (text: string) => Promise<unknown>;
    readonly intervalMs: number;
    readonly logger: Logger;
    /** Once aborted, nothing more is sent. */
    readonly stopping: AbortSignal;
  }) {
    this.#edit = options.edit;
    this.#send = options.send;
    this.#intervalMs = options.intervalMs;
    this.#logger = options.logger;
    this.#stopping = options.stopping;
  }

  /** Wants `text` to be shown; returns at once. */
  show(text: string): void {
    this.#wanted = text;
    this.#loop ??= this.#run().finally(() => {
      this.#loop = null;
    });
  }

  /** Shows a last text and waits until it stands there. */
  async finish(text: string): Promise<void> {
    this.#last = text;
    this.show(text);
    while (this.#loop !== null) await this.#loop;
  }

  async #run(): Promise<void> {
    while (this.#wanted !== null) {
      const waitMs = this.#editedAt + this.#intervalMs - performance.now();
      const signal = this.#stopping;
      // A timer may fire a fraction of a millisecond early.
      if (waitMs > 0) await sleep(waitMs + 1, undefined, { signal }).catch(() => null);
      if (signal.aborted) return;
      const text: string = this.#wanted;
      this.#wanted = null;
      try {
        const shown = await this.#edit(text);
        if (shown === null && text === this.#last) await this.#send(text);
      } catch (error) {
        this.#logger.warn({ error: errorFacts(error) }, "progress could not be shown");
      }
      this.#editedAt = performance.now();
    }
  }
}
