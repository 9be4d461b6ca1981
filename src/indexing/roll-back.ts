import {
  checkContent,
  currentGeneration,
  generationDir,
  holdGeneration,
  type IndexPlace,
  isProblem,
  listGenerations,
  previousGeneration,
  readGeneration,
  readManifest,
  releaseHold,
  rollBackPublished,
  served,
  switchTo,
} from "../index/index.ts";
import type { IndexStatus, RollBackOutcome } from "../model/index.ts";
import { acquireLock, IndexLockedError } from "../storage/index.ts";

interface RollBackOptions {
  readonly place: IndexPlace;
  /** Who asked. */
  readonly by: string;
  /** Which generation to use; by default the one that was in use before the present one. */
  readonly generation?: string | undefined;
}

/** Opens a generation to see that it can be used. */
function statusOf(indexDir: string, name: string): IndexStatus | string {
  const dir = generationDir(indexDir, name);
  const manifest = readManifest(dir);
  if (isProblem(manifest)) return manifest.reason;
  const problem = checkContent(indexDir, dir, manifest);
  if (problem !== null) return problem.reason;
  try {
    const reader = readGeneration(dir, name, manifest);
    try {
      return reader.status();
    } finally {
      reader.close();
    }
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Makes an older generation the one in use, after it was checked. Whoever has the index open sees it at the
 * next `reload`. It is held there: a start does not bring it up to date until a build is asked for.
 *
 * @throws {IndexError} Where the folder or the database cannot be written.
 */
export function rollBack({ place, by, generation }: RollBackOptions): RollBackOutcome {
  if (typeof place === "string") return rollBackLocal(place, by, generation);
  return rollBackPublished(served(place), by, generation);
}

function rollBackLocal(
  indexDir: string,
  by: string,
  generation: string | undefined,
): RollBackOutcome {
  let unlock: () => void;
  try {
    unlock = acquireLock(indexDir, by);
  } catch (error) {
    if (!(error instanceof IndexLockedError)) throw error;
    return { kind: "busy", startedBy: error.holder?.startedBy ?? "?" };
  }
  try {
    const before = currentGeneration(indexDir);
    const known = listGenerations(indexDir);
    const name = generation ?? (before === null ? known[0] : previousGeneration(indexDir, before));
    if (!name) return { kind: "none" };
    if (!known.includes(name)) return { kind: "unknown", generation: name, known };
    const now = statusOf(indexDir, name);
    if (typeof now === "string") return { kind: "damaged", generation: name, reason: now };
    // The newest is where an update leads; there is nothing to be held back from.
    const isNewest = name === known[0];
    if (!isNewest) holdGeneration(indexDir, { generation: name, by, at: new Date().toISOString() });
    switchTo(indexDir, name);
    if (isNewest) releaseHold(indexDir);
    return { kind: "done", now, before: before ?? name };
  } finally {
    unlock();
  }
}
