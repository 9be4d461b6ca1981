import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lockFile } from "../index/lock.ts";
import { CorpusError } from "./corpus-error.ts";

/** A change takes milliseconds, and whoever waits holds its process up. */
const WAIT_MS = 2_000;

/**
 * Does something that no other process may do at the same time: changing the corpus, or saving it. The system
 * frees the lock however the process ends.
 *
 * @throws {CorpusError} Where somebody else has the lock for longer.
 */
export function withChangeLock<T>(indexDir: string, work: () => T, waitMs = WAIT_MS): T {
  mkdirSync(indexDir, { recursive: true });
  const db = lockFile(join(indexDir, "changes.lock"), waitMs);
  if (db === null) throw new CorpusError("busy", "BUSY");
  try {
    return work();
  } finally {
    db.close();
  }
}
