import type { Logger } from "pino";

/**
 * Silence after which the bot counts as cut off. A poll lasts 40 s at most and is followed at once by the
 * next one; with the check every 5 s a dead connection is noticed within two minutes.
 */
const MAX_SILENCE_MS = 90_000;
const CHECK_EVERY_MS = 5000;
const DISK = "disk";

export interface HealthReport {
  readonly status: "starting" | "healthy" | "unhealthy";
  /** Why it is unhealthy; empty otherwise. */
  readonly reasons: readonly string[];
  /** Since Telegram last answered a fetch; null before the first time. */
  readonly secondsSinceTelegram: number | null;
  readonly uptimeSeconds: number;
  /** Whether the language model is asked; absent where none is set. It makes nothing unhealthy: answers go on without it. */
  readonly writer?: string;
}

export interface HealthOptions {
  readonly logger: Logger;
  readonly maxSilenceMs?: number;
  readonly checkEveryMs?: number;
  /** Whether something can be kept on the disk again; asked only after `diskFull`. */
  readonly hasSpace?: () => boolean;
  /** Milliseconds on a clock that never goes back. */
  readonly now?: () => number;
}

/** Whether the bot does its work: Telegram is heard of, and what came in can be kept. */
export class Health {
  readonly #logger: Logger;
  readonly #maxSilenceMs: number;
  readonly #now: () => number;
  readonly #hasSpace: () => boolean;
  readonly #startedAt: number;
  readonly #timer: NodeJS.Timeout;
  readonly #problems = new Map<string, string>();
  #heardAt: number | null = null;
  #lastFailure: string | null = null;
  #wasHealthy = true;
  #writer: (() => string) | null = null;

  constructor({
    logger,
    maxSilenceMs,
    checkEveryMs,
    hasSpace = () => true,
    now = () => performance.now(),
  }: HealthOptions) {
    this.#logger = logger;
    this.#maxSilenceMs = maxSilenceMs ?? MAX_SILENCE_MS;
    this.#now = now;
    this.#hasSpace = hasSpace;
    this.#startedAt = now();
    this.#timer = setInterval(() => {
      if (this.#problems.has(DISK) && this.#hasSpace()) this.#problems.delete(DISK);
      this.check();
    }, checkEveryMs ?? CHECK_EVERY_MS).unref();
  }

  /** Telegram has answered a fetch, with updates or without. */
  heard(): void {
    this.#heardAt = this.#now();
    this.#lastFailure = null;
    if (!this.#wasHealthy) this.check();
  }

  /** Fetching failed; by itself no reason for alarm. */
  failed(why: string): void {
    this.#lastFailure = why;
  }

  /** Something else is wrong, or right again (null). */
  problem(name: string, why: string | null): void {
    if (why === null) this.#problems.delete(name);
    else this.#problems.set(name, `${name}: ${why}`);
    this.check();
  }

  /** There is a writer, and this tells its state. */
  watchWriter(state: () => string): void {
    this.#writer = state;
  }

  /** Something that a user left could not be kept; wrong until there is space again. */
  diskFull(): void {
    this.problem(DISK, "it is full, and nothing can be kept; make room");
  }

  report(): HealthReport {
    const now = this.#now();
    const silenceMs = now - (this.#heardAt ?? this.#startedAt);
    const reasons = [...this.#problems.values()];
    if (silenceMs > this.#maxSilenceMs) {
      const why = this.#lastFailure === null ? "" : ` (${this.#lastFailure})`;
      reasons.push(`Telegram has not answered for ${Math.round(silenceMs / 1000)} s${why}`);
    }
    const starting = this.#heardAt === null && reasons.length === 0;
    return {
      status: starting ? "starting" : reasons.length === 0 ? "healthy" : "unhealthy",
      reasons,
      secondsSinceTelegram: this.#heardAt === null ? null : Math.round(silenceMs / 1000),
      uptimeSeconds: Math.round((now - this.#startedAt) / 1000),
      ...(this.#writer && { writer: this.#writer() }),
    };
  }

  /** Logs where the state has changed. */
  check(): void {
    const { status, reasons } = this.report();
    const isHealthy = status !== "unhealthy";
    if (isHealthy === this.#wasHealthy) return;
    this.#wasHealthy = isHealthy;
    if (isHealthy) this.#logger.info("the bot is healthy again");
    else this.#logger.error({ reasons }, "the bot is unhealthy: it does not reach its users");
  }

  close(): void {
    clearInterval(this.#timer);
  }
}
