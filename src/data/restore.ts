import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { IndexError } from "../index/index-error.ts";
import { acquireLock } from "../index/lock.ts";
import { isBusy, openWritable } from "../index/sqlite.ts";
import type { DataFolders } from "./backup.ts";
import { type BackupManifest, verifyBackup } from "./backup-manifest.ts";
import { contentOf, copyFile } from "./small-files.ts";
import { settle, stage, swapIn, undoSwaps } from "./swap.ts";
import { writeDataVersion } from "./version.ts";

/** @throws {IndexError} Where a bot runs on the folder: it has its databases open. */
function refuseWhileBotRuns(indexDir: string): void {
  for (const name of readdirSync(indexDir).filter((name) => name.endsWith(".db.lock"))) {
    const db = openWritable(join(indexDir, name));
    try {
      db.exec("BEGIN IMMEDIATE");
    } catch (error) {
      if (!isBusy(error)) throw error;
      throw new IndexError(`The bot is running on ${indexDir}. Stop it, then restore.`);
    } finally {
      db.close();
    }
  }
}

/**
 * Puts corpus, index and what people left back as a backup has them. The backup is compared with its list
 * first; what is replaced is kept aside until everything is in its place, and comes back by itself where the
 * restore is cut off.
 *
 * @throws {IndexError} Where the backup is not whole, or the bot runs.
 * @throws {IndexLockedError} Where another process writes.
 */
export function restore({ corpusDir, indexDir }: DataFolders, from: string): BackupManifest {
  const backup = resolve(from);
  if (!existsSync(backup)) throw new IndexError(`There is no folder ${from}.`);
  const manifest = verifyBackup(backup);
  const dirs = [corpusDir, indexDir];
  const unlock = acquireLock(indexDir, "the restore");
  try {
    refuseWhileBotRuns(indexDir);
    undoSwaps(dirs);
    for (const dir of dirs) mkdirSync(dir, { recursive: true });
    const parts = [
      ["corpus", corpusDir],
      ["index", indexDir],
    ] as const;
    for (const [part, dir] of parts) {
      const staged = stage(dir);
      for (const path of contentOf(join(backup, part)).files)
        copyFile(join(backup, part, path), join(staged, path));
      if (dir === indexDir) writeDataVersion(staged, manifest.dataVersion);
    }
    try {
      for (const dir of dirs) swapIn(dir);
    } catch (error) {
      undoSwaps(dirs);
      throw error;
    }
    settle(dirs);
    return manifest;
  } finally {
    unlock();
  }
}
