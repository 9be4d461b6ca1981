/** Answers of one sender that are being written at once; of more the quoted ones stay. */
const MOST_PER_SENDER = 2;

/** A message of the bot whose answer is being written, and for whom. */
interface Target {
  readonly chatId: number;
  readonly messageId: number;
  readonly senderId: number;
}

interface UnderWay extends Target {
  readonly stop: AbortController;
  readonly done: Promise<void>;
}

/**
 * Which answers are being written. Each outlives the update that asked, so that nobody waits for it, and is given up
 * once its message is no longer what it was: then nothing old comes back into a chat.
 */
export class Writings {
  readonly #underWay = new Set<UnderWay>();
  readonly #stopping: AbortSignal;

  /** @param stopping Aborted when the bot stops: all of them end then. */
  constructor(stopping: AbortSignal) {
    this.#stopping = stopping;
    stopping.addEventListener("abort", () => {
      for (const { stop } of this.#underWay) stop.abort();
    });
  }

  /**
   * Begins one. `work` must not throw.
   *
   * @returns False where the sender has as many under way as may be, or the bot stops.
   */
  begin(target: Target, work: (signal: AbortSignal) => Promise<void>): boolean {
    const own = [...this.#underWay].filter(({ senderId }) => senderId === target.senderId);
    if (own.length >= MOST_PER_SENDER || this.#stopping.aborted) return false;
    const stop = new AbortController();
    const one: UnderWay = {
      ...target,
      stop,
      done: work(stop.signal).finally(() => this.#underWay.delete(one)),
    };
    this.#underWay.add(one);
    return true;
  }

  /** Gives up those that `isMeant` names; resolves when nothing of them can reach a chat any more. */
  async cancel(isMeant: (target: Target) => boolean): Promise<void> {
    const meant = [...this.#underWay].filter(isMeant);
    for (const { stop } of meant) stop.abort();
    await Promise.all(meant.map(({ done }) => done));
  }

  /** Resolves when none is under way. */
  async ended(): Promise<void> {
    await Promise.all([...this.#underWay].map(({ done }) => done));
  }
}
