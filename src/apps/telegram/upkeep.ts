import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import { type FeedsSummary, openFeedStore } from "../../articles/feeds/index.ts";
import type { Config } from "../../config/index.ts";
import { createEngine, type VisitsEngine } from "../../engine.ts";
import { currentManifest, type IndexPlace, isProblem } from "../../index/index.ts";
import { type KeptGeneration, keptGenerations } from "../../indexing/index.ts";
import { isDatabaseAway } from "../../storage/postgres/index.ts";
import type { Health } from "../health/index.ts";

const FIRST_WAIT_MS = 1_000;
const LAST_WAIT_MS = 30_000;

/** The engine, once its database answers: until then Telegram keeps what people write, and `/health` says why. */
export async function engineWithin(
  config: Config,
  logger: Logger,
  health: Health,
): Promise<VisitsEngine> {
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(LAST_WAIT_MS, waitMs * 2)) {
    try {
      const engine = await createEngine({ config, logger, asItIs: true });
      health.problem("database", null);
      return engine;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      health.problem("database", (error as Error).message);
      logger.error({ reason: (error as Error).message }, "waiting for the database");
      await sleep(waitMs);
    }
  }
}

/**
 * The state of the index and of its folder.
 *
 * @param folder Where feeds leave their state: the index folder, or another one where that cannot be written.
 * @param place Where the index that answers lies.
 */
export function upkeepOf(
  indexDir: string,
  folder: string = indexDir,
  place: IndexPlace = indexDir,
) {
  return {
    /** The generations that can be gone back to, newest first. */
    generations: (): KeptGeneration[] => keptGenerations(place),
    /** How the feeds were last looked at; null: none was. */
    feeds(): FeedsSummary | null {
      if (!existsSync(join(folder, "feeds.db"))) return null;
      const store = openFeedStore(folder);
      try {
        return store.summary();
      } finally {
        store.close();
      }
    },
    /** Bytes that are free where the index lies; null where the system does not say. */
    freeBytes(): number | null {
      try {
        const { bavail, bsize } = statfsSync(indexDir);
        return bavail * bsize;
      } catch {
        return null;
      }
    },
    /** Corrections of the register that fit no report any more. */
    unmatchedCorrections(): number {
      const current = currentManifest(place);
      return isProblem(current) ? 0 : (current.manifest.register.unmatched ?? 0);
    },
  };
}

/** What admins are told of the state of things. */
export type Upkeep = ReturnType<typeof upkeepOf>;
