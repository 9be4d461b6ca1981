import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { builtInChild } from "../index/build-in-child.ts";
import { activeHold } from "../index/hold.ts";
import { IndexLockedError } from "../index/lock.ts";
import type { IndexCounters } from "../index/reindexer.ts";
import { note, printLine } from "./io.ts";

/** A run of the bot after a change takes seconds; a full one may take longer than anybody waits. */
const WAIT_MS = 60_000;
const RETRY_MS = 500;

const LATER =
  'The change is kept; "npm run -s cli -- index" takes it into the index, as does the next run of a bot.';

/**
 * Takes what was changed in the corpus into the index, waiting while another process writes it, and prints how that
 * went. An index that somebody went back to is left as it is.
 *
 * @returns What the run did; null where the index was left as it is.
 * @throws {Error} Where it cannot be done now; the change is kept all the same.
 */
export async function indexChanges(
  config: Config,
  startedBy: string,
  logger: Logger,
  waitMs = WAIT_MS,
): Promise<IndexCounters | null> {
  const hold = activeHold(config.indexDir);
  if (hold !== null) {
    await printLine(
      `The index is kept at generation ${hold.generation}, which ${hold.by} went back to. ${LATER}`,
    );
    return null;
  }
  const deadline = performance.now() + waitMs;
  let told = false;
  const quiet = { ...config, logLevel: logger.level as Config["logLevel"] };
  for (;;) {
    try {
      return await builtInChild({ config: quiet, full: false, startedBy });
    } catch (error) {
      if (!(error instanceof IndexLockedError) || performance.now() > deadline) {
        throw new Error(`${(error as Error).message} ${LATER}`);
      }
      const who = error.holder?.startedBy ?? "another process";
      if (!told) note(`The index is being written by ${who}; waiting.`);
      told = true;
      await sleep(RETRY_MS);
    }
  }
}
