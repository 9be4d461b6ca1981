import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { inTransaction, openWritable, type Sqlite, type SqlRow } from "../index/sqlite.ts";
import type { Actor } from "./actor.ts";

/** What admins do: the first three change a file of the corpus. */
export type LoggedAction = "add" | "update" | "remove" | "undo" | "reindex" | "rollback";

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
  /** True where a later entry took it back. */
  readonly undone: boolean;
}

/** A change of one corpus file; null stands for "no such file". */
export interface FileChange {
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** A logged change with what is needed to complete it or to take it back. */
export interface LoggedChange extends FileChange {
  readonly id: number;
  readonly action: LoggedAction;
  readonly detail: string;
}

/**
 * The log of what admins did, and the journal of corpus changes: a change is on the disk here before it is made, so
 * that a killed process's change is completed at the next start, and holds what was there before, to be undone.
 */
export interface ChangeLog {
  /** Writes an entry about something that changes no file. */
  note(actor: Actor, action: LoggedAction, detail: string): void;
  /**
   * Writes down a change that is about to be made; gives its number.
   *
   * @param undoes Number of the change that it takes back.
   */
  begin(
    actor: Actor,
    action: LoggedAction,
    detail: string,
    change: FileChange,
    undoes?: number,
  ): number;
  /** The change has been made; the one that it takes back is marked as undone in the same step. */
  complete(id: number): void;
  /** The change could not be made: as if it had never been begun. */
  abandon(id: number): void;
  /** Changes begun and not completed, oldest first. */
  begun(): LoggedChange[];
  /** The newest completed change that can be taken back, or null. */
  last(): LoggedChange | null;
  /** Newest first. */
  entries(offset: number, limit: number): LogEntry[];
  close(): void;
}

/** Contents of older changes are dropped: the log stays small, and nobody undoes the hundredth last change. */
const KEPT_CONTENTS = 100;

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS admin_log (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    actor_id INTEGER,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    path TEXT,
    detail TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('noted', 'begun', 'done', 'undone')),
    before BLOB,
    after BLOB,
    undoes INTEGER
  );
  CREATE INDEX IF NOT EXISTS admin_log_state ON admin_log (state, id);
`;

const CHANGE_COLUMNS = "id, action, detail, path, before, after";

function changeOf([id, action, detail, path, before, after]: SqlRow): LoggedChange {
  return {
    id: id as number,
    action: action as LoggedAction,
    detail: detail as string,
    path: path as string,
    before: before as Uint8Array | null,
    after: after as Uint8Array | null,
  };
}

function entryOf([id, at, actorId, actor, action, path, detail, state]: SqlRow): LogEntry {
  return {
    id: id as number,
    at: at as string,
    actor: { id: actorId as number | null, name: actor as string },
    action: action as LoggedAction,
    path: path as string | null,
    detail: detail as string,
    undone: state === "undone",
  };
}

/**
 * Opens the log in `state.db` of an index folder; a missing one is created.
 *
 * @throws {Error} Where the folder is not writable or the file is no database.
 */
export function openChangeLog(indexDir: string): ChangeLog {
  mkdirSync(indexDir, { recursive: true });
  const db: Sqlite = openWritable(join(indexDir, "state.db"), 2_000);
  db.exec(SCHEMA);
  const insert = db.prepare(
    `INSERT INTO admin_log (at, actor_id, actor, action, path, detail, state, before, after, undoes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const setDone = db.prepare("UPDATE admin_log SET state = 'done' WHERE id = ?");
  const setUndone = db.prepare(
    "UPDATE admin_log SET state = 'undone' WHERE id = (SELECT undoes FROM admin_log WHERE id = ?)",
  );
  const forget = db.prepare(
    `UPDATE admin_log SET before = NULL, after = NULL
     WHERE state IN ('done', 'undone') AND id <= ?`,
  );
  const drop = db.prepare("DELETE FROM admin_log WHERE id = ? AND state = 'begun'");
  const begun = db.prepare(
    `SELECT ${CHANGE_COLUMNS} FROM admin_log WHERE state = 'begun' ORDER BY id`,
  );
  const last = db.prepare(
    `SELECT ${CHANGE_COLUMNS} FROM admin_log
     WHERE state = 'done' AND action <> 'undo' AND (before IS NOT NULL OR after IS NOT NULL)
     ORDER BY id DESC LIMIT 1`,
  );
  const entries = db.prepare(
    `SELECT id, at, actor_id, actor, action, path, detail, state FROM admin_log
     WHERE state <> 'begun' ORDER BY id DESC LIMIT ? OFFSET ?`,
  );
  const now = () => new Date().toISOString();
  return {
    note(actor, action, detail) {
      insert.run(now(), actor.id, actor.name, action, null, detail, "noted", null, null, null);
    },
    begin({ id, name }, action, detail, { path, before, after }, undoes) {
      const values = [path, detail, "begun", before, after, undoes ?? null] as const;
      return insert.run(now(), id, name, action, ...values).lastInsertRowid;
    },
    complete(id) {
      inTransaction(db, () => {
        setDone.run(id);
        setUndone.run(id);
        forget.run(id - KEPT_CONTENTS);
      });
    },
    abandon: (id) => void drop.run(id),
    begun: () => begun.all().map(changeOf),
    last: () => {
      const row = last.get();
      return row === undefined ? null : changeOf(row);
    },
    entries: (offset, limit) => entries.all(limit, offset).map(entryOf),
    close: () => db.close(),
  };
}
