import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { isBusy, openWritable, type Sqlite } from "../index/sqlite.ts";

/** Another process already runs the bot on this folder. */
export class BotAlreadyRunning extends Error {
  override readonly name = "BotAlreadyRunning";
  constructor(path: string) {
    super(`Another process runs this bot already: it holds ${path}. Stop it first.`);
  }
}

const SCHEMA = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS updates (
    id INTEGER PRIMARY KEY,
    body TEXT,
    attempts INTEGER NOT NULL DEFAULT 0,
    received_ms INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS waiting ON updates (id) WHERE body IS NOT NULL;
  CREATE TABLE IF NOT EXISTS replies (
    update_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    method TEXT NOT NULL,
    result TEXT NOT NULL,
    PRIMARY KEY (update_id, ordinal)
  );
  CREATE TABLE IF NOT EXISTS asked (
    user_id INTEGER NOT NULL,
    day TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (user_id, day)
  );
  CREATE TABLE IF NOT EXISTS moved_chats (
    old_id INTEGER PRIMARY KEY,
    new_id INTEGER NOT NULL
  );
`;

function openWithSchema(path: string): Sqlite {
  const db = openWritable(path);
  try {
    db.exec(SCHEMA);
    // A database that is damaged inside opens all the same.
    if (db.prepare("PRAGMA quick_check").get()?.[0] !== "ok") throw new Error("damaged");
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

const DAMAGED = /^(?:SQLITE_CORRUPT|SQLITE_NOTADB)|damaged/u;
const isDamaged = (error: unknown) => {
  const { code = "", message = "" } = error as { code?: string; message?: string };
  return DAMAGED.test(String(code)) || DAMAGED.test(message) || /not a database/u.test(message);
};

/**
 * Opens what the Telegram side keeps of its own: the journal of updates, counts of questions, chats
 * that have moved. One file a bot (`telegram-ID.db`), because update ids belong to a bot. It is held
 * for this process alone, so that two processes never answer one journal; the system frees it however
 * the process ends.
 *
 * @param onDamaged Told the new name of a file that could not be read and was put aside.
 * @throws {BotAlreadyRunning} Where another process holds it.
 * @throws {Error} Where the folder cannot be written.
 */
export function openBotDatabase(
  indexDir: string,
  botToken: string,
  onDamaged: (putAside: string) => void,
): Sqlite {
  mkdirSync(indexDir, { recursive: true });
  const path = join(indexDir, `telegram-${botToken.split(":", 1)[0]}.db`);
  try {
    return openWithSchema(path);
  } catch (error) {
    if (isBusy(error)) throw new BotAlreadyRunning(path);
    if (!isDamaged(error)) throw error;
    const putAside = `${path}.damaged-${Date.now()}`;
    for (const end of ["", "-wal", "-shm"]) {
      if (existsSync(path + end)) renameSync(path + end, putAside + end);
    }
    onDamaged(putAside);
    return openWithSchema(path);
  }
}

/** The same in memory: nothing outlives the process. */
export function memoryDatabase(): Sqlite {
  return openWithSchema(":memory:");
}
