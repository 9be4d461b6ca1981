import { findBase, openBaseFiles } from "../index/index.ts";
import { acquireLock } from "../storage/index.ts";
import type { BuildOptions, BuildResult } from "./build-options.ts";
import { BuildRun } from "./build-run.ts";
import { noteDataVersion } from "./upkeep/migrations.ts";

/**
 * What a build would give where there is nothing to do, found by comparing alone; null: something has changed, or may
 * have. Takes no lock and reads no article, so that a start with an unchanged corpus needs no process for it.
 */
export function unchangedIndex(options: BuildOptions): BuildResult | null {
  if (options.full || (options.again?.length ?? 0) > 0) return null;
  const base = findBase(options.indexDir);
  const stored = openBaseFiles(base);
  try {
    return new BuildRun(options, base, stored).unchanged();
  } finally {
    stored.close();
  }
}

/**
 * Brings the index up to date with the corpus, in a new generation beside the present one, which is
 * switched in after a self-check. Unchanged articles keep their chunks and vectors. Where nothing
 * changed there is no new generation.
 *
 * @throws {IndexLockedError} Where another build is under way.
 * @throws {IndexError} Where the corpus cannot be listed, the self-check fails, or the index is of a newer program.
 */
export async function buildIndex(options: BuildOptions): Promise<BuildResult> {
  const unlock = acquireLock(options.indexDir, options.startedBy);
  try {
    noteDataVersion(options.indexDir);
    const base = findBase(options.indexDir);
    const stored = openBaseFiles(base);
    try {
      return await new BuildRun(options, base, stored).run();
    } finally {
      stored.close();
    }
  } finally {
    unlock();
  }
}
