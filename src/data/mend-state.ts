import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { openWritable } from "../index/sqlite.ts";

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
