/** Before this, the time that is left is a guess. */
const TELLS_AFTER_MS = 2_000;

/** How far a phase of a build is. */
export interface Steps {
  readonly done: number;
  readonly total: number;
  /** Estimated from the pace so far; absent while that says little. */
  readonly secondsLeft?: number;
}

/** Counts the steps of a phase and estimates how long it will take, by the pace of those that took work. */
export class Remaining {
  readonly #total: number;
  readonly #startedAt = performance.now();
  #done = 0;
  #worked = 0;

  constructor(total: number) {
    this.#total = total;
  }

  /** @param worked False for a step that an earlier run has done. */
  step(worked: boolean): Steps {
    this.#done++;
    if (worked) this.#worked++;
    return this.#steps(this.#done, this.#total, this.#worked);
  }

  /** The same where somebody else counts. */
  at(done: number, total: number): Steps {
    return this.#steps(done, total, done);
  }

  #steps(done: number, total: number, worked: number): Steps {
    const passedMs = performance.now() - this.#startedAt;
    if (passedMs < TELLS_AFTER_MS || worked === 0) return { done, total };
    const secondsLeft = Math.round(((total - done) * passedMs) / worked / 1_000);
    return { done, total, secondsLeft };
  }
}
