import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { acquireLock } from "../index/lock.ts";
import { MIGRATIONS } from "./migrations.ts";
import { copyConsistently, stateFiles } from "./small-files.ts";
import { undoSwaps } from "./swap.ts";
import { DATA_VERSION, readDataVersion, writeDataVersion } from "./version.ts";

/** Where what a migration may change is kept as it was. Generations are never changed, so they stay where they are. */
export const backupDir = (indexDir: string, version: number) =>
  join(indexDir, "backups", `version-${version}`);

function backUp(indexDir: string, version: number): void {
  const dir = backupDir(indexDir, version);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const path of stateFiles(indexDir).files) {
    copyConsistently(join(indexDir, path), join(dir, path));
  }
}

/**
 * Brings the data to what this program works with, before anything else opens it: takes back a restore that
 * was cut off, and migrates an index folder of an earlier version, with a backup first.
 *
 * @throws {IndexError} Where a newer program wrote the folder, or it cannot be written.
 * @throws {IndexLockedError} Where another process is at it.
 */
export function prepareData(
  { indexDir, corpusDir }: { readonly indexDir: string; readonly corpusDir: string },
  logger?: Logger,
): void {
  if (undoSwaps([corpusDir, indexDir])) {
    logger?.warn("a restore was cut off; the data is as it was before");
  }
  const found = readDataVersion(indexDir);
  if (found === DATA_VERSION) return;
  const unlock = acquireLock(indexDir, "the migration");
  try {
    const version = readDataVersion(indexDir);
    if (version === DATA_VERSION) return;
    backUp(indexDir, version);
    for (const migration of MIGRATIONS.filter(({ to }) => to > version)) {
      migration.run(indexDir);
      writeDataVersion(indexDir, migration.to);
    }
    logger?.info({ from: version, to: DATA_VERSION }, "the data folder was migrated");
  } finally {
    unlock();
  }
}
