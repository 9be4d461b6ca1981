import { existsSync, statfsSync } from "node:fs";
import { join } from "node:path";
import { type FeedsSummary, openFeedStore } from "../../articles/feeds/index.ts";
import { currentManifest, type IndexPlace, isProblem } from "../../index/index.ts";
import { type KeptGeneration, keptGenerations } from "../../indexing/index.ts";

/** What admins are told of the state of things. */
export interface Upkeep {
  /** The generations that can be gone back to, newest first. */
  generations(): KeptGeneration[];
  /** How the feeds were last looked at; null: none was. */
  feeds(): FeedsSummary | null;
  /** Bytes that are free where the index lies; null where the system does not say. */
  freeBytes(): number | null;
  /** Corrections of the register that fit no report any more. */
  unmatchedCorrections(): number;
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
): Upkeep {
  return {
    generations: () => keptGenerations(place),
    feeds() {
      if (!existsSync(join(folder, "feeds.db"))) return null;
      const store = openFeedStore(folder);
      try {
        return store.summary();
      } finally {
        store.close();
      }
    },
    freeBytes() {
      try {
        const { bavail, bsize } = statfsSync(indexDir);
        return bavail * bsize;
      } catch {
        return null;
      }
    },
    unmatchedCorrections() {
      const current = currentManifest(place);
      return isProblem(current) ? 0 : (current.manifest.register.unmatched ?? 0);
    },
  };
}
