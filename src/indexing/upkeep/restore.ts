import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { acquireLock, IndexError, isBusy, openWritable, syncToDisk } from "../../storage/index.ts";
import {
  type BackupManifest,
  contentOf,
  copyFile,
  type DataFolders,
  verifyBackup,
} from "./backup.ts";
import { writeDataVersion } from "./migrations.ts";

/** Hidden folders inside the one that is replaced: it may be the root of a volume, which cannot be renamed. */
const BEFORE = ".before-restore";
const STAGED = ".restoring";
const DONE = ".restored";
/** Written when all that was there has been put aside. */
const ALL_ASIDE = "all-aside";

/** Stays where it is: the running process's own. */
const OWN = new Set([BEFORE, STAGED, DONE, "lock.db", "lock.json"]);

const entries = (dir: string) => readdirSync(dir).filter((name) => !OWN.has(name));

/** An empty folder in which the new content of `dir` is put together. */
export function stage(dir: string): string {
  const staged = join(dir, STAGED);
  rmSync(staged, { recursive: true, force: true });
  mkdirSync(staged, { recursive: true });
  return staged;
}

/** Puts what a folder holds aside, and what was staged in its place. */
export function swapIn(dir: string): void {
  const before = join(dir, BEFORE);
  mkdirSync(before);
  for (const name of entries(dir)) renameSync(join(dir, name), join(before, name));
  writeFileSync(join(before, ALL_ASIDE), "", { flush: true });
  syncToDisk(before);
  const staged = join(dir, STAGED);
  for (const name of readdirSync(staged)) renameSync(join(staged, name), join(dir, name));
  syncToDisk(dir);
}

function drop(dir: string, ...names: readonly string[]): void {
  for (const name of names) {
    const path = join(dir, name);
    // Not by `force` alone: below a file in the folder's place it throws.
    if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  }
}

/** Ends the swaps of several folders, all or none: what was put aside goes. */
function settle(dirs: readonly string[]): void {
  const last = dirs.at(-1)!;
  // From this rename on the new content counts; what follows is clearing up.
  renameSync(join(last, BEFORE), join(last, DONE));
  syncToDisk(last);
  clearUp(dirs);
}

function clearUp(dirs: readonly string[]): void {
  for (const dir of dirs) drop(dir, BEFORE, STAGED);
  drop(dirs.at(-1)!, DONE);
}

/** Takes swaps back wherever they were cut off, or ends them where all were done. @returns True where they were taken back. */
export function undoSwaps(dirs: readonly string[]): boolean {
  if (existsSync(join(dirs.at(-1)!, DONE))) {
    clearUp(dirs);
    return false;
  }
  const open = dirs.filter((dir) => existsSync(join(dir, BEFORE)));
  for (const dir of open) {
    const before = join(dir, BEFORE);
    if (existsSync(join(before, ALL_ASIDE))) drop(dir, ...entries(dir));
    drop(before, ALL_ASIDE);
    for (const name of readdirSync(before)) renameSync(join(before, name), join(dir, name));
    drop(dir, BEFORE);
  }
  for (const dir of dirs) drop(dir, STAGED);
  return open.length > 0;
}

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
