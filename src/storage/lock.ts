import { mkdirSync, readFileSync, rmSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { diskFull, diskProblem, IndexError, writeFileAtomic } from "./durable.ts";
import { isBusy, openWritable, type Sqlite } from "./sqlite.ts";

/** Who writes the index now. */
export interface LockHolder {
  readonly pid: number;
  readonly startedBy: string;
  readonly since: Date;
}

/** File beside the lock that says who has it. */
export function holderPath(indexDir: string): string {
  return join(indexDir, "lock.json");
}

/** Who wrote the file last, or null; a killed process leaves its name. */
function readHolder(indexDir: string): LockHolder | null {
  try {
    const found = JSON.parse(readFileSync(holderPath(indexDir), "utf8"));
    return {
      pid: Number(found.pid),
      startedBy: String(found.startedBy),
      since: new Date(found.since),
    };
  } catch {
    return null;
  }
}

/** Another run, in this process or another one, is writing the index. */
export class IndexLockedError extends Error {
  override readonly name = "IndexLockedError";

  constructor(readonly holder: LockHolder | null) {
    const who = holder
      ? ` by ${holder.startedBy} (process ${holder.pid}) since ${holder.since.toISOString()}`
      : "";
    super(`The index is being built${who}. Wait until that run ends, then try again.`);
  }
}

/** The same error, in words where the disk or the folder is to blame. */
function asIndexError(error: unknown, indexDir: string): unknown {
  const found = diskProblem(error);
  if (found?.problem === "full") return new IndexError(diskFull(found.code));
  if (found?.problem !== "not-writable") return error;
  return new IndexError(
    `The index folder ${indexDir} cannot be written (${found.code}). Make it writable, or set INDEX_DIR to a folder that is.`,
  );
}

/**
 * A database with its lock taken, or null where somebody else has it; closing it frees the lock.
 *
 * @param waitMs How long to wait for the lock.
 */
export function lockFile(path: string, waitMs: number): Sqlite | null {
  try {
    return lockDatabase(path, waitMs);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "SQLITE_NOTADB") throw error;
    // The file says nothing; only its lock counts. Emptied in place it is the same file for everybody.
    truncateSync(path);
    return lockDatabase(path, waitMs);
  }
}

function lockDatabase(path: string, waitMs: number): Sqlite | null {
  const db = openWritable(path, waitMs);
  try {
    db.exec("BEGIN IMMEDIATE");
    return db;
  } catch (error) {
    db.close();
    if (isBusy(error)) return null;
    throw error;
  }
}

/** The writer's lock; with a short wait, because `lockHolder` takes it for a moment. */
const writersLock = (indexDir: string) => lockFile(join(indexDir, "lock.db"), 200);

/**
 * Takes the writer's lock of an index folder, without waiting. The lock is SQLite's lock on `lock.db`:
 * the system frees it when the process ends, however it ends, so none can be left behind by a killed
 * process or taken for another's by a reused process number. `lock.json` only tells who has it.
 *
 * @returns A function that frees the lock.
 * @throws {IndexLockedError} Where somebody else has it.
 * @throws {IndexError} Where the folder cannot be written.
 */
export function acquireLock(indexDir: string, startedBy: string): () => void {
  try {
    return takeLock(indexDir, startedBy);
  } catch (error) {
    throw asIndexError(error, indexDir);
  }
}

function takeLock(indexDir: string, startedBy: string): () => void {
  mkdirSync(indexDir, { recursive: true });
  const db = writersLock(indexDir);
  if (db === null) throw new IndexLockedError(readHolder(indexDir));
  try {
    const holder = { pid: process.pid, startedBy, since: new Date().toISOString() };
    writeFileAtomic(holderPath(indexDir), `${JSON.stringify(holder)}\n`);
  } catch (error) {
    db.close();
    throw error;
  }
  return () => {
    rmSync(holderPath(indexDir), { force: true });
    db.close();
  };
}

/** Who writes the index now, or null. A folder that does not exist is not created. */
export function lockHolder(indexDir: string): LockHolder | null {
  const holder = readHolder(indexDir);
  if (holder === null) return null;
  const db = writersLock(indexDir);
  db?.close();
  return db === null ? holder : null;
}
