import { setTimeout as sleep } from "node:timers/promises";
import type { IndexOutcome, Reindexer } from "../../model/index.ts";

interface IndexQueueOptions {
  readonly reindexer: Reindexer;
  /** What answers: it takes a new index at once. */
  readonly engine: { readonly reload: () => Promise<unknown> };
  /** True while the index must not be brought up to date unasked: rolled back, or of another model. */
  readonly isHeld?: () => boolean;
  /** Aborted when the program stops. What was not indexed is at the next start. */
  readonly stopping?: AbortSignal;
  /** How often it is tried again while another run is under way. */
  readonly retryMs?: number;
}

const RETRY_MS = 500;

/**
 * Takes what was saved into the index, one run after another: whatever was saved before `request` is in the index
 * when its promise resolves. Requests that come during a run share the next one.
 */
export class IndexQueue {
  readonly #options: IndexQueueOptions;
  #running: Promise<IndexOutcome> | null = null;
  #next: Promise<IndexOutcome> | null = null;
  #again: string[] = [];

  constructor(options: IndexQueueOptions) {
    this.#options = options;
  }

  /**
   * @param startedBy Who asked, for the refusal of a second run.
   * @param again Corpus files that are read and embedded again though nothing touched them.
   * @returns How it ended; never rejects.
   */
  request(startedBy: string, again: readonly string[] = []): Promise<IndexOutcome> {
    this.#again.push(...again);
    this.#next ??= this.#after(this.#running, startedBy);
    return this.#next;
  }

  async #after(run: Promise<IndexOutcome> | null, startedBy: string): Promise<IndexOutcome> {
    await run;
    this.#running = this.#next;
    this.#next = null;
    const again = this.#again;
    this.#again = [];
    try {
      return await this.#index(startedBy, again);
    } catch (error) {
      return { kind: "failed", reason: (error as Error).message };
    }
  }

  async #index(startedBy: string, again: readonly string[]): Promise<IndexOutcome> {
    const { reindexer, engine, isHeld, stopping, retryMs = RETRY_MS } = this.#options;
    for (;;) {
      if (stopping?.aborted) return { kind: "cancelled" };
      if (isHeld?.()) return { kind: "held" };
      const outcome = await reindexer.start({
        full: false,
        again,
        startedBy,
        onProgress: () => {},
      });
      if (outcome.kind === "done") await engine.reload();
      if (outcome.kind !== "busy") return outcome;
      // That run may have listed the corpus before the change.
      await sleep(retryMs, undefined, stopping && { signal: stopping }).catch(() => null);
    }
  }
}
