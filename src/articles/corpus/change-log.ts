import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  addColumn,
  inTransaction,
  lockFile,
  openStore,
  type Sqlite,
  type SqlRow,
} from "../../storage/index.ts";
import { asCorpusError, CorpusError } from "./corpus-error.ts";
import type { FieldChanges } from "./edit-article.ts";

/** Who does something that only admins may do. */
export interface Actor {
  /** Telegram user id; null on the command line and for feeds. */
  readonly id: number | null;
  /** As shown in the log: a name, `command line`, or a feed's name. */
  readonly name: string;
}

/** A change takes milliseconds, and whoever waits holds its process up. */
const WAIT_MS = 2_000;

/**
 * Does something that no other process may do at the same time: changing the corpus, or saving it. The system
 * frees the lock however the process ends.
 *
 * @throws {CorpusError} Where somebody else has the lock for longer.
 */
export function withChangeLock<T>(indexDir: string, work: () => T): T {
  mkdirSync(indexDir, { recursive: true });
  const db = lockFile(join(indexDir, "changes.lock"), WAIT_MS);
  if (db === null) throw new CorpusError("busy", "BUSY");
  try {
    return work();
  } finally {
    db.close();
  }
}

/** What admins do; but for the last two it changes a file of the corpus. */
export type LoggedAction =
  | "add"
  | "update"
  | "edit"
  | "remove"
  /** Of a visit. */
  | "wrong"
  | "merge"
  | "part"
  /** A check question. */
  | "question"
  | "undo"
  | "reindex"
  | "rollback";

/** One line of the audit log. */
export interface LogEntry {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actor: Actor;
  readonly action: LoggedAction;
  /** Path of the changed file in the corpus, or null. */
  readonly path: string | null;
  /** Title of the article, mode or outcome of a run, for a person. */
  readonly detail: string;
  /** What of it was changed: fields with their new values. */
  readonly changes: FieldChanges;
  /** True where a later entry took it back. */
  readonly undone: boolean;
}

/** A change of one corpus file; null stands for "no such file". */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** What there may be to say of a change. */
export interface MoreOfChange {
  readonly undoes?: number | undefined;
  readonly changes?: LogEntry["changes"];
}

/** A logged change with what is needed to complete it or to take it back. */
export interface LoggedChange {
  readonly id: number;
  readonly action: LoggedAction;
  readonly detail: string;
  /** In the order in which they are made; the one that the entry names comes first. */
  readonly files: readonly FileChange[];
}

/** Contents of older changes are dropped: the log stays small, and nobody undoes the hundredth last change. */
const KEPT_CONTENTS = 100;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS admin_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor_id INTEGER,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    path TEXT,
    detail TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('noted', 'begun', 'done', 'undone')),
    undoes INTEGER,
    changes TEXT
  );
  CREATE TABLE IF NOT EXISTS admin_log_files (
    entry INTEGER NOT NULL,
    place INTEGER NOT NULL,
    path TEXT NOT NULL,
    before BLOB,
    after BLOB,
    PRIMARY KEY (entry, place)
  );
  CREATE INDEX IF NOT EXISTS admin_log_state ON admin_log (state, id);
`;

function entryOf([id, at, actorId, actor, action, path, detail, state, changes]: SqlRow): LogEntry {
  return {
    id: id as number,
    at: at as string,
    actor: { id: actorId as number | null, name: actor as string },
    action: action as LoggedAction,
    path: path as string | null,
    detail: detail as string,
    undone: state === "undone",
    changes: changes === null ? {} : JSON.parse(changes as string),
  };
}

function openDatabase(indexDir: string): Sqlite {
  try {
    const db = openStore(join(indexDir, "state.db"), SCHEMA, { synchronous: "FULL" });
    addColumn(db, "admin_log", "changes TEXT");
    return db;
  } catch (error) {
    throw asCorpusError(error);
  }
}

/**
 * Opens the log in `state.db` of an index folder; a missing one is created.
 *
 * @throws {CorpusError} Where the folder is not writable or the file is no database.
 */
export function openChangeLog(indexDir: string) {
  const db = openDatabase(indexDir);
  const insert = db.prepare(
    `INSERT INTO admin_log (at, actor_id, actor, action, path, detail, state, undoes, changes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFile = db.prepare("INSERT INTO admin_log_files VALUES (?, ?, ?, ?, ?)");
  const setDone = db.prepare("UPDATE admin_log SET state = 'done' WHERE id = ?");
  const setUndone = db.prepare(
    "UPDATE admin_log SET state = 'undone' WHERE id = (SELECT undoes FROM admin_log WHERE id = ?)",
  );
  const forget = db.prepare(
    `DELETE FROM admin_log_files WHERE entry <= ?
     AND entry NOT IN (SELECT id FROM admin_log WHERE state = 'begun')`,
  );
  const drop = db.prepare("DELETE FROM admin_log WHERE id = ? AND state = 'begun'");
  const dropFiles = db.prepare(
    "DELETE FROM admin_log_files WHERE entry = ? AND entry NOT IN (SELECT id FROM admin_log)",
  );
  const begun = db.prepare(
    "SELECT id, action, detail FROM admin_log WHERE state = 'begun' ORDER BY id",
  );
  const last = db.prepare(
    `SELECT id, action, detail FROM admin_log
     WHERE state = 'done' AND action <> 'undo' AND id IN (SELECT entry FROM admin_log_files)
     ORDER BY id DESC LIMIT 1`,
  );
  const filesOf = db.prepare(
    "SELECT path, before, after FROM admin_log_files WHERE entry = ? ORDER BY place",
  );
  const changeOf = ([id, action, detail]: SqlRow): LoggedChange => ({
    id: id as number,
    action: action as LoggedAction,
    detail: detail as string,
    files: filesOf.all(id!).map(([path, before, after]) => ({
      path: path as string,
      before: before as Uint8Array | null,
      after: after as Uint8Array | null,
    })),
  });
  const entries = db.prepare(
    `SELECT id, at, actor_id, actor, action, path, detail, state, changes FROM admin_log
     WHERE state <> 'begun' ORDER BY id DESC LIMIT ? OFFSET ?`,
  );
  const now = () => new Date().toISOString();
  return {
    /**
     * Does something while nobody else changes or saves the corpus.
     *
     * @throws {CorpusError} Where somebody else is at it for longer than a moment.
     */
    alone: <T>(work: () => T): T => withChangeLock(indexDir, work),
    /** Writes an entry about something that changes no file. */
    note(actor: Actor, action: LoggedAction, detail: string): void {
      insert.run(now(), actor.id, actor.name, action, null, detail, "noted", null, null);
    },
    /**
     * Writes down a change that is about to be made; gives its number. Only alone.
     *
     * @param files At least one; the first one names the entry.
     * @param more `undoes`: number of the change that it takes back; `changes`: what of the article it changes.
     */
    begin(
      { id: actorId, name }: Actor,
      action: LoggedAction,
      detail: string,
      files: readonly FileChange[],
      { undoes, changes }: MoreOfChange = {},
    ): number {
      return inTransaction(db, () => {
        const told = changes === undefined ? null : JSON.stringify(changes);
        const values = [files[0]!.path, detail, "begun", undoes ?? null, told] as const;
        const { lastInsertRowid: id } = insert.run(now(), actorId, name, action, ...values);
        for (const [place, { path, before, after }] of files.entries())
          insertFile.run(id, place, path, before, after);
        return id;
      });
    },
    /** The change has been made; the one that it takes back is marked as undone in the same step. */
    complete(id: number): void {
      inTransaction(db, () => {
        setDone.run(id);
        setUndone.run(id);
        forget.run(id - KEPT_CONTENTS);
      });
    },
    /** The change could not be made: as if it had never been begun. */
    abandon(id: number): void {
      inTransaction(db, () => {
        drop.run(id);
        dropFiles.run(id);
      });
    },
    /** Changes begun and not completed, oldest first. */
    begun: (): LoggedChange[] => begun.all().map(changeOf),
    /** The newest completed change that can be taken back, or null. */
    last: (): LoggedChange | null => {
      const row = last.get();
      return row === undefined ? null : changeOf(row);
    },
    /** Newest first. */
    entries: (offset: number, limit: number): LogEntry[] => entries.all(limit, offset).map(entryOf),
    close: (): void => db.close(),
  };
}

/**
 * The log of what admins did, and the journal of corpus changes: a change is on the disk here before it is made, so
 * that a killed process's change is completed at the next start, and holds what was there before, to be undone.
 */
export type ChangeLog = ReturnType<typeof openChangeLog>;
