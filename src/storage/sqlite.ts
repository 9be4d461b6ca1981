import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { pathToFileURL } from "node:url";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import Libsql from "libsql";

/** JSON in a database at about a fifth of its size; records of some KB are read back in some 20 µs. */
export function packJson(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value));
}

/** Reads back what `packJson` wrote. */
export function unpackJson(packed: unknown): unknown {
  return JSON.parse(inflateRawSync(packed as Uint8Array).toString("utf8"));
}

/**
 * The one door to SQLite. The driver ignores its options `readonly` and `fileMustExist`, takes a lone
 * array or object argument for named parameters, and binds every number as REAL (cast a rowid of a
 * virtual table). What this file hands out opens and binds as asked.
 */
export type SqlValue = string | number | null | Uint8Array;
export type SqlRow = readonly SqlValue[];

/** A prepared statement; rows come as arrays in column order, blobs as `Buffer`. */
export interface Statement {
  run(...values: SqlValue[]): { readonly changes: number; readonly lastInsertRowid: number };
  get(...values: SqlValue[]): SqlRow | undefined;
  all(...values: SqlValue[]): SqlRow[];
}

export interface Sqlite {
  prepare(sql: string): Statement;
  /** Runs statements and drops their results. */
  exec(sql: string): void;
  close(): void;
}

interface Driver {
  prepare(sql: string): {
    readonly reader: boolean;
    raw(): void;
    run(values: unknown): unknown;
    get(values: unknown): unknown;
    all(values: unknown): unknown;
  };
  exec(sql: string): void;
  close(): void;
}

function wrap(driver: Driver): Sqlite {
  let open = true;
  return {
    prepare(sql) {
      const statement = driver.prepare(sql);
      if (statement.reader) statement.raw();
      return {
        run: (...values) => statement.run(values) as ReturnType<Statement["run"]>,
        get: (...values) => statement.get(values) as SqlRow | undefined,
        all: (...values) => statement.all(values) as SqlRow[],
      };
    },
    exec: (sql) => driver.exec(sql),
    close() {
      if (open) driver.close();
      open = false;
    },
  };
}

/**
 * Opens a finished database file that nobody writes any more. No lock is taken, no file appears beside it.
 *
 * @throws {Error} Where the file does not exist; a file that is no database throws at the first query.
 */
export function openImmutable(path: string): Sqlite {
  return wrap(new Libsql(immutableUrl(path)) as unknown as Driver);
}

function immutableUrl(path: string): string {
  if (!existsSync(path)) throw new Error(`${path} does not exist`);
  return `file:${pathToFileURL(path).pathname}?mode=ro&immutable=1`;
}

/** Adds a finished database file to a connection under a name of its own, for reading. */
export function attachImmutable(db: Sqlite, path: string, name: string): void {
  db.prepare(`ATTACH ? AS ${name}`).run(immutableUrl(path));
}

/**
 * Opens a database for reading and writing; a missing one is created, its folder must exist.
 *
 * @param timeoutMs How long a statement waits for another process's lock.
 */
export function openWritable(path: string, timeoutMs = 0): Sqlite {
  return wrap(new Libsql(path, { timeout: timeoutMs }) as unknown as Driver);
}

/** How a store keeps what it holds. */
interface StoreOptions {
  /** FULL: what is written survives a loss of power; NORMAL: a crash of the program, at less cost. */
  readonly synchronous: "FULL" | "NORMAL";
  /** What is deleted is overwritten in the file: for what people wrote. */
  readonly secureDelete?: boolean;
}

/**
 * Opens a store that several processes may write, for a moment each; a missing file is created with its folder.
 *
 * @param tables `CREATE … IF NOT EXISTS` of all that it holds.
 * @throws {Error} Where the folder is not writable or the file is no database.
 */
export function openStore(
  path: string,
  tables: string,
  { synchronous, secureDelete = false }: StoreOptions,
): Sqlite {
  mkdirSync(dirname(path), { recursive: true });
  // The command line, the bot or a backup may hold it for a moment.
  const db = openWritable(path, 2_000);
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous};`);
    if (secureDelete) db.exec("PRAGMA secure_delete = ON");
    db.exec(tables);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Adds a column to a table of a store that an earlier version may have made. */
export function addColumn(db: Sqlite, table: string, column: string): void {
  const known = db.prepare(`SELECT name FROM pragma_table_info('${table}')`).all().flat();
  if (!known.includes(column.split(" ")[0]!)) db.exec(`ALTER TABLE ${table} ADD COLUMN ${column}`);
}

/** True where another connection holds the lock that a statement needed. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

/** Runs `work` in one transaction; a throw undoes everything. */
export function inTransaction<T>(db: Sqlite, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    try {
      db.exec("ROLLBACK");
    } catch {
      // SQLite has rolled back by itself (disk full); the first error tells more.
    }
    throw error;
  }
}
