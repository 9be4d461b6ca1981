import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Logger } from "pino";
import { acquireLock, openWritable } from "../../storage/index.ts";
import { copyConsistently, stateFiles } from "./backup.ts";
import { DATA_VERSION, MIGRATIONS, readDataVersion, writeDataVersion } from "./migrations.ts";
import { undoSwaps } from "./restore.ts";

const SIDE_FILES = ["", "-wal", "-shm"];

/** False where the content of a database is damaged; one that cannot be opened now is not called so. */
export function isWhole(path: string): boolean {
  try {
    const db = openWritable(path, 2_000);
    try {
      return db.prepare("PRAGMA quick_check(1)").get()?.[0] === "ok";
    } finally {
      db.close();
    }
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    // Anything else (a lock, a full disk) says nothing about the content.
    return !/^SQLITE_(?:NOTADB|CORRUPT)/u.test(code);
  }
}

/**
 * Puts a database that is damaged aside, so that the bot starts with a new one: without this it would end at
 * every start, or go without it for ever.
 *
 * @param name Without `.db`.
 * @returns Name of the file that was put aside, or null where all is well.
 */
export function mendState(indexDir: string, name: "state" | "feeds" = "state"): string | null {
  const path = join(indexDir, `${name}.db`);
  if (!existsSync(path) || isWhole(path)) return null;
  const aside = `${name}.damaged-${Date.now()}`;
  for (const end of SIDE_FILES) {
    if (existsSync(path + end)) renameSync(path + end, join(indexDir, aside + end));
  }
  return aside;
}

/** Where what a migration may change is kept as it was. Generations are never changed, so they stay where they are. */
const backupDir = (indexDir: string, version: number) =>
  join(indexDir, "backups", `version-${version}`);

function backUpBefore(indexDir: string, version: number): void {
  const dir = backupDir(indexDir, version);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const path of stateFiles(indexDir).files)
    copyConsistently(join(indexDir, path), join(dir, path));
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
  if (undoSwaps([corpusDir, indexDir]))
    logger?.warn("a restore was cut off; the data is as it was before");
  const found = readDataVersion(indexDir);
  if (found === DATA_VERSION) return;
  const unlock = acquireLock(indexDir, "the migration");
  try {
    const version = readDataVersion(indexDir);
    if (version === DATA_VERSION) return;
    backUpBefore(indexDir, version);
    for (const migration of MIGRATIONS.filter(({ to }) => to > version)) {
      migration.run(indexDir);
      writeDataVersion(indexDir, migration.to);
    }
    logger?.info({ from: version, to: DATA_VERSION }, "the data folder was migrated");
  } finally {
    unlock();
  }
}
