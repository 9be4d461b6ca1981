import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { lockFile, openStore, type Sqlite } from "../../../storage/index.ts";

/** Another process already runs the bot on this folder. */
export class BotAlreadyRunning extends Error {
  override readonly name = "BotAlreadyRunning";
  constructor(path: string) {
    super(`Another process runs this bot already: it holds ${path}. Stop it first.`);
  }
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS updates (
    id INTEGER PRIMARY KEY,
    body TEXT,
    digest TEXT NOT NULL,
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
  const db = openStore(path, SCHEMA, { synchronous: "NORMAL", secureDelete: true });
  try {
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
 * Takes the lock that says which process runs the bot; the system frees it however the process ends. What the file
 * holds says nothing: garbage in it is emptied.
 */
function lock(path: string): Sqlite {
  const file = `${path}.lock`;
  let db: Sqlite | null;
  try {
    db = lockFile(file, 0);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${file} cannot be opened (${code ?? message}). Remove it, then start again.`);
  }
  if (db === null) throw new BotAlreadyRunning(path);
  return db;
}

function openOrBegin(path: string, onDamaged: (putAside: string) => void): Sqlite {
  try {
    return openWithSchema(path);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    const putAside = `${path}.damaged-${Date.now()}`;
    for (const end of ["", "-wal", "-shm"]) {
      if (existsSync(path + end)) renameSync(path + end, putAside + end);
    }
    onDamaged(putAside);
    return openWithSchema(path);
  }
}

/**
 * Opens what the Telegram side keeps of its own: the journal of updates, counts of questions, chats
 * that have moved. One file a bot (`telegram-ID.db`), because update ids belong to a bot; one process
 * at a time, so that two never answer one journal.
 *
 * @param onDamaged Told the new name of a file that could not be read and was put aside.
 * @throws {BotAlreadyRunning} Where another process has it.
 * @throws {Error} Where the folder cannot be written.
 */
export function openBotDatabase(
  indexDir: string,
  botToken: string,
  onDamaged: (putAside: string) => void,
): Sqlite {
  mkdirSync(indexDir, { recursive: true });
  const path = join(indexDir, `telegram-${botToken.split(":", 1)[0]}.db`);
  const held = lock(path);
  try {
    const db = openOrBegin(path, onDamaged);
    return {
      ...db,
      close() {
        db.close();
        held.close();
      },
    };
  } catch (error) {
    held.close();
    throw error;
  }
}

/** The same in memory: nothing outlives the process. */
export function memoryDatabase(): Sqlite {
  return openWithSchema(":memory:");
}
