import type { Logger } from "pino";
import { currentGeneration } from "./generations.ts";

/** A look is one small file. */
const LOOK_EVERY_MS = 2_000;

export interface FollowOptions {
  readonly indexDir: string;
  /** Switches to the generation in use, if it is another one. */
  readonly reload: () => Promise<void>;
  readonly logger: Logger;
  readonly lookEveryMs?: number;
}

/**
 * Follows what other processes do to the index (the command line indexes, or goes back): the generation that they put
 * in use is switched to within some seconds.
 *
 * @returns Ends it.
 */
export function followGenerations({
  indexDir,
  reload,
  logger,
  lookEveryMs = LOOK_EVERY_MS,
}: FollowOptions): () => void {
  let seen = currentGeneration(indexDir);
  const timer = setInterval(() => {
    const now = currentGeneration(indexDir);
    if (now === null || now === seen) return;
    seen = now;
    reload().catch((error: Error) => {
      logger.warn({ generation: now, reason: error.message }, "the index could not be switched to");
    });
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}
